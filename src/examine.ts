import { checkOptions } from './check-options.ts';
import { LatchkeyError } from './errors.ts';
import type { Deployment, Opening, StoreFacts } from './flows/operator/doctor/deployment.ts';
import { doctor, type Finding } from './flows/operator/doctor.ts';
import type { Services } from './flows/services.ts';
import { createGuardedHttp } from './http/guarded-http.ts';
import { readProxy } from './http/read-proxy.ts';
import { checkIntegrations } from './integrations/check-integration.ts';
import { usablePublicUrl } from './model/public-url.ts';
import { openServices, type ServicesOptions } from './open-services.ts';
import { isOnNetworkShare } from './stores/network-share.ts';
import { openStore } from './stores/open-store.ts';
import { sqlitePath } from './stores/sqlite-path.ts';
import { parseKeys } from './vault/keyring.ts';

/** Runs the doctor on settings, even if the authorizer cannot start with them. */
export async function examine(options: ServicesOptions): Promise<readonly Finding[]> {
  const store = await tried(() => factsOf(options.store));
  const integrations = await tried(async () => checkIntegrations(options.integrations));
  const declared = integrations.status === 'open' ? options.integrations : [];
  const checked = await tried(async () =>
    checkOptions(options, [{ of: ['proxy'], check: () => readProxy(options.proxy) }]),
  );
  const opened = store.status === 'open' ? await opening(options, declared) : undefined;
  const services = opened?.status === 'open' ? opened.value : undefined;
  try {
    return await doctor({
      ...surroundings(options),
      declared,
      integrations: factless(integrations),
      store: store.status === 'open' ? { status: 'open', ...store.value } : store,
      keys: await keysOf(options.keys, opened),
      options: factless(checked),
      services,
    });
  } finally {
    await services?.vault.close();
  }
}

/** Has the doctor look at a bot that runs. */
export async function examineOpened(options: ServicesOptions, services: Services): Promise<readonly Finding[]> {
  return doctor({
    ...surroundings(options),
    http: services.http,
    declared: options.integrations,
    integrations: { status: 'open' },
    store: { status: 'open', ...(await storeFacts(options.store)) },
    keys: { status: 'open' },
    options: { status: 'open' },
    services,
  });
}

type Tried<T> = { readonly status: 'open'; readonly value: T } | { readonly status: 'failed'; readonly reason: string };

async function tried<T>(open: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { status: 'open', value: await open() };
  } catch (error) {
    if (error instanceof LatchkeyError) return { status: 'failed', reason: error.message };
    throw error;
  }
}

function factless(answer: Tried<unknown> | undefined): Opening<object> {
  if (answer === undefined) return { status: 'untried' };
  return answer.status === 'open' ? { status: 'open' } : answer;
}

function surroundings(options: ServicesOptions): Pick<Deployment, 'now' | 'node' | 'http' | 'publicUrl' | 'appId'> {
  return {
    now: options.now ?? Date.now,
    node: process.versions.node,
    http: createGuardedHttp({ proxy: usableProxy(options.proxy) }),
    publicUrl: options.publicUrl,
    appId: options.appId ?? '',
  };
}

/** What is wrong with it is found by the check of the options. */
function usableProxy(setting: string | undefined): URL | undefined {
  try {
    return readProxy(setting);
  } catch {
    return undefined;
  }
}

async function factsOf(setting: string): Promise<StoreFacts> {
  await (await openStore(setting)).close();
  return storeFacts(setting);
}

async function storeFacts(setting: string): Promise<StoreFacts> {
  const path = sqlitePath(setting);
  if (path === undefined) return { engine: 'postgres', onNetworkShare: false };
  return { engine: 'sqlite', onNetworkShare: await isOnNetworkShare(path) };
}

/** What is wrong with other settings is found by other checks, and must not hide what is in the store. */
function opening(options: ServicesOptions, integrations: ServicesOptions['integrations']): Promise<Tried<Services>> {
  const { store, keys, appId = '', logger, now } = options;
  const publicUrl = usablePublicUrl(options.publicUrl)?.href ?? 'http://127.0.0.1';
  const proxy = usableProxy(options.proxy)?.href;
  return tried(() =>
    openServices({
      store,
      keys,
      appId,
      publicUrl,
      integrations,
      ...(proxy === undefined ? {} : { proxy }),
      ...(logger === undefined ? {} : { logger }),
      ...(now === undefined ? {} : { now }),
    }),
  );
}

/** Without a store the ring can still be read. */
async function keysOf(setting: string, opened: Tried<Services> | undefined): Promise<Opening<object>> {
  if (opened !== undefined) return factless(opened);
  const ring = await tried(async () => parseKeys(setting));
  return ring.status === 'open' ? { status: 'untried' } : ring;
}
