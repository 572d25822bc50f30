import type { Authorizer } from '../authorizer.ts';
import { say } from './say.ts';
import { sayConnected } from './say-connected.ts';
import type { ChatTurn } from './sdk.ts';
import type { Sender } from './sender.ts';

/** A message that is a confirmation code, from whoever sent it. */
export async function hearCode(
  authorizer: Authorizer,
  context: ChatTurn,
  sender: Sender,
  code: string,
): Promise<'answered' | { readonly completed: string }> {
  const { texts } = authorizer;
  if (sender.status === 'refused') {
    await say(context, texts.noCodeAwaited);
    return 'answered';
  }
  const conversationKey = sender.conversation.key;
  const outcome = await authorizer.confirmAuthorization({ owner: sender.owner, conversationKey, code });
  switch (outcome.status) {
    case 'not_waiting':
      await say(context, texts.noCodeAwaited);
      return 'answered';
    case 'wrong':
      await say(
        context,
        texts.wrongCode(outcome.triesLeft),
        outcome.triesLeft === 0 ? [texts.sayRetry] : [texts.sayNewLink, texts.sayCancel],
      );
      return 'answered';
    case 'withdrawn': {
      const product = authorizer.integration(outcome.integration)?.name ?? outcome.integration;
      await say(context, texts.ended(product, 'withdrawn', undefined));
      return 'answered';
    }
    case 'connected': {
      const { integration, account } = outcome.connection;
      await sayConnected(context, authorizer, {
        integration,
        account: account.label,
        otherSites: outcome.otherSites.map(({ name }) => name),
        conversation: sender.conversation,
      });
      return { completed: outcome.authorization.id };
    }
  }
}
