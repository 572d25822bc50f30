import { asciiDigits } from './ascii-digits.ts';

/** Keys, numbers and addresses as products write them: `ＫＡＮ－７`, `KAN–7` and `KAN-٧` are `KAN-7`. */
export function plainText(text: string): string {
  return asciiDigits(text)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
}
