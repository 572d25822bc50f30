/** What somebody would click on a consent page. */
export interface ConsentChoice {
  /** Id of a demo person; the first one on the page when absent. */
  readonly user?: string;
  /** `accept` when absent. */
  readonly decision?: 'accept' | 'decline';
  /** Values of the person's options, e.g. cloud ids; all when absent. */
  readonly options?: readonly string[];
}

/**
 * A person at a consent page of the sandbox: opens the address, fills the form, and gives back where the product sends
 * the browser, without going there. Fails when the product shows an error page instead.
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
