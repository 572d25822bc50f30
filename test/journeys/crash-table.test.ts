import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnyAction, type Authorizer, createAuthorizer, defineAction, z } from 'latchkey';
import { defineIntegration } from 'latchkey/integrations';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answerJson, startServer, type TestServer } from '../http/start-server.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from '../stores/test-postgres.ts';
import { cardDataOn, type Heard, textOf } from './chat-person.ts';
import type { Kept } from './errand-shell.ts';
import { type Life, live, storeOf } from './mortal-process.ts';
import { openShell } from './open-shell.ts';
import { sdk } from './sdk.ts';

/** The process whose store is opened next. */
const born = vi.hoisted((): { life: unknown } => ({ life: undefined }));
vi.mock('../../src/stores/open-store.ts', async (original) => {
  const real = await original<typeof import('../../src/stores/open-store.ts')>();
  return {
    ...real,
    openStore: async (setting: string) => storeOf(born.life as Life, await real.openStore(setting)),
  };
});

let server: TestPostgres | undefined;
let database: TestDatabase | undefined;
let product: TestServer;
let folder: string;
let stories = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-crash-'));
  if (sdk === 'botbuilder') {
    server = await startTestPostgres();
    database = await server.newDatabase();
  }
  product = await startServer((_request, response) =>
    answerJson(response, 200, { id: 'ann', email: 'ann@acme.example' }),
  );
}, 180_000);
afterAll(async () => {
  await product?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Every step of a process is in one of so many groups, so that each test is short. */
const GROUPS = { SQLite: 6, PostgreSQL: 16 };

const KINDS = ['converse', 'RunActionDialog'] as const;

describe.each(sdk === 'botbuilder' ? (['SQLite', 'PostgreSQL'] as const) : [])(
  'on %s, a process killed before any of its steps',
  (engine) => {
    describe.each(KINDS)('with %s', (kind) => {
      it.each(Array.from({ length: GROUPS[engine] }, (_, group) => group))(
        'does what was asked for at most once, and says what became of it (%i)',
        async (group) => {
          for (let at = group; ; at += GROUPS[engine]) {
            const story = await tell(engine, kind, at);
            expectRight(story, `${kind}, killed before step ${at}`);
            if (!story.isKilled) return;
          }
        },
      );
    });
  },
);

/** The other steps are those of the engine, which knows no SDK. */
describe.each(sdk === 'agents' ? KINDS : [])('with %s, a process killed before a step of the SDK', (kind) => {
  it.each(['send', 'it is sent', 'bot state'])('does it at most once, and says what became of it: %s', async (step) => {
    const { steps } = await tell('SQLite', kind, Number.POSITIVE_INFINITY);
    const killedBefore = steps.flatMap((one, at) => (one.startsWith(step) ? [at] : []));
    const hasNone = step === 'bot state' && kind === 'converse';
    expect(killedBefore.length).toBeGreaterThanOrEqual(hasNone ? 0 : 3);
    for (const at of killedBefore) {
      const story = await tell('SQLite', kind, at);
      expect(story.isKilled).toBe(true);
      expectRight(story, `${kind}, killed before step ${at}`);
    }
  });
});

function expectRight({ heard, effects, steps }: Story, which: string): void {
  const all = heard.map(textOf).join('\n');
  const context = `${which} of ${steps.join(', ')}:\n${all}`;
  expect(effects, context).toBeLessThanOrEqual(1);
  expect(all, context).not.toContain('Nothing was changed');
  const isAnswered = all.includes('Made tea');
  const isUnsure = all.includes("I don't know whether it worked; please look before you ask again.");
  expect(isAnswered || isUnsure, context).toBe(true);
  if (isAnswered) expect(effects, context).toBe(1);
}

interface Story {
  readonly heard: readonly Heard[];
  readonly effects: number;
  readonly isKilled: boolean;
  readonly steps: readonly string[];
}

/** A person asks for something, gives what is missing, connects, and goes on as people do where the bot falls silent. */
async function tell(engine: string, kind: (typeof KINDS)[number], diesBefore: number): Promise<Story> {
  stories += 1;
  const url = engine === 'SQLite' ? `sqlite:${join(folder, `${stories}.db`)}` : (database?.url ?? '');
  const world: Known = { person: `ann-${stories}`, clock: Date.now(), effects: 0, heard: [], state: undefined };
  const doomed = live();
  let process = await open(doomed, url, world, kind);
  const before = doomed.steps.length;
  doomed.doom(diesBefore);
  let id = 0;
  const say = async (activity: Said): Promise<void> => {
    id += 1;
    const turn = process.turn({ ...activity, id: `message-${id}` });
    await Promise.race([turn.catch(() => {}), process.life.death]);
    if (!process.life.isDead) return;
    await process.authorizer.close().catch(() => {});
    process = await open(live(), url, world, kind);
    for (let round = 0; round < 8; round += 1) {
      world.clock += 31_000;
      await process.authorizer.sweep();
      await process.authorizer.deliver();
    }
  };
  try {
    let last: Said = { type: 'message', text: 'Make something' };
    await say(last);
    for (let turns = 0; turns < 12 && !isOver(world.heard); turns += 1) {
      last = replyTo(world.heard) ?? last;
      const known = world.heard.length;
      await say(last);
      // nobody answered: people say it again
      if (world.heard.length === known) await say(last);
    }
    return { heard: world.heard, effects: world.effects, isKilled: doomed.isDead, steps: doomed.steps.slice(before) };
  } finally {
    await process.authorizer.close().catch(() => {});
  }
}

function isOver(heard: readonly Heard[]): boolean {
  return heard.some((one) => /Made tea|please look before/.test(textOf(one)));
}

/** What a person answers to what was said last. */
function replyTo(heard: readonly Heard[]): Said | undefined {
  const last = heard.at(-1);
  if (last === undefined) return undefined;
  const text = textOf(last);
  if (text.includes('What shall I make?')) return { type: 'message', text: 'tea' };
  if (/retry/.test(text)) return { type: 'message', text: 'retry' };
  const isCard = last.attachments?.some(({ content }) => content.actions?.some(({ type }) => type === 'Action.Submit'));
  if (isCard === true) return { type: 'message', value: { ...cardDataOn([last]), key: 'the-right-key-of-ann' } };
  return /I need access|Make something/.test(text) ? { type: 'message', text: 'new link' } : undefined;
}

type Said = Readonly<Record<string, unknown>>;

/** What outlives a process. */
interface Known {
  readonly person: string;
  readonly heard: Heard[];
  clock: number;
  effects: number;
  state: unknown;
}

interface Running {
  readonly life: Life;
  readonly authorizer: Authorizer;
  turn(activity: Said): Promise<void>;
}

async function open(life: Life, url: string, world: Known, kind: (typeof KINDS)[number]): Promise<Running> {
  born.life = life;
  const make: AnyAction = defineAction({
    id: 'acme.make',
    title: 'Make something',
    purpose: 'make it',
    integration: 'acme',
    scopes: [],
    input: z.object({ what: z.string().min(1).meta({ title: 'What shall I make?' }) }),
    run: async (_api, { what }) => {
      await life.step('call');
      world.effects += 1;
      await life.step('call is answered');
      return what;
    },
    answer: (what) => ({ title: `Made ${what}` }),
  });
  const authorizer = await createAuthorizer({
    publicUrl: 'http://127.0.0.1:1',
    store: url,
    keys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    integrations: [acme(product.origin)],
    actions: [make],
    appId: 'test-app',
    logger: () => {},
    now: () => world.clock,
  });
  const kept: Kept = {
    heard: world.heard,
    isMute: false,
    step: (name) => life.step(name),
    get state() {
      return world.state;
    },
    set state(state) {
      world.state = state;
    },
  };
  const converse = (turn: object) => authorizer.converse(turn, { actions: [make] });
  const answer = kind === 'converse' ? converse : undefined;
  const shell = openShell({
    authorizer,
    actions: [make],
    answer,
    interrupts: undefined,
    otherwise: undefined,
    onConnected: undefined,
    results: [],
    kept,
  });
  return {
    life,
    authorizer,
    turn: (activity) =>
      shell.receive({
        channelId: 'webchat',
        from: { id: `dl_${world.person}`, name: 'Ann' },
        conversation: { id: `chat-${world.person}`, isGroup: false, conversationType: 'personal' },
        ...activity,
      }),
  };
}

function acme(url: string) {
  return defineIntegration({
    id: 'acme',
    name: 'Acme',
    baseUrl: url,
    allowInsecureLoopback: true,
    profiles: [
      {
        id: 'key',
        title: 'Key',
        method: 'api_key',
        fields: [{ key: 'key', title: 'Key', type: 'password' }],
        placements: [{ in: 'header', name: 'x-key', value: '{{key}}' }],
      },
    ],
    check: { path: '/me', account: { id: 'id', label: 'email' } },
  });
}
