/** One product of the catalogue, as a list shows it. */
export interface CatalogEntry {
  readonly id: string;
  readonly name: string;
  /** `zohoCrm` of `latchkey/catalog/zoho-crm`. */
  readonly importName: string;
  /** Titles of its profiles. */
  readonly ways: readonly string[];
  /** Options that its function requires, e.g. `clientId`, unless only profiles without them are chosen. */
  readonly options: readonly string[];
  /** The deployment has to list the hosts of its customers. */
  readonly needsHosts: boolean;
  /** `keys`: there is no OAuth. `unknown`: we found nothing about it in the product's documentation. */
  readonly refresh: 'keys' | 'none' | 'reusable' | 'single_use' | 'unknown';
  /** Whether removing a connection ends the token at the product. */
  readonly revoke: boolean;
  /** ISO date. */
  readonly verifiedOn: string;
  /** The first page of the product's documentation that was read. */
  readonly source: string;
  /** How many facts could not be verified. */
  readonly unverified: number;
}
