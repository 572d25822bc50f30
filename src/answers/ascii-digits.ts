/** Numbering systems whose digits people type. */
const SYSTEMS = ['arab', 'arabext', 'deva', 'beng', 'thai', 'fullwide'] as const;

const DIGITS = new Map(SYSTEMS.flatMap(digitsOf));

/** `١٢`, `१२` and `１２` as `12`. */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => DIGITS.get(digit) ?? digit);
}

function digitsOf(numberingSystem: string): readonly (readonly [string, string])[] {
  const format = new Intl.NumberFormat('en', { numberingSystem });
  return Array.from({ length: 10 }, (_, value) => [format.format(value), String(value)] as const);
}
