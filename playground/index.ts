import { existsSync } from 'node:fs';
import { readConfig } from './config.ts';
import { startPlayground } from './start-playground.ts';

const PRODUCTS = [
  ['Jira', '/jira/'],
  ['Jotform', '/jotform/'],
  ['Zendesk', '/zendesk/'],
  ['Gorgias', '/gorgias/'],
  ['Freshsales', '/freshsales/'],
  ['GitHub', '/github/'],
] as const;

if (existsSync('.env')) process.loadEnvFile('.env');

try {
  const playground = await startPlayground(readConfig(process.env));
  console.log(`${'Chat:'.padEnd(6)}${playground.url}/`);
  console.log(`Console: ${playground.console.url}`);
  const { setupLink } = playground.console;
  if (setupLink !== undefined) console.log(`Console setup (once, within 30 minutes): ${setupLink}`);
  const { url } = playground.sandbox;
  for (const [name, path] of PRODUCTS)
    console.log(`${`${name}:`.padEnd(12)}${url}${path}  (sandbox: people and keys to try)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void playground.close());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
