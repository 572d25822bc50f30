import { readFile } from 'node:fs/promises';
import { crc32, inflateRawSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { teamsPackage } from '../playground/teams/teams-package.ts';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

// The limits of the published schema, version 1.19 (MicrosoftTeams.schema.json), for the fields that we use.
const address = z.url({ protocol: /^https$/ }).max(2048);
const scopes = z.array(z.enum(['personal', 'team', 'groupChat'])).max(3);
const command = z.strictObject({ title: z.string().min(1).max(32), description: z.string().min(1).max(128) });
const manifestSchema = z.strictObject({
  $schema: z.literal('https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json'),
  manifestVersion: z.literal('1.19'),
  version: z
    .string()
    .regex(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/)
    .max(256),
  id: z.string().regex(GUID),
  developer: z.strictObject({
    name: z.string().min(1).max(32),
    websiteUrl: address,
    privacyUrl: address,
    termsOfUseUrl: address,
  }),
  name: z.strictObject({ short: z.string().min(1).max(30), full: z.string().min(1).max(100) }),
  description: z.strictObject({ short: z.string().min(1).max(80), full: z.string().min(1).max(4000) }),
  icons: z.strictObject({ color: z.literal('color.png'), outline: z.literal('outline.png') }),
  accentColor: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  bots: z
    .array(
      z.strictObject({
        botId: z.string().regex(GUID),
        scopes,
        supportsFiles: z.boolean(),
        isNotificationOnly: z.literal(false),
        commandLists: z.array(z.strictObject({ scopes, commands: z.array(command).max(10) })).max(3),
      }),
    )
    .length(1),
  permissions: z.array(z.enum(['identity', 'messageTeamMembers'])),
  validDomains: z
    .array(
      z
        .string()
        .regex(/^[a-z0-9.-]+$/)
        .max(2048),
    )
    .max(16),
  defaultInstallScope: z.literal('personal'),
});

describe('the Teams manifest', () => {
  it('keeps to the published schema', async () => {
    manifestSchema.parse(await manifest());
  });

  it('has the version of the package', async () => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(await text('../package.json')));
    expect((await manifest()).version).toBe(version);
  });

  it('offers the commands that always work, wherever the bot is', async () => {
    const [bot] = (await manifest()).bots;
    expect(bot?.scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(bot?.commandLists[0]?.scopes).toEqual(bot?.scopes);
    expect(bot?.commandLists[0]?.commands.map((one) => one.title)).toEqual(['help', 'connections', 'cancel']);
  });
});

describe('the icons', () => {
  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('%s is a picture in the size that Teams asks for', async (name, size) => {
    const png = await iconFile(name);
    expect(png.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  });

  it('are full in colour, and white on nothing in outline', async () => {
    expect(pixelsOf(await iconFile('color.png')).every(([, , , alpha]) => alpha === 255)).toBe(true);
    const outline = pixelsOf(await iconFile('outline.png'));
    expect(outline.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    expect(new Set(outline.map(([, , , alpha]) => alpha))).toContain(0);
  });
});

describe('the package for Teams', () => {
  it('has exactly the manifest and both icons, at its root and whole', async () => {
    const { archive } = await teamsPackage({});
    const files = unzip(archive);
    expect(files.map((file) => file.name)).toEqual(['manifest.json', 'color.png', 'outline.png']);
    for (const { content, crc } of files) expect(crc32(content)).toBe(crc);
    expect(files[0]?.content.toString()).toBe(await text('../manifest.json'));
    expect((await teamsPackage({})).archive.equals(archive)).toBe(true);
  });

  it('carries the deployment’s bot and domain, and says so', async () => {
    const botId = '12345678-90ab-cdef-1234-567890abcdef';
    const { archive, notes } = await teamsPackage({ botId, publicUrl: 'https://bot.contoso.com/' });
    const packed = manifestSchema.parse(JSON.parse(unzip(archive)[0]?.content.toString() ?? ''));
    expect(packed.bots[0]?.botId).toBe(botId);
    expect(packed.validDomains).toEqual(['bot.contoso.com']);
    expect(notes).toContain(`The bot id is ${botId}.`);
    expect(notes).toContain('The domain is bot.contoso.com.');
  });

  it('says what is still a placeholder', async () => {
    const { notes } = await teamsPackage({});
    expect(notes.join(' ')).toMatch(/set MicrosoftAppId.*set LATCHKEY_PUBLIC_URL.*developer’s pages/);
  });

  it('refuses values that Teams would refuse', async () => {
    await expect(teamsPackage({ botId: 'my-bot' })).rejects.toThrow('MicrosoftAppId is not a GUID');
    await expect(teamsPackage({ publicUrl: 'bot.contoso.com' })).rejects.toThrow('not a URL');
    await expect(teamsPackage({ publicUrl: 'http://bot.contoso.com' })).rejects.toThrow('https://');
  });
});

function text(path: string): Promise<string> {
  return readFile(new URL(path, import.meta.url), 'utf8');
}

async function manifest() {
  return manifestSchema.parse(JSON.parse(await text('../manifest.json')));
}

function iconFile(name: string): Promise<Buffer> {
  return readFile(new URL(`../playground/teams/${name}`, import.meta.url));
}

/** Of a picture with eight bits for each of red, green, blue and alpha, in one piece and with unfiltered rows, as ours are. */
function pixelsOf(png: Buffer): readonly Uint8Array[] {
  const width = png.readUInt32BE(16);
  const rows = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
  return Array.from({ length: width * png.readUInt32BE(20) }, (_, index) => {
    const start = Math.floor(index / width) * (width * 4 + 1) + 1 + (index % width) * 4;
    return rows.subarray(start, start + 4);
  });
}

type Unzipped = { readonly name: string; readonly crc: number; readonly content: Buffer };

/** Reads an archive from its directory at the end, as those who open one do. */
function unzip(archive: Buffer): readonly Unzipped[] {
  const end = archive.length - 22;
  expect(archive.readUInt32LE(end)).toBe(0x06054b50);
  const files: Unzipped[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < archive.readUInt16LE(end + 10); index += 1) {
    expect(archive.readUInt32LE(at)).toBe(0x02014b50);
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    expect(archive.readUInt32LE(local)).toBe(0x04034b50);
    expect(archive.toString('utf8', local + 30, local + 30 + nameLength)).toBe(name);
    const start = local + 30 + nameLength;
    const content = inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(at + 20)));
    expect(content.length).toBe(archive.readUInt32LE(at + 24));
    files.push({ name, crc: archive.readUInt32LE(at + 16), content });
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return files;
}
