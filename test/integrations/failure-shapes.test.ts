import { afterAll, afterEach, describe, it } from 'vitest';
import type { FailureShape } from './failure-shape.ts';
import { freshsalesFailures } from './freshsales-failures.ts';
import { gorgiasFailures } from './gorgias-failures.ts';
import { jiraFailures } from './jira-failures.ts';
import { jotformFailures } from './jotform-failures.ts';
import { type MakeIntegration, openProducts, type Products } from './open-products.ts';
import { standInFreshsales, standInGorgias, standInJira, standInJotform, standInZendesk } from './stand-ins.ts';
import { zendeskFailures } from './zendesk-failures.ts';

interface Product {
  readonly name: string;
  readonly make: MakeIntegration;
  readonly shapes: readonly FailureShape[];
}

const products: readonly Product[] = [
  { name: 'Jotform', make: standInJotform(), shapes: jotformFailures },
  { name: 'Jira', make: standInJira(), shapes: jiraFailures },
  { name: 'Gorgias', make: standInGorgias(), shapes: gorgiasFailures },
  { name: 'Freshsales', make: standInFreshsales(), shapes: freshsalesFailures },
  { name: 'Zendesk', make: standInZendesk(), shapes: zendeskFailures },
];

let open: Products | undefined;
let tried = 0;

afterEach(async () => {
  await open?.close();
  open = undefined;
});
afterAll(() => console.log(`integration failure shapes tried: ${tried}`));

describe.each(products)('what $name says no with', ({ make, shapes }) => {
  it.each(shapes)('$shape', async (failure) => {
    open = await openProducts(failure.make ?? make);
    await failure.attempt(open);
    tried += 1;
  });
});
