import { readConfig } from './config.ts';
import { startPlayground } from './start-playground.ts';

try {
  const playground = await startPlayground(readConfig(process.env));
  console.log(`Chat:    ${playground.url}/`);
  console.log(`Jira:    ${playground.sandbox.url}/jira/     (sandbox)`);
  console.log(`Jotform: ${playground.sandbox.url}/jotform/  (sandbox: the keys to try are there)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void playground.close());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
