import type { Authorization } from '../model/authorization.ts';
import { readConnectForm, tenantField } from '../model/connect-form.ts';
import type { KeyCredential } from '../model/credential.ts';
import type { FieldFaults } from '../model/field.ts';
import type { Integration } from '../model/integration.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import { isWithdrawn } from './attempt-refusal.ts';
import { audit } from './audit.ts';
import { checkCredential } from './check-credential.ts';
import { type Browser, browserOf, hasAnswered, stopForOtherBrowser } from './claiming-browser.ts';
import { acceptCredential, type Completed } from './complete-authorization.ts';
import { isCounted, type Missed, triesLeftAfterMiss, triesLeftOf } from './count-miss.ts';
import { actorUnlessForgotten } from './forgotten.ts';
import { hashSecret } from './one-time-secret.ts';
import { quarantineCredential } from './quarantine-credential.ts';
import { integrationOf, profileOf, type Services } from './services.ts';

export type Refusal =
  | ({ readonly status: 'invalid' } & FieldFaults)
  /** The product rejected it. At 0 the attempt has ended. */
  | {
      readonly status: 'refused';
      readonly triesLeft: number;
      /** Titles of other regions that the account may belong to, because a key works only in its own. */
      readonly elsewhere?: readonly string[];
    }
  | { readonly status: 'unreachable' }
  | { readonly status: 'gone' };

export type ChatSubmission =
  | ({
      readonly status: 'connected';
      /** Spaces around a value were removed, which the person is told. */
      readonly trimmed: boolean;
    } & Completed)
  /** In the meantime the developer has switched the integration off or removed this way to connect. */
  | { readonly status: 'withdrawn' }
  /** The same card was submitted twice. Its connection exists. */
  | { readonly status: 'connected_before' }
  | Refusal;
export type PageSubmission =
  | { readonly status: 'landed'; readonly authorizationId: string }
  /** The attempt has ended, and the conversation is told. */
  | { readonly status: 'other_browser' }
  | Refusal;

export interface SubmitInput {
  readonly owner: Owner;
  readonly conversationKey: string;
  readonly authorizationId: string;
  /** Id of the message, to recognise it if the channel delivers it again. */
  readonly activityId?: string | undefined;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Typed in the owner's own chat: checked, then usable immediately. Nothing is stored unless the product accepts it. */
export async function submitCredentialInChat(services: Services, input: SubmitInput): Promise<ChatSubmission> {
  const attempt = await services.vault.authorizations.byId(input.authorizationId);
  if (attempt === undefined) return { status: 'gone' };
  if (!isFrom(attempt, input)) {
    const facts = { kind: 'other_person' } as const;
    await audit(services, { actor: input.owner, what: 'credential_submitted', subject: attempt.id, facts });
    return { status: 'gone' };
  }
  // the product is not asked again either
  if (isCounted(services, attempt, input)) return { status: 'refused', triesLeft: triesLeftOf(attempt) };
  if (!isOpenInChat(services, attempt)) return afterEnd(services, attempt);
  if (await isWithdrawn(services, attempt, { tell: 'turn' })) return { status: 'withdrawn' };
  const read = readCredential(services, attempt, input.values);
  if (read.status !== 'read') return read;
  const integration = integrationOf(services, attempt.integration);
  const { credential, tenant, trimmed } = read;
  const check = await checkCredential(services, integration, { profile: attempt.profile, credential, tenant });
  const note = () => noteSubmission(services, input.owner, attempt, RESULTS[check.status]);
  if (check.status !== 'ok') await note();
  if (check.status === 'unreachable') return check;
  if (check.status === 'no_such_tenant') return nobodyThere(integration);
  if (check.status === 'refused') return refused(services, attempt, otherPlaces(integration, tenant), input);
  const { activityId } = input;
  const proven = { credential, account: check.account, tenant };
  const by = { isUnattended: false, ...(activityId === undefined ? {} : { activityId }) } as const;
  const completed = await acceptCredential(services, attempt, proven, by);
  if (completed !== undefined) return { status: 'connected', trimmed, ...completed };
  // an accepted one is logged as "connected", together with the connection
  await note();
  return afterEnd(services, await services.vault.authorizations.byId(attempt.id));
}

async function afterEnd({ vault }: Services, attempt: Authorization | undefined): Promise<ChatSubmission> {
  const isConnected = attempt?.status === 'done' && (await vault.connections.byId(attempt.connectionId)) !== undefined;
  return { status: isConnected ? 'connected_before' : 'gone' };
}

/** Typed on the one-time page: checked, then quarantined until the page's code arrives through the chat. */
export async function submitCredentialOnPage(
  services: Services,
  input: {
    readonly link: string;
    readonly browser: Browser;
    readonly values: Readonly<Record<string, unknown>>;
  },
): Promise<PageSubmission> {
  const attempt = await services.vault.authorizations.byLinkHash(hashSecret(input.link));
  if (attempt === undefined) return { status: 'gone' };
  const known = browserOf(attempt, input.browser);
  if (known.status === 'other') {
    return {
      status: (await stopForOtherBrowser(services, attempt, 'credential_submitted')) ? 'other_browser' : 'gone',
    };
  }
  if (known.status === 'own' && hasAnswered(attempt)) return { status: 'landed', authorizationId: attempt.id };
  if (known.status !== 'own' || attempt.status !== 'claimed') return { status: 'gone' };
  if (services.now() >= attempt.expiresAt) return { status: 'gone' };
  if (await isWithdrawn(services, attempt)) return { status: 'gone' };
  const read = readCredential(services, attempt, input.values);
  if (read.status !== 'read') return read;
  const integration = integrationOf(services, attempt.integration);
  const { credential, tenant } = read;
  const { browserSecret } = known;
  const outcome = await quarantineCredential(services, attempt, integration, { credential, browserSecret, tenant });
  if (outcome.status !== 'lost') await noteSubmission(services, 'browser', attempt, RESULTS[outcome.status]);
  switch (outcome.status) {
    case 'quarantined':
      return { status: 'landed', authorizationId: attempt.id };
    case 'unreachable':
      return { status: 'unreachable' };
    case 'no_such_tenant':
      return nobodyThere(integration);
    case 'refused':
      return refused(services, attempt, otherPlaces(integration, tenant));
    default:
      return afterLoss(services, attempt);
  }
}

/** The audit log's facts for the result of a submitted key or password. */
const RESULTS = {
  ok: 'accepted',
  quarantined: 'accepted',
  no_site: 'accepted',
  refused: 'not_accepted',
  no_such_tenant: 'not_accepted',
  misconfigured: 'not_accepted',
  unreachable: 'unanswered',
} as const;

/** Logged before anybody is told. */
function noteSubmission(
  services: Services,
  by: Owner | 'browser',
  { id }: Authorization,
  kind: (typeof RESULTS)[keyof typeof RESULTS],
): Promise<void> {
  const line = { what: 'credential_submitted', subject: id, facts: { kind } } as const;
  if (by === 'browser') return audit(services, { ...line, actor: by });
  return services.vault.transaction(async (vault) =>
    audit(services, { ...line, actor: await actorUnlessForgotten(vault, by) }, vault),
  );
}

/** The form was sent twice and the other request was first. Shows the result of that one. */
async function afterLoss(services: Services, attempt: Authorization): Promise<PageSubmission> {
  const present = await services.vault.authorizations.byId(attempt.id);
  if (present === undefined || !hasAnswered(present)) return { status: 'gone' };
  return { status: 'landed', authorizationId: present.id };
}

function nobodyThere({ tenant }: Integration): Refusal {
  if (tenant === undefined) return { status: 'unreachable' };
  const fault = { field: tenantField(tenant), reason: 'nobody_there' } as const;
  return { status: 'invalid', ...fault, faults: [fault] };
}

/** A card or a message reaches only the sender's own attempt in this conversation. */
function isFrom(attempt: Authorization, sender: { readonly owner: Owner; readonly conversationKey: string }): boolean {
  return ownerKey(attempt.owner) === ownerKey(sender.owner) && attempt.conversation.key === sender.conversationKey;
}

function isOpenInChat(services: Services, attempt: Authorization): boolean {
  return (
    attempt.conversation.kind === 'personal' &&
    services.settings.credentialEntry === 'chat' &&
    (attempt.status === 'new' || attempt.status === 'claimed') &&
    services.now() < attempt.expiresAt
  );
}

interface ReadCredential {
  readonly status: 'read';
  readonly credential: KeyCredential;
  readonly tenant: string | undefined;
  readonly trimmed: boolean;
}

function readCredential(
  services: Services,
  attempt: Authorization,
  given: Readonly<Record<string, unknown>>,
): ReadCredential | Refusal {
  const integration = integrationOf(services, attempt.integration);
  const profile = profileOf(integration, attempt.profile);
  if (profile.method === 'oauth2') return { status: 'gone' };
  const read = readConnectForm(integration, profile, given);
  if (!read.ok) return { status: 'invalid', field: read.field, reason: read.reason, faults: read.faults };
  const { values, tenant, trimmed } = read;
  return { status: 'read', credential: { type: profile.method, values }, tenant, trimmed };
}

async function refused(
  services: Services,
  attempt: Authorization,
  elsewhere: readonly string[],
  missed?: Missed,
): Promise<Refusal> {
  const triesLeft = await triesLeftAfterMiss(services, attempt, missed);
  return { status: 'refused', triesLeft, ...(elsewhere.length === 0 ? {} : { elsewhere }) };
}

/** The choices that were not selected, for products with several independent installations. */
function otherPlaces({ tenant: declared }: Integration, tenant: string | undefined): readonly string[] {
  if (declared === undefined || !('choices' in declared)) return [];
  return declared.choices.filter(({ value }) => value !== tenant).map(({ title }) => title);
}
