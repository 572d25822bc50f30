import { copyButtons } from './scripts/copy-buttons.ts';
import type { PageScript } from './scripts/page-script.ts';
import { watchClaim } from './scripts/watch-claim.ts';
import { CONTENT_SECURITY_POLICY } from './security-headers.ts';

/** `connects`: the script sends requests to our host. */
const SCRIPTS: readonly (PageScript & { readonly connects?: true })[] = [
  copyButtons,
  { ...watchClaim, connects: true },
];

/**
 * The Content-Security-Policy of one page. It allows only those of our few scripts that the page contains. Values on a page
 * are escaped, so none of them can become such a script.
 */
export function policyOf(page: string): string {
  const scripts = SCRIPTS.filter(({ element }) => page.includes(element.toString()));
  if (scripts.length === 0) return CONTENT_SECURITY_POLICY;
  const connects = scripts.some(({ connects: asks = false }) => asks);
  const sources = scripts.map(({ source }) => source).join(' ');
  return `${CONTENT_SECURITY_POLICY}; script-src ${sources}${connects ? "; connect-src 'self'" : ''}`;
}
