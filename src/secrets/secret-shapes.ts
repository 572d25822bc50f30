import { MAIL_ADDRESS } from '../model/mail-address.ts';

/** Unmistakable shapes of keys and tokens, anywhere in a text. */
const KNOWN = new RegExp(
  [
    '\\bgh[pousr]_[A-Za-z0-9]{20,}',
    '\\bgithub_pat_\\w{20,}',
    '\\bglpat-[\\w-]{20,}',
    '\\bxox[abeoprs]-[A-Za-z0-9-]{10,}',
    '\\bxapp-\\d-[A-Za-z0-9-]{10,}',
    '\\bAT(?:ATT|CTT|BB)[\\w=-]{20,}',
    '\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b',
    '\\bAIza[\\w-]{35}',
    '\\bya29\\.[\\w-]{20,}',
    '\\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}',
    '(?<![\\w-])sk-(?=[\\w-]*\\d)[\\w-]{20,}',
    '\\bSG\\.[\\w-]{16,}\\.[\\w-]{16,}',
    '\\bnpm_[A-Za-z0-9]{30,}',
    '\\bpat-[a-z]{2}\\d-[0-9a-f-]{36}',
    '\\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}',
    '\\b\\d{8,10}:AA[\\w-]{33}',
    '(?<![\\w-])eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*',
    '\\b[Bb]earer +(?=[\\w.~+/-]*\\d)[\\w.~+/-]{20,}',
    '\\b[Bb]asic +(?=[A-Za-z0-9+/]*\\d)[A-Za-z0-9+/]{16,}={0,2}',
    '\\b[Tt]oken token=\\S{8,}',
    '-----BEGIN [A-Z ]*PRIVATE KEY',
    '\\b[a-z][a-z0-9+.-]{1,15}://[^\\s/:@]{1,64}:[^\\s/:@]{6,}@',
  ].join('|'),
);

/** Words for a secret in the languages that we expect. `\b` only works with unaccented Latin letters. */
const LABEL = new RegExp(
  [
    String.raw`(?:\b(?:api|access|auth|secret|private|pass)[ _-]?)?(?:\bkey|apikey|[ _-]key|\btoken|_token|\bsecret)`,
    String.raw`passw(?:or[dt]|ort)|\bpwd\b|kennwort|schlüssel`,
    String.raw`\bclé(?!\p{L})|\bjeton\b|mot de passe`,
    String.raw`\bclave\b|contraseña|\bchave\b|\bsenha\b|palavra-passe`,
    'chiave|wachtwoord|hasło|пароль|ключ|密码|密钥',
    String.raw`パスワード|暗証番号|シークレット|トークン|(?<![\p{Script=Katakana}ー])キー`,
    'مفتاح|كلمة (?:ال)?(?:سر|مرور)|رمز (?:ال)?(?:سري|وصول|مرور)',
  ].join('|'),
  'iu',
);

/** A label, a colon or equals sign, and the value that follows. */
const LABELLED = new RegExp(
  `(?:${LABEL.source})[\\p{L}\\p{Zs}"'\`*]{0,20}[:=：][\\s"'\`*<«“„「『]*(?![\\\\/])([^\\s"'\`*<>«»“”„「」『』\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]{6,})`,
  'iu',
);

export function knownSecretIn(text: string): boolean {
  // most messages have no word this long
  if (!/\S{16}|\b(?:token|bearer|basic|BEGIN) /i.test(text)) return false;
  if (KNOWN.test(text)) return true;
  const labelled = labelledIn(text);
  return labelled !== undefined && labelled.length >= 16 && isGenerated(labelled) && !isOrdinary(labelled);
}

/** True if it looks machine-made: random, or long and made of letters and digits only. */
export function isGenerated(token: string): boolean {
  return isRandom(token) || (token.length >= 32 && isMixed(token) && /^[A-Za-z0-9]+$/.test(token));
}

export function hasLabel(text: string): boolean {
  return LABEL.test(text);
}

/** The value after a label and a colon or equals sign. */
export function labelledIn(text: string): string | undefined {
  if (!/[:=：]/.test(text)) return undefined;
  return LABELLED.exec(text)?.[1];
}

/** Letters and digits mixed, as hardly any word is. */
export function isMixed(token: string): boolean {
  return /\d/.test(token) && /\p{L}/u.test(token);
}

/**
 * True if it changes between lower case, upper case and digits more often than words, numbers and order codes do: on average
 * every six characters, or every four if it has no digits.
 */
function isRandom(token: string): boolean {
  let changes = 0;
  let before = '';
  for (const character of token) {
    const kind = /\d/.test(character) ? '9' : /\p{Lu}/u.test(character) ? 'A' : /\p{L}/u.test(character) ? 'a' : '';
    if (kind === '') continue;
    if (before !== '' && kind !== before) changes += 1;
    before = kind;
  }
  return isMixed(token) ? changes * 6 >= token.length : /\p{Ll}\p{Lu}/u.test(token) && changes * 4 >= token.length;
}

/** True for known shapes that are no secrets: an address, a UUID, a date, a number, a file name, a word. */
export function isOrdinary(token: string): boolean {
  return ORDINARY.some((shape) => shape.test(token));
}

/** Names of files, branches and the like: a plain word among short pieces, as in `iPhone15Pro_onboarding_667`. */
export function isJoinedWords(token: string): boolean {
  return JOINED.test(token) && token.split(/[-_./]/).some((piece) => /^\p{Lu}?\p{Ll}{4,}$/u.test(piece));
}

const JOINED = /^#?(?:[\p{L}\d]{1,16}[-_./])+[\p{L}\d]{1,16}$/u;

const ORDINARY: readonly RegExp[] = [
  /^(?:[a-z][a-z0-9+.-]*:)?\/\/\S+$/i,
  /^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}(?:[/?#:]\S*)?$/i,
  MAIL_ADDRESS,
  /^(?:urn:)?(?:uuid:)?\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i,
  // a MAC or IPv6 address, a range of commits, a size, a spreadsheet formula
  /^(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?:\/\d{1,3})?$/i,
  /^[0-9a-f]{7,12}\.{2,3}[0-9a-f]{7,12}$/i,
  /^\d+(?:[.,]\d+)?(?:[x×]\d+(?:[.,]\d+)?)+\p{L}{0,3}$/u,
  /^=[A-Z]{2,12}\([A-Z\d:;,.$!+*/-]{0,80}\)?$/i,
  /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?$/,
  // a date or a number, also with a case ending: 5/20/2025'de
  /^[+-]?[\d.,:/()-]+(?:['’]\p{L}{1,6})?$/u,
  /^[a-z]:\\\S+$/i,
  /^~?\/(?:[\p{L}\d_.-]+\/)+\S*$/u,
  /^v?\d+(?:\.\d+)+(?:-[a-z]+(?:\.\d+)?)?$/i,
  // parcel numbers: UPS, Universal Postal Union, Amazon
  /^1Z[0-9A-Z]{16}$/i,
  /^[A-Z]{2}\d{9}[A-Z]{2}$/i,
  /^TB[A-Z]\d{12}$/i,
  // an IBAN
  /^[A-Z]{2}\d{2}(?:[A-Z]{4})?\d{7,26}$/,
  // words and numbers joined: ORD-2026-004711, KAN-1234, IMG_20261121_103045
  /^(?:#?(?:\p{L}+|\d+)[-_./#:])+(?:\p{L}+|\d+)$/u,
  // and 80er-Party-Playliste, Dorothy's-80s-hits
  /^(?:(?:\p{L}+(?:['’]\p{L}+)?|\d+)[-_./])*(?:\p{L}+['’]\p{L}+|\d{1,4}\p{L}{1,3})(?:[-_./](?:\p{L}+|\d+))*$/u,
  /^#?\p{L}{1,12}\d+$/u,
  /^\d+\p{L}{1,12}$/u,
  /^\p{Lu}?\p{Ll}+$/u,
  /^\p{Lu}+$/u,
];
