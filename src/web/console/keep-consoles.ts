import { isDeepStrictEqual } from 'node:util';
import { ConfigurationError } from '../../errors.ts';

/** More different settings than anybody needs. */
const MOST = 10;

/**
 * Makes one console for equal settings, because a route may ask for its handler at each request, and each console has limits of
 * its own and makes earlier setup links invalid. After a failure the next call tries again.
 *
 * @returns a function that throws ConfigurationError if there are too many settings, e.g. because each call creates new functions
 */
export function keepConsoles<Settings, Console>(
  make: (settings: Settings) => Promise<Console>,
): (settings: Settings) => Promise<Console> {
  const kept: { readonly settings: Settings; readonly console: Promise<Console> }[] = [];
  return async (settings) => {
    const known = kept.find((one) => isDeepStrictEqual(one.settings, settings));
    if (known !== undefined) return known.console;
    if (kept.length >= MOST) {
      throw new ConfigurationError(
        'consoleHandler was called with more than 10 different settings: create the settings once, at the start',
      );
    }
    const made = { settings, console: make(settings) };
    kept.push(made);
    made.console.catch(() => kept.splice(kept.indexOf(made), 1));
    return made.console;
  };
}
