import { translate } from '../../../src/actions/sentences/translate.ts';
import { prepareSetUp } from '../../../src/flows/operator/set-up-operator.ts';
import { nearestLanguage } from '../../../src/languages/language-tag.ts';
import { type ConsoleOptions, consoleSite } from '../../../src/web/console/console-handler.ts';
import { consoleTexts } from '../../../src/web/console/texts/tables.ts';
import { mountOnRestify } from '../../../src/web/mount-on-restify.ts';
import { pageTexts } from '../../../src/web/page-texts/tables.ts';
import { VaultSessionStore } from '../../../src/web/session-store.ts';
import { type Answer, formTokenIn, type HttpBrowser } from '../http-browser.ts';
import { type RunningWeb, startWeb, type WebSetup } from '../running-web.ts';

export const NAME = 'dev@example.com';
export const PASSWORD = 'four grey horses sleep';

export interface RunningConsole extends RunningWeb {
  readonly setupToken: string;
  /** A browser of somebody who has just set the console up, or signed in. */
  signedIn(): Promise<HttpBrowser>;
}

/** The console on a real restify server beside the people's pages, over real flows and a real vault. */
export async function startConsole(
  setup: WebSetup & { readonly console?: Partial<ConsoleOptions> } = {},
): Promise<RunningConsole> {
  let setupToken = '';
  const web = await startWeb({
    ...setup,
    also: async (server, services) => {
      const { handler } = consoleSite({
        services,
        secrets: ['a console secret that is long enough'],
        sessionStore: () => new VaultSessionStore(services),
        textsIn: (locale) => consoleTexts[nearestLanguage(locale)],
        pageTextsIn: (locale) => pageTexts[nearestLanguage(locale)],
        translate: (text, locale) => translate(text, locale),
        requestsPerMinute: 10_000,
        signInsPerMinute: 10_000,
        ...setup.console,
      });
      mountOnRestify(server, handler);
      const prepared = await prepareSetUp(services);
      if (prepared.status === 'open') setupToken = prepared.token;
    },
  });
  const account = { name: NAME, password: PASSWORD };
  return {
    ...web,
    setupToken,
    signedIn: async () => {
      const browser = web.browser();
      if ((await web.services.vault.operators.count()) > 0) await browser.submit('/console/sign-in', account);
      else await browser.submit('/console/setup', { token: setupToken, ...account, repeat: PASSWORD });
      return browser;
    },
  };
}

/** Sends a form of a page as the page holds it: with its token, to `path`. */
export async function submitAt(
  browser: HttpBrowser,
  page: string,
  path: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { text } = await browser.get(page);
  return browser.post(path, { form_token: formTokenIn(text), ...fields });
}

/** Its name carries the deployment. */
export function consoleCookieOf(browser: HttpBrowser): readonly [name: string, value: string] {
  return [...browser.cookies].find(([name]) => name.includes('latchkey-console-')) ?? ['none', ''];
}
