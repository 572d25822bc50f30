import { channelOf } from '../channels/channels.ts';
import { type AskedSecrets, askedSecrets } from '../flows/asked-secrets.ts';
import { judgeTexts } from '../secrets/judge-secret.ts';
import { redact } from '../secrets/redact-secrets.ts';
import { isWritten, type Secrets } from '../secrets/secrets-in.ts';
import { sayWhatIsOpen } from './floor.ts';
import { type Heard, hearCredential } from './hear-credential.ts';
import { heardElsewhere } from './heard-elsewhere.ts';
import { answer, say } from './say.ts';
import type { Turn } from './turn.ts';

/**
 * Judges every activity, whatever its type. Uses a key that we wait for here; removes any other secret and warns its writer.
 * Whatever may be a secret is out of the activity before the first await, so that not even an error handler sees it. Harmless
 * words are put back.
 */
export async function hearSecret(turn: Turn, { isKnown, suspects }: Secrets): Promise<Heard> {
  const { activity } = turn.context;
  if (!isKnown && suspects.length === 0) return 'nothing';
  const putBack = redact(activity);
  const asked = isWritten(activity) ? await askedOf(turn) : { earlier: [] };
  const verdict = judgeTexts(suspects, asked, isKnown);
  if (verdict.status === 'ordinary') {
    putBack();
    return 'nothing';
  }
  if (verdict.status === 'value') {
    const { authorizationId, field, value } = verdict;
    return hearCredential(turn, { authorizationId, values: { [field.key]: value } }, true);
  }
  if (await heardElsewhere(turn)) return 'answered';
  const { texts } = turn;
  if (verdict.status === 'inside') return answer(turn, texts.secretInside, [texts.sayStartOver, texts.sayCancel]);
  await say(turn, texts.unaskedSecret);
  // an edited message was handled when it was sent
  if (activity.type === 'message') await sayWhatIsOpen(turn);
  return 'answered';
}

async function askedOf({ context, services, sender }: Turn): Promise<AskedSecrets> {
  if (sender.status === 'refused') return { earlier: [] };
  const { owner, conversation } = sender;
  const { masked } = channelOf(context.activity).shows;
  return askedSecrets(services, { owner, conversationKey: conversation.key, masks: masked });
}
