import { answerConsent } from '../sandbox/answer-consent.ts';
import { openTestBrowser, type TestPage } from './test-browser.ts';

export interface ConnectOptions {
  /** What the person enters on the pages, by the keys of the fields; the customer or region is `tenant`. */
  readonly values?: Readonly<Record<string, string>>;
  /** Part of the name of the site to choose, if the product has several. Default: the first one. */
  readonly site?: string;
  /**
   * Acts for a person at the product's own pages: gets the address of the consent page, and returns the address that the
   * product sends the browser to. Default: accepts at the sandbox.
   */
  readonly consent?: (authorizeUrl: string) => Promise<string>;
}

/**
 * Opens the bot's link in a browser and follows the pages up to the one with the code.
 *
 * @returns the code to say in the chat
 * @throws Error with the text of the page if it cannot continue
 */
export async function connectInBrowser(link: string, options: ConnectOptions = {}): Promise<string> {
  const { values = {}, site = '', consent = answerConsent } = options;
  const browser = openTestBrowser();
  const opened = await browser.get(link);
  // the first page only asks for a customer's name
  const asked = await browser.submit(opened, fieldsOn(opened, fieldsOf(values)));
  const page =
    asked.movesTo === undefined
      ? await browser.submit(asked, fieldsOf(values))
      : await browser.get(await consent(asked.movesTo));
  return codeOn(codeIn(page) === undefined ? await browser.submit(page, siteOn(page, site)) : page);
}

/** By the names of the page's fields. */
function fieldsOf(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`field.${key}`, value]));
}

function fieldsOn({ html }: TestPage, fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => html.includes(`name="${name}"`)));
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
