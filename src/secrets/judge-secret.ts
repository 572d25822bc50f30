import type { AskedField, AskedSecrets } from '../flows/asked-secrets.ts';
import type { Field } from '../model/field.ts';
import { isMailAddress } from '../model/mail-address.ts';
import {
  hasLabel,
  isGenerated,
  isJoinedWords,
  isMixed,
  isOrdinary,
  knownSecretIn,
  labelledIn,
} from './secret-shapes.ts';
import { isOneWord, joinedLines, plainWords, type Token, tokensOf, withoutSignature } from './unwrap.ts';

/** What a person's text is. */
export type Verdict =
  | { readonly status: 'ordinary' }
  /** The value that is awaited here, without the text around it. */
  | { readonly status: 'value'; readonly authorizationId: string; readonly field: Field; readonly value: string }
  /** A secret is awaited here and the text contains one, but it is not certain which part of the text it is. */
  | { readonly status: 'inside' }
  /** A secret that nobody asked for here. */
  | { readonly status: 'unasked' };

const ORDINARY: Verdict = { status: 'ordinary' };

/**
 * Everyday talk holds no secret: unaccented words, none of them long, with a comma or a full stop at most. The other functions
 * here find nothing in it either, in more time.
 */
export function isEverydayTalk(typed: string): boolean {
  return EVERYDAY_TALK.test(typed);
}

const EVERYDAY_TALK = /^[A-Z]?[a-z]{0,18}(?:[,.!?]? [A-Z]?[a-z]{0,18})*[.!?]*$/;

/**
 * The cheap test: true if it is worth looking up in the store what this person was asked for. False for nearly all messages,
 * by their words alone.
 */
export function mayBeAsked(typed: string): boolean {
  if (typed.length < 6) return false;
  const text = plainWords(typed);
  if (LABEL_SIGN.test(text) && hasLabel(text)) return true;
  const tokens = tokensOf(text);
  if (tokens.length === 0) return false;
  if (isOneWord(text)) return tokens.some(isValueLike);
  if (joinedLines(text) !== undefined) return true;
  return tokens.some((token) => isNotable(token.bare) || (isValueLike(token) && hasLabel(text)));
}

const LABEL_SIGN = /[:=：]/;

/**
 * Judges what may be a secret in an activity: the text first, then its copies. The first that is not ordinary counts.
 *
 * @param isKnown something in the activity is a secret by its shape alone
 */
export function judgeTexts(texts: readonly string[], asked: AskedSecrets, isKnown: boolean): Verdict {
  for (const text of texts) {
    const verdict = judgeText(text, asked);
    if (verdict.status !== 'ordinary') return verdict;
  }
  if (!isKnown) return ORDINARY;
  return { status: asked.awaited === undefined ? 'unasked' : 'inside' };
}

/** Judges one text against what its writer was asked for. */
export function judgeText(typed: string, asked: AskedSecrets): Verdict {
  const { awaited } = asked;
  if (awaited !== undefined) {
    const verdict = judgeAwaited(typed, awaited);
    if (verdict.status !== 'ordinary') return verdict;
  }
  if (holdsKnownSecret(typed)) return awaited === undefined ? { status: 'unasked' } : { status: 'inside' };
  return asked.earlier.some((field) => isFor(typed, field)) ? { status: 'unasked' } : ORDINARY;
}

/** True if the text contains a secret by its shape alone, whoever wrote it and whatever was asked. */
export function holdsKnownSecret(typed: string): boolean {
  if (typed.length < 16) return false;
  const text = plainWords(typed);
  if (knownSecretIn(text)) return true;
  if (!isOneWord(text)) return false;
  return tokensOf(text).some(({ bare }) => /^[A-Za-z0-9]{32,}$/.test(bare) && isMixed(bare) && !isOrdinary(bare));
}

function judgeAwaited(typed: string, awaited: NonNullable<AskedSecrets['awaited']>): Verdict {
  const { authorizationId, fields } = awaited;
  const secrets = fields.filter(({ secret }) => secret !== undefined);
  const [only] = fields.length === 1 ? fields : [];
  if (only?.secret === 'password') {
    // quotes and surrounding spaces can be part of a password
    if (isOneWord(typed) && isPasswordLike(typed.trim()))
      return { status: 'value', authorizationId, field: only.field, value: typed };
  }
  const text = plainWords(typed);
  const candidates = candidatesIn(text);
  const fitting = secrets.flatMap(({ field }) => candidates.flatMap((token) => valueFor(field, token) ?? []));
  const values = new Set(fitting);
  const [value] = values;
  if (only?.secret === 'key' && value !== undefined && values.size === 1)
    return { status: 'value', authorizationId, field: only.field, value };
  if (values.size > 0) return { status: 'inside' };
  // perhaps mistyped or truncated: it fits no field, but is no ordinary word either
  return candidates.some(({ bare }) => bare.length >= 12 && isStrange(bare)) ? { status: 'inside' } : ORDINARY;
}

/** Words that may be the awaited value: the whole message, or what stands out in it. */
function candidatesIn(whole: string): readonly Token[] {
  const text = withoutSignature(whole);
  const tokens = tokensOf(text);
  if (isOneWord(text)) return tokens.filter((token) => isValueLike(token) && mayBeWhole(token.bare));
  const joined = joinedLines(text);
  if (joined !== undefined && isMixed(joined) && joined.length >= 16 && tokens.every(({ bare }) => !isWord(bare)))
    return [{ raw: joined, bare: joined }];
  const known = tokens.filter(({ bare }) => knownSecretIn(bare));
  if (known.length > 0) return known;
  const named = labelledIn(text);
  const labelled = hasLabel(text);
  return tokens.filter(
    (token) =>
      isNotable(token.bare) ||
      (labelled && isValueLike(token) && (token.bare.length >= 8 || isPasswordLike(token.bare))) ||
      (named !== undefined && named.length >= 6 && token.raw.includes(named)),
  );
}

/** Some keys are numbers or UUIDs; none is a date, a file name or a list of words. */
function mayBeWhole(token: string): boolean {
  return !isOrdinary(token) || /^[A-Za-z0-9]+$|^[0-9a-f-]{36}$/i.test(token);
}

function valueFor(field: Field, token: Token): string | undefined {
  const { pattern } = field;
  if (pattern === undefined) return token.bare;
  const shape = new RegExp(pattern);
  return [token.bare, token.raw].find((value) => shape.test(value));
}

/** For a field of the last day: its pattern anywhere, if that is distinctive; else a made-up word. */
function isFor(typed: string, { field, secret }: AskedField): boolean {
  if (secret === undefined) return false;
  const text = plainWords(typed);
  const tokens = tokensOf(text);
  const joined = isOneWord(text) ? undefined : joinedLines(text);
  const pieces = joined === undefined ? [] : [{ raw: joined, bare: joined }];
  if (field.pattern !== undefined && isDistinctive(field.pattern)) {
    return [...tokens, ...pieces].some((token) => valueFor(field, token) !== undefined);
  }
  const label = labelledIn(text);
  if (label !== undefined && isMadeUp(label)) return true;
  if (secret === 'password' && isOneWord(text)) {
    // without lower-case letters it is probably an article number
    return tokens.some(({ bare }) => bare.length >= 8 && /\p{Ll}/u.test(bare) && isMadeUp(bare));
  }
  const words = joined === undefined ? tokens : pieces;
  return words.some(
    (token) => token.bare.length >= 16 && isStrange(token.bare) && !isJoinedWords(token.bare) && valueFor(field, token),
  );
}

/** Not an everyday word, number or code: letters mixed with symbols or digits. */
function isMadeUp(word: string): boolean {
  if (isOrdinary(word) || isJoinedWords(word) || isAddress(word) || !/\p{L}/u.test(word)) return false;
  if (/[^\p{L}\d\s.,;:!?'’"()/#_-]/u.test(word)) return true;
  return /\d/.test(word) && (/\p{Ll}/u.test(word) || isGenerated(word));
}

function isStrange(token: string): boolean {
  return isGenerated(token) && !isOrdinary(token);
}

/** True if no everyday word matches the pattern, so that whatever matches it is the secret. */
export function isDistinctive(pattern: string): boolean {
  const shape = new RegExp(pattern);
  return !EVERYDAY.some((word) => shape.test(word));
}

const EVERYDAY: readonly string[] = [
  'hello',
  'integration',
  'internationalization',
  'Rindfleischetikettierung',
  'OVERVIEW',
  '12345678',
  '4111111111111111',
  '00340434292135100186',
  '9400111899223197428490',
  'KAN-1234',
  'ORD-2026-004711',
  'order20261121',
  'A1B2C3D4',
  '1Z999AA10123456784',
  'RR123456785AT',
  'DE89370400440532013000',
  '123e4567-e89b-42d3-a456-426614174000',
  '2026-11-21',
  '2026-11-21T10:30:00Z',
  '+43316123456',
  'jane.doe@example.com',
  'https://acme.example.com/tickets/4711?view=all',
  'acme.example.com',
  'IMG_20261121_103045.jpg',
  '9fceb02d0ae598e95dc970b74767f19372d61af8',
];

/** True for what people paste as a key or type as a password. */
function isValueLike({ bare, raw }: Token): boolean {
  if (isAddress(bare) || isWord(bare)) return false;
  if (bare.length >= 8 && (/\d/.test(bare) || bare.length >= 20)) return true;
  return isPasswordLike(raw);
}

/** At least six characters, with a digit, a symbol or an inner capital among letters, or very long. */
function isPasswordLike(word: string): boolean {
  if (word.length < 6 || !/\p{L}/u.test(word) || isAddress(word)) return false;
  return /\d/.test(word) || /[^\p{L}\d\s.,;:!?'’"()/-]/u.test(word) || /\p{Ll}\p{Lu}/u.test(word) || word.length >= 20;
}

/** Stands out in a sentence. */
function isNotable(token: string): boolean {
  const stands = (token.length >= 10 && isMixed(token)) || (token.length >= 20 && /\p{Ll}\p{Lu}/u.test(token));
  return stands && !isOrdinary(token);
}

function isWord(token: string): boolean {
  return /^\p{Lu}?\p{Ll}+$|^\p{Lu}+$/u.test(token) && token.length < 30;
}

function isAddress(token: string): boolean {
  return isMailAddress(token) || /^[a-z][a-z0-9+.-]*:\/\//i.test(token);
}
