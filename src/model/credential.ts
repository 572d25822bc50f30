/** The secret itself. Only `auth-methods/`, `vault/` and the flows that transport it handle one. */
export type Credential = KeyCredential | TokenCredential;

/** What a person typed, by field key: an API key, or user name and password. */
export interface KeyCredential {
  readonly type: 'api_key' | 'basic';
  readonly values: Readonly<Record<string, string>>;
}

/** The response of an OAuth token endpoint (RFC 6749 section 5.1), with times made absolute on arrival. */
export interface TokenCredential {
  readonly type: 'oauth2';
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** Milliseconds since 1970. Absent if the token does not expire. */
  readonly expiresAt?: number;
  readonly scopes: readonly string[];
  /** Values that came with the token and are needed in addresses and placements, by the names in `grantValues`. */
  readonly values?: Readonly<Record<string, string>>;
}

/** The account that the credential belongs to, as the product reports it. */
export interface Account {
  readonly id: string;
  /** The name that people recognise: an e-mail address or a display name. */
  readonly label: string;
  /** The person's role there, if the product's API depends on it. */
  readonly role?: string;
}

/** A site that the access covers, such as a Jira site. */
export interface Site {
  readonly id: string;
  readonly name: string;
  readonly url: string;
}
