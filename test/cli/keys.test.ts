import { beforeEach, describe, expect, it } from 'vitest';
import { newKey, openWorkplace, type Workplace } from './workplace.ts';

let place: Workplace;
beforeEach(() => {
  place = openWorkplace();
  return () => place.close();
});

const withKeys = (...keys: readonly string[]) => ({ env: { LATCHKEY_KEYS: keys.join(',') } });

describe('keys', () => {
  it('new ones are printed and stored nowhere, under a name that is free', async () => {
    const made = (await place.json(['keys', 'new'])) as { id: string; key: string };
    expect(made).toEqual({ id: 'k2', key: expect.stringMatching(/^k2:[A-Za-z0-9+/]{43}=$/) });
    const { out, problem } = await place.run(['keys', 'new', '--id', 'winter-2027']);
    expect(out).toMatch(/^winter-2027:[A-Za-z0-9+/]{43}=\n$/);
    expect(problem).toBe('');
    expect((await place.run(['keys', 'new', '--id', 'k1'])).code).toBe(2);
    expect((await place.run(['keys', 'new', '--id', 'a:b'])).code).toBe(2);
  });

  it('are rotated in the order of the manual, and the old one can go', async () => {
    const old = place.keys;
    const next = newKey('k2');
    place.hide(next.slice(3));
    await place.run(['integrations', 'disable', 'jotform', '--yes']);

    // everywhere: the old one seals, the new one opens
    expect(await place.json(['keys', 'list'], withKeys(old, next))).toEqual({
      keys: [
        { id: 'k1', role: 'seals', rows: 1 },
        { id: 'k2', role: 'opens', rows: 0 },
      ],
    });
    // everywhere: the new one seals
    expect(await place.json(['keys', 'rotate'], withKeys(next, old))).toEqual({
      status: 'done',
      resealed: 1,
      broken: 0,
      keys: [
        { id: 'k2', role: 'seals', rows: 1 },
        { id: 'k1', role: 'opens', rows: 0 },
      ],
    });
    expect((await place.run(['integrations', 'list'], withKeys(next))).out).toMatch(/^jotform +configured/m);
    expect(await place.json(['keys', 'rotate'], withKeys(next))).toMatchObject({ status: 'done', resealed: 0 });
  });

  it('that rows still need are missed', async () => {
    await place.run(['integrations', 'disable', 'jotform', '--yes']);
    const next = newKey('k2');
    const { code, problem } = await place.run(['keys', 'list'], withKeys(next));
    expect(code).toBe(2);
    expect(problem).toContain('lacks the key "k1"');
    expect(problem).not.toContain(next.slice(3));
  });
});
