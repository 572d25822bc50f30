import type { Problem } from '../../model/problem.ts';
import type { FieldError } from '../views/field-row.ts';
import { filledRows, PROFILE_FIELDS, type ProfileValues } from './profile-form.ts';
import type { ConsoleTexts } from './texts/console-texts.ts';
import { sayProfileProblem } from './texts/profile-problems/say-profile-problem.ts';

/** Everything that is wrong with the form of a profile, in the order of the form, with one entry for each input. */
export function profileErrors(
  texts: ConsoleTexts,
  found: {
    /** Inputs that could not be read. */
    readonly faults: readonly FieldError[];
    /** Why the profile cannot work. Paths begin at the profile. */
    readonly problems: readonly Problem[];
    readonly values: ProfileValues;
  },
): readonly FieldError[] {
  const { faults, problems, values } = found;
  const all = [...faults, ...problems.map((problem) => errorOf(texts, problem, values))];
  const fields = PROFILE_FIELDS.filter((name) => all.some(({ field }) => field === name));
  const others = all.filter(({ field }) => field === undefined || !PROFILE_FIELDS.includes(field));
  return [...fields.map((field) => joined(texts, field, all)), ...others];
}

/** Joins the problems of one input into one text. */
function joined(texts: ConsoleTexts, field: string, all: readonly FieldError[]): FieldError {
  const sentences = new Set(all.filter((error) => error.field === field).map(({ text }) => text));
  const text = [...sentences].join(' ');
  return { text, field, title: `${titleOf(texts, field)}: ${text}` };
}

function errorOf(texts: ConsoleTexts, problem: Problem, values: ProfileValues): FieldError {
  const field = inputOf(problem, values);
  if (field === 'clientId' && values.clientId === '') return { text: texts.clientIdMissing, field };
  const text = texts.profileProblem(sayProfileProblem(problem.text, texts.lang));
  return field === undefined ? { text } : { text, field };
}

/** The name of the input for a path in a profile, if the form has one. */
function inputOf({ path: [first, at, last] }: Problem, values: ProfileValues): string | undefined {
  const member = String(first);
  if (member === 'scopes') return 'scope';
  if (member !== 'fields' && member !== 'placements') return PROFILE_FIELDS.find((name) => name === member);
  const column = member === 'fields' ? 'key' : 'value';
  if (typeof at !== 'number') return `${member}.0.${column}`;
  // the form leaves out empty rows when it is read, so the row may have another number on the page
  const row = `${member}.${filledRows(values, member)[at] ?? at}`;
  return PROFILE_FIELDS.find((name) => name === `${row}.${String(last)}`) ?? `${row}.${column}`;
}

/** The label of the input. */
function titleOf(texts: ConsoleTexts, field: string): string {
  const [list, row, column = ''] = field.split('.');
  if (row === undefined) return TITLES(texts)[field] ?? field;
  const number = Number(row) + 1;
  if (list === 'fields') return `${texts.formField(number)}, ${FIELD_TITLES(texts)[column] ?? column}`;
  return `${texts.placement(number)}, ${PLACEMENT_TITLES(texts)[column] ?? column}`;
}

type Titles = Readonly<Record<string, string>>;

const TITLES = (texts: ConsoleTexts): Titles => ({
  name: texts.profileName,
  description: texts.profileDescription,
  clientId: texts.clientId,
  clientSecret: texts.clientSecret,
  authorizationUrl: texts.authorizationUrl,
  tokenUrl: texts.tokenUrl,
  scope: texts.scope,
  refreshUrl: texts.refreshUrl,
  authorizationParams: texts.additionalFields,
  tokenParams: texts.tokenFields,
  revocationUrl: texts.revocationUrl,
  revocationEnds: texts.revocationEnds,
  clientAuthentication: texts.clientAuthentication,
  tokenRequestFormat: texts.tokenFormat,
  pkce: texts.pkce,
  userName: texts.userName,
  password: texts.passwordTemplate,
});

const FIELD_TITLES = (texts: ConsoleTexts): Titles => ({
  title: texts.fieldTitle,
  key: texts.fieldKey,
  hint: texts.fieldHint,
  type: texts.fieldType,
  mandatory: texts.fieldMandatory,
});

const PLACEMENT_TITLES = (texts: ConsoleTexts): Titles => ({
  in: texts.placementIn,
  name: texts.placementName,
  value: texts.placementValue,
});
