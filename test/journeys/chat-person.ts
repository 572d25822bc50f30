/** What the bot said, as a client sees it. */
export interface Heard {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly from: { readonly id: string };
  readonly attachments?: readonly { readonly content: CardContent }[];
  readonly suggestedActions?: { readonly actions: readonly { readonly value: string }[] };
}

interface CardContent {
  readonly body?: readonly Readonly<Record<string, unknown>>[];
  readonly actions?: readonly {
    readonly type: string;
    readonly url?: string;
    readonly data?: Readonly<Record<string, unknown>>;
  }[];
}

/** A person in front of a chat client that speaks Direct Line with the playground. */
export interface ChatPerson {
  readonly user: string;
  readonly conversation: string;
  /** Says something and waits until the bot has answered. Gives all that the bot said in that turn. */
  say(text: string): Promise<readonly Heard[]>;
  /** Fills the fields of a credential card and presses its button. */
  submit(asked: readonly Heard[], fields: Readonly<Record<string, string>>): Promise<readonly Heard[]>;
  /** Sends any activity that the bot answers. */
  send(activity: Readonly<Record<string, unknown>>): Promise<readonly Heard[]>;
  /**
   * Hands an activity to a bot's messaging endpoint without the chat's own door, as a channel could: waits for the end of
   * its turn, and gives what the bot said, which may be nothing.
   */
  post(activity: Readonly<Record<string, unknown>>, instance?: string): Promise<readonly Heard[]>;
  /** The same messages as they stand in the chat now. */
  look(heard: readonly Heard[]): Promise<readonly Heard[]>;
  /** Waits for what the bot says unasked: for anything, or until its words match. */
  hear(until?: RegExp): Promise<readonly Heard[]>;
  /** What the bot has said meanwhile, which may be nothing. */
  listen(): Promise<readonly Heard[]>;
  /** Fails when the bot has said anything since it was last listened to. */
  hearsNothing(): Promise<void>;
}

/** Milliseconds that a person waits for an answer. */
const PATIENCE = 8_000;

/** @param conversation a name that others may share (a group), `another` for one more of the person's own; default the person's own */
export async function openChat(url: string, user: string, conversation = `chat-${user}`): Promise<ChatPerson> {
  const headers = { authorization: `Bearer local.${user}`, 'content-type': 'application/json' };
  const id = conversation === 'another' ? await beginAnother(url, headers) : conversation;
  const base = `${url}/v3/directline/conversations/${encodeURIComponent(id)}`;
  const known = new Set<string>();
  let watermark = 0;

  const read = async (
    after: number,
  ): Promise<{ readonly activities: readonly Heard[]; readonly watermark: string }> => {
    const answer = await fetch(`${base}/activities?watermark=${after}`, {
      headers,
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!answer.ok) throw new Error(`the chat does not let ${user} read: ${answer.status}`);
    return (await answer.json()) as { readonly activities: readonly Heard[]; readonly watermark: string };
  };

  /** What the bot said and nobody has listened to. Does not wait. */
  const unheard = async (): Promise<readonly Heard[]> => {
    const { activities } = await read(0);
    return activities.filter((one) => one.type === 'message' && one.from.id === 'bot' && !known.has(one.id));
  };

  /** A turn of nothing: when it is over, so is every turn of this conversation that began before it. */
  const turnsAreOver = async (): Promise<void> => {
    const status = await deliver(url, { type: 'event', name: 'nothing' });
    if (status !== 200) throw new Error(`the bot does not even take an event: ${status}`);
  };

  const deliver = async (instance: string, activity: Readonly<Record<string, unknown>>): Promise<number> => {
    const answer = await fetch(`${instance}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id: crypto.randomUUID(),
        channelId: 'webchat',
        serviceUrl: url,
        from: { id: user, name: nameOf(user) },
        recipient: { id: 'bot', name: 'Latchkey Demo', role: 'bot' },
        conversation: addressOf(id, conversation),
        ...activity,
      }),
    });
    return answer.status;
  };

  const listen = async (): Promise<readonly Heard[]> => {
    await turnsAreOver();
    const heard = await unheard();
    for (const one of heard) known.add(one.id);
    return heard;
  };

  const hear = async (until = /./): Promise<readonly Heard[]> => {
    const heard: Heard[] = [];
    for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; ) {
      const answer = await read(watermark).catch(() => undefined);
      if (answer !== undefined) watermark = Number(answer.watermark);
      const isNew = (one: Heard) => one.type === 'message' && one.from.id === 'bot' && !known.has(one.id);
      if (answer?.activities.some(isNew)) heard.push(...(await listen()));
      if (until.test(textsOf(heard))) return heard;
    }
    throw new Error(`${user} waited ${PATIENCE / 1000} s for ${until} and heard ${JSON.stringify(heard.map(textOf))}`);
  };

  const hearsNothing = async (): Promise<void> => {
    const heard = await listen();
    if (heard.length > 0) throw new Error(`${user} heard ${JSON.stringify(heard.map(textOf))}`);
  };

  const send = async (activity: Readonly<Record<string, unknown>>): Promise<readonly Heard[]> => {
    const before = await unheard();
    if (before.length > 0) throw new Error(`${user} has not listened to ${JSON.stringify(before.map(textOf))}`);
    const answer = await fetch(`${base}/activities`, { method: 'POST', headers, body: JSON.stringify(activity) });
    if (!answer.ok) throw new Error(`the chat refused with ${answer.status}`);
    return hear().catch((error: unknown) => {
      throw new Error(`the bot did not answer ${JSON.stringify(activity)}`, { cause: error });
    });
  };

  const entered = await fetch(base, { headers });
  if (!entered.ok) throw new Error(`${user} may not enter ${id}: ${entered.status}`);
  await listen();

  return {
    user,
    conversation: id,
    send,
    hear,
    listen,
    hearsNothing,
    look: async (heard) => {
      await turnsAreOver();
      const { activities } = await read(0);
      return heard.map((one) => activities.find(({ id: other }) => other === one.id) ?? one);
    },
    say: (text) => send({ type: 'message', text }),
    submit: (asked, fields) => send({ type: 'message', value: { ...cardDataOn(asked), ...fields } }),
    post: async (activity, instance = url) => {
      await deliver(instance, activity);
      return listen();
    },
  };
}

async function beginAnother(url: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const answer = await fetch(`${url}/v3/directline/conversations`, { method: 'POST', headers, body: '{}' });
  const begun = (await answer.json()) as { readonly conversationId: string };
  return begun.conversationId;
}

function addressOf(id: string, named: string) {
  const kind = named === 'another' || id.startsWith('chat-') ? 'personal' : 'group';
  return { id, isGroup: kind === 'group', conversationType: kind };
}

/** As the local chat shows people. */
export function nameOf(user: string): string {
  return user.charAt(0).toUpperCase() + user.slice(1);
}

/** The words of a message and of everything on its cards. */
export function textOf(message: Heard | undefined): string {
  const cards = (message?.attachments ?? []).map((attachment) => attachment.content.body ?? []);
  return [message?.text ?? '', ...wordsIn(cards)].filter((line) => line !== '').join('\n');
}

/** The words of several messages. */
export function textsOf(messages: readonly Heard[]): string {
  return messages.map(textOf).join('\n');
}

const SAID = new Set(['text', 'title', 'subtitle', 'value', 'label']);

function wordsIn(element: unknown): readonly string[] {
  if (Array.isArray(element)) return element.flatMap(wordsIn);
  if (typeof element !== 'object' || element === null) return [];
  return Object.entries(element).flatMap(([key, value]) =>
    typeof value === 'string' ? (SAID.has(key) ? [value] : []) : wordsIn(value),
  );
}

/** What the buttons beneath the messages say for the person. */
export function suggestionsOn(messages: readonly Heard[]): readonly string[] {
  return messages.flatMap(({ suggestedActions }) => suggestedActions?.actions ?? []).map(({ value }) => value);
}

/** The one-time link on a card, or on a line of its own where the channel shows words only. */
export function linkOn(messages: readonly Heard[]): string {
  const [url] = linksOn(messages);
  if (url === undefined) throw new Error(`no link in ${JSON.stringify(messages.map(textOf))}`);
  return url;
}

/** One-time links, those on cards first. */
export function linksOn(messages: readonly Heard[]): readonly string[] {
  const onCards = actionsOn(messages).flatMap(({ url = '' }) => (url.includes('/connect/') ? [url] : []));
  const words = messages.map(({ text = '' }) => text).join('\n');
  return [...onCards, ...(words.match(/^https?:\/\/\S+\/connect\/\S+$/gm) ?? [])];
}

/** What a credential card submits beside its fields. */
export function cardDataOn(messages: readonly Heard[]): Readonly<Record<string, unknown>> {
  const data = actionsOn(messages).find(({ type }) => type === 'Action.Submit')?.data;
  if (data === undefined) throw new Error(`no card to submit in ${JSON.stringify(messages.map(textOf))}`);
  return data;
}

function actionsOn(messages: readonly Heard[]) {
  const cards = messages.flatMap((message) => message.attachments ?? []).map((attachment) => attachment.content);
  return cards.flatMap((card) => card.actions ?? []);
}
