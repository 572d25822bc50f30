/** The secret itself. Only `auth-methods/`, `vault/` and the flows that carry it ever hold one. */
export type Credential = KeyCredential | TokenCredential;

/** What a person typed: an API key, or user name and password, by field key. */
export interface KeyCredential {
  readonly type: 'api_key' | 'basic';
  readonly values: Readonly<Record<string, string>>;
}

/** What an OAuth token endpoint answered (RFC 6749 section 5.1), with the facts about time fixed on arrival. */
export interface TokenCredential {
  readonly type: 'oauth2';
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** Milliseconds since 1970; absent when the token does not expire. */
  readonly expiresAt?: number;
  readonly scopes: readonly string[];
  /** What came with the grant and is needed in addresses and placements, by the names of `grantValues`. */
  readonly values?: Readonly<Record<string, string>>;
}

/** Who the product says the credential belongs to. */
export interface Account {
  readonly id: string;
  /** The name that people recognise: an e-mail address or a display name. */
  readonly label: string;
  /** The person's role there, if the product's API depends on it. */
  readonly role?: string;
}

/** One of several places a grant reaches, e.g. a Jira site. */
export interface Site {
  readonly id: string;
  readonly name: string;
  readonly url: string;
}
