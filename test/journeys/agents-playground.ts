import { readConfig } from '../../playground/config.ts';
import { startPlayground } from '../../playground/start-playground.ts';
import { openAgentsEndpoint } from './agents-bot.ts';

/** The playground as `npm start` runs it, without the catalogue, and with the bot built on the Agents SDK. */
const playground = await startPlayground(readConfig(process.env), {}, openAgentsEndpoint);
console.log(`Chat: ${playground.url}/`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void playground.close());
