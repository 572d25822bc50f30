import { staleProducts } from './stale-products.ts';

/** Prints the facts in the catalogue that are not verified, and the files verified more than 180 days ago. Fails only for the latter. */
const { lines, old } = staleProducts(new Date());
for (const line of lines) console.log(line);
if (lines.length === 0) console.log('everything is verified');
if (old) process.exitCode = 1;
