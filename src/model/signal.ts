/**
 * What one process has done and others should look at now rather than at their next round. Nothing depends on hearing it.
 * `due`: something is owed to somebody, or to be done at a product. `decided`: what developers decided has changed. `renewed`:
 * the lease to renew a connection is over. `all`: some may have been missed.
 */
export type Signal =
  | { readonly kind: 'due' | 'decided' | 'all' }
  | { readonly kind: 'renewed'; readonly connection: string };
