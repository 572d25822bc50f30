import type { Authorizer } from '../authorizer.ts';
import type { AskedSecrets } from '../flows/asked-secrets.ts';
import { channelOf } from './channels.ts';
import { hearCredential } from './hear-credential.ts';
import { holdsKnownSecret, judgeText, mayBeAsked, type Verdict } from './judge-secret.ts';
import { redact } from './redact-secrets.ts';
import { say } from './say.ts';
import type { ChatTurn, TurnActivity } from './sdk.ts';
import type { Sender } from './sender.ts';
import { type ActivityText, textsOf } from './texts-of-activity.ts';
import { plainWords } from './unwrap.ts';

/**
 * Judges every activity, whatever its type: a key that is awaited here is taken, any other secret is taken out of it and
 * its writer warned. Where there may be one, it is out of the activity before anything is waited for, so that not even an
 * error handler sees it; harmless words are put back.
 */
export async function hearSecret(
  authorizer: Authorizer,
  context: ChatTurn,
  sender: Sender,
): Promise<'nothing' | 'answered' | { readonly completed: string }> {
  const { activity } = context;
  if (isOfTheSdk(activity)) return 'nothing';
  const texts = withoutRepetitions(textsOf(activity));
  const isKnown = texts.some(({ text }) => holdsKnownSecret(text));
  const suspects = isWritten(activity) ? texts.filter(({ text, typed }) => typed && mayBeAsked(text)) : [];
  if (!isKnown && suspects.length === 0) return 'nothing';
  const putBack = redact(activity);
  const asked = isWritten(activity) ? await askedOf(authorizer, context, sender) : { earlier: [] };
  const verdict = judgeAll(
    suspects.map(({ text }) => text),
    asked,
    isKnown,
  );
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
      await say(context, authorizer.texts.secretInside, [authorizer.texts.sayStartOver, authorizer.texts.sayCancel]);
      return 'answered';
    case 'unasked':
      await say(context, authorizer.texts.unaskedSecret);
      return 'answered';
  }
}

/** A copy in other mark-up says nothing new. */
function withoutRepetitions(texts: readonly ActivityText[]): readonly ActivityText[] {
  const seen = new Set<string>();
  return texts.filter(({ text, typed }) => {
    const words = `${typed} ${plainWords(text).trim()}`;
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
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

/** A person wrote it, or has corrected it. */
function isWritten({ type }: TurnActivity): boolean {
  return type === 'message' || type === 'messageUpdate';
}

/** The bot's own sign-in through the Bot Framework's token service: nobody has typed these, and its dialogs wait for them. */
function isOfTheSdk({ type, name }: TurnActivity): boolean {
  if (type === 'event') return name === 'tokens/response';
  return type === 'invoke' && name !== undefined && name.startsWith('signin/');
}
