import { ConfigurationError } from '../errors.ts';
import type { KeyCredential } from '../model/credential.ts';
import { maskedFields } from '../model/masked-fields.ts';
import type { FormProfile } from '../model/profile.ts';
import { parseTemplate } from '../model/template.ts';
import type { AuthMethod } from './auth-method.ts';
import { place } from './placements.ts';

/** User name and password, or whatever a product uses instead, as `{{basic}}` (RFC 7617 section 2). */
export const basic = {
  apply: (parts, profile, credential, where) => {
    if (profile.method !== 'basic' || credential.type !== 'basic') {
      throw new ConfigurationError(`${profile.id} needs a user name and a password`);
    }
    return place(parts, profile.placements, { ...credential.values, ...where, basic: basicOf(profile, credential) });
  },
  renew: async () => undefined,
  revoke: async () => 'unsupported',
} satisfies AuthMethod;

function basicOf(profile: FormProfile, { values }: KeyCredential): string {
  const { userName, password } = basicTemplates(profile);
  const known = Object.keys(values);
  const user = withoutDoubleTail(parseTemplate(userName, known).render(values), userName);
  if (user.includes(':')) throw new ConfigurationError('a user name for Basic authentication must not contain a colon');
  return Buffer.from(`${user}:${parseTemplate(password, known).render(values)}`, 'utf8').toString('base64');
}

/** The templates of a `basic` profile. Default: the first unmasked field and the first masked one. */
export function basicTemplates(profile: FormProfile): { readonly userName: string; readonly password: string } {
  const fields = maskedFields(profile);
  const shown = fields.find((field) => field.type !== 'password');
  const masked = fields.find((field) => field.type === 'password');
  return {
    userName: profile.userName ?? (shown === undefined ? '' : `{{${shown.key}}}`),
    password: profile.password ?? (masked === undefined ? '' : `{{${masked.key}}}`),
  };
}

/** Some people paste the user name as the product's documentation writes it, e.g. `jane@example.com/token`. */
function withoutDoubleTail(user: string, template: string): string {
  const tail = template.slice(template.lastIndexOf('}') + 1);
  return tail !== '' && user.endsWith(tail + tail) ? user.slice(0, -tail.length) : user;
}
