import type { Field } from './field.ts';
import type { FormProfile } from './profile.ts';
import { placeholdersOf } from './template.ts';

/**
 * The fields of a profile with their types filled in: keys and parts of passwords are masked unless the profile says `type:
 * 'textbox'`.
 */
export function maskedFields(profile: FormProfile): readonly Field[] {
  return profile.fields.map((field) => {
    if (field.type !== undefined || field.choices !== undefined || field.visibility === 'read-only') return field;
    return isSecretByDefault(profile, field) ? { ...field, type: 'password' } : field;
  });
}

/** `key`: surrounding characters do not belong to it. `password`: quotes and spaces are part of it. Undefined: not a secret. */
export function secretKind(method: FormProfile['method'], field: Field): 'key' | 'password' | undefined {
  if (field.type !== 'password') return undefined;
  return method === 'basic' && field.pattern === undefined ? 'password' : 'key';
}

function isSecretByDefault({ method, fields, password }: FormProfile, { key }: Field): boolean {
  if (method === 'api_key') return true;
  if (password !== undefined) return placeholdersOf(password).includes(key);
  return fields.length > 1 && fields.every(({ type }) => type === undefined) && fields.at(-1)?.key === key;
}
