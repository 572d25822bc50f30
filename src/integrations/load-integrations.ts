import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '../errors.ts';
import type { Integration } from '../model/integration.ts';
import { parsedJson, valueAt } from '../model/json.ts';
import { type Problem, problemLine, repeated } from '../model/problem.ts';
import { integrationProblems } from './check-integration.ts';
import { compileDefinition } from './define-integration.ts';
import { integrationSchema, type SecretSource } from './integration-schema.ts';
import { jsonFault } from './json-fault.ts';
import { readShape } from './shape-problems.ts';

export interface LoadOptions {
  /**
   * Returns the secrets that files refer to as `{ "secret": "ACME_CLIENT_SECRET" }`, e.g. `(name) => process.env[name]`. The
   * library itself reads no environment. Default: there are none.
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
  const readOne = async (file: string) => ({
    file,
    ...readDefinition((await readFile(join(folder, file), 'utf8')).replace(/^\ufeff/, ''), schema),
  });
  const files = await Promise.all((await filesIn(folder)).map(readOne));
  const named = files.filter(({ id }) => id !== undefined);
  const lines = [
    ...files.flatMap(({ file, problems }) => problems.map((problem) => `${file}: ${problemLine(problem)}`)),
    ...repeated(named, ({ id = '' }) => id).map((index) => `${named[index]?.file}: id: another file has this id`),
  ];
  if (lines.length > 0) throw new ConfigurationError(lines.join('\n'));
  return files.flatMap(({ integration = [] }) => integration);
}

/** A file's definition, or what is wrong with it. */
export interface ReadDefinition {
  /** Present even if the rest cannot be read. */
  readonly id: string | undefined;
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

/** Reads the text of one file. */
export function readDefinition(text: string, schema: ReturnType<typeof integrationSchema>): ReadDefinition {
  const json = parsedJson(text);
  if (json === undefined) {
    const { line, column } = jsonFault(text);
    const problem = { path: [], text: `it is not JSON: look at line ${line}, column ${column}` };
    return { id: undefined, problems: [problem] };
  }
  const id = stringAt(json, 'id');
  const { data, problems } = readShape(json, schema);
  if (data === undefined) return { id, problems };
  const integration = compileDefinition(data);
  return { id, integration, problems: [...problems, ...integrationProblems(integration)] };
}

function stringAt(json: unknown, member: string): string | undefined {
  const value = valueAt(json, member);
  return typeof value === 'string' ? value : undefined;
}
