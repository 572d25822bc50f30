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
  await page.evaluate(`${await source};undefined`);
  return page.evaluate<
    readonly string[]
  >(`axe.run(${within === undefined ? 'document' : JSON.stringify(within)}, { resultTypes: ['violations']${except === undefined ? '' : `, rules: { '${except}': { enabled: false } }`} }).then((result) =>
    result.violations.flatMap((rule) => rule.nodes.map((node) =>
      rule.id + ' ' + node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? ''))))`);
}
