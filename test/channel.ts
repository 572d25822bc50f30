import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Said } from 'latchkey/testing';
import { expect } from 'vitest';

/** A channel for one person: posts activities to a bot that listens, and takes what the bot posts to its `serviceUrl`. */
export interface Channel {
  /** Says something, and waits for so many messages. */
  say(text: string, replies: number): Promise<readonly Said[]>;
  close(): Promise<void>;
}

/** @param botUrl the bot's messaging endpoint */
export async function openChannel(botUrl: string): Promise<Channel> {
  const said: Said[] = [];
  const connector = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const activity: Said = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    // a PUT changes what was said before
    if (request.method === 'POST' && activity.type === 'message') said.push(activity);
    response.setHeader('Content-Type', 'application/json').end('{"id":"1"}');
  });
  await new Promise<void>((ready) => connector.listen(0, '127.0.0.1', ready));
  const { port } = connector.address() as AddressInfo;
  let count = 0;

  const say = async (text: string, replies: number): Promise<readonly Said[]> => {
    const answer = await fetch(botUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: `activity-${++count}`,
        text,
        channelId: 'emulator',
        serviceUrl: `http://127.0.0.1:${port}`,
        from: { id: 'person-1', name: 'Alice', role: 'user' },
        recipient: { id: 'bot', name: 'Bot', role: 'bot' },
        conversation: { id: 'conversation-1', isGroup: false },
      }),
    });
    expect(answer.status).toBe(200);
    for (const deadline = Date.now() + 8_000; said.length < replies && Date.now() < deadline; ) await sleep(10);
    expect(said).toHaveLength(replies);
    return said.splice(0);
  };
  return { say, close: () => new Promise((closed) => connector.close(() => closed())) };
}
