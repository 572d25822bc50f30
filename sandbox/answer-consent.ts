/** What a person chooses on a consent page. */
export interface ConsentChoice {
  /** Id of a demo person. Default: the first one on the page. */
  readonly user?: string;
  /** Default: `accept`. */
  readonly decision?: 'accept' | 'decline';
  /** Values of the person's options, e.g. cloud ids. Default: all. */
  readonly options?: readonly string[];
}

/**
 * Acts as a person at a consent page of the sandbox: opens the address, fills in the form, and returns the address where the
 * product sends the browser, without opening it. Rejects if the product shows an error page instead.
 */
export async function answerConsent(authorizeUrl: string, choice: ConsentChoice = {}): Promise<string> {
  const shown = await fetch(authorizeUrl, { redirect: 'manual' });
  const earlyRedirect = shown.headers.get('location');
  if (earlyRedirect) return earlyRedirect;
  const markup = await shown.text();
  if (!shown.ok) throw new Error(`No consent page but ${shown.status}: ${textOf(markup)}`);

  const user = choice.user ?? valuesOf(markup, 'user')[0] ?? '';
  const form = new URLSearchParams({ user, decision: choice.decision ?? 'accept' });
  for (const option of choice.options ?? valuesOf(markup, `option-${user}`)) form.append(`option-${user}`, option);
  const answered = await fetch(authorizeUrl, { method: 'POST', body: form, redirect: 'manual' });
  const location = answered.headers.get('location');
  if (!location) throw new Error(`No redirect but ${answered.status}: ${textOf(await answered.text())}`);
  return location;
}

function valuesOf(markup: string, name: string): readonly string[] {
  return Array.from(markup.matchAll(/ name="([^"]*)" value="([^"]*)"/g))
    .filter((match) => match[1] === name)
    .map((match) => match[2] ?? '');
}

function textOf(markup: string): string {
  const main = /<main>([\s\S]*)<\/main>/.exec(markup)?.[1] ?? markup;
  return main
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
