import { expect, it } from 'vitest';
import { createTurnLock } from '../../src/flows/turn-lock.ts';

const never = () => new Promise<void>(() => {});

it('lets one turn of a conversation run at a time, in the order of arrival, and does not mind others', async () => {
  const lock = createTurnLock();
  const ran: string[] = [];
  const turn = (name: string, milliseconds: number) => () =>
    new Promise<void>((resolve) => {
      ran.push(`${name} begins`);
      setTimeout(() => {
        ran.push(`${name} ends`);
        resolve();
      }, milliseconds);
    });
  await Promise.all([
    lock.run('a', turn('first', 20)),
    lock.run('a', turn('second', 1)),
    lock.run('b', turn('other', 1)),
  ]);
  expect(ran.filter((line) => !line.startsWith('other'))).toEqual([
    'first begins',
    'first ends',
    'second begins',
    'second ends',
  ]);
  expect(ran.indexOf('other ends')).toBeLessThan(ran.indexOf('first ends'));
});

it('a turn that fails lets the next one in, and rejects', async () => {
  const lock = createTurnLock();
  const failing = lock.run('a', () => Promise.reject(new Error('no')));
  const next = lock.run('a', async () => 'heard');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('heard');
});

it('a turn that hangs keeps its conversation for a while only, from when it began', async () => {
  const lock = createTurnLock(50);
  void lock.run('a', never);
  void lock.run('a', never);
  const before = performance.now();
  expect(await lock.run('a', async () => 'heard')).toBe('heard');
  const waited = performance.now() - before;
  expect(waited).toBeGreaterThan(90);
  expect(waited).toBeLessThan(5_000);
  expect(await lock.run('a', async () => 'and again')).toBe('and again');
});

it('a turn that a turn of its own conversation awaits runs at once, and also around another conversation', async () => {
  const lock = createTurnLock();
  const within = await lock.run('a', () => lock.run('b', () => lock.run('a', async () => 'heard')));
  expect(within).toBe('heard');
});

it('a turn that was begun in a turn which is over by now waits for its place', async () => {
  const lock = createTurnLock();
  const ran: string[] = [];
  let go = () => {};
  const begun = new Promise<void>((resolve) => {
    go = resolve;
  });
  let later: Promise<void> | undefined;
  await lock.run('a', async () => {
    later = begun.then(() => lock.run('a', async () => void ran.push('later')));
  });
  let end = () => {};
  const second = lock.run('a', async () => {
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    ran.push('second');
  });
  go();
  await new Promise(setImmediate);
  expect(ran).toEqual([]);
  end();
  await second;
  await later;
  expect(ran).toEqual(['second', 'later']);
});

it('what is done apart waits for the turn in which it was begun', async () => {
  const lock = createTurnLock();
  const ran: string[] = [];
  let apart: Promise<void> | undefined;
  await lock.run('a', async () => {
    apart = lock.apart(() => lock.run('a', async () => void ran.push('apart')));
    await new Promise(setImmediate);
    ran.push('turn');
  });
  await apart;
  expect(ran).toEqual(['turn', 'apart']);
});
