import { openOnAgents } from './errand-on-agents.ts';
import { openOnBotbuilder } from './errand-on-botbuilder.ts';
import { sdk } from './sdk.ts';

/** A bot of a few lines, with the SDK of this run. */
export const openShell = sdk === 'agents' ? openOnAgents : openOnBotbuilder;
