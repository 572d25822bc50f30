import { readConfig } from '../../playground/config.ts';
import { startPlayground } from '../../playground/start-playground.ts';

/** Whether it has begun, and why not. */
export type Begun = { readonly ok: true } | { readonly ok: false; readonly why: string };

// a process that has loaded the playground, and begins at the port that it is given
const tell = (begun: Begun) => process.send?.(begun);
process.on('message', async (port) => {
  await startPlayground(readConfig({ PORT: String(port), SANDBOX_PORT: String(Number(port) + 1) }), {
    logger: () => {},
  }).then(
    () => tell({ ok: true }),
    (error: unknown) => tell({ ok: false, why: String(error) }),
  );
});
tell({ ok: true });
