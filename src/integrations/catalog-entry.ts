/** One product of the catalogue, as a list shows it. */
export interface CatalogEntry {
  readonly id: string;
  readonly name: string;
  /** `zohoCrm` of `latchkey/catalog/zoho-crm`. */
  readonly importName: string;
  /** Titles of the ways in. */
  readonly ways: readonly string[];
  /** What its function must be given, e.g. `clientId`, unless only ways without it are chosen. */
  readonly options: readonly string[];
  /** The deployment has to list the hosts of its customers. */
  readonly needsHosts: boolean;
  /** `keys`: there is no OAuth. `unknown`: the product's documentation was not found to say. */
  readonly refresh: 'keys' | 'none' | 'reusable' | 'single_use' | 'unknown';
  /** Whether removing a connection ends the token at the product. */
  readonly revoke: boolean;
  /** ISO date. */
  readonly verifiedOn: string;
  /** The first page that was read. */
  readonly source: string;
  /** How many facts could not be verified. */
  readonly unverified: number;
}
