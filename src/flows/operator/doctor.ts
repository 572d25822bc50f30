import { checkCallbacks } from './doctor/check-callbacks.ts';
import { checkClientSecrets } from './doctor/check-client-secrets.ts';
import { checkClock } from './doctor/check-clock.ts';
import { checkKeys, checkRotation } from './doctor/check-keys.ts';
import { checkNode } from './doctor/check-node.ts';
import { checkOptionValues } from './doctor/check-option-values.ts';
import { checkProducts } from './doctor/check-products.ts';
import { checkEndDates, checkIntegrations, checkProfiles, checkRefreshScope } from './doctor/check-profiles.ts';
import { checkPublicUrl, checkReachable } from './doctor/check-public-url.ts';
import { checkRegistration } from './doctor/check-registration.ts';
import { checkSharedAccounts } from './doctor/check-shared-accounts.ts';
import { checkNetworkShare, checkStore } from './doctor/check-store.ts';
import type { Check, Deployment, Observation } from './doctor/deployment.ts';
import { createProbe } from './doctor/probe.ts';

export interface Finding extends Observation {
  /** Stable. `CHECKS` lists them. */
  readonly check: string;
  readonly title: string;
}

/** In the order in which to fix problems. The clock comes last, because it is compared with every server that responded. */
export const CHECKS: readonly Check[] = [
  checkNode,
  checkOptionValues,
  checkStore,
  checkNetworkShare,
  checkKeys,
  checkRotation,
  checkPublicUrl,
  checkReachable,
  checkRegistration,
  checkIntegrations,
  checkProfiles,
  checkProducts,
  checkCallbacks,
  checkClientSecrets,
  checkRefreshScope,
  checkEndDates,
  checkSharedAccounts,
  checkClock,
];

/** Finds the usual mistakes and explains how to fix them. Changes nothing. */
export async function doctor(deployment: Deployment): Promise<readonly Finding[]> {
  const probe = createProbe(deployment);
  const findings: Finding[] = [];
  for (const { id, title, run } of CHECKS) {
    const seen = await run(deployment, probe);
    findings.push(...seen.map((observation) => ({ check: id, title, ...observation })));
  }
  return findings;
}
