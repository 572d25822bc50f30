import type { TurnActivity } from '../channels/activity.ts';
import { parsedJson } from '../model/json.ts';
import { isEnvelope } from './texts-of-activity.ts';

/** The data of a submitted credential card. Only our own cards count. */
export interface SubmittedCard {
  readonly authorizationId: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The mark in a card's data; Direct Line copies it into `activity.value`. */
export const CARD_MARK = 'latchkey';

const REDACTED = '[redacted]';

/** In activities of any type: a message has the data as its value, an invoke below `action.data`, some channels as JSON text. */
export function cardIn({ value, channelData, text }: TurnActivity): SubmittedCard | undefined {
  const data = markedIn(value, 0) ?? markedIn(channelData, 0) ?? markedIn(text, 0);
  if (data === undefined) return undefined;
  const { [CARD_MARK]: authorizationId, ...values } = data;
  return { authorizationId: typeof authorizationId === 'string' ? authorizationId : '', values };
}

/**
 * Removes everything from the activity that a person may have written. Returns a function that puts it back if it is
 * harmless. `into` defaults to the same activity.
 */
export function redact(activity: TurnActivity): (into?: TurnActivity) => void {
  const taken = Object.entries(activity).filter(([member]) => !isEnvelope(member));
  for (const [member] of taken) Reflect.deleteProperty(activity, member);
  activity.text = REDACTED;
  return (into = activity) => {
    Reflect.deleteProperty(into, 'text');
    for (const [member, value] of taken) Reflect.set(into, member, value);
  };
}

const DEEPEST = 6;

function markedIn(value: unknown, depth: number): Readonly<Record<string, unknown>> | undefined {
  if (depth > DEEPEST) return undefined;
  if (typeof value === 'string') {
    return value.includes(`"${CARD_MARK}"`) ? markedIn(parsedJson(value), depth + 1) : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.hasOwn(value, CARD_MARK)) return { ...value };
  for (const inside of Object.values(value)) {
    const found = markedIn(inside, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
