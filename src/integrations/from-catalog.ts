import { ConfigurationError } from '../errors.ts';
import type { Integration } from '../model/integration.ts';
import { list, record } from '../model/json.ts';
import { type Problem, problemLine } from '../model/problem.ts';
import { atStandIn } from './at-stand-in.ts';
import { integrationProblems } from './check-integration.ts';
import { compileDefinition, type IntegrationDefinition } from './define-integration.ts';
import { integrationSchema } from './integration-schema.ts';
import { shapeProblems } from './load-integrations.ts';
import { optionName, secretsIn } from './secrets-in.ts';

/** What every product of the catalogue takes besides its client. */
export interface CatalogOptions<Way extends string> {
  /** The ways in that people are offered, by profile id and in this order. Default: all. */
  readonly ways?: readonly Way[];
  /** What is asked for always, in place of the scopes of the catalogue. */
  readonly scopes?: readonly string[];
  /** The stand-in of this product; allows plain http and loopback addresses for it. */
  readonly sandbox?: { readonly url: string };
}

/**
 * A product of the catalogue with the deployment's own client.
 * @throws ConfigurationError naming each option that is missing
 */
export function fromCatalog(json: unknown, options: CatalogOptions<string>): Integration {
  const { id = 'catalog', ...definition } = record(json);
  const name = String(id);
  const chosen = { id, ...definition, profiles: withScopes(waysOf(name, definition.profiles, options), options) };
  const given = new Map(Object.entries(options));
  const secret = (secretName: string): string | undefined => {
    const value: unknown = given.get(optionName(name, secretName));
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const missing = secretsIn(chosen).filter((secretName) => secret(secretName) === undefined);
  if (missing.length > 0) {
    throw new ConfigurationError(missing.map((one) => `${name}: ${optionName(name, one)} is missing`).join('\n'));
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

function waysOf(id: string, profiles: unknown, { ways }: CatalogOptions<string>): readonly unknown[] {
  const all = list(profiles);
  return ways === undefined ? all : ways.map((way) => all.find((one) => record(one).id === way) ?? unknownWay(id, way));
}

function unknownWay(id: string, way: string): never {
  throw new ConfigurationError(`${id}: ways: there is no way in called ${way}`);
}

function withScopes(profiles: readonly unknown[], { scopes }: CatalogOptions<string>): readonly unknown[] {
  if (scopes === undefined) return profiles;
  return profiles.map((one) => (record(one).method === 'oauth2' ? { ...record(one), scopes } : one));
}
