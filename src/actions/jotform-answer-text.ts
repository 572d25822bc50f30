import { record, text } from '../model/json.ts';
import { plainText } from './plain-text.ts';

/** An answer on one line: text, several choices, the parts of a name, a day, a time with its zone, the names of files. */
export function answerText(answer: unknown): string {
  return textBelow(answer, 0);
}

/** No form nests deeper; anything below is left out. */
const DEEPEST = 10;

function textBelow(answer: unknown, depth: number): string {
  if (depth > DEEPEST) return '';
  if (Array.isArray(answer)) {
    return answer
      .map((one) => textBelow(one, depth + 1))
      .filter(Boolean)
      .join(', ');
  }
  if (typeof answer === 'object' && answer !== null) return partsText(record(answer), depth + 1);
  const said = plainText(text(answer));
  return fileName(said) ?? said;
}

/** A day, a time, a table, or the parts of anything else. */
function partsText(parts: Readonly<Record<string, unknown>>, depth: number): string {
  const { year, month, day } = parts;
  const time = timeText(parts);
  if (text(year) !== '' && text(month) !== '' && text(day) !== '') {
    const date = [text(year), text(month).padStart(2, '0'), text(day).padStart(2, '0')].join('-');
    return [date, time].filter(Boolean).join(' ');
  }
  if (time !== '') return time;
  // rows of a table keep their names; of anything else the parts are enough
  const rows = Object.entries(parts).map(([name, value]) =>
    PARTS.test(name) ? textBelow(value, depth) : `${plainText(name)}: ${textBelow(value, depth)}`,
  );
  return rows
    .filter((row) => row !== '' && !row.endsWith(': '))
    .join(Object.keys(parts).every((name) => PARTS.test(name)) ? ' ' : ', ');
}

/** Parts of a name, an address or a phone number, and entries of a list. */
const PARTS = /^(?:\d+|other|prefix|first|middle|last|suffix|addr_line[12]|city|state|postal|country|area|phone|full)$/;

function timeText({ hourSelect, minuteSelect, ampm, timeInput, timezone }: Readonly<Record<string, unknown>>): string {
  const hour = text(hourSelect);
  const time = hour === '' ? text(timeInput) : `${hour}:${text(minuteSelect).padStart(2, '0')}`;
  return time === '' ? '' : [time, text(ampm), text(timezone)].filter(Boolean).join(' ');
}

/** An uploaded file arrives as a URL at Jotform; people know it by its name. */
function fileName(said: string): string | undefined {
  const [, name] = /^https:\/\/[\w.-]+\/uploads\/\S*\/([^/?#]+)$/.exec(said) ?? [];
  try {
    return name === undefined ? undefined : decodeURIComponent(name);
  } catch {
    return name;
  }
}
