/** The few parts of `oidc-provider` that the tests use; the package has no types of its own. */
declare module 'oidc-provider' {
  export class Provider {
    constructor(issuer: string, configuration: object);
    callback(): (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void;
    on(event: string, listener: (...all: unknown[]) => void): this;
    proxy: boolean;
    registerGrantType(
      name: string,
      handler: (context: GrantContext) => Promise<void>,
      parameters: readonly string[],
    ): void;
    readonly AccessToken: TokenKind;
    readonly RefreshToken: TokenKind;
    readonly Client: { find(id: string): Promise<unknown> };
  }

  interface TokenKind {
    new (of: object): { save(): Promise<string>; readonly expiration: number };
    find(value: string): Promise<{ readonly accountId: string; readonly grantId: string } | undefined>;
  }

  interface GrantContext {
    readonly oidc: { readonly client: unknown; readonly params: Readonly<Record<string, string | undefined>> };
    body: unknown;
    status: number;
  }
}
