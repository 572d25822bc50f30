/** Who, where and when: a channel writes these, nobody types them. */
const ENVELOPE: ReadonlySet<string> = new Set([
  'type',
  'id',
  'name',
  'timestamp',
  'localTimestamp',
  'localTimezone',
  'rawTimestamp',
  'rawLocalTimestamp',
  'channelId',
  // the Agents SDK's private member for `channelId`
  '_channelId',
  'serviceUrl',
  'from',
  'recipient',
  'conversation',
  'replyToId',
  'relatesTo',
  'callerId',
  'locale',
  'deliveryMode',
]);

export function isEnvelope(member: string): boolean {
  return ENVELOPE.has(member);
}

/** Members under which channels repeat in their own data what was typed. */
const TYPED: ReadonlySet<string> = new Set([
  'text',
  'body',
  'html',
  'content',
  'message',
  'caption',
  'summary',
  'speak',
]);
const DEEPEST = 8;
const MOST = 500;

export interface ActivityText {
  readonly text: string;
  /** True for what a person typed and copies of it; false for other data. */
  readonly typed: boolean;
}

/** Every text in an activity that a person may have written: its `text` first, then copies and all other data. */
export function textsOf(activity: object): readonly ActivityText[] {
  const found: ActivityText[] = [];
  if ('text' in activity && typeof activity.text === 'string' && activity.text !== '')
    found.push({ text: activity.text, typed: true });
  for (const member of Object.keys(activity)) {
    if (ENVELOPE.has(member)) continue;
    const value: unknown = Reflect.get(activity, member);
    if (member !== 'text' || typeof value !== 'string') collect(value, member, 0, found);
  }
  return found;
}

function collect(value: unknown, name: string, depth: number, found: ActivityText[]): void {
  if (found.length >= MOST) return;
  if (typeof value === 'string') {
    if (value !== '' && !isChannelsOwn(name)) found.push({ text: value, typed: TYPED.has(name) });
    return;
  }
  if (typeof value !== 'object' || value === null || depth >= DEEPEST) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, name, depth + 1, found);
    return;
  }
  for (const [member, inside] of Object.entries(value)) collect(inside, member, depth + 1, found);
}

/** Slack sends the bot's own token along with every message; file links of Teams carry one too. */
function isChannelsOwn(name: string): boolean {
  return /^(?:api_?token|token|(?:content|download|thumbnail|response)_?url)$/i.test(name);
}
