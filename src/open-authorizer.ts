import type { Authorizer } from './authorizer.ts';
import { examineOpened } from './examine.ts';
import { operatorVerbs } from './flows/operator/operator-verbs.ts';
import { openServices, type ServicesOptions } from './open-services.ts';

/** What the operator's verbs need and nothing else. */
export interface OpenAuthorizer {
  readonly operator: Authorizer['operator'];
  close(): Promise<void>;
}

/**
 * Opens only what the operator's functions need: no pages, no bot, no timers. For the command line, and for scripts that
 * set up a deployment.
 *
 * @throws ConfigurationError when a setting cannot work; its message names the setting and how to fix it
 */
export async function openAuthorizer(options: ServicesOptions): Promise<OpenAuthorizer> {
  const services = await openServices(options);
  return {
    operator: { ...operatorVerbs(services), doctor: () => examineOpened(options, services) },
    close: () => services.vault.close(),
  };
}
