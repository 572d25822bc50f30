import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

interface Import {
  readonly from: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

/** The rooms of design.md 3 and what each may import; `types` may be imported as types only. */
const ROOMS: readonly { readonly room: string; readonly may: readonly string[]; readonly types?: readonly string[] }[] =
  [
    { room: 'src/model', may: ['src/errors'] },
    { room: 'src/errors', may: [] },
    { room: 'src/logger', may: [] },
    { room: 'src/auth-methods', may: ['src/errors', 'src/model'] },
    { room: 'src/languages', may: [] },
    { room: 'src/answers', may: ['src/languages', 'src/model'] },
    { room: 'src/stores', may: ['src/errors', 'src/model'] },
    { room: 'src/http', may: ['src/errors', 'src/model'], types: ['src/auth-methods'] },
    { room: 'src/vault', may: ['src/errors', 'src/model'], types: ['src/stores'] },
    { room: 'src/integrations', may: ['src/errors', 'src/model', 'src/auth-methods'] },
    { room: 'src/actions', may: ['src/errors', 'src/languages', 'src/model', 'src/auth-methods'] },
    {
      room: 'src/flows',
      may: ['src/errors', 'src/languages', 'src/model', 'src/auth-methods', 'src/http/host-rules'],
      types: ['src/vault', 'src/http', 'src/logger'],
    },
    { room: 'src/audit-words', may: ['src/languages', 'src/model'], types: ['src/flows'] },
    { room: 'src/texts', may: ['src/languages', 'src/model/shown-name'], types: ['src/model', 'src/flows'] },
    {
      room: 'src/telemetry',
      may: ['src/model'],
      types: ['src/flows', 'src/logger', 'src/stores'],
    },
    { room: 'src/background', may: ['src/flows', 'src/model'], types: ['src/vault'] },
    {
      room: 'src/web',
      may: ['src/audit-words', 'src/errors', 'src/flows', 'src/languages', 'src/model'],
      types: ['src/logger'],
    },
    {
      room: 'src/cli',
      may: [
        'src/actions/sentences/translate',
        'src/audit-words',
        'src/errors',
        'src/flows',
        'src/languages',
        'src/model',
        'src/integrations',
        'src/open-authorizer',
        'src/examine',
        'src/logger',
        'src/stores/migrate-store',
        'src/stores/copy-store',
        'src/stores/create-folder',
      ],
      types: ['src/vault', 'src/open-services'],
    },
    {
      room: 'src/authorizer',
      may: [],
      types: ['src/flows', 'src/logger', 'src/model', 'src/background', 'src/texts', 'src/web'],
    },
    { room: 'src/channels', may: ['src/answers', 'src/errors', 'src/model'], types: ['src/texts'] },
    { room: 'src/secrets', may: ['src/channels', 'src/errors', 'src/model'], types: ['src/flows'] },
    {
      room: 'src/chat',
      may: [
        'src/answers',
        'src/channels',
        'src/errors',
        'src/flows',
        'src/languages',
        'src/model',
        'src/secrets',
        'src/texts',
      ],
      types: ['src/authorizer', 'src/background'],
    },
    { room: 'dialogs', may: ['src/index', 'src/answers', 'src/channels', 'src/chat', 'src/secrets', 'testing'] },
    { room: 'agents', may: ['src/index', 'src/answers', 'src/channels', 'src/chat', 'src/secrets', 'testing'] },
    { room: 'testing', may: ['src/index', 'sandbox/answer-consent'] },
    { room: 'sandbox', may: [] },
    { room: 'playground', may: [] },
  ];

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

const code = ['src', 'dialogs', 'agents', 'testing', 'sandbox', 'playground'].flatMap(filesBelow);
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

function importsOf(file: string): readonly Import[] {
  const statements = textOf(file).matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gms);
  const dynamic = textOf(file).matchAll(/\bimport\(\s*'([^']+)'\s*\)/g);
  return [
    ...[...statements].map((match) => ({
      from: file,
      target: targetOf(file, match[2] ?? ''),
      typeOnly: match[1] !== undefined || onlyTypes(match[0]),
    })),
    ...[...dynamic].map((match) => ({ from: file, target: targetOf(file, match[1] ?? ''), typeOnly: false })),
  ];
}

/** `import { type A, type B } from …` */
function onlyTypes(statement: string): boolean {
  const names = /\{([^}]*)\}/s.exec(statement)?.[1];
  if (names === undefined) return false;
  const listed = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return listed.length > 0 && listed.every((name) => name.startsWith('type '));
}

function targetOf(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return relative(root, resolve(root, dirname(file), specifier)).replace(/\.ts$/, '');
}

const imports = code.flatMap(importsOf);
const within = (path: string, room: string) => path === room || path.startsWith(`${room}/`) || path === `${room}.ts`;
const importersOf = (matches: (target: string) => boolean, values = true) => [
  ...new Set(imports.filter((one) => matches(one.target) && !(values && one.typeOnly)).map((one) => one.from)),
];

describe('the rooms', () => {
  it.each(ROOMS)('$room imports only from below it', ({ room, may, types = [] }) => {
    const foreign = imports
      .filter(
        (one) => within(one.from, room) && /^(?:src|dialogs|agents|testing|sandbox|playground|test)\b/.test(one.target),
      )
      .filter((one) => !within(one.target, room))
      .filter((one) => !may.some((allowed) => within(one.target, allowed)))
      .filter((one) => !(one.typeOnly && types.some((allowed) => within(one.target, allowed))));
    expect(foreign).toEqual([]);
  });

  it('has no room that is not in the picture', () => {
    const known = (file: string) =>
      ROOMS.some(({ room }) => within(file, room)) ||
      [
        'src/index.ts',
        'src/internal.ts',
        'src/create-authorizer.ts',
        'src/check-options.ts',
        'src/check-console.ts',
        'src/open-services.ts',
        'src/open-authorizer.ts',
        'src/examine.ts',
      ].includes(file);
    expect(code.filter((file) => !known(file))).toEqual([]);
  });
});

describe('what is imported in one place', () => {
  it('has no bot SDK in src/', () => {
    const sdk = importersOf((target) => /^(?:botbuilder|botframework|@microsoft\/agents)/.test(target), false);
    expect(sdk.filter((file) => file.startsWith('src/'))).toEqual([]);
  });

  it('loads one bot SDK with each door', () => {
    const agents = importersOf((target) => target.startsWith('@microsoft/agents'), false);
    const botbuilder = importersOf((target) => target.startsWith('botbuilder'), false);
    expect(agents.filter((file) => !within(file, 'agents'))).toEqual([]);
    expect(botbuilder.filter((file) => within(file, 'agents'))).toEqual([]);
  });

  it.each([
    ['axios', ['src/http/axios-instance.ts']],
    ['undici', ['src/http/connections.ts']],
    ['@opentelemetry/api', ['src/telemetry/open-telemetry.ts']],
    // to act for people at products, and to know who developers are
    [
      'openid-client',
      [
        'src/auth-methods/oauth2/client-configuration.ts',
        'src/auth-methods/oauth2/protocol.ts',
        'src/auth-methods/oauth2/revocation.ts',
        'src/auth-methods/openid/relying-party.ts',
      ],
    ],
    ['node:sqlite', ['src/stores/sqlite.ts']],
    ['uqr', ['src/web/qr-code.ts']],
  ])('imports %s in %s only', (engine, files) => {
    expect(importersOf((target) => target === engine)).toEqual(files);
  });

  it('imports pg in one file at most', () => {
    expect(importersOf((target) => target === 'pg').length).toBeLessThanOrEqual(1);
  });

  it('uses restify only where pages are served', () => {
    const rooms = importersOf((target) => target === 'restify', false);
    expect(rooms.filter((file) => !/^(?:src\/web|sandbox|playground)\//.test(file))).toEqual([]);
  });

  it('lets the sandbox know nothing of the code it stands against', () => {
    const known = imports.filter(
      (one) => within(one.from, 'sandbox') && /^(?:latchkey|src|dialogs|agents|testing)\b/.test(one.target),
    );
    expect(known).toEqual([]);
  });

  it('lets the playground use the package as any outsider would', () => {
    const inside = imports.filter(
      (one) => within(one.from, 'playground') && /^(?:src|dialogs|agents|testing|sandbox)\b/.test(one.target),
    );
    expect(inside).toEqual([]);
  });
});

describe('what a bot does not see', () => {
  it('opens what is behind an authorizer only where a conversation begins', () => {
    const openers = importersOf((target) => target === 'src/chat/chat-port', false);
    expect(openers.filter((file) => !within(file, 'src/chat')).toSorted()).toEqual([
      'agents/latchkey.ts',
      'dialogs/authorizer-middleware.ts',
      'src/create-authorizer.ts',
    ]);
  });
});

/**
 * All that a conversation is, without the kits for tests: `find src/chat dialogs agents -name '*.ts' | grep -v -e recording-adapter -e
 * testing.ts | xargs cat | wc -l`
 */
describe('the conversation', () => {
  const files = code.filter(
    (file) => /^(?:src\/chat|dialogs|agents)\//.test(file) && !/(?:recording-adapter|testing)\.ts$/.test(file),
  );
  const lengths = files.map((file) => textOf(file).split('\n').length - 1);

  it('does not get longer: something has to become simpler before more is added', () => {
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(2_708);
  });

  it('has files of at most 60 lines in the median', () => {
    expect(lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60);
  });

  it('has no class with more than five states of its own', () => {
    const states =
      /^ {2}(?:(?:private|protected|public|static|override|readonly) )*#?\w+[?!]?(?::[^()]*)?(?: = .*)?;$/gm;
    const classes = code
      .filter((file) => /^(?:src\/chat|dialogs|agents)\//.test(file))
      .flatMap((file) =>
        textOf(file)
          .split(/^(?=export (?:abstract )?class |class )/m)
          .slice(1),
      );
    expect(classes.length).toBeGreaterThan(4);
    expect(classes.filter((body) => (body.match(states) ?? []).length > 5)).toEqual([]);
  });
});

describe('what stands nowhere', () => {
  it('names no integration outside the files that know it', () => {
    const product = /\b(?:jira|jotform|zendesk|gorgias|freshsales|github|atlassian)\b/i;
    const neutral = code.filter(
      (file) =>
        !/^(?:src\/(?:integrations|actions)|sandbox|playground)\//.test(file) && product.test(withoutComments(file)),
    );
    expect(neutral).toEqual([]);
  });

  it('reads the environment only at the edges', () => {
    const readers = code.filter((file) => withoutComments(file).includes('process.env'));
    expect(readers.filter((file) => !/^(?:playground|src\/cli)\/|^sandbox\/main\.ts$/.test(file))).toEqual([]);
  });

  it('has no pattern that takes off both ends of a text: it begins anew at each place of a long one (see model/without-ends)', () => {
    const slow = /\/\^\[[^\]\n]*\][+*]\|\[[^\]\n]*\]\+\$\//;
    expect(slow.test(String.raw`said.replace(/^[\s*]+|[\s*]+$/g, '')`)).toBe(true);
    expect(code.filter((file) => slow.test(textOf(file)))).toEqual([]);
  });

  it('has no Math.random', () => {
    expect(code.filter((file) => textOf(file).includes('Math.random'))).toEqual([]);
  });
});

function withoutComments(file: string): string {
  return textOf(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}
