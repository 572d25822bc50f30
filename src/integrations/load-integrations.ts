import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { ConfigurationError } from '../errors.ts';
import type { Integration } from '../model/integration.ts';
import { type Problem, problemLine, repeated } from '../model/problem.ts';
import { integrationProblems } from './check-integration.ts';
import { compileDefinition } from './define-integration.ts';
import { integrationSchema, type SecretSource } from './integration-schema.ts';

export interface LoadOptions {
  /**
   * Knows the secrets that files refer to as `{ "secret": "ACME_CLIENT_SECRET" }`, e.g. `(name) => process.env[name]`. The
   * library itself reads no environment. Default: none is known.
   */
  readonly secrets?: SecretSource;
}

/**
 * Reads every `*.json` of a folder as an integration, in the order of the file names; the shape is that of
 * `defineIntegration`.
 *
 * @throws ConfigurationError with a line for each thing that is wrong: `acme.json: profiles[0].fields[1].key: …`
 */
export async function loadIntegrations(folder: string, options: LoadOptions = {}): Promise<readonly Integration[]> {
  const schema = integrationSchema(options.secrets ?? (() => undefined));
  const files = await Promise.all((await filesIn(folder)).map((file) => readDefinition(folder, file, schema)));
  const read = files.flatMap(({ file, integration }) => (integration === undefined ? [] : [{ file, integration }]));
  const lines = [
    ...files.flatMap(({ file, problems }) => problems.map((problem) => `${file}: ${problemLine(problem)}`)),
    ...repeated(read, ({ integration }) => integration.id).map(
      (index) => `${read[index]?.file}: id: another file has this id`,
    ),
  ];
  if (lines.length > 0) throw new ConfigurationError(lines.join('\n'));
  return read.map(({ integration }) => integration);
}

interface ReadFile {
  readonly file: string;
  readonly integration?: Integration;
  readonly problems: readonly Problem[];
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (cause) {
    throw new ConfigurationError(`the folder of integrations "${folder}" cannot be read`, { cause });
  }
}

async function readDefinition(
  folder: string,
  file: string,
  schema: ReturnType<typeof integrationSchema>,
): Promise<ReadFile> {
  const json = parsed(await readFile(join(folder, file), 'utf8'));
  if (json === undefined) return { file, problems: [{ path: [], text: 'it is not JSON' }] };
  const read = schema.safeParse(json);
  if (!read.success) return { file, problems: read.error.issues.flatMap(problemsOf) };
  const integration = compileDefinition(read.data);
  return { file, integration, problems: integrationProblems(integration) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** No message holds a value of the file: some of them are secrets. */
export function problemsOf(issue: z.core.$ZodIssue): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], text: 'no such member' }));
  }
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
    return [{ path: issue.path, text: 'it is missing' }];
  }
  return [{ path: issue.path, text: issue.message }];
}
