import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

/**
 * Opens a browser for a test: `CHROME_PATH`, else an installed Chrome or Chromium, else the one in the package
 * `@sparticuz/chromium` (Linux on x64), which needs nothing from the system. Web security stays on, and the browser reaches
 * this machine only. The caller closes it.
 */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = installedBrowser() ?? (await packagedBrowser());
  return chromium.launch({ executablePath, args: ARGS, env: { ...process.env, ...env } });
}

type Executable = { readonly executablePath: string; readonly env: Readonly<Record<string, string>> };

const ARGS: string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/latchkey');

function installedBrowser(): Executable | undefined {
  const executablePath = process.env.CHROME_PATH || INSTALLED.find(existsSync);
  return executablePath === undefined ? undefined : { executablePath, env: {} };
}

async function packagedBrowser(): Promise<Executable> {
  try {
    if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('the packaged one is for Linux on x64');
    const directory = await unpacked();
    return {
      executablePath: join(directory, 'chromium'),
      env: { FONTCONFIG_FILE: join(directory, 'latchkey-fonts.conf'), LD_LIBRARY_PATH: join(directory, 'al2023/lib') },
    };
  } catch (cause) {
    throw new Error(
      'There is no browser for the tests: install Chrome or Chromium, or set CHROME_PATH to one, or run `npm ci` with devDependencies on Linux x64.',
      { cause },
    );
  }
}

/** The package unpacks into the temporary directory and takes a half-unpacked browser for a whole one; we move a whole one. */
async function unpacked(): Promise<string> {
  const directory = join(CACHE, `chromium-${await packagedVersion()}`);
  if (existsSync(directory)) return directory;
  await mkdir(CACHE, { recursive: true });
  const staging = await mkdtemp(join(CACHE, 'chromium-unpacking-'));
  try {
    await unpackInto(staging);
    await writeFile(join(staging, 'latchkey-fonts.conf'), fontsConf(directory));
    await rename(staging, directory);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(directory)) throw error;
  }
  return directory;
}

async function packagedVersion(): Promise<string> {
  const file = join(ROOT, 'node_modules/@sparticuz/chromium/package.json');
  const { version }: { readonly version: string } = JSON.parse(await readFile(file, 'utf8'));
  return version;
}

/** With this environment the package also unpacks the system libraries that the browser needs (NSS, expat). */
async function unpackInto(directory: string): Promise<void> {
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: directory, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
}

function fontsConf(directory: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${directory}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${directory}/fonts-cache</cachedir>
</fontconfig>
`;
}
