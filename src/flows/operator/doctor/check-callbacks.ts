import { authorizationUrl, newCodeVerifier, newState } from '../../../auth-methods/oauth2/protocol.ts';
import { HostRefusedError } from '../../../errors.ts';
import type { Integration } from '../../../model/integration.ts';
import type { OAuth2Profile, Profile } from '../../../model/profile.ts';
import { profileForTenant } from '../../../model/profile-for-tenant.ts';
import { writtenPublicUrl } from '../../../model/public-url.ts';
import { CALLBACK_URL } from '../../../model/setup-guide.ts';
import { trustOf } from '../../base-url.ts';
import { type Check, type Deployment, integrationsOf, type Observation } from './deployment.ts';
import { placesOf } from './places.ts';
import type { Probe, ProbeAnswer } from './probe.ts';

/** Nobody can have registered it: `.invalid` does not exist (RFC 6761 section 6.4). */
const DECOY = 'https://latchkey.invalid/oauth/callback';

/**
 * Requests the sign-in page of each authorization server as a browser would, once with our callback and once with one that
 * cannot be registered. A server that refuses only the second one knows ours. A server that accepts both compares them only
 * after the sign-in, which cannot be checked from here.
 */
export const checkCallbacks: Check = {
  id: 'callback',
  title: 'The callback is registered at every product, exactly as written',
  run: async (deployment, probe) => {
    const publicUrl = writtenPublicUrl(deployment.publicUrl);
    if (publicUrl === undefined) return [];
    const looks = integrationsOf(deployment).flatMap((integration) => {
      const callback = `${publicUrl}/oauth/callback/${integration.id}`;
      return integration.profiles
        .filter((profile) => asksPerson(profile))
        .map((profile) => lookAtProfile(deployment, probe, { integration, profile, callback }));
    });
    return (await Promise.all(looks)).flat();
  },
};

interface Subject {
  readonly integration: Integration;
  readonly profile: OAuth2Profile;
  readonly callback: string;
}

function asksPerson(profile: Profile): profile is OAuth2Profile {
  return profile.method === 'oauth2' && profile.grant !== 'client_credentials';
}

async function lookAtProfile(deployment: Deployment, probe: Probe, subject: Subject): Promise<readonly Observation[]> {
  const { integration, profile } = subject;
  const about = `${integration.id}/${profile.id}`;
  const places = await placesOf(deployment, integration, profile);
  if (places.length === 0) {
    return [{ about, ...manualCheck(subject, 'nobody has connected yet, so no sign-in address is known') }];
  }
  const looks = places.map(async (tenant) => {
    const own = profileForTenant(integration, profile, tenant);
    const where = tenant === undefined ? about : `${about} at ${tenant}`;
    if (own === undefined || !asksPerson(own)) return [];
    return [{ about: where, ...(await look(probe, { ...subject, profile: own }, tenant)) }];
  });
  return (await Promise.all(looks)).flat();
}

async function look(probe: Probe, subject: Subject, tenant: string | undefined): Promise<Observation> {
  const { callback, integration } = subject;
  const ours = await ask(probe, subject, tenant, callback);
  switch (ours.kind) {
    case 'unknown':
      return manualCheck(subject, ours.why);
    case 'refused':
      return {
        verdict: 'problem',
        text: `${integration.name} responds to the sign-in with an error (${ours.why})`,
        fix: `register ${callback} there as callback (redirect URL), exactly as written here, and compare client id and scopes`,
      };
    case 'accepted':
      break;
  }
  const decoy = await ask(probe, subject, tenant, `${DECOY}/${integration.id}`);
  if (decoy.kind === 'refused') {
    return { verdict: 'ok', text: `${integration.name} accepts ${callback} and refuses one that is not registered` };
  }
  return manualCheck(subject, `${integration.name} compares it only after the sign-in`);
}

type Reception = { readonly kind: 'accepted' } | { readonly kind: 'refused' | 'unknown'; readonly why: string };

async function ask(
  probe: Probe,
  { integration, profile }: Subject,
  tenant: string | undefined,
  redirectUri: string,
): Promise<Reception> {
  try {
    const url = await authorizationUrl(profile, {
      redirectUri,
      ...(tenant === undefined ? {} : { tenant }),
      scopes: [],
      state: newState(),
      ...(profile.pkce === false ? {} : { codeVerifier: newCodeVerifier() }),
    });
    return receptionOf(await probe.ask('GET', url, trustOf(integration)));
  } catch (error) {
    if (error instanceof HostRefusedError) return { kind: 'unknown', why: error.message };
    throw error;
  }
}

/** An error can be a status, or a parameter of the redirect, which may lead to a page of the server or back to us. */
function receptionOf(answer: ProbeAnswer): Reception {
  if (typeof answer.status !== 'number') return { kind: 'unknown', why: answer.reason };
  if (answer.status === 429 || answer.status >= 500)
    return { kind: 'unknown', why: `it returns status ${answer.status}` };
  if (answer.status >= 400) return { kind: 'refused', why: String(answer.status) };
  const error = URL.parse(answer.headers.location ?? '', 'https://location.invalid')?.searchParams.get('error');
  if (error === null || error === undefined) return { kind: 'accepted' };
  return { kind: 'refused', why: /^[\w.-]{1,64}$/.test(error) ? error : 'an error' };
}

/** Lists the product's own steps too, because registering the callback is only one of them: an app may also have to be shared. */
function manualCheck({ integration, callback }: Subject, why: string): Observation {
  const guide = integration.setupGuides?.find(({ methods }) => methods.includes('oauth2'));
  const steps = guide?.steps.map((step) => `- ${step.replaceAll(CALLBACK_URL, callback)}`) ?? [];
  return {
    verdict: 'manual',
    text: `it cannot be checked from here: ${why}`,
    fix: [`check at ${integration.name} that this callback is registered: ${callback}`, ...steps].join('\n'),
  };
}
