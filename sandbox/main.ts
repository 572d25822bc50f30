import { startSandbox } from './start-sandbox.ts';

const port = Number(process.env.PORT ?? 3979);
const sandbox = await startSandbox({ port });

const lines = [
  ['Sandbox', '/'],
  ['Jira', '/jira/'],
  ['Jotform', '/jotform/'],
  ['Zendesk', '/zendesk/'],
  ['Gorgias', '/gorgias/'],
  ['Freshsales', '/freshsales/'],
  ['GitHub', '/github/'],
] as const;
for (const [name, path] of lines) console.log(`${`${name}:`.padEnd(12)}${sandbox.url}${path}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
