import { type OpenBot, openBotbuilderBot } from '../../playground/bot-endpoint.ts';
import { openAgentsEndpoint } from './agents-bot.ts';
import { sdk } from './sdk.ts';

/** The playground's bot, with the SDK of this run. */
export const openBotWithSdk: OpenBot = sdk === 'agents' ? openAgentsEndpoint : openBotbuilderBot;
