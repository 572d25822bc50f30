/** What the console shows of a product in the catalogue. */
export interface CatalogProduct {
  readonly id: string;
  readonly name: string;
  /** Titles of the ways to connect. */
  readonly ways: readonly string[];
  /** ISO date of the last comparison with the vendor's documentation. */
  readonly verifiedOn: string;
  /** Number of facts that could not be verified. */
  readonly unverified: number;
}
