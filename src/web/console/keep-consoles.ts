import { isDeepStrictEqual } from 'node:util';

/**
 * Makes one console for equal settings, because a route may ask for its handler at each request, and each console has limits of
 * its own and makes earlier setup links invalid. After a failure the next call tries again.
 */
export function keepConsoles<Settings, Console>(
  make: (settings: Settings) => Promise<Console>,
): (settings: Settings) => Promise<Console> {
  const kept: { readonly settings: Settings; readonly console: Promise<Console> }[] = [];
  return async (settings) => {
    const known = kept.find((one) => isDeepStrictEqual(one.settings, settings));
    if (known !== undefined) return known.console;
    const made = { settings, console: make(settings) };
    kept.push(made);
    made.console.catch(() => kept.splice(kept.indexOf(made), 1));
    return made.console;
  };
}
