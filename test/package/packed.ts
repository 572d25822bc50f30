import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** The package as npm packs it. */
export interface Packed {
  readonly tarball: string;
  /** Into an empty folder. */
  install(): Promise<Installed>;
  /** Removes it, and wherever it was installed. */
  remove(): void;
}

/** What the package needs beside itself is linked from our own `node_modules`. */
export interface Installed {
  readonly folder: string;
  /** Where the package itself is. */
  readonly package: string;
}

/** Builds the package and packs it. */
export async function packPackage(): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-packed-'));
  const built = await buildApart(folder);
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await run('npm', pack, { cwd: built });
  const filename = /"filename": "([^"]+)"/.exec(stdout)?.[1] ?? '';
  const tarball = join(folder, filename);
  return {
    tarball,
    install: async () => {
      const place = mkdtempSync(join(folder, 'installed-'));
      const target = join(place, 'node_modules/latchkey');
      mkdirSync(target, { recursive: true });
      await run('tar', ['xzf', tarball, '-C', target, '--strip-components=1']);
      return { folder: place, package: target };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** As `npm run build` does, but beside the checkout's own `dist`, which another test may be building. */
async function buildApart(folder: string): Promise<string> {
  const built = join(folder, 'built');
  mkdirSync(built);
  for (const file of ['package.json', 'README.md', ...FILES]) copyFileSync(join(root, file), join(built, file));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  await run(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', join(built, 'dist')], { cwd: root });
  return built;
}

/** What the package has beside `dist`. */
const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const FILES: readonly string[] = files.filter((file: string) => file !== 'dist');

/** How many bytes a folder has when it is packed as npm packs. */
export async function tarSize(folder: string, args: readonly string[]): Promise<number> {
  const options = { cwd: folder, encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 } as const;
  const { stdout } = await run('tar', ['-cz', ...args], options);
  return stdout.length;
}

/** Makes packages found in the folder, as `npm install` would. */
export function link({ folder }: Installed, ...names: readonly string[]): void {
  for (const name of names) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    rmSync(place, { force: true });
    symlinkSync(join(root, 'node_modules', name), place);
  }
}

/** Everything that we have ourselves. */
export function linkAll(installed: Installed): void {
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name.startsWith('.') || name === 'latchkey') continue;
    if (!name.startsWith('@')) link(installed, name);
    else for (const scoped of readdirSync(join(root, 'node_modules', name))) link(installed, `${name}/${scoped}`);
  }
}

export interface Ended {
  readonly code: number;
  readonly said: string;
}

/** Runs a program of ours or of a package in the folder. */
export async function runIn({ folder }: Installed, program: string, args: readonly string[]): Promise<Ended> {
  return run(process.execPath, [program, ...args], { cwd: folder }).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code: Number(code), said: String(stdout) + String(stderr) }),
  );
}
