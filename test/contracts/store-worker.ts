// One process among several on the same store. Prints one line of JSON per thing done.
import { once } from 'node:events';
import { StoreUnavailableError } from '../../src/errors.ts';
import { causeOf } from '../../src/model/cause-of.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { connectionRow, outboxRow } from './rows.ts';

const [setting = '', task = '', name = '', rounds = '0'] = process.argv.slice(2);
const tell = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);

const store = await openStore(setting);
switch (task) {
  case 'open':
    await store.ping();
    tell('opened');
    break;
  case 'close': {
    let ready = () => {};
    const heard = new Promise<void>((resolve) => {
      ready = resolve;
    });
    const stop = await store.listen(() => ready());
    await heard;
    await Promise.all(Array.from({ length: 3 }, () => store.ping()));
    tell('listening');
    await once(process.stdin, 'data');
    await stop();
    break;
  }
  case 'count':
    for (let done = 0; done < Number(rounds); ) {
      const row = await store.connections.byId('counter');
      if (row === undefined) throw new Error('there is no counter');
      if (await store.connections.swap({ ...row, version: row.version + 1 })) done += 1;
    }
    tell('counted');
    break;
  case 'lease': {
    const row = await store.connections.byId('counter');
    tell(await store.connections.lease('counter', row?.version ?? 0, name, 1000, 2000));
    break;
  }
  case 'claim':
    for (;;) {
      const claimed = await store.outbox.claim(1000, 2000, name, 3);
      if (claimed.length === 0) break;
      for (const row of claimed) {
        if (await store.outbox.finish(row.id, name)) tell(row.id);
      }
    }
    break;
  case 'fill': {
    for (let index = 0, full = false; !full; index += 1) {
      const id = `${name}-${index}`;
      const row = connectionRow({ id, accountKey: id, sealed: new Uint8Array(20_000) });
      full = await store.connections.insert(row).then(
        () => false,
        () => true,
      );
    }
    const large = 'x'.repeat(20_000);
    const work = store.transaction(async (inner) => {
      for (let index = 0; index < 20; index += 1) await inner.facts.set(`large-${index}`, large);
    });
    const failure = await work.catch((error: unknown) => error);
    tell(failure instanceof StoreUnavailableError ? causeOf(failure) : 'no failure');
    tell((await store.facts.get('large-0')) === undefined ? 'nothing stays' : 'a part stays');
    tell('full');
    // what is left takes a few small writes
    let answered = true;
    for (let index = 0; answered && index < 500; index += 1) {
      answered = await store.ping().then(
        () => true,
        () => false,
      );
    }
    tell(answered ? 'answered' : 'no answer');
    break;
  }
  case 'write':
    for (let index = 0; ; index += 1) {
      const id = `${name}-${index}`;
      await store.connections.insert(connectionRow({ id, accountKey: id }));
      await store.outbox.enqueue(outboxRow({ id, dedupeKey: id }));
      tell(id);
    }
}
await store.close();
