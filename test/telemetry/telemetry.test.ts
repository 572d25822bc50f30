import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunOutcome } from '../../src/flows/run-action.ts';
import type { FailureReason } from '../../src/model/errand.ts';
import { openTelemetry } from '../../src/telemetry/open-telemetry.ts';
import { codeOn } from '../journeys/browser-person.ts';
import { linkOn } from '../journeys/chat-person.ts';
import { countThings, type StrictProduct, startStrictProduct } from '../journeys/strict-product.ts';
import { openTestBot, type TestBot } from '../journeys/test-bot.ts';
import { startWatching, type Watch } from './observed-bot.ts';

const PERSON = 'c4nary-person';
let watch: Watch;
let product: StrictProduct;
let bot: TestBot;
let code: string;
let scraped: string;

/** One person connects, uses, loses and renews a connection; another link expires, a product is broken, a page is not there. */
beforeAll(async () => {
  expect(openTelemetry()).toBeUndefined();
  watch = await startWatching();
  product = await startStrictProduct(() => bot.now());
  bot = await openTestBot({ integrations: () => [product.integration], actions: [countThings] });
  const chat = await bot.chat(PERSON);
  const asked = await chat.say('Count my things');
  const browser = bot.browser();
  const page = await browser.get(browser.onward(await browser.submit(await browser.get(linkOn(asked)))));
  code = codeOn(page);
  await chat.say(code);
  await chat.say('Count my things');
  bot.advance(product.tokenLife + 1_000);
  await chat.say('Count my things');
  await (await bot.chat('c4nary-somebody')).say('Count my things');
  bot.advance(11 * 60_000);
  await bot.authorizer.sweep();
  scraped = await watch.scrape();
  await bot.round();
  await chat.say('disconnect acme');
  await fetch(`${bot.url}/connect/c4nary-link`);
  scraped += await watch.scrape();
});
afterAll(async () => {
  await bot.close();
  await product.close();
  await watch.close();
});

it('counts what people get, by product, reason and outcome', () => {
  for (const line of [
    /^latchkey_authorizations_begun_total\{.*latchkey_integration="acme".*\} 2$/m,
    /^latchkey_authorizations_ended_total\{.*latchkey_status="done".*\} 1$/m,
    /^latchkey_authorizations_ended_total\{.*latchkey_reason="expired".*\} 1$/m,
    /^latchkey_renewals_total\{.*latchkey_outcome="renewed".*\} 1$/m,
    /^latchkey_action_duration_count\{.*latchkey_action="acme\.count".*latchkey_outcome="done".*\} 3$/m,
    /^latchkey_action_duration_count\{.*latchkey_outcome="needs_authorization".*\} \d$/m,
    /^latchkey_resume_duration_count\{.*latchkey_action="acme\.count".*latchkey_outcome="done".*\} 1$/m,
    /^latchkey_page_duration_count\{.*http_route="\/oauth\/callback\/:integration".*\} 1$/m,
    /^latchkey_events_total\{.*latchkey_event="disconnected".*\} 1$/m,
    /^db_client_operation_duration_count\{.*db_system_name="sqlite".*db_operation_name="current".*db_collection_name="connections".*\} \d+$/m,
    /^latchkey_backlog_depth\{.*\} \d+$/m,
    /^latchkey_backlog_age\{.*\} [\d.]+$/m,
  ]) {
    expect(scraped).toMatch(line);
  }
});

it('makes spans of turns, actions and pages, one inside the other', () => {
  const spans = watch.spans();
  const names = new Set(spans.map(({ name }) => name));
  expect([...names].toSorted()).toEqual(
    expect.arrayContaining(['latchkey.action', 'latchkey.delivery', 'latchkey.page', 'latchkey.turn']),
  );
});

it('no secret and nothing that names a person is in any attribute', () => {
  const everything = `${scraped}\n${JSON.stringify(
    watch.spans().map(({ name, attributes, status, events, links, resource }) => ({
      name,
      attributes,
      status,
      events,
      links,
      resource: resource.attributes,
    })),
  )}`;
  const canaries = [code, 'c4nary', 'Ann', 'at-', 'rt-', 'strict-client', 'state=', 'code=', product.url];
  expect(canaries.filter((canary) => everything.includes(canary))).toEqual([]);
  // ids of rows are drawn by chance: each would also be a time series of its own
  expect(everything.match(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}/)).toBeNull();
});

const root = resolve(import.meta.dirname, '../..');
const page = (file: string) => readFileSync(join(root, file), 'utf8');

/** As Prometheus names it, with the labels that it has. */
function metricsIn(text: string): ReadonlyMap<string, { readonly kind: string; readonly labels: ReadonlySet<string> }> {
  const kinds = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].filter((match) => match[1] !== 'target_info');
  return new Map(
    kinds.map(([, name = '', kind = '']) => {
      const lines = text.match(new RegExp(`^${name}(_bucket|_count|_sum)?\\{.*\\}`, 'gm')) ?? [];
      const labels = lines.flatMap((line) => [...line.matchAll(/[{,](\w+)="/g)].map((match) => match[1] ?? ''));
      return [name, { kind, labels: new Set(labels.filter((label) => label !== 'le' && !label.startsWith('otel_'))) }];
    }),
  );
}

it('docs/observe.md has every metric with its kind and its attributes, and no other', () => {
  const there = metricsIn(scraped);
  const rows = [...page('docs/observe.md').matchAll(/^\| `([a-z.]+)` \| (\w+) \| ([^|]+) \|/gm)];
  const told = new Map(
    rows.map(([, name = '', kind = '', attributes = '']) => [
      `${name.replaceAll('.', '_')}${kind === 'counter' ? '_total' : ''}`,
      {
        kind,
        labels: new Set(
          [...attributes.matchAll(/`([a-z_.]+)`/g)].map((match) => (match[1] ?? '').replaceAll('.', '_')),
        ),
      },
    ]),
  );
  expect([...told.keys()].toSorted()).toEqual([...there.keys()].toSorted());
  for (const [name, { kind, labels }] of told) {
    const real = there.get(name);
    expect([name, kind]).toEqual([name, real?.kind]);
    // it is only there where something failed
    labels.delete('error_type');
    expect([name, [...labels].toSorted()]).toEqual([
      name,
      [...(real?.labels ?? [])].filter((label) => label !== 'error_type').toSorted(),
    ]);
  }
});

it('every name that the page mentions elsewhere is in its table', () => {
  const text = page('docs/observe.md');
  const told = new Set([...text.matchAll(/^\| `([a-z.]+)` \| (?:counter|histogram|gauge)/gm)].map((match) => match[1]));
  const spans = new Set(watch.spans().map(({ name }) => name));
  const attributes = new Set(
    [...text.matchAll(/^\| `[a-z.]+` \| \w+ \| ([^|]+) \|/gm)].flatMap(
      (match) => match[1]?.match(/[a-z_]+\.[a-z_.]+/g) ?? [],
    ),
  );
  const mentioned = text.match(/`(?:latchkey|db\.client)\.[a-z.]+[a-z]`/g)?.map((name) => name.slice(1, -1)) ?? [];
  expect(mentioned.filter((name) => !told.has(name) && !spans.has(name) && !attributes.has(name))).toEqual([]);
});

it('the panel of what to look at has every event that docs/operate.md says to look at, and no event that is none', () => {
  const expressions = page('examples/grafana-dashboard.json');
  const panel = (/latchkey_event=~\\"([\w|]+)\\"/.exec(expressions)?.[1] ?? '').split('|');
  const rows = [...page('docs/operate.md').matchAll(/^\| ((?:`\w+`(?:, )?)+) \| (.*)$/gm)];
  const eventsOf = (names = '') => names.match(/\w+/g) ?? [];
  const urgent = rows.filter((row) => /^\*\*(?:act|look):/.test(row[2] ?? '')).flatMap((row) => eventsOf(row[1]));
  expect(urgent).toContain('seal_broken');
  expect(urgent.filter((event) => !panel.includes(event))).toEqual([]);
  const all = /export type LogEvent =([\s\S]*?);\n\n/.exec(page('src/logger.ts'))?.[1] ?? '';
  expect(panel.filter((event) => !all.includes(`'${event}'`))).toEqual([]);
  expect(
    eventsOf(/`latchkey\.events` with ([^|]*)/.exec(page('docs/observe.md'))?.[1]).filter(
      (one) => one.includes('_') && !panel.includes(one),
    ),
  ).toEqual([]);
});

/** What an action's metric may say; a missing one, or one too many, does not compile. */
const OUTCOMES: Record<ActionOutcome, 'failed' | 'normal'> = {
  done: 'normal',
  needs_authorization: 'normal',
  needs_answers: 'normal',
  input_refused: 'normal',
  stopped: 'normal',
  refused: 'normal',
  forbidden: 'failed',
  not_found: 'failed',
  invalid: 'failed',
  busy: 'failed',
  too_large: 'failed',
  locked: 'failed',
  not_offered: 'failed',
  unreachable: 'failed',
  unsure: 'failed',
  error: 'failed',
  disabled: 'failed',
  not_allowed: 'failed',
  not_set_up: 'failed',
  shared_ended: 'failed',
};
type ActionOutcome = Exclude<RunOutcome['status'], 'failed'> | FailureReason;

it('the panel of failed actions counts no action that only asks the person, or that the bot itself stopped', () => {
  const excluded = /latchkey_outcome!~\\"([\w|]+)\\"/.exec(page('examples/grafana-dashboard.json'))?.[1] ?? '';
  const normal = Object.entries(OUTCOMES).filter(([, kind]) => kind === 'normal');
  expect(excluded.split('|').toSorted()).toEqual(normal.map(([name]) => name).toSorted());
});

it('the dashboard loads, and asks for nothing that is not there', () => {
  const dashboard = JSON.parse(page('examples/grafana-dashboard.json'));
  const panels: readonly { id: number; title: string; targets: readonly { expr: string }[] }[] = dashboard.panels;
  expect(dashboard).toMatchObject({ title: 'Latchkey', uid: 'latchkey', schemaVersion: expect.any(Number) });
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const asked = new Set(
    panels.flatMap(({ targets }) =>
      targets.flatMap(({ expr }) => expr.match(/\b(?:latchkey|db_client)_[a-z_]+(?=\{|\[|\)$)/g) ?? []),
    ),
  );
  const labels = new Set(
    panels.flatMap(({ targets }) =>
      targets.flatMap(({ expr }) =>
        [...expr.matchAll(/by \(([^)]*)\)/g)]
          .flatMap((match) => (match[1] ?? '').split(', '))
          .concat([...expr.matchAll(/(\w+)[=!]~?"/g)].map((match) => match[1] ?? '')),
      ),
    ),
  );
  expect(asked.size).toBeGreaterThan(8);
  const there = new Set(scraped.match(/^[a-z_]+(?=[{ ])/gm));
  expect([...asked].filter((name) => !there.has(name))).toEqual([]);
  expect(labels).toContain('latchkey_outcome');
  expect([...labels].filter((label) => !scraped.includes(`${label}=`))).toEqual([]);
});
