import { HostRefusedError, LatchkeyError, ProviderUnreachableError } from '../../errors.ts';
import { readConnectForm } from '../../model/connect-form.ts';
import type { KeyCredential } from '../../model/credential.ts';
import type { FieldFaults } from '../../model/field.ts';
import type { Integration } from '../../model/integration.ts';
import { maskedFields } from '../../model/masked-fields.ts';
import type { FormProfile } from '../../model/profile.ts';
import { audit } from '../audit.ts';
import { judgeSubject } from '../check-credential.ts';
import { checkRequest } from '../check-request.ts';
import type { Services } from '../services.ts';
import type { Actor } from './audited.ts';
import { MASK, maskSecrets } from './mask-secrets.ts';

export type ProfileTest =
  | {
      readonly status: 'answered';
      /** The product accepted the credential. */
      readonly accepted: boolean;
      readonly account?: string;
      readonly request: { readonly method: string; readonly url: string; readonly headers: Headers };
      readonly response: { readonly status: number; readonly headers: Headers; readonly body: string };
    }
  | ({ readonly status: 'invalid' } & FieldFaults)
  | { readonly status: 'unanswered'; readonly reason: string }
  /** OAuth is tested by connecting, because there is nothing to type. */
  | { readonly status: 'needs_consent' }
  | { readonly status: 'not_found' };

export type Headers = readonly { readonly name: string; readonly value: string }[];

/** The longest part of a response that is shown, in characters. */
const SHOWN = 4_000;

export interface TestProfileInput {
  readonly actor: Actor;
  readonly integration: string;
  readonly profile: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Makes the check call once with what the developer typed, stores nothing, and returns request and response with secrets
 * masked.
 */
export async function testProfile(services: Services, input: TestProfileInput): Promise<ProfileTest> {
  const integration = services.integrations.get(input.integration);
  const profile = integration?.profiles.find(({ id }) => id === input.profile);
  if (integration === undefined || profile === undefined) return { status: 'not_found' };
  if (profile.method === 'oauth2') return { status: 'needs_consent' };
  const outcome = await tried(services, integration, profile, input.values);
  const { name } = input.actor;
  const subject = testedProfile(integration.id, profile.id);
  await audit(services, { actor: { name }, what: 'profile_tested', subject, facts: { kind: resultOf(outcome) } });
  return outcome;
}

/** Built-in profiles of different integrations may have the same id. */
export function testedProfile(integration: string, profile: string): string {
  return `${integration}/${profile}`;
}

/** The outcome, without any text of the product. */
function resultOf(outcome: ProfileTest): 'accepted' | 'not_accepted' | 'invalid' | 'unanswered' {
  if (outcome.status !== 'answered') return outcome.status === 'invalid' ? 'invalid' : 'unanswered';
  return outcome.accepted ? 'accepted' : 'not_accepted';
}

async function tried(
  services: Services,
  integration: Integration,
  profile: FormProfile,
  values: Readonly<Record<string, unknown>>,
): Promise<ProfileTest> {
  const read = readConnectForm(integration, profile, values);
  if (!read.ok) return { status: 'invalid', field: read.field, reason: read.reason, faults: read.faults };
  const credential: KeyCredential = { type: profile.method, values: read.values };
  const mask = maskSecrets(secretsOf(profile, read.values));
  try {
    const subject = { profile: profile.id, tenant: read.tenant, credential };
    const { request, guard } = checkRequest(integration, subject);
    const answer = await services.http.sender(guard)(request);
    const judged = judgeSubject(integration, subject, { request, answer });
    const account = judged.status === 'ok' ? judged.account : undefined;
    return {
      status: 'answered',
      accepted: account !== undefined,
      ...(account === undefined ? {} : { account: account.label }),
      request: { method: request.method, url: mask(request.url), headers: listed(request.headers, mask) },
      response: {
        status: answer.status,
        headers: listed(answer.headers, mask),
        body: mask(answer.body).slice(0, SHOWN),
      },
    };
  } catch (error) {
    if (error instanceof ProviderUnreachableError || error instanceof HostRefusedError) {
      return { status: 'unanswered', reason: error.message };
    }
    if (error instanceof LatchkeyError) return { status: 'unanswered', reason: error.code };
    throw error;
  }
}

function listed(headers: Readonly<Record<string, string>>, mask: (text: string) => string): Headers {
  return Object.entries(headers)
    .filter(([name]) => name.toLowerCase() !== 'set-cookie')
    .map(([name, value]) => ({ name, value: name.toLowerCase() === 'authorization' ? MASK : mask(value) }));
}

/** The masked values of the form, and hidden values of the deployment. */
function secretsOf(profile: FormProfile, values: Readonly<Record<string, string>>): readonly string[] {
  const secret = maskedFields(profile).filter(({ type, visibility }) => type === 'password' || visibility === 'hidden');
  return secret.map(({ key }) => values[key] ?? '');
}
