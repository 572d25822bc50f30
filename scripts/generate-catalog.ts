import { resolve } from 'node:path';
import { ConfigurationError } from '../src/errors.ts';
import { writeCatalog } from './write-catalog.ts';

/** Generates everything from src/integrations/catalog/*.json, in this repository or in the given folder. */
try {
  const { formatted, written, removed } = writeCatalog(process.argv[2] ?? resolve(import.meta.dirname, '..'));
  for (const path of formatted) console.log(`formatted ${path}`);
  for (const path of written) console.log(`wrote ${path}`);
  for (const path of removed) console.log(`removed ${path}`);
  if (formatted.length + written.length + removed.length === 0) console.log('nothing has changed');
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
