import { setTimeout as sleep } from 'node:timers/promises';

/** What the bot said, as a client sees it. */
export interface Heard {
  readonly type: string;
  readonly text?: string;
  readonly summary?: string;
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
  readonly conversation: string;
  /** Says something and waits until the bot has said `replies` more messages. Answers those. */
  say(text: string, replies?: number): Promise<readonly Heard[]>;
  /** Sends any activity at all, e.g. a submitted card or a forged event. */
  send(activity: Readonly<Record<string, unknown>>, replies?: number): Promise<readonly Heard[]>;
  /** Waits for what the bot says unasked. */
  hear(replies?: number): Promise<readonly Heard[]>;
  /** Nothing more is said within a moment. */
  hearsNothing(milliseconds?: number): Promise<void>;
}

const PATIENCE = 8_000;

export async function openChat(url: string, user: string, conversation = `chat-${user}`): Promise<ChatPerson> {
  const base = `${url}/v3/directline/conversations/${encodeURIComponent(conversation)}`;
  const headers = { authorization: `Bearer local.${user}`, 'content-type': 'application/json' };
  let watermark = 0;
  const unread: Heard[] = [];

  const poll = async (): Promise<void> => {
    const answer = await fetch(`${base}/activities?watermark=${watermark}`, {
      headers,
      signal: AbortSignal.timeout(400),
    }).catch(() => undefined);
    if (answer === undefined) return;
    const body = (await answer.json()) as { activities: readonly Heard[]; watermark: string };
    watermark = Number(body.watermark);
    unread.push(...body.activities.filter((activity) => activity.type === 'message' && activity.from.id === 'bot'));
  };

  const take = async (replies: number): Promise<readonly Heard[]> => {
    for (const deadline = Date.now() + PATIENCE; unread.length < replies && Date.now() < deadline; ) await poll();
    if (unread.length < replies) {
      throw new Error(`${user} waited for ${replies} messages and heard ${JSON.stringify(unread.map(textOf))}`);
    }
    return unread.splice(0, replies);
  };

  const send = async (activity: Readonly<Record<string, unknown>>, replies = 1): Promise<readonly Heard[]> => {
    const answer = await fetch(`${base}/activities`, { method: 'POST', headers, body: JSON.stringify(activity) });
    if (!answer.ok) throw new Error(`the chat refused with ${answer.status}`);
    return take(replies);
  };

  const entered = await fetch(base, { headers });
  if (!entered.ok) throw new Error(`${user} may not enter: ${entered.status}`);
  await poll();
  unread.length = 0;

  return {
    conversation,
    send,
    say: (text, replies = 1) => send({ type: 'message', text }, replies),
    hear: take,
    hearsNothing: async (milliseconds = 400) => {
      await sleep(milliseconds);
      await poll();
      if (unread.length > 0) throw new Error(`${user} heard ${JSON.stringify(unread.map(textOf))}`);
    },
  };
}

/** Text of a message and of everything on its cards. */
export function textOf(message: Heard | undefined): string {
  const cards = (message?.attachments ?? []).flatMap((attachment) => attachment.content.body ?? []);
  return [message?.text ?? '', ...cards.map((element) => JSON.stringify(element))].join('\n').trim();
}

/** The one-time link on a card. */
export function linkOn(messages: readonly Heard[]): string {
  for (const message of messages) {
    for (const attachment of message.attachments ?? []) {
      const url = attachment.content.actions?.find((action) => action.type === 'Action.OpenUrl')?.url;
      if (url?.includes('/connect/')) return url;
    }
  }
  throw new Error(`no link in ${JSON.stringify(messages.map(textOf))}`);
}

/** What a credential card submits beside its fields. */
export function cardDataOn(messages: readonly Heard[]): Readonly<Record<string, unknown>> {
  for (const message of messages) {
    for (const attachment of message.attachments ?? []) {
      const data = attachment.content.actions?.find((action) => action.type === 'Action.Submit')?.data;
      if (data !== undefined) return data;
    }
  }
  throw new Error(`no card to submit in ${JSON.stringify(messages.map(textOf))}`);
}
