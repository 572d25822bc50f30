/** A token of RFC 8259, including the white space before it. */
const TOKEN =
  /[ \t\n\r]*(?:([{}[\]:,])|("(?:[^"\\\t\r\n]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'nothing';

/** Where a text stops being JSON, counted from 1. The engine's own message would quote the text, which can contain a secret. */
export function jsonFault(text: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, faultAt(text)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function faultAt(text: string): number {
  const open: ('{' | '[')[] = [];
  let wanted: Wanted = 'value';
  for (let at = 0; ; ) {
    TOKEN.lastIndex = at;
    const [whole, sign, string] = TOKEN.exec(text) ?? [];
    const token = sign ?? (string === undefined ? 'scalar' : 'string');
    const next: Wanted | undefined = whole === undefined ? undefined : follow(wanted, token, open);
    if (whole === undefined || next === undefined) return at + text.slice(at).search(/[^ \t\n\r]|$/);
    wanted = next;
    at += whole.length;
  }
}

/** What may come after a token; undefined if the token is not allowed here. */
function follow(wanted: Wanted, token: string, open: ('{' | '[')[]): Wanted | undefined {
  const ended = (): Wanted => (open.length === 0 ? 'nothing' : ', or end');
  if (wanted === ':') return token === ':' ? 'value' : undefined;
  if (wanted === 'key' || (wanted === 'key or }' && token !== '}')) return token === 'string' ? ':' : undefined;
  if (wanted === ', or end' && token === ',') return open.at(-1) === '{' ? 'key' : 'value';
  if (token === '}' || token === ']') {
    const closes = wanted === ', or end' || wanted === (token === '}' ? 'key or }' : 'value or ]');
    if (!closes || open.pop() !== (token === '}' ? '{' : '[')) return undefined;
    return ended();
  }
  if (wanted !== 'value' && wanted !== 'value or ]') return undefined;
  if (token === 'string' || token === 'scalar') return ended();
  if (token !== '{' && token !== '[') return undefined;
  open.push(token);
  return token === '{' ? 'key or }' : 'value or ]';
}
