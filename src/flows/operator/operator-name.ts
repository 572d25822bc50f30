/** The name for signing in: 2 to 100 characters, in lower case. Undefined for an invalid name. */
export function operatorName(raw: string): string | undefined {
  const name = raw.normalize('NFKC').trim().toLowerCase();
  const length = [...name].length;
  return length >= 2 && length <= 100 && !/[\p{C}\p{Zl}\p{Zp}]/u.test(name) ? name : undefined;
}
