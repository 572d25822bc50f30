import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

it('the dashboard loads, and asks for nothing that is not there', () => {
  const dashboard = JSON.parse(
    readFileSync(join(resolve(import.meta.dirname, '../..'), 'examples/grafana-dashboard.json'), 'utf8'),
  );
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
