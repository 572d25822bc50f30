import { randomBytes, randomUUID } from 'node:crypto';
import { heardSoon } from '../../../src/flows/heard-soon.ts';
import { unobserved } from '../../../src/flows/observe.ts';
import type { Services } from '../../../src/flows/services.ts';
import { trackUnderWay } from '../../../src/flows/under-way.ts';
import { createGuardedHttp } from '../../../src/http/guarded-http.ts';
import { openStore } from '../../../src/stores/open-store.ts';
import type { Store } from '../../../src/stores/store.ts';
import { parseKeys } from '../../../src/vault/keyring.ts';
import { openVault } from '../../../src/vault/vault.ts';

/** What a flow needs, over a real store; `close` it. */
export async function openServices(
  setting: string,
  keys: string,
  given: Partial<Services> = {},
): Promise<Services & { readonly broken: readonly string[] }> {
  const store = await openStore(setting);
  try {
    return await servicesOver(store, keys, given);
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The same over a store that is open already. */
export async function servicesOver(
  store: Store,
  keys: string,
  given: Partial<Services> = {},
): Promise<Services & { readonly broken: readonly string[] }> {
  const broken: string[] = [];
  return {
    now: Date.now,
    randomBytes,
    vault: await openVault(store, parseKeys(keys), (table, row) => broken.push(`${table} ${row}`)),
    http: createGuardedHttp(),
    declared: [],
    integrations: new Map(),
    setups: new Map(),
    consoles: new Set(),
    bot: 'bot',
    attention: () => {},
    actions: new Map(),
    settings: {
      publicUrl: 'https://bot.example.com',
      botName: 'Helpdesk Bot',
      confirm: 'last',
      credentialEntry: 'chat',
      contact: 'the help desk',
    },
    log: () => {},
    wake: () => {},
    uses: new Map(),
    refused: new Map(),
    begun: new Map(),
    begunAt: new Map(),
    renewals: new Map(),
    renewalsOver: heardSoon(),
    observe: unobserved,
    underWay: trackUnderWay(),
    processId: randomUUID(),
    ...given,
    broken,
  };
}
