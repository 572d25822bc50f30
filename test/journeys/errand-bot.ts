import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnyAction, type Authorizer, type AuthorizerOptions, createAuthorizer, type LogEvent } from 'latchkey';
import { defineIntegration } from 'latchkey/integrations';
import { answerJson, startServer, type TestServer } from '../http/start-server.ts';
import { cardDataOn, type Heard, linkOn, suggestionsOn, textsOf } from './chat-person.ts';
import type { Kept, ShellOptions, Stack } from './errand-shell.ts';
import { openShell } from './open-shell.ts';

export const RIGHT_KEY = 'k9Qz72LmX4vT8sWb31RfYp06';

/** A bot of a few lines, and one person who talks with it in a personal chat. */
export interface ErrandBot {
  readonly authorizer: Authorizer;
  /** What `step.result` was, or what `converse` gave. */
  readonly results: readonly unknown[];
  /** Says something, maybe as an activity that was delivered before. Gives all that the bot says in that turn. */
  say(text: string, id?: string): Promise<string>;
  /** The same person, where others read along. */
  sayInGroup(text: string): Promise<string>;
  /** Any activity, by default of the same person in the same chat. Gives all that the bot says in that turn. */
  send(activity: Readonly<Record<string, unknown>>): Promise<string>;
  /** What the card that was shown last submits, with these fields. */
  filled(fields: Readonly<Record<string, string>>): Readonly<Record<string, unknown>>;
  /** The channel delivers one message to two processes at the same moment. Gives all that both say. */
  sayToTwo(text: string): Promise<string>;
  /** Fills in the card that asked last. */
  connect(key?: string): Promise<string>;
  /** The link that was offered last, for a browser. */
  link(): string;
  /** Stops the bot once when it is about to say these words, in the middle of its turn. */
  stopBefore(words: string): { readonly stopped: Promise<void>; goOn(): void };
  /** Whatever the bot has said unasked. */
  listen(): string;
  /** What can be said next, as the last message offers it. */
  offers(): readonly string[];
  /** `sqlite:PATH`, and its keys. */
  readonly store: { readonly setting: string; readonly keys: string };
  /** A message as it stands in the chat now, by its place from the end. */
  look(fromTheEnd?: number): string;
  round(): Promise<void>;
  advance(milliseconds: number): void;
  /** The bot's own state is lost. */
  loseState(): void;
  /** Another process takes over, with the same store and bot state. */
  restart(): Promise<void>;
  /** The same, while the first one is in the middle of something; for that one no time passes any more. */
  takeOver(): Promise<void>;
  readonly log: readonly LogEvent[];
  /** The channel takes nothing for as long as this is true. */
  isMute: Kept['isMute'];
  close(): Promise<void>;
}

export interface ErrandBotOptions {
  readonly actions: readonly AnyAction[];
  /** `converse`, a `RunActionDialog` for each action, or the bot's own code. */
  readonly with: 'converse' | 'dialogs' | ((turn: object, authorizer: Authorizer) => Promise<unknown>);
  /** Heard by the bot itself before its dialogs. */
  readonly interrupts?: (stack: Stack) => Promise<boolean>;
  /** The bot's own answer to a message that is not for the library. True: it said something. */
  readonly otherwise?: (activity: object) => boolean;
  readonly integrations?: Parameters<typeof createAuthorizer>[0]['integrations'];
  /** What the library is told of before anybody speaks, asked at each start. Default: all actions. */
  readonly atStart?: () => readonly AnyAction[];
  readonly confirm?: AuthorizerOptions['confirm'];
  readonly onConnected?: ShellOptions['onConnected'];
  /** Of the person's client. Default: it says none. */
  readonly locale?: string;
  readonly translations?: Parameters<typeof createAuthorizer>[0]['translations'];
}

const KEYS = `k1:${Buffer.alloc(32, 7).toString('base64')}`;

export async function openErrandBot(options: ErrandBotOptions): Promise<ErrandBot> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-errand-'));
  const product = await startAcme();
  const results: unknown[] = [];
  const heard: Heard[] = [];
  let stop: { readonly words: string; readonly until: () => Promise<void> } | undefined;
  const step = async (name: string) => {
    if (stop === undefined || !name.includes(stop.words)) return;
    const { until } = stop;
    stop = undefined;
    await until();
  };
  const kept: Kept = { state: undefined, heard, isMute: false, step };
  let clock = Date.now();
  let count = 0;
  let taken = 0;
  const setting = `sqlite:${join(folder, 'latchkey.db')}`;
  const log: LogEvent[] = [];
  const replaced: Authorizer[] = [];
  const pages = createServer((request, response) => void running.pages(request, response));
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  const start = async () => {
    let diedAt: number | undefined;
    const authorizer = await createAuthorizer({
      publicUrl: `http://127.0.0.1:${(pages.address() as AddressInfo).port}`,
      store: setting,
      keys: KEYS,
      integrations: options.integrations ?? [acme(product.origin)],
      actions: options.atStart?.() ?? options.actions,
      appId: 'test-app',
      logger: (event) => void log.push(event),
      now: () => diedAt ?? clock,
      ...(options.confirm === undefined ? {} : { confirm: options.confirm }),
      ...(options.translations === undefined ? {} : { translations: options.translations }),
    });
    const shell = openShell({
      authorizer,
      actions: options.actions,
      answer: answerOf(options, authorizer),
      interrupts: options.interrupts,
      otherwise: options.otherwise,
      onConnected: options.onConnected,
      results,
      kept,
    });
    const die = () => {
      diedAt = clock;
    };
    return { authorizer, shell, pages: authorizer.handler(), die };
  };
  let running = await start();

  const listen = () => {
    const said = heard.slice(taken);
    taken = heard.length;
    return textsOf(said);
  };
  const deliver = async (activity: object, to: readonly (typeof running)[]): Promise<string> => {
    count += 1;
    clock += 1;
    const message = {
      id: `message-${count}`,
      channelId: 'webchat',
      from: { id: 'dl_ann', name: 'Ann' },
      conversation: { id: 'chat', isGroup: false, conversationType: 'personal' },
      ...(options.locale === undefined ? {} : { locale: options.locale }),
      ...activity,
    };
    await Promise.all(to.map(({ shell }) => shell.receive(structuredClone(message))));
    return listen();
  };
  const turn = (activity: object) => deliver(activity, [running]);
  return {
    get authorizer() {
      return running.authorizer;
    },
    results,
    say: (text, id) => turn({ type: 'message', text, ...(id === undefined ? {} : { id }) }),
    sayInGroup: (text) =>
      turn({
        type: 'message',
        text,
        conversation: { id: 'room', name: 'The room', isGroup: true, conversationType: 'group' },
      }),
    send: turn,
    filled: (fields) => ({ type: 'message', value: { ...cardDataOn(heard.toReversed()), ...fields } }),
    sayToTwo: async (text) => {
      const second = await start();
      try {
        return await deliver({ type: 'message', text }, [running, second]);
      } finally {
        await second.authorizer.close();
      }
    },
    connect: (key = RIGHT_KEY) => turn({ type: 'message', value: { ...cardDataOn(heard.toReversed()), key } }),
    link: () => linkOn(heard.toReversed()),
    stopBefore: (words) => {
      let goOn = () => {};
      const gone = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      const stopped = new Promise<void>((resolve) => {
        const until = () => {
          resolve();
          return gone;
        };
        stop = { words, until };
      });
      return { stopped, goOn: () => goOn() };
    },
    listen,
    log,
    offers: () => suggestionsOn(heard.slice(-1)),
    store: { setting, keys: KEYS },
    look: (fromTheEnd = 0) => {
      const one = heard.at(-1 - fromTheEnd);
      const changed = one && running.shell.changed.get(one.id);
      return textsOf([changed ?? one].filter((each) => each !== undefined) as readonly Heard[]);
    },
    round: async () => {
      await running.authorizer.sweep();
      await running.authorizer.deliver();
    },
    advance: (milliseconds) => {
      clock += milliseconds;
    },
    loseState: () => {
      kept.state = undefined;
    },
    restart: async () => {
      await running.authorizer.close();
      running = await start();
    },
    takeOver: async () => {
      running.die();
      replaced.push(running.authorizer);
      running = await start();
    },
    get isMute() {
      return kept.isMute;
    },
    set isMute(isMute) {
      kept.isMute = isMute;
    },
    close: async () => {
      for (const authorizer of [...replaced, running.authorizer]) await authorizer.close();
      pages.closeAllConnections();
      await new Promise((resolve) => pages.close(resolve));
      await product.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Absent for a bot with dialogs. */
function answerOf({ with: way, actions, otherwise }: ErrandBotOptions, authorizer: Authorizer) {
  if (way === 'dialogs') return undefined;
  if (way === 'converse') {
    return (turn: { readonly activity: object }) =>
      authorizer.converse(turn, { actions, otherwise: async () => otherwise?.(turn.activity) === true });
  }
  return (turn: object) => way(turn, authorizer);
}

/** A product that takes one key. */
async function startAcme(): Promise<TestServer> {
  return startServer(({ headers }, response) =>
    answerJson(response, headers['x-key'] === RIGHT_KEY ? 200 : 401, { id: 'ann', email: 'ann@acme.example' }),
  );
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
