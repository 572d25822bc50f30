import type { Authorizer } from '../authorizer.ts';
import { channelOf } from '../channels/channels.ts';
import type { AskedSecrets } from '../flows/asked-secrets.ts';
import { judgeText, type Verdict } from '../secrets/judge-secret.ts';
import { redact } from '../secrets/redact-secrets.ts';
import { isWritten, type Secrets } from '../secrets/secrets-in.ts';
import type { Completed } from './hear-code.ts';
import { hearCredential } from './hear-credential.ts';
import { heardElsewhere } from './heard-elsewhere.ts';
import { say } from './say.ts';
import type { ChatTurn } from './sdk.ts';
import type { Sender } from './sender.ts';
import { turnOf } from './turn.ts';

/**
 * Judges every activity, whatever its type: a key that is awaited here is taken, any other secret is taken out of it and
 * its writer warned. Where there may be one, it is out of the activity before anything is waited for, so that not even an
 * error handler sees it; harmless words are put back.
 */
export async function hearSecret(
  authorizer: Authorizer,
  context: ChatTurn,
  sender: Sender,
  { isKnown, suspects }: Secrets,
): Promise<'nothing' | 'answered' | Completed> {
  const { activity } = context;
  if (!isKnown && suspects.length === 0) return 'nothing';
  const putBack = redact(activity);
  const asked = isWritten(activity) ? await askedOf(authorizer, context, sender) : { earlier: [] };
  const verdict = judgeAll(suspects, asked, isKnown);
  switch (verdict.status) {
    case 'ordinary':
      putBack();
      return 'nothing';
    case 'value': {
      const { authorizationId, field, value } = verdict;
      return hearCredential(authorizer, context, sender, {
        authorizationId,
        values: { [field.key]: value },
        typed: true,
      });
    }
    case 'inside':
      if (await heardElsewhere(authorizer, context, sender)) return 'answered';
      await say(context, turnOf(context).texts.secretInside, [
        turnOf(context).texts.sayStartOver,
        turnOf(context).texts.sayCancel,
      ]);
      return 'answered';
    case 'unasked':
      if (await heardElsewhere(authorizer, context, sender)) return 'answered';
      await say(context, turnOf(context).texts.unaskedSecret);
      return 'answered';
  }
}

/** The text first, then its copies: the first that is not ordinary counts. */
function judgeAll(texts: readonly string[], asked: AskedSecrets, isKnown: boolean): Verdict {
  for (const text of texts) {
    const verdict = judgeText(text, asked);
    if (verdict.status !== 'ordinary') return verdict;
  }
  if (!isKnown) return { status: 'ordinary' };
  return { status: asked.awaited === undefined ? 'unasked' : 'inside' };
}

async function askedOf(authorizer: Authorizer, { activity }: ChatTurn, sender: Sender): Promise<AskedSecrets> {
  if (sender.status === 'refused') return { earlier: [] };
  const { owner, conversation } = sender;
  return authorizer.askedSecrets({ owner, conversationKey: conversation.key, masks: channelOf(activity).shows.masked });
}
