import { randomUUID } from 'node:crypto';
import type { Server } from 'restify';
import { createAttendance } from './attendance.ts';
import type { BotLine } from './bot-line.ts';
import { type ChatAccount, displayName, isRecord } from './chat-activity.ts';
import {
  activitiesAfter,
  type Conversation,
  drawUp,
  findSent,
  isUsableId,
  kindOfName,
  mayEnter,
  personalConversationId,
} from './conversation.ts';
import type { Conversations } from './conversations.ts';
import { door, Refusal, type Visit } from './door.ts';

/**
 * The part of Direct Line 3.0 that Web Chat speaks when it polls: tokens, conversations, activities with a watermark.
 * A token is `local.<user>`, or `local.<user>/<locale>`: it names the user and proves nothing.
 */
export function mountDirectLine(server: Server, conversations: Conversations, bot: BotLine, now: () => Date): void {
  const attendance = createAttendance(conversations, bot, now);
  const visited = (visit: Visit): { user: ChatAccount; conversation: Conversation } => {
    const user = userOf(visit);
    return { user, conversation: openNamed(conversations, checkedId(visit.part('conversationId')), user) };
  };

  server.post(
    '/v3/directline/tokens/generate',
    door(async (visit) => {
      const { user } = await visit.body();
      const id = isRecord(user) && typeof user.id === 'string' ? checkedId(user.id) : 'alice';
      return { status: 200, body: ticket(randomUUID(), person(id)) };
    }),
  );

  server.post(
    '/v3/directline/tokens/refresh',
    door((visit) => ({ status: 200, body: ticket(randomUUID(), userOf(visit), localeOf(visit)) })),
  );

  server.post(
    '/v3/directline/conversations',
    door(async (visit) => {
      const user = userOf(visit);
      const conversation = conversations.begin('personal');
      await attendance.join(conversation, user, localeOf(visit));
      return { status: 201, body: ticket(conversation.id, user, localeOf(visit)) };
    }),
  );

  server.get(
    '/v3/directline/conversations/:conversationId',
    door(async (visit) => {
      const { user, conversation } = visited(visit);
      await attendance.join(conversation, user, localeOf(visit));
      return { status: 200, body: ticket(conversation.id, user, localeOf(visit)) };
    }),
  );

  server.post(
    '/v3/directline/conversations/:conversationId/activities',
    door(async (visit) => {
      const body = await visit.body();
      if (typeof body.type !== 'string') throw new Refusal(400, 'MissingProperty', 'An activity needs a type.');
      const { user, conversation } = visited(visit);
      await attendance.joinIfForgotten(conversation, user, localeOf(visit));
      const draft = { ...body, type: body.type, from: user };
      const earlier = findSent(conversation, draft);
      if (earlier) return { status: 200, body: { id: earlier.id } };
      const activity = drawUp(conversation, draft, now());
      conversations.say(conversation, activity);
      void bot.tell(conversation, activity);
      return { status: 200, body: { id: activity.id } };
    }),
  );

  server.get(
    '/v3/directline/conversations/:conversationId/activities',
    door(async (visit) => {
      const { user, conversation } = visited(visit);
      await attendance.joinIfForgotten(conversation, user, localeOf(visit));
      const watermark = readWatermark(visit);
      if (activitiesAfter(conversation, watermark).length === 0) {
        await conversations.somethingSaid(conversation, goneSignal(visit));
      }
      const activities = activitiesAfter(conversation, watermark);
      return { status: 200, body: { activities, watermark: String(conversation.position) } };
    }),
  );
}

function openNamed(conversations: Conversations, id: string, user: ChatAccount): Conversation {
  const existing = conversations.find(id);
  const mayOpen = existing
    ? mayEnter(existing, user.id)
    : kindOfName(id) === 'group' || id === personalConversationId(user.id);
  if (!mayOpen) throw new Refusal(403, 'Forbidden', 'This conversation is somebody else’s.');
  return existing ?? conversations.open(id);
}

function userOf(visit: Pick<Visit, 'req'>): ChatAccount {
  const { user } = tokenOf(visit);
  if (user === undefined)
    throw new Refusal(401, 'Unauthorized', 'Say who you are: Authorization: Bearer local.<user>.');
  return person(checkedId(user));
}

/** The locale of the person's client, if it tells. */
function localeOf(visit: Pick<Visit, 'req'>): string | undefined {
  return tokenOf(visit).locale;
}

function tokenOf({ req }: Pick<Visit, 'req'>): { readonly user?: string; readonly locale?: string } {
  return { ...TOKEN.exec(req.headers.authorization ?? '')?.groups };
}

const TOKEN = /^Bearer local\.(?<user>[^/]+)(?:\/(?<locale>[A-Za-z-]{2,20}))?$/;

function person(id: string): ChatAccount {
  return { id, name: displayName(id) };
}

/** Ids come from the address line of a browser. */
function checkedId(id: string): string {
  if (!isUsableId(id)) throw new Refusal(400, 'BadArgument', 'An id has letters, digits and . _ @ : - only.');
  return id;
}

function ticket(conversationId: string, user: ChatAccount, locale?: string) {
  const token = locale === undefined ? `local.${user.id}` : `local.${user.id}/${locale}`;
  return { conversationId, token, expires_in: 3600 };
}

function readWatermark({ req }: Visit): number {
  const watermark = Number(new URL(req.url ?? '', 'http://localhost').searchParams.get('watermark'));
  return Number.isSafeInteger(watermark) && watermark > 0 ? watermark : 0;
}

/** Node closes a request as soon as its body has been read; only the response tells that the reader has gone. */
function goneSignal({ res }: Visit): AbortSignal {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  return gone.signal;
}
