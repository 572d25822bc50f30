import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import restify from 'restify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ActivityToBot } from '../../playground/local-chat/bot-line.ts';
import { type LocalChatOptions, mountLocalChat } from '../../playground/local-chat/mount-local-chat.ts';
import { closeServer } from '../../src/web/close-server.ts';

let chat: Chat;

beforeEach(async () => {
  chat = await startChat();
});

afterEach(async () => {
  await chat.close();
});

describe('a person in Direct Line', () => {
  it('enters a conversation of their own, and the bot hears of it once', async () => {
    await enter('alice', 'chat-alice');
    await enter('alice', 'chat-alice');
    expect(chat.heard).toHaveLength(1);
    expect(chat.heard[0]).toMatchObject({
      type: 'conversationUpdate',
      channelId: 'webchat',
      serviceUrl: chat.url,
      from: { id: 'alice', name: 'Alice' },
      recipient: { id: 'bot', name: 'Latchkey' },
      membersAdded: [{ id: 'bot' }, { id: 'alice' }],
      conversation: { id: 'chat-alice', isGroup: false, conversationType: 'personal' },
    });
  });

  it('enters with the language of the client, which the bot hears before anybody speaks', async () => {
    const headers = { authorization: 'Bearer local.alice/pt-BR' };
    const entered = await fetch(`${chat.url}/v3/directline/conversations/chat-alice`, { headers });
    expect(await entered.json()).toMatchObject({ token: 'local.alice/pt-BR' });
    expect(chat.heard).toMatchObject([{ type: 'conversationUpdate', locale: 'pt-BR', from: { id: 'alice' } }]);
  });

  it('shares a conversation that is opened by its name, and the bot knows that it is a group', async () => {
    await enter('alice', 'team');
    await enter('bob', 'team');
    await says('alice', 'team', 'hello');
    const { activities } = await reads('bob', 'team');
    expect(activities).toMatchObject([{ text: 'hello', from: { id: 'alice', name: 'Alice' } }]);
    expect(chat.heard.map((activity) => activity.type)).toEqual([
      'conversationUpdate',
      'conversationUpdate',
      'message',
    ]);
    expect(chat.heard[1]).toMatchObject({ membersAdded: [{ id: 'bob' }] });
    expect(chat.heard[2]).toMatchObject({ conversation: { id: 'team', isGroup: true, conversationType: 'group' } });
  });

  it('begins a conversation without a name, which nobody else may enter', async () => {
    const begun = await call('POST', '/v3/directline/conversations', { user: 'alice' });
    expect(begun.status).toBe(201);
    expect(begun.body).toMatchObject({ token: 'local.alice', expires_in: 3600 });
    const id = String(begun.body.conversationId);
    expect((await call('GET', `/v3/directline/conversations/${id}`, { user: 'bob' })).status).toBe(403);
    expect((await call('GET', `/v3/directline/conversations/${id}`, { user: 'alice' })).status).toBe(200);
  });

  it('is given and renewed a token', async () => {
    const given = await call('POST', '/v3/directline/tokens/generate', { json: { user: { id: 'bob' } } });
    expect(given.body).toMatchObject({ token: 'local.bob' });
    const renewed = await call('POST', '/v3/directline/tokens/refresh', { user: 'bob' });
    expect(renewed.body).toMatchObject({ token: 'local.bob' });
  });

  it('is who the token says, whatever the activity says', async () => {
    await sends('alice', 'team', {
      type: 'message',
      text: 'hi',
      from: { id: 'bob' },
      id: 'mine',
      channelId: 'msteams',
    });
    const { activities } = await reads('alice', 'team');
    expect(activities[0]).toMatchObject({ from: { id: 'alice' }, channelId: 'webchat' });
    expect(activities[0]?.id).not.toBe('mine');
  });

  it('waits for what is said next', async () => {
    await enter('alice', 'team');
    const waiting = reads('alice', 'team');
    await says('bob', 'team', 'here I am');
    expect((await waiting).activities).toMatchObject([{ text: 'here I am' }]);
  });

  it('does not keep a browser’s last connections waiting', async () => {
    const tabs = ['one', 'two', 'three', 'four'];
    for (const conversation of tabs) await enter('alice', conversation);
    const waiting = tabs.map((conversation) => reads('alice', conversation));
    expect((await Promise.race(waiting)).activities).toEqual([]);
    await chat.close();
    expect(await Promise.all(waiting)).toHaveLength(4);
    await restart({});
  });

  it('reads on from the watermark, and from the start when the watermark is from another life', async () => {
    await says('alice', 'team', 'one');
    const { watermark } = await reads('alice', 'team');
    await says('alice', 'team', 'two');
    expect((await reads('alice', 'team', watermark)).activities).toMatchObject([{ text: 'two' }]);
    expect((await reads('alice', 'team', '900')).activities).toHaveLength(2);
    expect((await reads('alice', 'team', 'nonsense')).activities).toHaveLength(2);
  });

  it('reads in the chat that the bot did not take a message', async () => {
    chat.botIsDown = true;
    await enter('alice', 'team');
    expect((await reads('alice', 'team')).activities).toMatchObject([
      { text: expect.stringContaining('could not be reached') },
    ]);
    chat.botIsDown = false;
    await enter('alice', 'team');
    expect(chat.heard).toHaveLength(1);
  });
});

describe('the bot at the Connector', () => {
  it('answers, and an answer to something that was never said stands alone', async () => {
    const { id } = await says('alice', 'team', 'hello');
    await call('POST', `/v3/conversations/team/activities/${id}`, { json: { type: 'message', text: 'yes?' } });
    await call('POST', '/v3/conversations/team/activities/made-up', {
      json: { type: 'message', text: 'unasked', replyToId: 'made-up' },
    });
    const { activities } = await reads('alice', 'team');
    expect(activities[1]).toMatchObject({ text: 'yes?', replyToId: id, from: { id: 'bot', name: 'Latchkey' } });
    expect(activities[2]).toMatchObject({ text: 'unasked' });
    expect(activities[2]).not.toHaveProperty('replyToId');
  });

  it('passes on cards, suggested actions and typing, and keeps traces to itself', async () => {
    await enter('alice', 'team');
    const path = '/v3/conversations/team/activities';
    await call('POST', path, { json: { type: 'typing' } });
    expect((await reads('alice', 'team')).activities).toMatchObject([{ type: 'typing' }]);
    const suggestedActions = { actions: [{ type: 'imBack', title: 'Tea', value: 'Tea' }] };
    await call('POST', path, { json: { type: 'message', attachments: [{ contentType: 'x' }], suggestedActions } });
    await call('POST', path, { json: { type: 'trace', value: 'secret' } });
    const { activities } = await reads('alice', 'team');
    expect(activities).toMatchObject([{ type: 'message', attachments: [{ contentType: 'x' }], suggestedActions }]);
  });

  it('changes what it said, in its place', async () => {
    await enter('alice', 'team');
    const sent = await call('POST', '/v3/conversations/team/activities', { json: { type: 'message', text: 'old' } });
    const before = await reads('alice', 'team');
    const path = `/v3/conversations/team/activities/${sent.body.id}`;
    await call('PUT', path, { json: { type: 'message', text: 'new' } });
    const after = await reads('alice', 'team', before.watermark);
    expect(after.activities).toMatchObject([
      { id: sent.body.id, text: 'new', timestamp: before.activities[0]?.timestamp },
    ]);
    expect((await reads('alice', 'team')).activities).toHaveLength(1);
    expect((await call('PUT', '/v3/conversations/team/activities/never', { json: {} })).status).toBe(404);
  });

  it('deletes what was said, and nothing of it stays', async () => {
    const { id } = await says('alice', 'team', 'my password is hunter2');
    expect((await call('DELETE', `/v3/conversations/team/activities/${id}`)).status).toBe(200);
    const { activities } = await reads('alice', 'team');
    expect(activities).toMatchObject([{ id, type: 'messageDelete' }]);
    expect(JSON.stringify(activities)).not.toContain('hunter2');
    expect((await call('DELETE', '/v3/conversations/team/activities/never')).status).toBe(404);
  });

  it('begins a personal conversation where that person is, and a group elsewhere', async () => {
    const json = { members: [{ id: 'bob' }], activity: { type: 'message', text: 'a word, Bob' } };
    const begun = await call('POST', '/v3/conversations', { json });
    expect(begun).toMatchObject({ status: 201, body: { id: 'chat-bob', serviceUrl: chat.url } });
    expect((await reads('bob', 'chat-bob')).activities).toMatchObject([
      { id: begun.body.activityId, text: 'a word, Bob' },
    ]);

    const group = await call('POST', '/v3/conversations', { json: { isGroup: true, members: [{ id: 'bob' }] } });
    const members = await call('GET', `/v3/conversations/${group.body.id}/members`);
    expect(members.body).toEqual([{ id: 'bob', name: 'Bob' }]);
  });

  it('asks who is there', async () => {
    await enter('alice', 'team');
    await enter('bob', 'team');
    const people = [
      { id: 'alice', name: 'Alice' },
      { id: 'bob', name: 'Bob' },
    ];
    expect((await call('GET', '/v3/conversations/team/members')).body).toEqual(people);
    expect((await call('GET', '/v3/conversations/team/pagedmembers')).body).toEqual({ members: people });
    expect((await call('GET', '/v3/conversations/team/members/bob')).body).toEqual(people[1]);
    expect((await call('GET', '/v3/conversations/team/members/carol')).status).toBe(404);
    expect((await call('GET', '/v3/conversations/nowhere/members')).status).toBe(404);
  });
});

describe('a stranger', () => {
  const hostile: readonly (readonly [string, IncomingHttpHeaders])[] = [
    ['a page of another origin', { origin: 'https://evil.example' }],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', { origin: 'null' }],
    ['another site whose request has no Origin', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['a name that was bound to this machine', { host: 'evil.example' }],
    ['a name that only begins like loopback', { host: '127.0.0.1.evil.example' }],
    ['the other end of a tunnel', { 'x-forwarded-host': 'evil.example' }],
  ];

  it.each(hostile)('is refused: %s', async (_who, headers) => {
    expect((await call('POST', '/v3/directline/conversations', { user: 'alice', headers })).status).toBe(403);
    expect((await call('GET', '/v3/directline/conversations/chat-alice', { user: 'alice', headers })).status).toBe(403);
    expect((await call('POST', '/v3/conversations', { json: { members: [] }, headers })).status).toBe(403);
    expect(chat.heard).toEqual([]);
  });

  it('is let in when it is our own page', async () => {
    const headers = { origin: chat.url, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' };
    expect((await call('GET', '/v3/directline/conversations/team', { user: 'alice', headers })).status).toBe(200);
    const named = {
      origin: chat.url.replace('127.0.0.1', 'localhost'),
      host: chat.url.replace('http://127.0.0.1', 'localhost'),
    };
    expect((await call('GET', '/v3/directline/conversations/team', { user: 'alice', headers: named })).status).toBe(
      200,
    );
  });

  it('says who it is, in letters that an id may have', async () => {
    expect((await call('GET', '/v3/directline/conversations/team')).status).toBe(401);
    expect((await call('GET', '/v3/directline/conversations/team', { user: '<b>' })).status).toBe(400);
    expect((await call('GET', '/v3/directline/conversations/%3Cb%3E', { user: 'bob' })).status).toBe(400);
  });

  it('does not enter somebody’s own conversation, whether it has begun or not', async () => {
    expect((await call('GET', '/v3/directline/conversations/chat-alice', { user: 'bob' })).status).toBe(403);
    await enter('alice', 'chat-alice');
    expect((await call('GET', '/v3/directline/conversations/chat-alice/activities', { user: 'bob' })).status).toBe(403);
  });

  it('sends JSON objects of up to 256 KiB', async () => {
    const path = '/v3/directline/conversations/team/activities';
    const large = { type: 'message', text: 'x'.repeat(256 * 1024) };
    expect((await call('POST', path, { user: 'bob', json: large })).status).toBe(413);
    expect((await call('POST', path, { user: 'bob', json: large, chunked: true })).status).toBe(413);
    expect((await call('POST', path, { user: 'bob', text: '{' })).status).toBe(400);
    expect((await call('POST', path, { user: 'bob', text: '[]' })).status).toBe(400);
    expect((await call('POST', path, { user: 'bob', json: { text: 'no type' } })).status).toBe(400);
    const headers = { 'content-type': 'text/plain' };
    expect((await call('POST', path, { user: 'bob', text: '{"type":"message"}', headers })).status).toBe(415);
    expect(chat.heard).toEqual([]);
  });
});

describe('what is kept', () => {
  let directory: string;
  let stateFile: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'latchkey-chat-'));
    stateFile = join(directory, 'state/chat.json');
    await restart({ stateFile });
  });

  afterEach(() => rm(directory, { recursive: true }));

  it('outlives a restart: what was said, who was there, and where readers were', async () => {
    await enter('alice', 'team');
    await says('alice', 'team', 'one');
    const { watermark } = await reads('alice', 'team');
    await restart({ stateFile });
    await enter('alice', 'team');
    expect(chat.heard).toEqual([]);
    await says('alice', 'team', 'two');
    expect((await reads('alice', 'team', watermark)).activities).toMatchObject([{ text: 'two' }]);
    expect((await reads('alice', 'team')).activities).toMatchObject([{ text: 'one' }, { text: 'two' }]);
    expect((await stat(stateFile)).mode & 0o077).toBe(0);
  });

  it('is what a page sends again because it heard no answer: said once, to the bot as well', async () => {
    const message = { type: 'message', text: 'one', channelData: { clientActivityID: 'a1' } };
    const { id } = await sends('alice', 'team', message);
    await restart({ stateFile });
    expect(await sends('alice', 'team', message)).toEqual({ id });
    expect(chat.heard).toEqual([]);
    expect((await reads('alice', 'team')).activities).toHaveLength(1);
    await sends('bob', 'team', message);
    expect((await reads('alice', 'team')).activities).toHaveLength(2);
    await chat.close();
  });

  it('begins anew when the file is of another version or broken', async () => {
    for (const text of [
      '{"version":1,"conversations":[{"id":"team","kind":"group"}]}',
      '{"version":3}\n{"id":"team","kind":"group"}',
      '{"version":2}\n{}',
      'nonsense',
    ]) {
      await chat.close();
      await writeFile(stateFile, text);
      chat = await startChat({ stateFile });
      await enter('alice', 'team');
      expect(chat.heard).toHaveLength(1);
    }
  });

  it('is all but what a crash cut off, and goes on from there', async () => {
    await says('alice', 'team', 'one');
    await says('alice', 'club', 'two');
    await chat.close();
    await appendFile(stateFile, '{"id":"team","kind":"gro');
    await restart({ stateFile });
    await says('alice', 'team', 'three');
    await restart({ stateFile });
    expect((await reads('alice', 'team')).activities).toMatchObject([{ text: 'one' }, { text: 'three' }]);
    expect((await reads('alice', 'club')).activities).toMatchObject([{ text: 'two' }]);
  });

  it('is nothing of a message that was deleted', async () => {
    const { id } = await says('alice', 'team', 'my password is hunter2');
    await says('alice', 'team', 'one');
    await vi.waitFor(async () => expect(await readFile(stateFile, 'utf8')).toContain('hunter2'));
    expect((await call('DELETE', `/v3/conversations/team/activities/${id}`)).status).toBe(200);
    await chat.close();
    expect(await readFile(stateFile, 'utf8')).not.toContain('hunter2');
  });

  it('does not grow without end', async () => {
    for (let sent = 0; sent < 12; sent += 1) await says('alice', 'team', 'x'.repeat(240_000));
    await chat.close();
    expect((await stat(stateFile)).size).toBeLessThan(12 * 241_000 + 4 * 1024 ** 2);
  });

  it('is never what a card of ours carried, but the bot gets it', async () => {
    await sends('alice', 'team', { type: 'message', value: { latchkey: 'connect', password: 'hunter2' } });
    await sends('alice', 'team', { type: 'message', value: { answer: 42 } });
    expect(chat.heard[1]).toMatchObject({ value: { password: 'hunter2' } });
    const { activities } = await reads('bob', 'team');
    expect(activities[0]).not.toHaveProperty('value');
    expect(activities[1]).toMatchObject({ value: { answer: 42 } });
    await chat.close();
    expect(await readFile(stateFile, 'utf8')).not.toContain('hunter2');
  });

  it('is what the redact option leaves', async () => {
    await restart({
      stateFile,
      redact: (activity) => ({ ...activity, text: String(activity.text).replace('hunter2', '•••') }),
    });
    await says('alice', 'team', 'my password is hunter2');
    expect(chat.heard[1]).toMatchObject({ text: 'my password is hunter2' });
    expect((await reads('alice', 'team')).activities).toMatchObject([{ text: 'my password is •••' }]);
    await chat.close();
    expect(await readFile(stateFile, 'utf8')).not.toContain('hunter2');
  });
});

it('reaches the bot at its messaging endpoint, beside a server that parses every body', async () => {
  const heard: unknown[] = [];
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (req: restify.Request, res: restify.Response) => {
    heard.push(req.body);
    res.send(heard.length === 1 ? 200 : 500);
  });
  const local = mountLocalChat(server);
  const url = await listen(server);
  const headers = { authorization: 'Bearer local.alice', 'content-type': 'application/json' };
  const path = `${url}/v3/directline/conversations/team/activities`;
  await fetch(path, { method: 'POST', headers, body: JSON.stringify({ type: 'message', text: 'hello' }) });
  await expect
    .poll(() => fetch(path, { headers }).then((response) => response.text()))
    .toContain('The bot returned 500, so this did not get through.');
  expect(heard).toMatchObject([{ type: 'conversationUpdate' }, { text: 'hello', serviceUrl: url }]);
  const large = JSON.stringify({ type: 'message', text: 'x'.repeat(256 * 1024) });
  expect((await fetch(path, { method: 'POST', headers, body: large })).status).toBe(413);
  await local.close();
  await closeServer(server, 0);
});

type Chat = {
  readonly url: string;
  readonly heard: ActivityToBot[];
  botIsDown: boolean;
  readonly close: () => Promise<void>;
};

type Spoken = Readonly<Record<string, unknown>>;

async function startChat(options: LocalChatOptions = {}): Promise<Chat> {
  const server = restify.createServer();
  const heard: ActivityToBot[] = [];
  const toBot = async (activity: ActivityToBot) => {
    if (started.botIsDown) throw new Error('it could not be reached');
    heard.push(activity);
  };
  const local = mountLocalChat(server, { toBot, ...options });
  const url = await listen(server);
  const started: Chat = {
    url,
    heard,
    botIsDown: false,
    async close() {
      await local.close();
      await closeServer(server, 0);
    },
  };
  return started;
}

async function restart(options: LocalChatOptions): Promise<void> {
  await chat.close();
  chat = await startChat(options);
}

function listen(server: restify.Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
  });
}

async function enter(user: string, conversation: string): Promise<void> {
  expect((await call('GET', `/v3/directline/conversations/${conversation}`, { user })).status).toBe(200);
}

function says(user: string, conversation: string, text: string) {
  return sends(user, conversation, { type: 'message', text });
}

async function sends(user: string, conversation: string, json: Spoken): Promise<Spoken> {
  return (await call('POST', `/v3/directline/conversations/${conversation}/activities`, { user, json })).body;
}

async function reads(user: string, conversation: string, watermark = '') {
  const path = `/v3/directline/conversations/${conversation}/activities?watermark=${watermark}`;
  const { body } = await call('GET', path, { user });
  return body as { readonly activities: readonly Spoken[]; readonly watermark: string };
}

type Call = {
  readonly user?: string;
  readonly json?: Spoken;
  readonly text?: string;
  readonly headers?: IncomingHttpHeaders;
  readonly chunked?: boolean;
};

/** Node's own client: unlike fetch it sends the Host and Origin that it is told. */
function call(method: string, path: string, { user, json, text, headers, chunked = false }: Call = {}) {
  const content = text ?? (json ? JSON.stringify(json) : '');
  return new Promise<{ readonly status: number | undefined; readonly body: Spoken }>((resolve, reject) => {
    const sent = request(`${chat.url}${path}`, {
      method,
      agent: false,
      headers: {
        ...(user ? { authorization: `Bearer local.${user}` } : {}),
        ...(content ? { 'content-type': 'application/json' } : {}),
        ...(content && !chunked ? { 'content-length': Buffer.byteLength(content) } : {}),
        ...headers,
      },
    });
    sent.on('error', reject);
    sent.on('response', async (response) => {
      const received = Buffer.concat(await response.toArray()).toString('utf8');
      resolve({ status: response.statusCode, body: received ? JSON.parse(received) : {} });
    });
    sent.end(content);
  });
}
