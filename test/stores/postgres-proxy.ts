import { connect, createServer, type Socket } from 'node:net';

/** A network between a process and PostgreSQL, which the test cuts or holds. */
export interface PostgresProxy {
  readonly url: string;
  /** From now on nothing comes through, and nobody is told. */
  hold(): void;
  /** What was held is lost; what is opened from now on comes through. */
  release(): void;
  close(): Promise<void>;
}

/** @param target as `TestDatabase.url`, on a socket's folder or a port */
export async function startPostgresProxy(target: string): Promise<PostgresProxy> {
  const to = new URL(target);
  const folder = to.searchParams.get('host');
  const sockets = new Set<Socket>();
  let held = false;
  const server = createServer({ allowHalfOpen: true }, (inside) => {
    const outside =
      folder === null
        ? connect({ port: Number(to.port || 5432), host: to.hostname, allowHalfOpen: true })
        : connect({ path: `${folder}/.s.PGSQL.${to.port || 5432}`, allowHalfOpen: true });
    for (const [one, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      sockets.add(one);
      one.on('data', (data) => void (held || other.write(data)));
      one.on('end', () => void (held || other.end()));
      one.on('error', () => {});
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const url = new URL(target);
  url.searchParams.delete('host');
  const user = url.searchParams.get('user') ?? url.username;
  url.searchParams.delete('user');
  const port = typeof address === 'object' ? address?.port : '';
  return {
    url: `postgres://${user}@127.0.0.1:${port}${url.pathname}`,
    hold: () => {
      held = true;
    },
    release: () => {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      held = false;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
