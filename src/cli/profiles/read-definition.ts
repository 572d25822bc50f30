import { readProfile } from '../../integrations/read-profile.ts';
import { problemLine } from '../../model/problem.ts';
import type { Profile } from '../../model/profile.ts';
import { type Call, UsageError } from '../command.ts';
import { readJson } from '../read-values.ts';

/** A file that defines an authorization profile. */
export interface Definition {
  readonly integration: string;
  readonly name: string;
  readonly description: string;
  readonly profile: Profile;
}

/** Stands for a client secret that comes from standard input. */
const FROM_STDIN = 'standard input';

/**
 * Reads `{ "integration", "name", "description", "profile" }`. An OAuth profile takes what it leaves out from the
 * integration's `customProfile`.
 *
 * @param secretOnStdin standard input is the client secret
 * @throws UsageError that names what is wrong, but quotes no value
 */
export async function readDefinition(file: string, secretOnStdin: boolean, call: Call): Promise<Definition> {
  if (file === '-' && secretOnStdin) {
    throw new UsageError(
      'standard input cannot be both the file and the secret: name a file, or leave out --secret-stdin',
    );
  }
  const json = await readJson(file, call);
  const { integration, name, description = '', profile, ...rest } = isRecord(json) ? json : {};
  if (typeof integration !== 'string' || typeof name !== 'string' || typeof description !== 'string') {
    throw new UsageError('the file must have "integration", "name" and "profile"; "description" is optional');
  }
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new UsageError(`${unknown}: no such member`);
  if (!isRecord(profile)) throw new UsageError('profile: it is missing');
  refuseClearSecrets(profile);
  const stdin = secretOnStdin ? (await call.stdin()).trim() : undefined;
  const complete = {
    ...(await beginning(integration, profile, call)),
    ...profile,
    id: 'custom',
    title: name,
    ...(stdin === undefined ? {} : { clientSecret: { secret: FROM_STDIN } }),
  };
  const read = readProfile(complete, (secret) => (secret === FROM_STDIN ? stdin : call.settings.secret(secret)));
  if (!read.ok) throw new UsageError(read.problems.map((problem) => `profile.${problemLine(problem)}`).join('\n'));
  return { integration, name, description, profile: read.profile };
}

/** Files may be kept and committed, so they must not contain a secret. */
function refuseClearSecrets(profile: Readonly<Record<string, unknown>>): void {
  const key = isRecord(profile.clientKey) ? profile.clientKey.privateKey : undefined;
  const clear = Object.entries({ clientSecret: profile.clientSecret, 'clientKey.privateKey': key }).find(
    ([, value]) => value !== undefined && !isRecord(value),
  );
  if (clear === undefined) return;
  throw new UsageError(
    `profile.${clear[0]}: a file must not contain a secret: write { "secret": "NAME OF A SETTING" }, or use --secret-stdin`,
  );
}

async function beginning(
  integration: string,
  profile: Readonly<Record<string, unknown>>,
  call: Call,
): Promise<Readonly<Record<string, unknown>>> {
  if (profile.method !== 'oauth2' || profile.grant === 'client_credentials') return {};
  const { integrations } = await call.options();
  const {
    clientId: _,
    clientSecret: __,
    ...rest
  } = integrations.find(({ id }) => id === integration)?.customProfile ?? {};
  return rest;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
