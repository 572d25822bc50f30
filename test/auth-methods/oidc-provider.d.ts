/** The few parts of `oidc-provider` that the tests use; the package has no types of its own. */
declare module 'oidc-provider' {
  export class Provider {
    constructor(issuer: string, configuration: object);
    callback(): (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void;
    on(event: string, listener: (...all: unknown[]) => void): this;
    proxy: boolean;
  }
}
