import type { AuthMethodName } from '../model/profile.ts';
import { apiKey } from './api-key.ts';
import type { AuthMethod } from './auth-method.ts';
import { basic } from './basic.ts';
import { oauth2 } from './oauth2.ts';

const AUTH_METHODS = { api_key: apiKey, basic, oauth2 } satisfies Record<AuthMethodName, AuthMethod>;

export function authMethodOf(name: AuthMethodName): AuthMethod {
  return AUTH_METHODS[name];
}
