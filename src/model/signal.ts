/**
 * Tells other processes to look at something now instead of in their next round. Nothing depends on it. `due`: something has
 * to be said, or to be done at a product. `decided`: a developer has changed a set-up. `renewed`: the renewal of a
 * connection is over. `all`: signals may have been lost.
 */
export type Signal =
  | { readonly kind: 'due' | 'decided' | 'all' }
  | { readonly kind: 'renewed'; readonly connection: string };
