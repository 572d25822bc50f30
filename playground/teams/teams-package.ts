import { readFile } from 'node:fs/promises';
import { zip } from './zip.ts';

/** A deployment's values for the manifest's placeholders. */
export type Deployment = {
  /** The bot's Microsoft App ID. */
  readonly botId?: string | undefined;
  /** The bot's public address, for the pages it links to. */
  readonly publicUrl?: string | undefined;
};

export type TeamsPackage = {
  readonly archive: Buffer;
  /** Sentences about what was filled in and what is still missing. */
  readonly notes: readonly string[];
};

/** Creates the archive to upload to Teams: manifest.json with the deployment's values, and both icons. */
export async function teamsPackage({ botId, publicUrl }: Deployment): Promise<TeamsPackage> {
  const template = await readFile(new URL('../../manifest.json', import.meta.url), 'utf8');
  const values = [botIdValue(botId), domainValue(publicUrl)];
  const manifest = values.reduce((text, { placeholder, value }) => text.replaceAll(placeholder, value), template);
  const archive = zip([
    { name: 'manifest.json', content: Buffer.from(manifest) },
    { name: 'color.png', content: await readFile(new URL('./color.png', import.meta.url)) },
    { name: 'outline.png', content: await readFile(new URL('./outline.png', import.meta.url)) },
  ]);
  return { archive, notes: [...values.map((value) => value.note), ...developerNote(manifest)] };
}

const PLACEHOLDER_BOT_ID = '00000000-0000-0000-0000-000000000000';
const PLACEHOLDER_DOMAIN = 'latchkey.example.com';

type Value = { readonly placeholder: string; readonly value: string; readonly note: string };

function developerNote(manifest: string): readonly string[] {
  if (!manifest.includes('"https://example.com/')) return [];
  return ['The developer’s pages are still placeholders: change them in manifest.json before you publish.'];
}

function botIdValue(botId: string | undefined): Value {
  const placeholder = PLACEHOLDER_BOT_ID;
  if (!botId) {
    return { placeholder, value: placeholder, note: 'The bot id is still a placeholder: set MicrosoftAppId.' };
  }
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(botId)) throw new Error('MicrosoftAppId is not a GUID.');
  return { placeholder, value: botId, note: `The bot id is ${botId}.` };
}

function domainValue(publicUrl: string | undefined): Value {
  const placeholder = PLACEHOLDER_DOMAIN;
  if (!publicUrl) {
    return { placeholder, value: placeholder, note: 'The domain is still a placeholder: set LATCHKEY_PUBLIC_URL.' };
  }
  if (!URL.canParse(publicUrl)) throw new Error('LATCHKEY_PUBLIC_URL is not a URL.');
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol !== 'https:') throw new Error('LATCHKEY_PUBLIC_URL must begin with https://: Teams opens nothing else.');
  return { placeholder, value: hostname, note: `The domain is ${hostname}.` };
}
