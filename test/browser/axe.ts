import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core finds wrong, best practices included; empty for a page that everybody can use.
 *
 * @param within a selector; default the whole page
 * @param except a rule that cannot be kept there; say why
 */
export async function axeProblems(page: Page, within?: string, except?: string): Promise<readonly string[]> {
  return problems(page, within, except === undefined ? {} : { rules: { [except]: { enabled: false } } });
}

/** What axe-core finds wrong with colours, which is all that can differ between the schemes of one page. */
export async function colourProblems(page: Page): Promise<readonly string[]> {
  return problems(page, undefined, { runOnly: ['color-contrast', 'link-in-text-block'] });
}

async function problems(page: Page, within: string | undefined, options: object): Promise<readonly string[]> {
  // a page keeps it until it is left
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(`${await source};undefined`);
  const place = within === undefined ? 'document' : JSON.stringify(within);
  return page.evaluate<
    readonly string[]
  >(`axe.run(${place}, ${JSON.stringify({ resultTypes: ['violations'], ...options })}).then((result) =>
    result.violations.flatMap((rule) => rule.nodes.map((node) =>
      rule.id + ' ' + node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? ''))))`);
}
