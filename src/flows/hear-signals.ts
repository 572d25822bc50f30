import type { Signal } from '../model/signal.ts';
import { refreshDirectory } from './refresh-directory.ts';
import type { Services } from './services.ts';

/** Milliseconds in which many signals are one: each costs some reads. */
const TOGETHER = 200;

/**
 * Looks at once at what another process says it has done. Returns what ends it.
 *
 * @param failed told of what could not be read now; the next round reads it
 */
export function hearSignals(services: Services, failed: (error: unknown) => void): Promise<() => Promise<void>> {
  const deliver = together(services.wake);
  const refresh = together(() => void refreshDirectory(services).catch(failed));
  return services.vault.listen((signal: Signal) => {
    if (signal.kind === 'renewed') services.renewalsOver.heard(signal.connection);
    if (signal.kind === 'due' || signal.kind === 'all') deliver();
    if (signal.kind === 'decided' || signal.kind === 'all') refresh();
  });
}

/** The first at once, those that follow closely as one. */
function together(work: () => void): () => void {
  let resting = false;
  let again = false;
  return function run() {
    if (resting) {
      again = true;
      return;
    }
    resting = true;
    work();
    setTimeout(() => {
      resting = false;
      if (!again) return;
      again = false;
      run();
    }, TOGETHER).unref();
  };
}
