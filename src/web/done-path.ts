import type { WebContext } from './web-context.ts';

/** The page that says what became of an attempt. */
export function donePath({ publicUrl }: WebContext, attempt: { readonly authorizationId: string }): string {
  return `${publicUrl.base}/done/${attempt.authorizationId}`;
}
