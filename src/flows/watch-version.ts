import { StoreNewerError } from '../errors.ts';
import type { Services } from './services.ts';

/** Logs once that a newer version has changed the tables. Call the returned function every few seconds. */
export function watchVersion({ vault, log }: Services): () => Promise<void> {
  let said = false;
  return async () => {
    try {
      if (!said) await vault.checkVersion();
    } catch (error) {
      if (!(error instanceof StoreNewerError)) throw error;
      said = true;
      log({ event: 'store_newer' });
    }
  };
}
