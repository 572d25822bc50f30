/**
 * A text that an anchored regular expression matches, built from the first option everywhere.
 *
 * @throws RangeError if it finds none
 */
export function exampleOfPattern(pattern: string): string {
  const reader = { text: pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, ''), at: 0 };
  const example = alternatives(reader);
  if (new RegExp(pattern).test(example)) return example;
  throw new RangeError(`the stand-in finds no example of ${pattern}`);
}

interface Reader {
  readonly text: string;
  at: number;
}

function alternatives(reader: Reader): string {
  const all = [sequence(reader)];
  while (reader.text[reader.at] === '|') {
    reader.at += 1;
    all.push(sequence(reader));
  }
  return all[0] ?? '';
}

function sequence(reader: Reader): string {
  let made = '';
  while (reader.at < reader.text.length && !'|)'.includes(reader.text[reader.at] ?? '')) {
    const one = atom(reader);
    made += one.repeat(repetitions(reader));
  }
  return made;
}

function atom(reader: Reader): string {
  const character = reader.text[reader.at] ?? '';
  reader.at += 1;
  if (character === '(') return group(reader);
  if (character === '[') return oneOfClass(reader);
  if (character === '\\') return escaped(reader);
  return character === '.' ? 'x' : character;
}

function group(reader: Reader): string {
  const looks = /^\?(?:[=!]|<[=!])/.test(reader.text.slice(reader.at));
  const opening = /^\?(?::|[=!]|<[=!]|<\w+>)/.exec(reader.text.slice(reader.at))?.[0] ?? '';
  reader.at += opening.length;
  const inner = alternatives(reader);
  reader.at += 1;
  return looks ? '' : inner;
}

function escaped(reader: Reader): string {
  const letter = reader.text[reader.at] ?? '';
  reader.at += 1;
  return { d: '4', w: 'k', S: 'k', D: 'k', s: ' ' }[letter] ?? letter;
}

/** A letter or a digit if the class has one, else its first character. */
function oneOfClass(reader: Reader): string {
  const end = classEnd(reader.text, reader.at);
  const expression = new RegExp(`^[${reader.text.slice(reader.at, end)}]$`);
  reader.at = end + 1;
  const candidates = [...'kK4a', ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))];
  return candidates.find((candidate) => expression.test(candidate)) ?? '';
}

function classEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === ']' && at > from) return at;
  }
  return text.length;
}

function repetitions(reader: Reader): number {
  const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(reader.text.slice(reader.at));
  if (found === null) return 1;
  reader.at += found[0].length;
  if (found[1] !== undefined) return found[1] === '?' ? 0 : found[1] === '*' ? 1 : 8;
  const least = Number(found[2]);
  const open = found[3] === ',' && found[4] === '';
  // a key that is as short as it may be looks like a word
  return open ? least + 4 : Math.max(least, 1);
}
