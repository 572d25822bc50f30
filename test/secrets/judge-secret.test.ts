import type { Field } from 'latchkey';
import { describe, expect, it } from 'vitest';
import type { AskedSecrets } from '../../src/flows/asked-secrets.ts';
import { findConfirmationCode } from '../../src/model/confirmation-code.ts';
import {
  holdsKnownSecret,
  isDistinctive,
  isEverydayTalk,
  judgeText,
  mayBeAsked,
} from '../../src/secrets/judge-secret.ts';
import { wrappedIn } from '../answers/pasted.ts';
import { cpuTime } from '../cpu-time.ts';
import { heldOutMessages } from './held-out-messages.ts';
import { moreMessages } from './more-messages.ts';
import { ordinaryMessages } from './ordinary-messages.ts';
import { KEYS, KNOWN_SECRETS, WRAPPINGS as PLAIN_WRAPPINGS } from './pasted-keys.ts';

const WRAPPINGS = [...PLAIN_WRAPPINGS, ...wrappedIn('keys')];

const NOTHING: AskedSecrets = { earlier: [] };

function keyField(pattern?: string): Field {
  return { key: 'apiKey', title: 'API key', type: 'password', ...(pattern === undefined ? {} : { pattern }) };
}

function awaiting(...fields: readonly Field[]): AskedSecrets {
  const asked = fields.map((field) => ({ field, secret: field.type === 'password' ? ('key' as const) : undefined }));
  return { awaited: { authorizationId: 'a1', fields: asked }, earlier: [] };
}

const judged = (text: string, asked: AskedSecrets) =>
  asked !== NOTHING && mayBeAsked(text) ? judgeText(text, asked) : judgeText(text, NOTHING);

describe.each(KEYS)('$what', ({ key, pattern }) => {
  const EMAIL: Field = { key: 'email', title: 'E-mail address', pattern: '^[^\\s@:]+@[^\\s@:]+$' };

  it.each(WRAPPINGS)('is taken $how', ({ paste }) => {
    expect(judged(paste(key), awaiting(keyField(pattern)))).toMatchObject({ status: 'value', value: key });
  });

  it.each(WRAPPINGS)('is not passed on $how where the form has more fields', ({ paste }) => {
    expect(judged(paste(key), awaiting(EMAIL, keyField(pattern))).status).toBe('inside');
  });

  it.each(WRAPPINGS)('is not passed on $how after it was asked for', ({ paste }) => {
    const earlier: AskedSecrets = { earlier: [{ field: keyField(pattern), secret: 'key' }] };
    expect(judged(paste(key), earlier).status).toBe('unasked');
  });
});

describe('a password', () => {
  const field: Field = { key: 'password', title: 'Password', type: 'password' };
  const only: AskedSecrets = {
    awaited: { authorizationId: 'a1', fields: [{ field, secret: 'password' }] },
    earlier: [],
  };
  const form: AskedSecrets = {
    awaited: {
      authorizationId: 'a1',
      fields: [
        { field: { key: 'userName', title: 'User name' }, secret: undefined },
        { field, secret: 'password' },
      ],
    },
    earlier: [],
  };

  it.each(['Pässwört€', '"quoted1"', ' s3cret! ', '*star7*'])('keeps its quotes and blanks: %s', (typed) => {
    expect(judged(typed, only)).toMatchObject({ status: 'value', value: typed });
  });

  it.each(['Pässwört€', 'hunter2', 'my password: Geheimnis', 'user: jörg\npassword: Pässwört€', 'jörg / Pässwört€1'])(
    'is not passed on where a form asks for it: %s',
    (typed) => {
      expect(judged(typed, form).status).toBe('inside');
    },
  );
});

describe('a password that is a word like any other', () => {
  const PASSWORD: Field = { key: 'password', title: 'Password', type: 'password' };
  const form: AskedSecrets = {
    awaited: {
      authorizationId: 'a1',
      fields: [
        { field: { key: 'userName', title: 'User name' }, secret: undefined },
        { field: PASSWORD, secret: 'password' },
      ],
    },
    earlier: [],
  };

  it.each(wrappedIn('passwords'))('is not passed on $how', ({ paste }) => {
    expect(judged(paste('Geheimnis'), form).status).toBe('inside');
  });
});

it.each(KNOWN_SECRETS)('knows %s wherever it stands', (secret) => {
  expect(holdsKnownSecret(secret)).toBe(true);
  if (!/^[A-Za-z0-9]+$|PRIVATE/.test(secret)) expect(holdsKnownSecret(`look, ${secret} is it`)).toBe(true);
});

it('finds a key at the end of a long text', () => {
  // as much as any channel lets through
  const log = 'line after line of a log that somebody pastes\n'.repeat(6_000);
  expect(holdsKnownSecret(`${log}ghp_abcdefghijklmnopqrstuvwxyz0123456789`)).toBe(true);
});

it.each(['<at x', '<at>', '<p ', 'sk-', 'key', 'key ', 'Bearer ', 'a://b:', 'eyJaaaaaaaa.', '/a', 'a-', '«', '：'])(
  'takes no longer for a text that was made to take long: %s',
  (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    const took = cpuTime(() => {
      judged(text, awaiting(keyField('^\\S+$')));
      findConfirmationCode(text);
    });
    // what looks back for each place in it takes ten seconds and more
    expect(took).toBeLessThan(3_000);
  },
);

it('tells a pattern that says what a key looks like from one that any word has', () => {
  expect(isDistinctive('^(?:ghp|github_pat)_\\w{20,500}$')).toBe(true);
  expect(isDistinctive('^[0-9a-f]{32}$')).toBe(true);
  expect(isDistinctive('^\\S+$')).toBe(false);
  expect(isDistinctive('^[A-Za-z0-9_-]{8,64}$')).toBe(false);
});

describe.each([
  ['ordinary messages', () => [...ordinaryMessages(), ...moreMessages()], 0.005],
  ['ordinary messages that the judge was not tuned on', heldOutMessages, 0.025],
] as const)('%s', (what, gather, mostEarlier) => {
  const messages = gather();
  const wrongly = (asked: AskedSecrets) => messages.filter((text) => judged(text, asked).status !== 'ordinary');
  const share = (some: readonly unknown[]) => some.length / messages.length;
  const percent = (part: number) => `${(part * 100).toFixed(2)} %`;
  const PASSWORD: Field = { key: 'password', title: 'Password', type: 'password' };

  it('are at least 5,000, and the same ones every time', () => {
    expect(messages.length).toBeGreaterThanOrEqual(5_000);
    expect(gather()).toEqual(messages);
  });

  it('are let through: under 0.1 % are taken for a secret where nothing was asked', () => {
    const nothing = wrongly(NOTHING);
    const keys = KEYS.map(({ pattern }) => ({ field: keyField(pattern), secret: 'key' as const }));
    const earlier = wrongly({ earlier: [...keys, { field: PASSWORD, secret: 'password' }] });
    const awaited = KEYS.map(({ pattern }) => share(wrongly(awaiting(keyField(pattern)))));
    const password = wrongly({
      awaited: { authorizationId: 'a1', fields: [{ field: PASSWORD, secret: 'password' }] },
      earlier: [],
    });
    const reads = messages.filter(mayBeAsked);
    console.log(
      [
        `of ${messages.length} ${what} are taken for a secret`,
        `  nothing asked    ${percent(share(nothing))}`,
        `  asked earlier    ${percent(share(earlier))}`,
        `  a key awaited    ${percent(Math.min(...awaited))} to ${percent(Math.max(...awaited))}, by the key's shape`,
        `  password awaited ${percent(share(password))}`,
        `the store is asked about ${percent(share(reads))} of them`,
      ].join('\n'),
    );
    expect(share(nothing)).toBeLessThan(0.001);
    expect(share(earlier)).toBeLessThan(mostEarlier);
  });
});

describe('everyday talk', () => {
  const WORDS = [
    '',
    'a',
    'Token',
    'password',
    'Bearer',
    'begin',
    'bcdfghjk',
    'Abcdefghijklmnopqrs',
    'internationalisation',
    'w'.repeat(31),
  ];
  const SIGNS = [' ', ', ', '. ', '! ', '? ', '.', ',', '  ', '\n'];
  const composed = WORDS.flatMap((first) =>
    SIGNS.flatMap((sign) =>
      WORDS.flatMap((second) => SIGNS.map((end) => `${first}${sign}${second}${end}${first}${sign}please...`)),
    ),
  );

  it('is what the two searches find nothing in, so that they need not look', () => {
    const texts = [...composed, ...WORDS, ...ordinaryMessages(), ...moreMessages(), ...heldOutMessages()];
    const talk = texts.filter(isEverydayTalk);
    expect(talk.length).toBeGreaterThan(2_000);
    expect(talk.filter((text) => mayBeAsked(text) || holdsKnownSecret(text))).toEqual([]);
  });

  it('is no key, however it is pasted', () => {
    const pasted = [...KEYS.map(({ key }) => key), ...KNOWN_SECRETS];
    expect(pasted.flatMap((key) => WRAPPINGS.map(({ paste }) => paste(key))).filter(isEverydayTalk)).toEqual([]);
  });

  it('is recognised in time that grows with the length only', () => {
    const long = `${'abcdefgh '.repeat(20_000)}1`;
    expect(cpuTime(() => isEverydayTalk(long))).toBeLessThan(100);
  });
});
