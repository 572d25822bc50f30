import { ConfigurationError } from '../errors.ts';
import type { Integration } from '../model/integration.ts';
import { list, record } from '../model/json.ts';
import { type Problem, problemLine } from '../model/problem.ts';
import { atStandIn } from './at-stand-in.ts';
import { integrationProblems } from './check-integration.ts';
import { compileDefinition, type IntegrationDefinition } from './define-integration.ts';
import { integrationSchema } from './integration-schema.ts';
import { optionName, secretsIn } from './secrets-in.ts';
import { shapeProblems } from './shape-problems.ts';
import { type ClientsOptions, clientSecrets, withClients } from './tenant-clients.ts';
import { waysIn } from './ways-in.ts';

/** Options of every product of the catalogue, besides its client. */
export interface CatalogOptions<Way extends string> {
  /**
   * The profiles that people are offered, by id and in this order. Default: all, except a bot's own sign-in if none of its
   * options is given.
   */
  readonly ways?: readonly Way[];
  /** Scopes that are always requested, instead of those in the catalogue. */
  readonly scopes?: readonly string[];
  /** A stand-in for this product; allows plain http and loopback addresses for it. */
  readonly sandbox?: { readonly url: string };
}

/** Products whose customers have hosts of their own. */
export interface HostOptions {
  /** Hosts that people may name or choose, by their whole names: `git.acme.example`. */
  readonly hosts?: readonly string[];
  /** Those of them that are in the deployment's own network. */
  readonly allowPrivateHosts?: readonly string[];
}

/**
 * A product of the catalogue with the deployment's own client.
 * @throws ConfigurationError that names each missing option
 */
export function fromCatalog(
  json: unknown,
  options: CatalogOptions<string> & HostOptions & Partial<ClientsOptions> = {},
): Integration {
  const { id = 'catalog', ...definition } = record(json);
  const name = String(id);
  const { clients } = options;
  const profiles = withClients(withScopes(waysIn(name, definition.profiles, options), options), clients);
  const chosen = { id, ...definition, profiles, ...withHosts(name, definition.tenant, options) };
  const given = new Map(Object.entries(options));
  const ofPlaces = clientSecrets(clients);
  const secret = (secretName: string): string | undefined => {
    const value: unknown = ofPlaces.get(secretName) ?? given.get(optionName(name, secretName));
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const missing = secretsIn(chosen).filter((secretName) => secret(secretName) === undefined);
  if (missing.length > 0) {
    const labels = missing.map((one) => (ofPlaces.has(one) ? one : optionName(name, one)));
    throw new ConfigurationError(labels.map((one) => `${name}: ${one} is missing`).join('\n'));
  }
  const schema = integrationSchema(secret);
  const read = schema.safeParse(chosen);
  if (!read.success) throw refusal(name, shapeProblems(read.error, schema));
  return checked(options.sandbox === undefined ? read.data : atStandIn(read.data, options.sandbox.url));
}

function checked(definition: IntegrationDefinition): Integration {
  const integration = compileDefinition(definition);
  const problems = integrationProblems(integration);
  if (problems.length > 0) throw refusal(definition.id, problems);
  return integration;
}

function refusal(id: string, problems: readonly Problem[]): ConfigurationError {
  return new ConfigurationError(problems.map((problem) => `${id}: ${problemLine(problem)}`).join('\n'));
}

/** @throws ConfigurationError if a host is needed and none is listed, or the product accepts none */
function withHosts(id: string, tenant: unknown, { hosts = [], allowPrivateHosts }: HostOptions): object {
  const { hosts: listed, suffixes, ...asked } = record(tenant);
  if (!Array.isArray(listed)) {
    if (hosts.length === 0 && allowPrivateHosts === undefined) return {};
    throw new ConfigurationError(`${id}: hosts: this product only has hosts of its own`);
  }
  const all = [...list(listed), ...hosts];
  if (all.length === 0 && suffixes === undefined) throw new ConfigurationError(`${id}: hosts is missing`);
  return {
    tenant: { ...asked, ...(suffixes === undefined ? {} : { suffixes }), hosts: all },
    ...(allowPrivateHosts === undefined ? {} : { allowPrivateHosts }),
  };
}

function withScopes(profiles: readonly unknown[], { scopes }: CatalogOptions<string>): readonly unknown[] {
  if (scopes === undefined) return profiles;
  return profiles.map((one) => (record(one).method === 'oauth2' ? { ...record(one), scopes } : one));
}
