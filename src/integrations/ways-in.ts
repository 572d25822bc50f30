import { ConfigurationError } from '../errors.ts';
import { list, record } from '../model/json.ts';
import { optionName, secretsIn } from './secrets-in.ts';

/**
 * The profiles of a product of the catalogue that a deployment wants.
 * @throws ConfigurationError for an unknown profile
 */
export function waysIn(
  id: string,
  profiles: unknown,
  options: { readonly ways?: readonly string[] | undefined },
): readonly unknown[] {
  const all = list(profiles);
  const { ways } = options;
  if (ways !== undefined) return ways.map((way) => all.find((one) => record(one).id === way) ?? unknownWay(id, way));
  const given = new Set(Object.keys(options));
  const ofPeople = all.filter((one) => !isOfBot(one));
  return all.filter((one) => !isOfBot(one) || ofPeople.length === 0 || isWanted(id, one, ofPeople, given));
}

/** True if the bot signs in as itself, for an account that developers share. Nobody is offered such a profile. */
export function isOfBot(profile: unknown): boolean {
  return record(profile).grant === 'client_credentials';
}

function isWanted(id: string, way: unknown, others: readonly unknown[], given: ReadonlySet<string>): boolean {
  const shared = secretsIn(others);
  const own = secretsIn(way).filter((secret) => !shared.includes(secret));
  return own.length === 0 || own.some((secret) => given.has(optionName(id, secret)));
}

function unknownWay(id: string, way: string): never {
  throw new ConfigurationError(`${id}: ways: there is no profile called ${way}`);
}
