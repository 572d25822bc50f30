import type { AnyAction, Authorizer } from 'latchkey';
import { type Heard, textsOf } from './chat-person.ts';

/** What is kept of a bot beyond its process: dialog state, what it said, and whether its channel takes anything. */
export interface Kept {
  state: unknown;
  readonly heard: Heard[];
  /** `for ever`: the channel does not even refuse what is said. */
  isMute: boolean | 'for ever';
  /** Told before each step that others can see, where the process may die before one. */
  readonly step?: (name: string) => Promise<void>;
}

/** A bot of one process, with either SDK. */
export interface ErrandShell {
  receive(activity: object): Promise<void>;
  readonly changed: ReadonlyMap<string, object>;
}

/** What the dialog contexts of both SDKs can do. */
export interface Stack {
  readonly context: { readonly activity: { readonly text?: string | undefined } };
  beginDialog(id: string, options?: object): Promise<Turned>;
  continueDialog(): Promise<Turned>;
  replaceDialog(id: string): Promise<Turned>;
  cancelAllDialogs(): Promise<Turned>;
}

interface Turned {
  readonly status: string;
  readonly result?: unknown;
}

export interface ShellOptions {
  readonly authorizer: Authorizer;
  readonly actions: readonly AnyAction[];
  /** The bot's own code; absent: a `RunActionDialog` for each action. */
  readonly answer: ((turn: { readonly activity: object }) => Promise<unknown>) | undefined;
  readonly interrupts: ((stack: Stack) => Promise<boolean>) | undefined;
  /** What the bot does with a message that is not for its dialog, before it looks for actions. True: it said something. */
  readonly otherwise: ((activity: object) => boolean) | undefined;
  /** The bot's own, with what lets its dialogs go on. */
  readonly onConnected: ((goOn: () => Promise<void>) => Promise<void>) | undefined;
  readonly results: unknown[];
  readonly kept: Kept;
}

/** One turn of a bot with dialogs. */
export async function turnOn(
  stack: Stack,
  { actions, interrupts, results }: Pick<ShellOptions, 'actions' | 'interrupts' | 'results'>,
): Promise<void> {
  if (await interrupts?.(stack)) return;
  const turned = await stack.continueDialog();
  if (turned.status === 'complete') results.push(turned.result);
  const asked = titledIn(stack, actions);
  if (turned.status !== 'empty' || asked === undefined) return;
  const begun = await stack.beginDialog(asked.title);
  if (begun.status === 'complete') results.push(begun.result);
}

type BeginOptions = Pick<ShellOptions, 'actions' | 'otherwise'>;

/** What a `RunActionDialog` does with a message that is not for it. */
export async function beginAsked(stack: Stack, { actions, otherwise }: BeginOptions): Promise<boolean> {
  if (otherwise?.(stack.context.activity) === true) return true;
  const asked = titledIn(stack, actions);
  if (asked !== undefined) await stack.beginDialog(asked.title);
  return asked !== undefined;
}

function titledIn({ context }: Stack, actions: readonly AnyAction[]): AnyAction | undefined {
  return actions.find(({ title }) => title === context.activity.text);
}

/** Sends, and keeps messages as a client has them. */
export async function sendAndKeep<Sent extends { readonly id?: string }>(
  { heard, isMute, step }: Kept,
  activities: readonly object[],
  send: () => Promise<Sent[]>,
): Promise<Sent[]> {
  if (isMute === 'for ever') await new Promise(() => {});
  if (isMute) throw new Error('the channel does not answer');
  await step?.(`send ${textsOf(activities as readonly Heard[]).slice(0, 40)}`);
  const sent = await send();
  const messages = activities.map((activity, index) => ({ ...activity, id: sent[index]?.id ?? '' }) as Heard);
  heard.push(...messages.filter(({ type }) => type === 'message'));
  await step?.('it is sent');
  return sent;
}
