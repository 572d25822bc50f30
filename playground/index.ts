import { existsSync } from 'node:fs';
import { readConfig } from './config.ts';
import { startPlayground } from './start-playground.ts';
import { whatToTry } from './what-to-try.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

try {
  const config = { ...readConfig(process.env), catalog: true, jiraApiToken: true };
  const playground = await startPlayground(config);
  console.log(`${'Chat:'.padEnd(6)}${playground.url}/`);
  console.log(`Console: ${playground.console.url}`);
  const { setupLink } = playground.console;
  if (setupLink !== undefined) console.log(`Console setup (once, within 30 minutes): ${setupLink}`);
  for (const line of whatToTry(config, playground.sandbox)) console.log(line);
  const { catalog } = playground;
  if (catalog !== undefined) console.log(`${'Catalogue:'.padEnd(12)}${catalog.url}/  try: connect hubspot`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void playground.close());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
