import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/stores/open-store.ts';
import { parseKeys } from '../../../src/vault/keyring.ts';
import { openVault } from '../../../src/vault/vault.ts';
import { type RunningConsole, startConsole, submitAt } from './running-console.ts';

describe('the keys', () => {
  let web: RunningConsole;
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-keys-'));
  afterEach(async () => {
    await web.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are shown with what each seals, and everything is sealed again with the first one', async () => {
    const file = `sqlite:${join(folder, 'latchkey.db')}`;
    const old = `old:${randomBytes(32).toString('base64')}`;
    const before = await openVault(await openStore(file), parseKeys(old));
    await before.secrets.put('something', 'that was sealed before', 1);
    await before.close();
    const ring = parseKeys(`new:${randomBytes(32).toString('base64')},${old}`);
    const vault = await openVault(await openStore(file), ring);
    web = await startConsole({ services: { vault } });

    const browser = await web.signedIn();
    const { text } = await browser.get('/console/keys');
    expect(text).toContain('Seals new records');
    expect(text).toContain('Opens older records');
    expect(text).toContain('Seal everything with the first key');
    const done = await submitAt(browser, '/console/keys', '/console/keys');
    expect(done.status).toBe(200);
    expect(done.text).toMatch(/Done: \d+ records? (?:was|were) sealed again/);
    expect(done.text).toContain('You can remove it from LATCHKEY_KEYS');
    expect(done.text).not.toContain('<form method="post" action="/console/keys">');
    expect((await vault.keys.inUse()).find(({ id }) => id === 'old')?.rows).toBe(0);
    expect(await vault.secrets.get('something')).toBe('that was sealed before');
    await vault.close();
  });
});
