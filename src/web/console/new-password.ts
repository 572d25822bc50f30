import { passwordProblem } from '../../flows/operator/password-problem.ts';
import type { FieldError } from '../views/field-row.ts';
import type { ConsoleTexts } from './texts/console-texts.ts';

/** Everything that is wrong with a new password and its repetition. */
export function newPasswordFaults(
  texts: ConsoleTexts,
  { password, repeat, name }: { readonly password: string; readonly repeat: string; readonly name: string },
): readonly FieldError[] {
  const reason = passwordProblem(password, name);
  return [
    ...(reason === undefined ? [] : [{ text: texts.passwordProblem(reason), field: 'password' }]),
    ...(password === repeat ? [] : [{ text: texts.passwordsDiffer, field: 'repeat' }]),
  ];
}
