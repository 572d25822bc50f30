import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as actions from '../src/actions/index.ts';
import { ConfigurationError } from '../src/errors.ts';
import { builtInIntegrations } from '../src/integrations/built-in.ts';
import type { CatalogEntry } from '../src/integrations/catalog-entry.ts';
import { optionName, secretsIn } from '../src/integrations/secrets-in.ts';
import { isOfBot } from '../src/integrations/ways-in.ts';
import type { AnyAction } from '../src/model/action.ts';
import { list, parsedJson, record, text } from '../src/model/json.ts';
import { catalogProblems, type ProductFile } from './catalog-problems.ts';

const repository = resolve(import.meta.dirname, '..');
/** Relative to the root. */
export const CATALOG_FOLDER = 'src/integrations/catalog';
const MADE = '// made of ';

/** A product's file, parsed. */
export interface Product {
  readonly file: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** The files of the catalogue, in the order of their names. */
export function productFiles(root = repository): readonly ProductFile[] {
  return readdirSync(join(root, CATALOG_FOLDER))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(root, CATALOG_FOLDER, file), 'utf8').replace(/^\ufeff/, '') }));
}

/**
 * The same, parsed.
 * @throws ConfigurationError that names a file that is not JSON
 */
export function products(root = repository): readonly Product[] {
  return productFiles(root).map((product) => {
    const json = parsedJson(product.text);
    if (json === undefined) throw new ConfigurationError(catalogProblems(product).join('\n'));
    return { file: product.file, json: record(json) };
  });
}

/**
 * Everything that is generated from those files, by path relative to the root.
 * @throws ConfigurationError with a line for each problem
 */
export function generatedFiles(root = repository): ReadonlyMap<string, string> {
  const problems = productFiles(root).flatMap(catalogProblems);
  if (problems.length > 0) throw new ConfigurationError(problems.join('\n'));
  const all = products(root);
  const entries = all.map(entryOf);
  return new Map([
    ...all.map(({ json }) => [`${CATALOG_FOLDER}/${text(json.id)}.ts`, moduleOf(json)] as const),
    ['src/integrations/catalog-index.ts', indexOf(entries)],
    ['docs/integrations/README.md', pageOf(entries)],
  ]);
}

/** Modules generated from files that no longer exist, by path relative to the root. */
export function staleModules(root = repository): readonly string[] {
  const names = productFiles(root).map(({ file }) => file.replace(/\.json$/, '.ts'));
  return readdirSync(join(root, CATALOG_FOLDER))
    .filter((name) => name.endsWith('.ts') && !names.includes(name))
    .map((name) => `${CATALOG_FOLDER}/${name}`)
    .filter((path) => readFileSync(join(root, path), 'utf8').startsWith(MADE));
}

/** The function of one product, with the types of its options. */
export function moduleOf(json: Product['json']): string {
  const id = text(json.id);
  const name = functionName(id);
  const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Options`;
  const hosts = hostOptionsOf(json);
  const isNeeded = optionsOf(id, json.profiles).length > 0 || hosts.includes('Required');
  const clients = clientsVariantOf(json);
  return [
    `${MADE}${id}.json by \`npm run catalog\`: change that file`,
    `import { type CatalogOptions, fromCatalog${hosts === '' ? '' : ', type HostOptions'} } from '../from-catalog.ts';`,
    ...(clients === undefined ? [] : [`import type { ClientsOptions } from '../tenant-clients.ts';`]),
    `import type { Integration } from '../../model/integration.ts';`,
    `import definition from './${id}.json' with { type: 'json' };`,
    '',
    `export type ${type} =`,
    `${[...variantsOf(id, list(json.profiles)), ...(clients === undefined ? [] : [clients])]
      .map((variant) => `  | (${variant}${hosts})`)
      .join('\n')};`,
    '',
    `/** ${text(json.name)}, as of ${text(record(json.verified).on)}. */`,
    `export function ${name}(options: ${type}${isNeeded ? '' : ' = {}'}): Integration {`,
    '  return fromCatalog(definition, options);',
    '}',
    '',
  ].join('\n');
}

/** If customers have hosts of their own, the deployment may list them; if the product has no other host, it must. */
function hostOptionsOf({ tenant }: Product['json']): string {
  const { hosts, suffixes } = record(tenant);
  if (!Array.isArray(hosts)) return '';
  const must = hosts.length === 0 && suffixes === undefined;
  return must ? " & HostOptions & Required<Pick<HostOptions, 'hosts'>>" : ' & HostOptions';
}

/** All profiles together need all options. `ways` selects some, which need fewer; the bot's own sign-in can be left out without it. */
function variantsOf(id: string, profiles: readonly unknown[]): readonly string[] {
  const every = optionsOf(id, profiles);
  const all = `CatalogOptions<${wayNames(profiles)}>${membersOf(every)}`;
  const enough = profiles.map((profile) => optionsOf(id, profile)).filter((options) => options.length < every.length);
  const fewer = [...new Map(enough.map((options) => [options.join(), options])).values()];
  return [all, ...fewer.map((options) => variantWith(options, id, profiles))];
}

/** If customers or regions can have an app each, these replace the one client. */
function clientsVariantOf({ id, tenant, profiles }: Product['json']): string | undefined {
  const signIns = list(profiles)
    .map(record)
    .filter(({ method, grant }) => method === 'oauth2' && grant !== 'client_credentials');
  if (tenant === undefined || signIns.length === 0) return undefined;
  const own = signIns.flatMap(({ clientId, clientSecret }) => optionsOf(text(id), [clientId, clientSecret]));
  const others = optionsOf(text(id), profiles).filter((option) => !own.includes(option));
  const needed = optionsOf(
    text(id),
    list(profiles).filter((profile) => !isOfBot(profile)),
  );
  const members = [
    ...[...new Set(own)].map((option) => `readonly ${option}?: never`),
    ...others.map((option) => `readonly ${option}${needed.includes(option) ? '' : '?'}: string`),
  ];
  return `CatalogOptions<${wayNames(list(profiles))}> & ClientsOptions & { ${members.join('; ')} }`;
}

function variantWith(options: readonly string[], id: string, profiles: readonly unknown[]): string {
  const ways = profiles.filter((profile) => optionsOf(id, profile).every((option) => options.includes(option)));
  const absent = optionsOf(id, profiles).filter((option) => !options.includes(option));
  const isDefault = profiles.every((profile) => isOfBot(profile) || ways.includes(profile));
  const members = [
    ...(isDefault ? [] : [`readonly ways: readonly (${wayNames(ways)})[]`]),
    ...options.map((option) => `readonly ${option}: string`),
    ...absent.map((option) => `readonly ${option}?: never`),
  ];
  return `CatalogOptions<${wayNames(ways)}> & { ${members.join('; ')} }`;
}

function membersOf(options: readonly string[]): string {
  return options.length === 0 ? '' : ` & { ${options.map((option) => `readonly ${option}: string`).join('; ')} }`;
}

function optionsOf(id: string, json: unknown): readonly string[] {
  return [...new Set(secretsIn(json).map((secret) => optionName(id, secret)))];
}

function wayNames(profiles: readonly unknown[]): string {
  return profiles.map((profile) => `'${text(record(profile).id)}'`).join(' | ');
}

function functionName(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function indexOf(entries: readonly CatalogEntry[]): string {
  return [
    `${MADE}catalog/*.json by \`npm run catalog\`: change those files`,
    `import type { CatalogEntry } from './catalog-entry.ts';`,
    '',
    '/** What the catalogue has, without reading its files. */',
    'export const CATALOG: readonly CatalogEntry[] = [',
    ...entries.map((entry) => `  ${JSON.stringify(entry)},`),
    '];',
    '',
  ].join('\n');
}

function entryOf({ json }: Product): CatalogEntry {
  const id = text(json.id);
  const profiles = list(json.profiles).map(record);
  return {
    id,
    name: text(json.name),
    importName: functionName(id),
    ways: profiles.map(({ title }) => text(title)),
    options: optionsOf(id, profiles),
    needsHosts: hostOptionsOf(json).includes('Required'),
    refresh: refreshOf(profiles),
    revoke: profiles.some(({ revocationUrl, revocation }) => revocationUrl !== undefined || revocation !== undefined),
    verifiedOn: text(record(json.verified).on),
    source: text(list(record(json.verified).sources)[0]),
    unverified: list(json.unverified).length,
  };
}

function refreshOf(profiles: readonly Readonly<Record<string, unknown>>[]): CatalogEntry['refresh'] {
  const oauth = profiles.filter(({ method, grant = 'authorization_code' }) => {
    return method === 'oauth2' && grant === 'authorization_code';
  });
  const [said] = oauth.map(({ refreshTokens }) => refreshTokens);
  return oauth.length === 0
    ? 'keys'
    : said === 'none' || said === 'reusable' || said === 'single_use'
      ? said
      : 'unknown';
}

const REFRESH: Readonly<Record<CatalogEntry['refresh'], string>> = {
  keys: 'no tokens',
  none: 'none',
  reusable: 'yes',
  single_use: 'yes, each used once',
  unknown: 'not known',
};

function pageOf(entries: readonly CatalogEntry[]): string {
  const builtIn = builtInIntegrations(() => undefined);
  return `# The catalogue

Products that Latchkey knows. The ${builtIn.length} with a page of their own are functions of \`latchkey/integrations\` and have actions; the
${entries.length} others are imported one by one, and loading one does not load another:

\`\`\`ts
import { createAuthorizer } from 'latchkey';
import { hubspot } from 'latchkey/catalog/hubspot';

const authorizer = await createAuthorizer({ ...options, integrations: [hubspot({ clientId, clientSecret })] });
\`\`\`

Without an OAuth app of your own, \`hubspot({ ways: ['private-app'] })\` offers the way that needs none. A way for the bot itself is included
if its options are given. Some products have actions in \`latchkey/actions\`; for anything else, write
[an action of your own](../add-an-integration.md). A missing client is an error at compile time and at start. If each instance or region has
an app of its own, \`clients\` replaces \`clientId\` and \`clientSecret\`:
\`servicenow({ clients: { 'acme.service-now.com': { clientId, clientSecret } } })\`. Add \`signInAt\` for customers who sign in under another
name: \`freshservice({ clients: { acme: { clientId, clientSecret, signInAt: 'acme-group' } } })\`.

“Verified” is the day on which a definition was compared with the product's documentation; its file in
[src/integrations/catalog](../../src/integrations/catalog) names the pages and the facts that could not be verified. The pages were read as
stored copies, some of which are older than that day; if a source is a repository, its address names the commit. No definition was tried
with the product itself. \`npm run check:products\` prints the unverified facts, and fails if a definition was verified more than 180 days ago.

If a product supports a way in that is missing here, Latchkey does not support it: OAuth 1, the password grant, Kerberos, signed requests.
[What is left out](../add-an-integration.md#what-is-left-out) says why, and where in the code it would go.

| Product | Ways in | Actions | Refresh tokens | Revoked when removed | Verified | Not verified | Page |
|---|---|---|---|---|---|---|---|
${builtIn.map(({ id, name, profiles, customProfile }) => `| ${name} | ${[...profiles, ...(customProfile === undefined || profiles.some(({ method }) => method === 'oauth2') ? [] : [customProfile])].map(({ title }) => title).join(', ')} | on its page | | | | | [${id}](${id}.md) |`).join('\n')}
${entries.map(rowOf).join('\n')}
`;
}

/** The titles of a product's actions in `latchkey/actions`. */
function actionsOf(id: string): string {
  const own = Object.values<AnyAction>(actions).filter(({ integration }) => integration === id);
  return own.map(({ title }) => title).join(', ');
}

function rowOf(entry: CatalogEntry): string {
  const cells = [
    entry.name,
    entry.ways.join(', '),
    actionsOf(entry.id),
    REFRESH[entry.refresh],
    entry.revoke ? 'yes' : 'no',
    entry.verifiedOn,
    entry.unverified === 0 ? 'nothing' : `[${entry.unverified}](../../${CATALOG_FOLDER}/${entry.id}.json)`,
    `[${new URL(entry.source).hostname}](${entry.source})`,
  ];
  return `| ${cells.join(' | ')} |`;
}
