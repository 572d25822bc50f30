import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CATALOG } from '../../integrations/catalog-index.ts';
import { readCatalog } from '../../integrations/read-catalog.ts';
import { secretsIn } from '../../integrations/secrets-in.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { type Command, done, readWords, refused, UsageError } from '../command.ts';
import { writeNew } from '../write-new.ts';

export const addIntegration: Command = {
  name: 'integrations add',
  summary: 'add a product of the catalogue as a file in your integrations folder',
  usage: '<product> [--folder PATH]',
  help: [
    ['<product>', 'its id in `integrations catalog`, e.g. hubspot'],
    [
      '--folder PATH',
      'where to write the file; default: the folder that LATCHKEY_INTEGRATIONS names, else integrations',
    ],
  ],
  run: async (words, call) => {
    const { values, operands } = readWords(words, ['<product>'], { folder: { type: 'string' } });
    const [product = ''] = operands;
    const entry = CATALOG.find(({ id }) => id === product);
    if (entry === undefined) return unknown(product);
    const folder = values.folder ?? (await folderOf(call.settings.integrations));
    const definition = await readCatalog(entry.id);
    const file = join(folder, `${entry.id}.json`);
    const failure = await writeNew(file, `${JSON.stringify(definition, undefined, 2)}\n`);
    if (failure === 'EEXIST') return refused('exists', `${file} already exists, and was not changed`);
    if (failure !== undefined) return refused('unwritable', `${file} cannot be written (${failure})`);
    const secrets = secretsIn(definition);
    const text = [
      `wrote ${file}: ${entry.name}, verified on ${entry.verifiedOn}`,
      ...(secrets.length === 0 ? [] : ['it needs these settings:', ...secrets.map((secret) => `  ${secret}=`)]),
      ...(entry.needsHosts ? ['list the hosts of your customers in tenant.hosts'] : []),
      `or in code: import { ${entry.importName} } from 'latchkey/catalog/${entry.id}'`,
    ].join('\n');
    return done({ file, secrets }, text);
  },
};

/** @throws UsageError if LATCHKEY_INTEGRATIONS names a module, which has its own list */
async function folderOf(configured: string | undefined): Promise<string> {
  if (configured === undefined) return 'integrations';
  const found = await stat(configured).catch(() => undefined);
  if (found?.isFile() !== true) return configured;
  throw new UsageError(
    'LATCHKEY_INTEGRATIONS names a module: import the product there, or name a folder with --folder',
  );
}

function unknown(product: string) {
  const meant = nearestName(
    CATALOG.map(({ id }) => id),
    product,
  );
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  return refused('unknown_product', `the catalogue has no such product${hint}`);
}
