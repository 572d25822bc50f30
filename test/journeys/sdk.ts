import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    readonly sdk: Sdk;
  }
}

export type Sdk = 'botbuilder' | 'agents';

/** With which SDK the bots of a run are built: vitest.config.ts says which journeys are told of which. */
export const sdk: Sdk = inject('sdk');
