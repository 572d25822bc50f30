import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const sentences = z.array(z.string().refine((said) => said.split('{it}').length === 2, 'it holds {it} once')).min(1);

/** What people write around what they paste, by locale; `{it}` is what they paste. A password is like any other word. */
const pasted = z.object({ locale: z.string(), keys: sentences, passwords: sentences, links: sentences });

const folder = join(import.meta.dirname, 'pasted');

/** One for each of the seven languages. */
export const PASTED = readdirSync(folder).map((file) =>
  pasted.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
);

/** `paste` puts it into the sentence. */
export function wrappedIn(what: 'keys' | 'passwords' | 'links') {
  return PASTED.flatMap(({ locale, ...said }) =>
    said[what].map((sentence) => ({
      locale,
      how: `in ${locale}: ${sentence}`,
      paste: (it: string) => sentence.replace('{it}', () => it),
    })),
  );
}
