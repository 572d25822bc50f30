import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong, best practices included; empty for a page that everybody can use. */
export async function axeProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(`${await source};undefined`);
  return page.evaluate<readonly string[]>(`axe.run(document, { resultTypes: ['violations'] }).then((result) =>
    result.violations.flatMap((rule) => rule.nodes.map((node) =>
      rule.id + ' ' + node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? ''))))`);
}
