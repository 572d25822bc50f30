import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { callbackOf, finish, go, type Journey, startJourney } from './journey.ts';
import { type RowByLink, rowsByLink } from './rows.ts';
import { sdk } from './sdk.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

/** What reaches the door of the callback: everything may be written that a socket takes. */
interface Mutation {
  readonly name: string;
  readonly target?: string;
  readonly method?: string;
  readonly cookie?: string;
  readonly body?: string;
}

/** A valid callback in its parts, and those of somebody else's. */
interface Valid {
  readonly path: string;
  readonly code: string;
  readonly state: string;
  readonly cookie: string;
  readonly other: { readonly code: string; readonly state: string; readonly cookie: string };
}

let world: World;
const enter = openWorlds((entered) => {
  world = entered;
});
const counts = { tried: 0, tokenRequests: 0 };

/** Of them a client address may send 60 in a minute. */
const AT_A_TIME = 50;
const KIB_64 = 'A'.repeat(64 * 1024);

// without PKCE, and with it and an address that the person named; the pages are the same, so the second SDK tells the first
const mutated = rowsByLink('J6')
  .filter((row, index, all) => {
    const first = all.findIndex(({ tenant }) => (tenant === undefined) === (row.tenant === undefined));
    return first === index;
  })
  .slice(0, sdk === 'botbuilder' ? 2 : 1);

describe.each(mutated)('$name', (row) => {
  enter(row);

  it('F2 a state in any other form is refused, and the untouched callback still counts', async () => {
    await refuseAll(row, ofState);
  });

  it('F2 a code in any other form is refused, and the untouched callback still counts', async () => {
    await refuseAll(row, ofCode);
  });

  it('F2 any other path and any other method is refused, and the untouched callback still counts', async () => {
    await refuseAll(row, (valid) => [...ofPath(valid, row), ...ofMethod(valid)]);
  });

  it('F2 an answer without a code that can be read ends the attempt, and asks for no token', async () => {
    await endEach(row, withoutCode);
  });

  it('F2 a callback without the cookie of its browser ends the attempt, and asks for no token', async () => {
    await endEach(row, ofCookie);
  });
});

describe('all of them', () => {
  it('F2 are 300 or more, and none has led to a token request', () => {
    console.log(`F2 callback mutations tried: ${counts.tried}, token requests: ${counts.tokenRequests}`);
    expect(counts.tried).toBeGreaterThanOrEqual(300);
    expect(counts.tokenRequests).toBe(0);
  });
});

/** Leaves the attempt as it is, so that many can be tried on one. */
async function refuseAll(row: RowByLink, mutationsOf: (valid: Valid) => readonly Mutation[]): Promise<void> {
  for (let at = 0, all = 1; at < all; at += AT_A_TIME) {
    world.anew();
    const { journey, valid } = await arrive(row);
    const mutations = mutationsOf(valid);
    all = mutations.length;
    for (const mutation of mutations.slice(at, at + AT_A_TIME)) {
      const status = await attempt(row, valid, mutation);
      expect(status === 0 || (status >= 400 && status < 500), `${mutation.name}: ${status}`).toBe(true);
    }
    await go(journey, 'came back');
    expect(world.count(row.tokenRoute)).toBe(1);
    await finish(journey);
    expect(world.count(row.action.route)).toBe(1);
  }
}

/** Each takes an attempt of its own. */
async function endEach(row: RowByLink, mutationsOf: (valid: Valid) => readonly Mutation[]): Promise<void> {
  for (let at = 0, all = 1; at < all; at += 1) {
    world.anew();
    const { journey, valid } = await arrive(row);
    const mutations = mutationsOf(valid);
    all = mutations.length;
    const mutation = mutations[at];
    if (mutation === undefined) throw new Error(`no mutation ${at}`);
    await attempt(row, valid, mutation);
    await journey.browser.get(callbackOf(journey));
    expect(world.count(row.tokenRoute), mutation.name).toBe(0);
    expect(world.count(row.action.route)).toBe(0);
  }
}

async function attempt(row: RowByLink, valid: Valid, mutation: Mutation): Promise<number> {
  const before = world.count(row.tokenRoute);
  const status = await send({ target: target(valid), cookie: valid.cookie, ...mutation });
  counts.tried += 1;
  counts.tokenRequests += world.count(row.tokenRoute) - before;
  expect(status, `${mutation.name} was not looked at`).not.toBe(429);
  expect(world.count(row.tokenRoute), mutation.name).toBe(before);
  return status;
}

async function arrive(row: RowByLink): Promise<{ readonly journey: Journey; readonly valid: Valid }> {
  const [mine, theirs] = await Promise.all([consented(row), consented(row)]);
  return { journey: mine.journey, valid: { ...mine, other: theirs } };
}

async function consented(row: RowByLink) {
  const journey = await startJourney(world, row);
  await go(journey, 'consented');
  const { pathname, searchParams } = new URL(callbackOf(journey));
  const cookie = [...journey.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    journey,
    path: pathname,
    code: searchParams.get('code') ?? '',
    state: searchParams.get('state') ?? '',
    cookie,
  };
}

function target({ path }: Valid, query?: string): string {
  return `${path}?${query ?? ''}`;
}

/** The value of one parameter, or the whole of it, written in another way. */
function variantsOf(name: string, value: string, theirs: string): readonly Mutation[] {
  const written = (as: string, parameter: string) => ({ name: `${name} ${as}`, target: parameter });
  const valued = (as: string, mutant: string) => written(as, `${name}=${mutant}`);
  const controls = [...Array.from({ length: 32 }, (_, code) => code), 127].map(
    (code) => `%${code.toString(16).padStart(2, '0')}`,
  );
  const badlyEncoded = ['%c0%80', '%c1%81', '%ff', '%fe%ff', '%ed%a0%80', '%f5%80%80%80'];
  const notAscii = ['%e2%80%8b', '%ef%bb%bf', '%c2%a0', '%c3%a9', '%ef%bc%a1', '%f0%9f%94%91', '%e2%80%ae'];
  return [
    written('doubled', `${name}=${value}&${name}=${value}`),
    written('doubled and empty', `${name}=${value}&${name}=`),
    written('empty and doubled', `${name}=&${name}=${value}`),
    written('before another one', `${name}=${value}&${name}=x`),
    written('after another one', `${name}=x&${name}=${value}`),
    written('before the one of another attempt', `${name}=${value}&${name}=${theirs}`),
    written('after the one of another attempt', `${name}=${theirs}&${name}=${value}`),
    written('doubled with an encoded name', `${name}=${value}&%${name.charCodeAt(0).toString(16)}${name.slice(1)}=x`),
    ...controls.flatMap((control) => [
      valued(`after ${control}`, `${control}${value}`),
      valued(`before ${control}`, `${value}${control}`),
    ]),
    ...controls
      .slice(0, 16)
      .map((control) => valued(`around ${control}`, `${value.slice(0, 9)}${control}${value.slice(9)}`)),
    ...[...badlyEncoded, ...notAscii].flatMap((bytes) => [
      valued(`before ${bytes}`, `${value}${bytes}`),
      valued(`after ${bytes}`, `${bytes}${value}`),
    ]),
    valued('of 64 KiB', KIB_64),
    valued('before 64 KiB', `${value}${KIB_64}`),
    valued('beside 64 KiB', `${value}&more=${KIB_64}`),
    valued('beside a name of 64 KiB', `${value}&${KIB_64}=1`),
    valued('beside 5000 parameters', `${value}${'&a=b'.repeat(5000)}`),
  ];
}

function ofState({ path, code, state, other }: Valid): readonly Mutation[] {
  const hash = createHash('sha256').update(state);
  const elsewhere = {
    missing: '',
    'without a value': 'state',
    'with nothing': 'state=',
    'an array': `state[]=${state}`,
    'an array with encoded brackets': `state%5B%5D=${state}`,
    'the first of an array': `state[0]=${state}`,
    'an object': `state[value]=${state}`,
    'an object in dots': `state.value=${state}`,
    'in capitals': `STATE=${state}`,
    'with a space in its name': `state%20=${state}`,
    'with a NUL in its name': `state%00=${state}`,
    'in a matrix parameter': `;state=${state}`,
    'as the prototype': `__proto__[state]=${state}`,
    'of another attempt': `state=${other.state}`,
    'behind the fragment': `#state=${state}`,
    'with another separator': `x=1;state=${state}`,
  };
  const values = {
    'its hash': hash.copy().digest('hex'),
    'its hash as it is stored': hash.digest('base64url'),
    reversed: [...state].reverse().join(''),
    'in lower case': state.toLowerCase(),
    'in upper case': state.toUpperCase(),
    'in quotes': `%22${state}%22`,
    'in an array of JSON': `[%22${state}%22]`,
    'in an object of JSON': `{%22state%22:%22${state}%22}`,
    'encoded twice': [...state].map((letter) => `%25${letter.charCodeAt(0).toString(16)}`).join(''),
    'in base64': Buffer.from(state).toString('base64url'),
    'in UTF-16': [...state].map((letter) => `${letter}%00`).join(''),
    'twice in one': `${state}${state}`,
    'with a comma': `${state},${state}`,
    'with a wildcard': '%25',
    'with a pattern': '*',
    null: 'null',
    undefined: 'undefined',
    true: 'true',
    zero: '0',
    'a quote': "'%20or%201=1--",
    'a path': `../${state}`,
    'of 43 letters': 'A'.repeat(43),
  };
  const bare = ['%', '%2', '%zz', '%u0041'].flatMap((percent) => [
    [`before ${percent}`, `${state}${percent}`] as const,
    [`after ${percent}`, `${percent}${state}`] as const,
  ]);
  const lengths = [1, 2, 8, 21, 42].map((length) => [`cut to ${length}`, state.slice(0, length)] as const);
  const flipped = [...state].map((letter, at) => {
    const another = letter === 'A' ? 'B' : 'A';
    return [`with another letter at ${at}`, `${state.slice(0, at)}${another}${state.slice(at + 1)}`] as const;
  });
  return [
    ...variantsOf('state', state, other.state),
    ...Object.entries(elsewhere).map(([as, parameter]) => ({ name: `state ${as}`, target: parameter })),
    ...[...Object.entries(values), ...bare, ...lengths, ...flipped].map(([as, value]) => ({
      name: `state ${as}`,
      target: `state=${value}`,
    })),
  ].map((mutation) => ({ ...mutation, target: `${path}?code=${code}&${mutation.target}` }));
}

/**
 * Another code that looks like one is not among them: PKCE tells (R8), and the product. A percent sign that encodes
 * nothing is read as it stands, and makes another code.
 */
function ofCode({ path, code, state, other }: Valid): readonly Mutation[] {
  const repeated = ['iss', 'scope', 'error', 'session_state', 'anything'];
  return [
    ...variantsOf('code', code, other.code),
    ...repeated.map((name) => ({ name: `${name} doubled`, target: `code=${code}&${name}=a&${name}=b` })),
  ].map((mutation) => ({ ...mutation, target: `${path}?${mutation.target}&state=${state}` }));
}

function withoutCode({ path, code, state }: Valid): readonly Mutation[] {
  const answers = {
    missing: '',
    'without a value': 'code&',
    'with nothing': 'code=&',
    'an array': `code[]=${code}&`,
    'the first of an array': `code[0]=${code}&`,
    'an object': `code[value]=${code}&`,
    'in capitals': `CODE=${code}&`,
    'with a question mark in its name': `?code=${code}&`,
    'with a NUL in its name': `code%00=${code}&`,
    'beside an error': `code=${code}&error=access_denied&`,
    'beside an empty error': `code=${code}&error=&`,
    'for an implicit grant': `access_token=${code}&token_type=bearer&`,
    'for an assertion': `response=${code}&`,
    'only an error': 'error=made_up&',
    'only an error of control characters': 'error=%00%0d%0a&',
  };
  return Object.entries(answers).map(([as, parameters]) => ({
    name: `code ${as}`,
    target: `${path}?${parameters}state=${state}`,
  }));
}

function ofPath({ path, code, state }: Valid, row: RowByLink): readonly Mutation[] {
  const others = world.integrations.map(({ id }) => id).filter((id) => id !== row.integration);
  const integration = row.integration;
  const paths = [
    ...others.map((id) => `/oauth/callback/${id}`),
    '/oauth/callback/unknown',
    '/oauth/callback/',
    '/oauth/callback',
    '/oauth',
    '/oauth/callback/constructor',
    '/oauth/callback/__proto__',
    `${path}/`,
    `${path}//`,
    `${path}/more`,
    `${path}.json`,
    `${path};v=1`,
    `${path}%00`,
    `${path}%20`,
    `${path}%2f`,
    `${path}%3f`,
    `/${path}`,
    `/x${path}`,
    `/oauth//callback/${integration}`,
    `/oauth/callback//${integration}`,
    `/oauth/callback/..%2f${integration}`,
    `/oauth/callback/%2e%2e/callback/${integration}%2f`,
    `/oauth%2fcallback/${integration}`,
    `/oauth/callback/${integration.toUpperCase()}`,
    `/OAuth/callback/${integration}`,
    `/oauth/callback/%${integration.charCodeAt(0).toString(16)}${integration.slice(1)}`,
    `/oauth\\callback\\${integration}%5c`,
    `/callback/${integration}`,
    `/connect/${state}`,
    `/connect/${code}`,
    `/done/${state}`,
    '*',
  ];
  return paths.map((mutant) => ({ name: `path ${mutant}`, target: `${mutant}?code=${code}&state=${state}` }));
}

function ofMethod({ path, code, state }: Valid): readonly Mutation[] {
  const query = `code=${code}&state=${state}`;
  const methods = [
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS',
    'HEAD',
    'TRACE',
    'PROPFIND',
    'QUERY',
    'get',
    'GETS',
    '',
  ];
  return [
    ...methods.map((method) => ({ name: `method "${method}"`, method, target: `${path}?${query}` })),
    { name: 'as a posted form', method: 'POST', target: path, body: query },
    { name: 'with its state in a body', method: 'POST', target: `${path}?code=${code}`, body: `state=${state}` },
    { name: 'in the body of a GET', target: path, body: query },
    { name: 'with a body besides', target: `${path}?${query}`, body: query },
  ];
}

function ofCookie({ path, code, state, cookie, other }: Valid): readonly Mutation[] {
  const [name = '', value = ''] = cookie.split('=');
  const cookies = {
    missing: '',
    empty: `${name}=`,
    'of another browser': other.cookie,
    'of another browser before the right one': `${name}=${other.cookie.split('=')[1]}; ${cookie}`,
    'of another browser under the right name': `${name}=${other.cookie.split('=')[1]}`,
    'of its page only': `${name}=page.${value.replace(/^secret\./, '')}`,
    cut: cookie.slice(0, -1),
    'with another end': `${name}=${value.slice(0, -4)}AAAA`,
    'without its secret': `${name}=${value.replace(/\..*$/, '')}`,
    'under another name': `x${cookie}`,
    'in capitals': cookie.toUpperCase(),
    'of 8 KiB': `${name}=${'A'.repeat(8 * 1024)}`,
    'in a parameter': '',
  };
  return Object.entries(cookies).map(([as, mutant]) => ({
    name: `cookie ${as}`,
    cookie: mutant,
    target: `${path}?code=${code}&state=${state}${as === 'in a parameter' ? `&${name}=${value}` : ''}`,
  }));
}

/** By a socket: neither fetch nor node:http let a client write what a forger can. 0 where nothing is answered. */
async function send(
  given: Required<Pick<Mutation, 'target' | 'cookie'>> & Pick<Mutation, 'method' | 'body'>,
): Promise<number> {
  const { method = 'GET', target: wanted, cookie, body } = given;
  const { hostname, port, host } = new URL(world.url);
  const form = ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body?.length}`];
  const lines = [
    `${method} ${wanted} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: ${world.url}`,
    ...(cookie === '' ? [] : [`Cookie: ${cookie}`]),
    ...(body === undefined ? [] : form),
    'Connection: close',
  ];
  const socket = connect(Number(port), hostname);
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`);
  const answer = await text(socket).catch(() => '');
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
}
