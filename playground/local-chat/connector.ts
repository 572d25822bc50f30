import type { Server } from 'restify';
import { type ActivityDraft, type ChatAccount, displayName, isRecord } from './chat-activity.ts';
import { type Conversation, drawUp, findActivity, personalConversationId } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import { door, Refusal, type Reply, type Visit } from './door.ts';

/** The part of the Bot Connector API with which a bot replies, changes its messages, begins conversations and lists members. */
export function mountConnector(
  server: Server,
  conversations: Conversations,
  bot: ChatAccount,
  serviceUrl: () => string,
  now: () => Date,
): void {
  const conversationOf = (visit: Visit): Conversation => {
    const found = conversations.find(visit.part('conversationId'));
    if (!found) throw new Refusal(404, 'ConversationNotFound', 'There is no such conversation.');
    return found;
  };

  /** Web Chat holds a message back for 5 s when it has not seen its replyToId, and a continued conversation makes one up. */
  const say = (conversation: Conversation, body: Readonly<Record<string, unknown>>, replyToId: unknown): string => {
    const { replyToId: _replyToId, ...rest } = body;
    const known = typeof replyToId === 'string' && findActivity(conversation, replyToId) ? { replyToId } : {};
    const activity = drawUp(conversation, { ...rest, ...known, ...saidBy(bot, body) }, now());
    if (SHOWN.includes(activity.type)) conversations.say(conversation, activity);
    return activity.id;
  };

  server.post(
    '/v3/conversations',
    door(async (visit) => {
      const body = await visit.body();
      const members = Array.isArray(body.members) ? body.members.filter(isRecord).map(readMember) : [];
      const conversation = begin(conversations, members, body.isGroup === true);
      for (const member of members) conversation.members.set(member.id, member);
      conversations.noteMembers(conversation);
      const activityId = isRecord(body.activity) ? say(conversation, body.activity, undefined) : undefined;
      return { status: 201, body: { id: conversation.id, activityId, serviceUrl: serviceUrl() } };
    }),
  );

  server.post(
    '/v3/conversations/:conversationId/activities',
    door(async (visit) => {
      const body = await visit.body();
      return { status: 201, body: { id: say(conversationOf(visit), body, body.replyToId) } };
    }),
  );

  server.post(
    '/v3/conversations/:conversationId/activities/:activityId',
    door(async (visit) => {
      const body = await visit.body();
      return { status: 201, body: { id: say(conversationOf(visit), body, visit.part('activityId')) } };
    }),
  );

  server.put(
    '/v3/conversations/:conversationId/activities/:activityId',
    door(async (visit) => {
      const body = await visit.body();
      const conversation = conversationOf(visit);
      const id = saidActivityId(conversation, visit);
      conversations.say(conversation, { ...drawUp(conversation, { ...body, ...saidBy(bot, body) }, now()), id });
      return { status: 200, body: { id } };
    }),
  );

  server.del(
    '/v3/conversations/:conversationId/activities/:activityId',
    door((visit) => {
      const conversation = conversationOf(visit);
      conversations.unsay(conversation, saidActivityId(conversation, visit));
      return { status: 200, body: {} };
    }),
  );

  server.get(
    '/v3/conversations/:conversationId/members',
    door((visit) => ({ status: 200, body: [...conversationOf(visit).members.values()] })),
  );

  server.get(
    '/v3/conversations/:conversationId/pagedmembers',
    door((visit) => ({ status: 200, body: { members: [...conversationOf(visit).members.values()] } })),
  );

  server.get(
    '/v3/conversations/:conversationId/members/:memberId',
    door((visit): Reply => {
      const member = conversationOf(visit).members.get(visit.part('memberId'));
      if (!member) throw new Refusal(404, 'MemberNotFound', 'There is nobody of that id in this conversation.');
      return { status: 200, body: member };
    }),
  );
}

/** Traces and the like are for tools, not for the people in the conversation. */
const SHOWN: readonly string[] = ['message', 'typing', 'event'];

/** As in Teams, a new conversation with one person is the one that they already have. */
function begin(conversations: Conversations, members: readonly ChatAccount[], isGroup: boolean): Conversation {
  const [only, ...others] = members;
  if (only && others.length === 0 && !isGroup) return conversations.open(personalConversationId(only.id));
  return conversations.begin(isGroup || others.length > 0 ? 'group' : 'personal');
}

function readMember(member: Readonly<Record<string, unknown>>): ChatAccount {
  if (typeof member.id !== 'string') throw new Refusal(400, 'BadArgument', 'A member needs an id.');
  return { id: member.id, name: typeof member.name === 'string' && member.name ? member.name : displayName(member.id) };
}

function saidBy(bot: ChatAccount, body: Readonly<Record<string, unknown>>): ActivityDraft {
  return { type: typeof body.type === 'string' ? body.type : 'message', from: bot };
}

function saidActivityId(conversation: Conversation, visit: Visit): string {
  const id = visit.part('activityId');
  if (!findActivity(conversation, id))
    throw new Refusal(404, 'ActivityNotFoundInConversation', 'That was never said here.');
  return id;
}
