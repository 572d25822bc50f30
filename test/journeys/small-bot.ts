import type { Authorizer } from 'latchkey';
import { latchkey } from 'latchkey/agents';
import { RecordingAdapter as AgentsRecordingAdapter } from 'latchkey/agents/testing';
import { authorizerMiddleware } from 'latchkey/dialogs';
import { openTestChat, RecordingAdapter, type TestChat } from 'latchkey/testing';
import { sdk } from './sdk.ts';

/** A person who talks with a bot of one line, built with the SDK of this run. */
export function openSmallBot(authorizer: Authorizer, answer: (turn: object) => Promise<unknown>): TestChat {
  if (sdk === 'agents') {
    const adapter = new AgentsRecordingAdapter();
    latchkey(adapter, authorizer);
    return openTestChat(adapter, answer);
  }
  const adapter = new RecordingAdapter();
  adapter.use(authorizerMiddleware(authorizer, { adapter }));
  return openTestChat(adapter, answer);
}
