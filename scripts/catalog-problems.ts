import { integrationSchema } from '../src/integrations/integration-schema.ts';
import { readDefinition } from '../src/integrations/load-integrations.ts';
import { secretPrefix } from '../src/integrations/secrets-in.ts';
import { isOfBot } from '../src/integrations/ways-in.ts';
import { list, parsedJson, record, text } from '../src/model/json.ts';
import { type Problem, problemLine } from '../src/model/problem.ts';
import { CALLBACK_URL } from '../src/model/setup-guide.ts';
import { exampleSecret } from './example-secrets.ts';

/** A file of the catalogue as it is on disk. */
export interface ProductFile {
  /** `acme.json`. */
  readonly file: string;
  readonly text: string;
}

/** A line for each problem: what the loader reports, and what the catalogue requires in addition. */
export function catalogProblems({ file, text: content }: ProductFile): readonly string[] {
  const json = parsedJson(content);
  const problems =
    json === undefined
      ? loaderProblems(content)
      : [...loaderProblems(JSON.stringify(withHost(json))), ...missingProblems(file, record(json))];
  return problems.map((problem) => `${file}: ${problemLine(problem)}`);
}

function loaderProblems(content: string): readonly Problem[] {
  return readDefinition(content, integrationSchema(exampleSecret)).problems;
}

/** If customers have hosts of their own, each deployment lists at least one. */
function withHost(json: unknown): unknown {
  const { tenant } = record(json);
  const { hosts } = record(tenant);
  if (!Array.isArray(hosts)) return json;
  return { ...record(json), tenant: { ...record(tenant), hosts: [...list(hosts), 'own.acme.example'] } };
}

type Json = Readonly<Record<string, unknown>>;

function missingProblems(file: string, json: Json): readonly Problem[] {
  const id = text(json.id);
  const problems: readonly (Problem | false)[] = [
    id !== '' && file !== `${id}.json` && { path: ['id'], text: `the file must be called ${id}.json` },
    json.verified === undefined && { path: ['verified'], text: 'it is missing' },
    json.manageUrl === undefined && { path: ['manageUrl'], text: 'it is missing' },
  ];
  return [
    ...problems.filter((problem) => problem !== false),
    ...originProblems(json),
    ...secretProblems(id, json),
    ...scopeProblems(json),
    ...guideProblems(json),
  ];
}

/** The client belongs to the deployment. */
function originProblems({ profiles }: Json): readonly Problem[] {
  return list(profiles).flatMap((profile, index) => {
    const { method, origin } = record(profile);
    if (method !== 'oauth2' || origin === 'system') return [];
    return [{ path: ['profiles', index, 'origin'], text: 'it must be "system"' }];
  });
}

/** The rest of a secret's name becomes an option. */
function secretProblems(id: string, json: Json): readonly Problem[] {
  const prefix = secretPrefix(id);
  return secretsAt(json, [])
    .filter(({ name }) => id !== '' && !name.startsWith(prefix))
    .map(({ path, name }) => ({ path, text: `${name} must begin with ${prefix}` }));
}

function secretsAt(
  json: unknown,
  path: readonly PropertyKey[],
): readonly { readonly path: readonly PropertyKey[]; readonly name: string }[] {
  if (typeof json !== 'object' || json === null) return [];
  if (!Array.isArray(json) && 'secret' in json && typeof json.secret === 'string') {
    return [{ path: [...path, 'secret'], name: json.secret }];
  }
  return Object.entries(json).flatMap(([key, value]) =>
    secretsAt(value, [...path, Array.isArray(json) ? Number(key) : key]),
  );
}

/** People must be able to read what they agree to. */
function scopeProblems({ profiles, scopeTexts }: Json): readonly Problem[] {
  const scopes = list(profiles)
    .map(record)
    .flatMap(({ scopes: needed, optionalScopes }) => [...list(needed), ...list(optionalScopes)].map(text));
  return [...new Set(scopes)]
    .filter((scope) => !Object.hasOwn(record(scopeTexts), scope))
    .map((scope) => ({ path: ['scopeTexts', scope], text: 'it is missing' }));
}

function guideProblems({ profiles, setupGuides }: Json): readonly Problem[] {
  const ways = list(profiles).map(record);
  const guides = list(setupGuides).map(record);
  const isFor = (guide: Json, method: unknown) => list(guide.methods).includes(method);
  const unguided = new Set(
    ways.map(({ method }) => text(method)).filter((method) => !guides.some((guide) => isFor(guide, method))),
  );
  const asksPeople = ways.some((way) => way.method === 'oauth2' && !isOfBot(way));
  const first = guides.findIndex((guide) => isFor(guide, 'oauth2'));
  const hasCallback = guides.some((guide) => list(guide.steps).some((step) => text(step).includes(CALLBACK_URL)));
  return [
    ...[...unguided].map((method) => ({ path: ['setupGuides'], text: `no guide is for ${method}` })),
    ...(asksPeople && first >= 0 && !hasCallback
      ? [{ path: ['setupGuides', first, 'steps'], text: `no step has ${CALLBACK_URL}, which people have to register` }]
      : []),
  ];
}
