import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigurationError } from '../errors.ts';
import { builtInIntegrations } from '../integrations/built-in.ts';
import { loadIntegrations } from '../integrations/load-integrations.ts';
import { causeOf } from '../model/cause-of.ts';
import type { Integration } from '../model/integration.ts';
import type { Settings } from './settings.ts';

/**
 * The built-in products, and those of the folder that LATCHKEY_INTEGRATIONS names, which replace built-in ones of the same
 * id. If LATCHKEY_INTEGRATIONS names a module, exactly the list that it exports as `integrations` or by default: the one
 * that the bot's code passes to `createAuthorizer`.
 *
 * @throws ConfigurationError
 */
export async function integrationsOf(settings: Settings): Promise<readonly Integration[]> {
  const builtIn = builtInIntegrations(settings.appOf);
  const place = settings.integrations;
  if (place === undefined) return builtIn;
  const found = await stat(place).catch(() => undefined);
  if (found === undefined) {
    throw new ConfigurationError(`LATCHKEY_INTEGRATIONS: "${place}" cannot be read: there is no such folder or module`);
  }
  if (found.isFile()) return fromModule(place);
  const own = await loadIntegrations(place, { secrets: settings.secret });
  return [...builtIn.filter(({ id }) => !own.some((integration) => integration.id === id)), ...own];
}

async function fromModule(file: string): Promise<readonly Integration[]> {
  const exported = await imported(file);
  const list = memberOf(exported, 'integrations') ?? memberOf(exported, 'default');
  if (Array.isArray(list) && list.every(isIntegration)) return list;
  throw new ConfigurationError(
    `LATCHKEY_INTEGRATIONS: "${file}" must export the list that is passed to createAuthorizer, as integrations`,
  );
}

async function imported(file: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(resolve(file)).href);
  } catch (cause) {
    // our own words contain no secret; other errors may contain anything
    const why =
      memberOf(cause, 'code') === 'configuration' && cause instanceof Error
        ? `: ${cause.message}`
        : ` (${causeOf(cause)}): run node ${file} to see why`;
    throw new ConfigurationError(`LATCHKEY_INTEGRATIONS: the module "${file}" cannot be loaded${why}`, { cause });
  }
}

/** `openAuthorizer` checks the rest. */
function isIntegration(value: unknown): value is Integration {
  return (
    typeof memberOf(value, 'id') === 'string' &&
    typeof memberOf(value, 'baseUrl') === 'string' &&
    Array.isArray(memberOf(value, 'profiles')) &&
    typeof memberOf(memberOf(value, 'check'), 'account') === 'function'
  );
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
