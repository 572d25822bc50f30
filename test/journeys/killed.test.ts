import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type RecordedRequest, type Sandbox, startSandbox } from 'latchkey/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../playground/config.ts';
import { type Playground, startPlayground } from '../../playground/start-playground.ts';
import { openBrowser } from './browser-person.ts';
import { openChat, textsOf } from './chat-person.ts';
import { callbackOf, finish, go, goToCode, type Stage, startJourney, stepsAfterAsking } from './journey.ts';
import { oneOfEachWay, rowsByLink, rowsOf } from './rows.ts';

/** A process of its own that dies without a word (`kill -9`), and another one that comes after it. */
let directory: string;
let child: ChildProcess;
let next: Playground | undefined;
let port: number;
/** Knows what people know: how one consents, and what a good key is. The products themselves run in the child. */
let people: Sandbox;
let stage: Stage;

beforeAll(async () => {
  people = await startSandbox();
});
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'latchkey-killed-'));
  await startChild();
  const url = `http://127.0.0.1:${port}`;
  stage = { sandbox: people, chat: () => openChat(url, 'ann'), browser: () => openBrowser() };
});
afterEach(async () => {
  await kill();
  await next?.close();
  next = undefined;
  rmSync(directory, { recursive: true, force: true });
});
afterAll(() => people.close());

describe.each(oneOfEachWay(rowsByLink('J4')))('$name', (row) => {
  it('J4 J19 killed while the token was asked for: the person is told, nothing is kept, and "retry" goes on', async () => {
    const journey = await startJourney(stage, row);
    await go(journey, 'consented');
    await control({ verb: 'failNext', product: row.integration, kind: 'hang', route: 'POST' });
    const waiting = journey.browser.get(callbackOf(journey)).catch(() => undefined);
    await hangs(row.tokenRoute);
    await kill();
    await waiting;
    await startNext({ later: 61_000 });
    expect(textsOf(await journey.chat.hear())).toBe(
      `Connecting ${row.product} was interrupted. Nothing was saved. Say *retry* for a new link.`,
    );
    expect((await journey.browser.get(callbackOf(journey))).text).toContain('The sign-in was interrupted');
    journey.asked = await journey.chat.say('retry');
    journey.steps = 0;
    await finish(journey);
    expect(timesAsked(row.action.route)).toBe(1);
  });
});

describe.each(oneOfEachWay(rowsByLink('J4')))('$name', (row) => {
  it('J4 J19 killed while the action ran: it is not done again by itself, and the person is told', async () => {
    const journey = await startJourney(stage, row);
    const steps = stepsAfterAsking(row);
    for (const { name } of steps.slice(0, -1)) await go(journey, name);
    await control({ verb: 'failNext', product: row.integration, kind: 'hang', route: row.action.route.split(' ')[2] });
    const answered = finish(journey).catch(() => undefined);
    await hangs(row.action.route);
    await kill();
    await answered;
    await startNext({ later: 2 * 60_000 });
    const heard = textsOf(await journey.chat.hear(/I was interrupted/));
    expect(heard).toContain("I don't know whether it worked; please look before you ask again.");
    expect(timesAsked(row.action.route)).toBe(0);
    expect(textsOf(await journey.chat.say(row.second.say))).toMatch(row.second.answer);
    expect(timesAsked(row.action.route)).toBe(0);
  });
});

describe.each(oneOfEachWay(rowsOf('J4')))('$name', (row) => {
  it('J4 killed before the last step: what was shown to the person still counts', async () => {
    const journey = await startJourney(stage, row);
    if (row.way !== 'card') await goToCode(journey);
    await kill();
    await startNext();
    await finish(journey);
    expect(timesAsked(row.action.route)).toBe(1);
  });
});

describe.each(
  rowsOf('J4')
    .filter(({ way }) => way === 'card')
    .slice(0, 1),
)('$name', (row) => {
  it('J4 killed right after "Connected": the connection is there', async () => {
    const journey = await startJourney(stage, row);
    await finish(journey);
    await kill();
    await startNext();
    expect(textsOf(await journey.chat.say(row.second.say))).toMatch(row.second.answer);
  });
});

/** On ports outside of those that the system gives to outgoing connections, so that they are free again afterwards. */
async function startChild(): Promise<void> {
  for (let tried = 0; tried < 20; tried += 1) {
    port = 32_000 + ((process.pid * 2 + 2 * tried) % 600);
    const entry = resolve(import.meta.dirname, '../../playground/index.ts');
    child = spawn(process.execPath, ['--conditions=@latchkey/source', entry], {
      cwd: directory,
      env: { PATH: process.env.PATH, PORT: String(port), SANDBOX_PORT: String(port + 1) },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (await says(child, 'Chat:')) return;
  }
  throw new Error('the playground does not start');
}

/** False when it ends before it says it. */
async function says(process: ChildProcess, text: string): Promise<boolean> {
  for await (const chunk of process.stdout ?? []) if (String(chunk).includes(text)) return true;
  return false;
}

async function kill(): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function startNext({ later = 0 } = {}): Promise<void> {
  const config = { ...readConfig({ PORT: String(port) }), folder: join(directory, '.latchkey') };
  next = await startPlayground(config, { logger: () => {}, now: () => Date.now() + later });
  await next.authorizer.sweep();
  await next.authorizer.deliver();
}

/** In the process that came after. */
function timesAsked(route: string): number {
  return next?.sandbox.control.counters()[route] ?? 0;
}

async function control(command: Readonly<Record<string, unknown>>): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${port + 1}/control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(command),
  });
  const { result } = (await answer.json()) as { readonly result: unknown };
  if (!answer.ok) throw new Error(`the sandbox does not do ${JSON.stringify(command)}`);
  return result;
}

/** Until the child's product has got a request that it does not answer. */
async function hangs(route: string): Promise<void> {
  for (const deadline = Date.now() + 8_000; Date.now() < deadline; ) {
    const requests = (await control({ verb: 'requests' })) as readonly RecordedRequest[];
    const unanswered = requests.filter(({ status }) => status === null);
    if (unanswered.some((one) => `${one.product} ${one.route}` === route)) return;
  }
  throw new Error(`nobody asked ${route}`);
}
