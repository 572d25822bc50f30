import { expect, it } from 'vitest';
import { createHeardOnce } from '../../src/channels/heard-once.ts';

function hearing() {
  const once = createHeardOnce();
  const heard: string[] = [];
  const hear = (conversation: string, id: string, type = 'message') =>
    once(conversation, { type, id }, async () => void heard.push(`${conversation} ${id}`));
  return { once, heard, hear };
}

it('hears a message that is delivered twice once, in each conversation by itself', async () => {
  const { heard, hear } = hearing();
  for (const id of ['1', '2', '1', '2', '3']) await hear('a', id);
  await hear('b', '1');
  expect(heard).toEqual(['a 1', 'a 2', 'a 3', 'b 1']);
});

it('hears everything else, and what has no id, each time', async () => {
  const { heard, hear } = hearing();
  for (const type of ['event', 'invoke']) for (const _ of [1, 2]) await hear('a', '1', type);
  for (const _ of [1, 2]) await hear('a', '');
  expect(heard).toHaveLength(6);
});

it('hears once more what failed', async () => {
  const { once, heard, hear } = hearing();
  await expect(once('a', { type: 'message', id: '1' }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await hear('a', '1');
  await hear('a', '1');
  expect(heard).toEqual(['a 1']);
});

it('remembers the last thousands of messages, and does not grow for ever', async () => {
  const { heard, hear } = hearing();
  const crowd = async (from: number, count: number) => {
    for (let n = from; n < from + count; n += 1) await hear(`c${n % 100}`, `${n}`);
  };
  await hear('a', '1');
  await crowd(0, 20_000);
  await hear('a', '1');
  expect(heard.filter((line) => line === 'a 1')).toHaveLength(1);
  await crowd(20_000, 40_000);
  await hear('a', '1');
  expect(heard.filter((line) => line === 'a 1')).toHaveLength(2);
});
