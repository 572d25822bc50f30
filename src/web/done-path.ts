import type { WebContext } from './web-context.ts';

/** The path of the page with the result of an attempt. */
export function donePath({ publicUrl }: WebContext, attempt: { readonly authorizationId: string }): string {
  return `${publicUrl.base}/done/${attempt.authorizationId}`;
}
