import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CATALOG_FOLDER, generatedFiles, productFiles, staleModules } from './catalog-files.ts';

const repository = resolve(import.meta.dirname, '..');

/** What a run has done, by path relative to the root. */
export interface CatalogChanges {
  readonly formatted: readonly string[];
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Formats the files of the catalogue, writes everything generated from them, and removes the modules of deleted products.
 * @throws ConfigurationError with a line for each problem, before anything is written
 */
export function writeCatalog(root: string): CatalogChanges {
  const files = generatedFiles(root);
  const formatted = format(root);
  const written = [...files].filter(([path, content]) => contentOf(join(root, path)) !== content);
  for (const [path, content] of written) writeFileSync(join(root, path), content);
  const removed = staleModules(root);
  for (const path of removed) rmSync(join(root, path));
  return { formatted, written: written.map(([path]) => path), removed };
}

function format(root: string): readonly string[] {
  const before = new Map(productFiles(root).map(({ file, text }) => [file, text]));
  if (before.size === 0) return [];
  const paths = [...before.keys()].map((file) => `${CATALOG_FOLDER}/${file}`);
  const biome = join(repository, 'node_modules/@biomejs/biome/bin/biome');
  // the root may be outside a repository
  const words = ['format', '--write', '--vcs-enabled=false', `--config-path=${repository}`, ...paths];
  execFileSync(process.execPath, [biome, ...words], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return productFiles(root)
    .filter(({ file, text }) => before.get(file) !== text)
    .map(({ file }) => `${CATALOG_FOLDER}/${file}`);
}

/** Undefined if there is no such file yet. */
function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
