import type { Signal } from '../model/signal.ts';
import { refreshDirectory } from './refresh-directory.ts';
import type { Services } from './services.ts';

/** Milliseconds within which several signals count as one, because each costs some reads. */
const TOGETHER = 200;

/**
 * Reacts immediately to the signals of other processes. Returns a function that stops this.
 *
 * @param failed receives errors of reads; the next round reads again
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

/** Runs immediately, and once more for all signals that follow within the interval. */
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
