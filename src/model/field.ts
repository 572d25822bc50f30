import { placeholdersOf } from './template.ts';
import { withoutUnseen } from './unseen.ts';
import { withoutEnd } from './without-ends.ts';

/** One value that a person enters when connecting with a key or password. */
export interface Field {
  /** Name in templates: `{{apiKey}}`. */
  readonly key: string;
  readonly title: string;
  /** Where to find the value, in words for the person. */
  readonly hint?: string;
  /**
   * `password` is masked, never echoed and never shown again. Default: `password` in an `api_key` profile and for the
   * parts of a `basic` profile's password, otherwise `textbox`.
   */
  readonly type?: 'textbox' | 'password';
  /** Default true. */
  readonly required?: boolean;
  /** `hidden` is never shown, `read-only` is shown and cannot be changed; both need `value`. Default `visible`. */
  readonly visibility?: 'visible' | 'hidden' | 'read-only';
  readonly value?: string;
  /** A fixed list of choices instead of free text; the first is the default. */
  readonly choices?: readonly FieldChoice[];
  /**
   * Anchored regular expression that the value must match, without surrounding spaces. Describe what the product's keys
   * look like: Latchkey uses it to recognise a key that is typed in the wrong place, or too late.
   */
  readonly pattern?: string;
  /** Shown if the pattern does not match; completes "it should …": `be 32 letters and digits`. */
  readonly shape?: string;
  /** Removed from the beginning of a pasted value, ignoring case, e.g. `Token token=`. */
  readonly stripPrefix?: string;
}

export interface FieldChoice {
  readonly value: string;
  readonly title: string;
  /**
   * Replaces the choice in a base URL or an endpoint, if that is not its value: `com.au`, or all of
   * `https://eu-api.example.com`. May be a template over free fields of the same form, which are mandatory then.
   */
  readonly address?: string;
  /**
   * Replaces the choice in OAuth addresses, if people sign in at another address: `api.acme.com` for a region without
   * its own server.
   */
  readonly signInAt?: string;
}

/** Longest value of any field, in characters. */
export const FIELD_MAX_LENGTH = 4096;

export type FieldReading =
  | { readonly ok: true; readonly values: Readonly<Record<string, string>>; readonly trimmed: readonly string[] }
  | ({ readonly ok: false } & FieldFaults);

/** A field and what is wrong with its value. */
export interface FieldFault {
  readonly field: Field;
  readonly reason: FieldProblem;
}

/** The first fault of a form, and all of them in the form's order. */
export interface FieldFaults extends FieldFault {
  readonly faults: readonly FieldFault[];
}

/** Undefined if there are none. */
export function faultsOf(faults: readonly FieldFault[]): FieldFaults | undefined {
  const [first] = faults;
  return first === undefined ? undefined : { ...first, faults };
}

export type FieldProblem =
  | 'missing'
  | 'too_long'
  | 'not_printable'
  | 'wrong_shape'
  | 'not_a_choice'
  | 'has_colon'
  | 'foreign_host'
  | 'nobody_there';

/** How to read the value of a field. */
export interface FieldRules {
  /** `password`: every character counts. `key`: surrounding quotes and spaces do not belong to it. */
  readonly secret?: 'key' | 'password' | undefined;
  /** The value becomes the user-id of Basic authentication, which must not contain a colon (RFC 7617 section 2). */
  readonly noColon?: boolean;
  /** Allows everything but control characters (RFC 7617 section 2.1), because the value does not go into a header unchanged. */
  readonly unicode?: boolean;
}

/** Reads the values of a form and reports every fault. Never echoes a value. */
export function readFields(
  fields: readonly Field[],
  given: Readonly<Record<string, unknown>>,
  rulesOf: (field: Field) => FieldRules = () => ({}),
): FieldReading {
  const values: Record<string, string> = {};
  const trimmed: string[] = [];
  const faults: FieldFault[] = [];
  for (const field of fields) {
    const raw = rawValue(field, given);
    const rules = rulesOf(field);
    const value = rules.secret === 'password' ? asTyped(raw) : valueIn(field, raw, rules);
    if (rules.secret !== 'password' && raw !== raw.trim() && field.visibility !== 'hidden') trimmed.push(field.key);
    const reason = problemOf(field, value, rules);
    if (reason !== undefined) faults.push({ field, reason });
    values[field.key] = value;
  }
  const needed = fields.filter(({ key }) => values[key] === '' && isNeededByChoice(key, fields, values));
  const missing = needed.filter((field) => !faults.some((fault) => fault.field === field));
  const refused = faultsOf([...faults, ...missing.map((field) => ({ field, reason: 'missing' as const }))]);
  return refused === undefined ? { ok: true, values, trimmed } : { ok: false, ...refused };
}

/** The choice that a value stands for. The first one if there is no value yet. */
export function chosenOf(field: Field, value: string | undefined): FieldChoice | undefined {
  const wanted = value ?? field.value ?? field.choices?.[0]?.value;
  return field.choices?.find((choice) => choice.value === wanted);
}

/** The fields that people see and fill in. */
export function visibleFields(fields: readonly Field[]): readonly Field[] {
  return fields.filter((field) => field.visibility !== 'hidden');
}

/** Whether a form is refused without a value for this field. */
export function mustBeEntered({ required = true, visibility = 'visible' }: Field): boolean {
  return required && visibility === 'visible';
}

function isNeededByChoice(key: string, fields: readonly Field[], values: Readonly<Record<string, string>>): boolean {
  return fields.some((field) => placeholdersOf(chosenOf(field, values[field.key])?.address ?? '').includes(key));
}

function rawValue(field: Field, given: Readonly<Record<string, unknown>>): string {
  if (field.visibility === 'hidden' || field.visibility === 'read-only') return field.value ?? '';
  const value = Object.hasOwn(given, field.key) ? given[field.key] : undefined;
  if (typeof value === 'string' && value !== '') return value;
  return field.value ?? field.choices?.[0]?.value ?? '';
}

/**
 * A line break at the end comes from pasting. Everything else may belong to a password (RFC 7617 section 2.1, RFC 8265
 * section 4).
 */
function asTyped(raw: string): string {
  const typed = withoutEnd(raw, /[\r\n]/).normalize('NFC');
  return typed.trim() === '' ? '' : typed;
}

function valueIn(field: Field, raw: string, { secret, unicode }: FieldRules): string {
  const trimmed = raw.trim();
  if (secret === 'key')
    return withoutQuotes(withoutPrefix(withoutQuotes(withoutUnseen(trimmed).trim()), field.stripPrefix));
  const value = withoutPrefix(trimmed, field.stripPrefix);
  return unicode === true ? value.normalize('NFC') : value;
}

function withoutQuotes(value: string): string {
  return value.replace(/^(["'`])(.+)\1$/, '$2').replace(/^[“„«‹‘‚](.+)[”“»›’‘]$/, '$1');
}

function withoutPrefix(value: string, prefix: string | undefined): string {
  if (prefix === undefined || !value.toLowerCase().startsWith(prefix.toLowerCase())) return value;
  return withoutQuotes(value.slice(prefix.length).trim());
}

function problemOf(field: Field, value: string, { noColon, unicode }: FieldRules): FieldProblem | undefined {
  if (value === '') return field.required === false ? undefined : 'missing';
  if (value.length > FIELD_MAX_LENGTH) return 'too_long';
  if (!(unicode === true ? /^[^\p{Cc}\p{Cs}]*$/u : /^[\x20-\x7e]*$/).test(value)) return 'not_printable';
  if (noColon === true && value.includes(':')) return 'has_colon';
  if (field.choices !== undefined && !field.choices.some((choice) => choice.value === value)) return 'not_a_choice';
  if (field.pattern !== undefined && !new RegExp(field.pattern).test(value)) return 'wrong_shape';
  return undefined;
}
