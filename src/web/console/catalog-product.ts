/** A product of the catalogue, as far as the console shows it. */
export interface CatalogProduct {
  readonly id: string;
  readonly name: string;
  /** Titles of the ways in. */
  readonly ways: readonly string[];
  /** ISO date on which it was compared with the vendor's documentation. */
  readonly verifiedOn: string;
  /** How many facts could not be verified. */
  readonly unverified: number;
}
