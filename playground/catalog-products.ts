import { generateKeyPairSync } from 'node:crypto';
import type { Integration } from 'latchkey';
import { CATALOG, fromCatalog, readCatalog } from 'latchkey/integrations';
import { type PlayedSandbox, startPlayed } from 'latchkey/sandbox';

/** The products of the catalogue, each at a stand-in on this machine. */
export interface CatalogProducts {
  readonly integrations: readonly Integration[];
  readonly sandbox: PlayedSandbox;
}

/** @param without ids of products that the playground has anyway */
export async function startCatalogProducts(
  without: readonly string[],
  options: { readonly now?: () => number } = {},
): Promise<CatalogProducts> {
  const entries = CATALOG.filter(({ id }) => !without.includes(id));
  const keys = signingKey();
  const definitions = await Promise.all(
    entries.map(async ({ id, needsHosts }) => {
      const definition = withSecrets(await readCatalog(id), keys);
      return { id, definition: needsHosts ? withHosts(definition) : definition };
    }),
  );
  const sandbox = await startPlayed(
    definitions.map(({ definition }) => definition),
    options,
  );
  const integrations = definitions.map(({ id, definition }) =>
    fromCatalog(definition, { sandbox: { url: sandbox.product(id).url } }),
  );
  return { integrations, sandbox };
}

/** The deployment's secrets, as the stand-ins expect them: each is its name in lower case, except private keys. */
function withSecrets(json: unknown, privateKey: () => string): unknown {
  if (Array.isArray(json)) return json.map((one) => withSecrets(one, privateKey));
  if (typeof json !== 'object' || json === null) return json;
  if ('secret' in json && typeof json.secret === 'string') {
    return json.secret.endsWith('_PRIVATE_KEY') ? privateKey() : json.secret.toLowerCase();
  }
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, withSecrets(value, privateKey)]));
}

/** For a product whose hosts the deployment has to list. */
function withHosts(definition: unknown): unknown {
  if (typeof definition !== 'object' || definition === null || !('tenant' in definition)) return definition;
  const { tenant } = definition;
  return { ...definition, tenant: { ...Object(tenant), hosts: ['acme.example', 'globex.example'] } };
}

/** One for all products, created when the first one needs it. */
function signingKey(): () => string {
  let made: string | undefined;
  return () => {
    const { privateKey } = made === undefined ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : {};
    made ??= privateKey?.export({ type: 'pkcs8', format: 'pem' }).toString() ?? '';
    return made;
  };
}
