import { readFile } from 'node:fs/promises';
import { ConfigurationError } from '../errors.ts';
import { record } from '../model/json.ts';
import { CATALOG } from './catalog-index.ts';

/**
 * Reads the definition of one product from its file, and no other file.
 * @throws ConfigurationError if the catalogue has no such product
 */
export async function readCatalog(id: string): Promise<Readonly<Record<string, unknown>>> {
  if (!CATALOG.some((entry) => entry.id === id)) throw new ConfigurationError(`the catalogue has no product "${id}"`);
  const file = new URL(`./catalog/${id}.json`, import.meta.url);
  return record(JSON.parse(await readFile(file, 'utf8')));
}
