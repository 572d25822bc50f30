import { answerConsent } from '../sandbox/answer-consent.ts';
import { openTestBrowser, type TestPage } from './test-browser.ts';

export interface ConnectOptions {
  /** What the person enters where the page asks for a key or a password, by the keys of the fields. */
  readonly values?: Readonly<Record<string, string>>;
  /** A part of the name of the site to choose, where the product has several. Default: the first one. */
  readonly site?: string;
  /**
   * A person at the product's own pages: takes the address of the consent page, and gives back the one that the product
   * sends the browser to. Default: somebody who accepts at the sandbox.
   */
  readonly consent?: (authorizeUrl: string) => Promise<string>;
}

/**
 * Does in a browser what the link of a bot asks for, up to the page with the code.
 *
 * @returns the code to say in the chat
 * @throws Error with the words of the page where there is no way on
 */
export async function connectInBrowser(link: string, options: ConnectOptions = {}): Promise<string> {
  const { values = {}, site = '', consent = answerConsent } = options;
  const browser = openTestBrowser();
  const asked = await browser.submit(await browser.get(link));
  const page =
    asked.movesTo === undefined
      ? await browser.submit(asked, fieldsOf(values))
      : await browser.get(await consent(asked.movesTo));
  return codeOn(codeIn(page) === undefined ? await browser.submit(page, siteOn(page, site)) : page);
}

/** As the page names its fields. */
function fieldsOf(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`field.${key}`, value]));
}

function siteOn({ html }: TestPage, name: string): Readonly<Record<string, string>> {
  const labels = [...html.matchAll(/<label[^>]*>([\s\S]*?)<\/label>/g)].map(([, label = '']) => label);
  const chosen = labels.find((label) => label.includes('type="radio"') && label.includes(name)) ?? '';
  const [, field = '', value = ''] = /name="([^"]*)"[^>]*value="([^"]*)"/.exec(chosen) ?? [];
  return field === '' ? {} : { [field]: value };
}

function codeIn({ text }: TestPage): string | undefined {
  return /\b[B-Z]{4}-[B-Z]{4}\b/.exec(text)?.[0];
}

function codeOn(page: TestPage): string {
  const code = codeIn(page);
  if (code === undefined) throw new Error(`no code on ${page.url}: ${page.text}`);
  return code;
}
