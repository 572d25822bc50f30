import { randomBytes, randomUUID } from 'node:crypto';
import { checkOptions, needsIntegration } from './check-options.ts';
import type { AuthorizerOptions } from './create-authorizer.ts';
import { ConfigurationError } from './errors.ts';
import { heardSoon } from './flows/heard-soon.ts';
import { unobserved } from './flows/observe.ts';
import { callOwnCode } from './flows/own-code.ts';
import { refreshDirectory } from './flows/refresh-directory.ts';
import type { Services, Settings } from './flows/services.ts';
import { trackUnderWay } from './flows/under-way.ts';
import { createGuardedHttp } from './http/guarded-http.ts';
import { readProxy } from './http/read-proxy.ts';
import { checkIntegrations } from './integrations/check-integration.ts';
import { UNNAMED_BOT } from './languages/unnamed-bot.ts';
import { jsonLinesLogger } from './logger.ts';
import { isLoopbackHost } from './model/loopback.ts';
import { publicUrlProblem, usablePublicUrl, writtenPublicUrl } from './model/public-url.ts';
import { openStore } from './stores/open-store.ts';
import type { Store } from './stores/store.ts';
import { followStoreClock, type MachineClocks } from './stores/store-clock.ts';
import { observedStore } from './telemetry/observe-store.ts';
import { openTelemetry } from './telemetry/open-telemetry.ts';
import { parseKeys } from './vault/keyring.ts';
import { openVault, type Vault } from './vault/vault.ts';

/** What the flows need, whoever calls them: a bot, its console, the command line. */
export type ServicesOptions = Pick<
  AuthorizerOptions,
  | 'publicUrl'
  | 'store'
  | 'keys'
  | 'integrations'
  | 'actions'
  | 'appId'
  | 'botName'
  | 'confirm'
  | 'credentialEntry'
  | 'contact'
  | 'auditDays'
  | 'proxy'
  | 'onAttention'
  | 'logger'
  | 'now'
>;

/**
 * Opens the store, proves that the keys fit it, and reads what developers decided.
 *
 * @param wake called when a notice waits in the outbox
 * @param machine in place of this machine's clocks; what decides is the store's, unless `options.now` is given
 * @throws ConfigurationError when a setting cannot work; its message names the setting and how to fix it
 */
export async function openServices(
  options: ServicesOptions,
  wake: () => void = () => {},
  machine?: MachineClocks,
): Promise<Services> {
  checkOptions(options, checksOf(options));
  const settings = readSettings(options);
  const { logger = jsonLinesLogger } = options;
  const machineNow = options.now ?? machine?.now ?? Date.now;
  const telemetry = openTelemetry();
  // of a logger that fails, nothing can be logged but by another one
  const log: Services['log'] = (event) => {
    const at = new Date(machineNow()).toISOString();
    telemetry?.hear(event);
    callOwnCode(
      (failure) => jsonLinesLogger({ ...failure, at }),
      'logger',
      () => logger({ ...event, at }),
    );
  };
  const opened = await openStore(options.store);
  const system = options.store.startsWith('sqlite:') ? 'sqlite' : 'postgresql';
  const store = telemetry === undefined ? opened : observedStore(opened, system, telemetry.storeTime);
  try {
    const vault = await openVault(store, parseKeys(options.keys), (table, row) =>
      log({ event: 'seal_broken', table, row }),
    );
    const now = await clockOf(options, store, log, machine);
    const services: Services = {
      now,
      randomBytes,
      vault,
      http: createGuardedHttp({
        proxy: readProxy(options.proxy),
        failed: (failure) => log({ event: 'request_failed', ...failure }),
      }),
      declared: options.integrations,
      integrations: new Map(options.integrations.map((integration) => [integration.id, integration])),
      setups: new Map(),
      consoles: new Set(),
      bot: options.appId ?? '',
      attention: (need) => void callOwnCode(log, 'onAttention', () => options.onAttention?.(need)),
      actions: new Map((options.actions ?? []).map((action) => [action.id, action])),
      settings,
      log,
      observe: telemetry?.observe ?? unobserved,
      wake,
      uses: new Map(),
      refused: new Map(),
      begun: new Map(),
      begunAt: new Map(),
      renewals: new Map(),
      renewalsOver: heardSoon(),
      underWay: trackUnderWay(),
      processId: randomUUID(),
    };
    await refreshDirectory(services);
    return telemetry === undefined
      ? services
      : {
          ...services,
          vault: watched(
            vault,
            telemetry.watch(() => opened.backlog(now())),
          ),
        };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Nobody looks any more at a store that is closed. */
function watched(vault: Vault, stopWatching: () => void): Vault {
  return {
    ...vault,
    close: async () => {
      stopWatching();
      await vault.close();
    },
  };
}

/** What is looked at where the options have the right shape. */
export function checksOf(options: ServicesOptions): Parameters<typeof checkOptions>[1] {
  return [
    { of: ['publicUrl', 'confirm'], check: () => readSettings(options) },
    { of: ['keys'], check: () => parseKeys(options.keys) },
    { of: ['proxy'], check: () => readProxy(options.proxy) },
    { of: ['integrations'], check: () => checkIntegrations(options.integrations) },
    { of: ['integrations', 'actions'], check: () => checkActions(options) },
    { of: ['now'], check: () => checkNow(options) },
  ];
}

/** @throws ConfigurationError for an action that could never run */
function checkActions({ integrations, actions = [] }: ServicesOptions): void {
  const lost = actions.filter((action) => !integrations.some(({ id }) => id === action.integration));
  if (lost.length > 0) throw new ConfigurationError(lost.map(needsIntegration).join('; '));
}

/** Comparing with anything but a number is never true, so nothing would ever end. */
function checkNow({ now }: ServicesOptions): void {
  if (now === undefined || Number.isFinite(now())) return;
  throw new ConfigurationError('now: it must return milliseconds since 1970, as Date.now does');
}

/** Above this, whoever looks after the machine should hear of it. */
const SKEW = 60_000;

async function clockOf(
  options: ServicesOptions,
  store: Store,
  log: Services['log'],
  machine: MachineClocks | undefined,
): Promise<() => number> {
  if (options.now !== undefined) return options.now;
  const clock = await followStoreClock(store, machine);
  const seconds = Math.round(clock.ahead() / 1000);
  if (Math.abs(clock.ahead()) > SKEW) log({ event: 'clock_skew', seconds });
  return clock.now;
}

/** @throws ConfigurationError */
export function readSettings(options: ServicesOptions): Settings {
  const problem = publicUrlProblem(options.publicUrl);
  if (problem !== undefined) throw new ConfigurationError(problem);
  const publicUrl = usablePublicUrl(options.publicUrl);
  const written = writtenPublicUrl(options.publicUrl);
  if (publicUrl === undefined || written === undefined) {
    throw new ConfigurationError(
      `LATCHKEY_PUBLIC_URL is "${options.publicUrl}", but browsers keep the page's cookie only on https or on loopback: use the https address that people reach`,
    );
  }
  if (options.confirm === 'none' && !isLoopbackHost(publicUrl.hostname)) {
    throw new ConfigurationError('confirm: "none" works only with a loopback publicUrl: remove it, or use "last"');
  }
  const contact = saying(options.contact);
  return {
    publicUrl: written,
    botName: saying(options.botName) ?? UNNAMED_BOT,
    confirm: options.confirm ?? 'last',
    credentialEntry: options.credentialEntry ?? 'chat',
    ...(contact === undefined ? {} : { contact }),
    ...(options.auditDays === undefined ? {} : { auditDays: options.auditDays }),
  };
}

/** A setting that is there but blank says nothing. */
function saying(text: string | undefined): string | undefined {
  return text?.trim() === '' ? undefined : text;
}
