import { readFile } from 'node:fs/promises';
import { ConfigurationError } from '../errors.ts';
import { record } from '../model/json.ts';
import { CATALOG } from './catalog-index.ts';

/**
 * The definition of one product as it is in its file; no other file is read.
 * @throws ConfigurationError if the catalogue has no such product
 */
export async function readCatalog(id: string): Promise<Readonly<Record<string, unknown>>> {
  if (!CATALOG.some((entry) => entry.id === id)) throw new ConfigurationError(`the catalogue has no product "${id}"`);
  const file = new URL(`./catalog/${id}.json`, import.meta.url);
  return record(JSON.parse(await readFile(file, 'utf8')));
}
