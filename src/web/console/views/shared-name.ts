import type { IntegrationOverview } from '../../../flows/operator/list-integrations.ts';
import { isolatedName } from '../../../model/shown-name.ts';
import type { ConsoleTexts } from '../texts/console-texts.ts';

/** The shared account as developers know it: `bob@acme.example at Acme`. */
export function sharedName(texts: ConsoleTexts, shared: NonNullable<IntegrationOverview['shared']>): string {
  const account = isolatedName(shared.account.label);
  return shared.place === undefined ? account : texts.accountAt(account, isolatedName(shared.place));
}
