import { changeSetup, type SetupChange, type SetupOutcome } from '../../flows/operator/change-setup.ts';
import { knownPeople } from '../../flows/operator/known-people.ts';
import { describeIntegration, type IntegrationOverview } from '../../flows/operator/list-integrations.ts';
import { type ShareOutcome, shareConnection } from '../../flows/operator/share-connection.ts';
import { redirectUriOf } from '../../flows/services.ts';
import { TENANT_KEY } from '../../model/connect-form.ts';
import { faultsInWords } from '../../model/field-in-words.ts';
import type { Audience } from '../../model/setup.ts';
import { answerPage, answerSeeOther } from '../answer.ts';
import { pathSegment } from '../request-target.ts';
import { FIELD_PREFIX, type FieldError, fieldErrors } from '../views/field-row.ts';
import { answerConflict, answerNotFound, answerSignedOut } from './answers.ts';
import type { ConsoleForm } from './console-form.ts';
import { PROOF_FIELD, proofProblem, proofRow } from './proof.ts';
import { confirmView } from './views/confirm.ts';
import { frameOf } from './views/console-layout.ts';
import { EACH, fieldsOf, type IntegrationProblem, integrationView } from './views/integration.ts';
import { movingOnView } from './views/moving-on.ts';
import { changing, signedIn, type Visit } from './visit.ts';

/** `GET /console/integrations/:integration` */
export const integrationPage = signedIn(async (visit) => {
  const overview = await overviewOf(visit);
  if (overview === undefined) return answerNotFound(visit.web, visit.response, visit);
  answerPage(visit.response, 200, await render(visit, overview));
});

/** `POST …/who`: who authorizes, and with which profile. */
export const chooseWho = changing(['mode', 'profile', 'confirmed'], async (visit, form) => {
  const overview = await overviewOf(visit);
  if (overview === undefined) return answerNotFound(visit.web, visit.response, visit);
  const { texts } = visit.web;
  const [mode, profile] = [form.text('mode'), form.text('profile')];
  if (mode !== 'users' && mode !== 'preauthorized') return answerNotFound(visit.web, visit.response, visit);
  const values = { mode, profile };
  if (mode === 'preauthorized' && (profile === EACH || profile === '')) {
    return again(visit, overview, 'who', [{ text: texts.profileMissing, field: 'profile' }], values);
  }
  const leavesPeople = mode === 'preauthorized' && overview.mode === 'users';
  if (leavesPeople && overview.state === 'enabled' && form.text('confirmed') === '') {
    return answerPage(visit.response, 200, renderOffline(visit, overview, values));
  }
  // people cannot use it until it is enabled again
  const switchesOff = leavesPeople ? { enabled: false } : {};
  await settle(visit, overview, { mode, profile: profile === EACH ? null : profile, ...switchesOff });
});

/** `POST …/authorize`: connects the shared account. */
export const authorize = changing(['profile', `${FIELD_PREFIX}*`, PROOF_FIELD], async (visit, form) => {
  const overview = await overviewOf(visit);
  const integration = visit.web.services.integrations.get(overview?.id ?? '');
  const profile = integration?.profiles.find(({ id }) => id === form.text('profile'));
  if (overview === undefined || integration === undefined || profile === undefined) {
    return answerNotFound(visit.web, visit.response, visit);
  }
  const values = form.startingWith(FIELD_PREFIX);
  const asked = fieldsOf(integration, profile).map(({ key }) => key);
  if (Object.keys(values).some((key) => !asked.includes(key))) return answerNotFound(visit.web, visit.response, visit);
  // the account that it replaces ends, also at the product
  const proof = overview.shared === undefined ? undefined : await proofProblem(visit, form);
  if (proof !== undefined) return again(visit, overview, 'authorize', [proof], values);
  const isOAuth = profile.method === 'oauth2';
  if (isOAuth && !visit.web.sharesHost) {
    const { host } = new URL(visit.web.services.settings.publicUrl);
    return again(visit, overview, 'authorize', [{ text: visit.web.texts.authorizeOtherHost(host) }], values);
  }
  const outcome = await shareConnection(visit.web.services, {
    actor: visit.actor,
    startedBy: { operatorId: visit.operator.id, sessionId: visit.session.id },
    integration: overview.id,
    profile: profile.id,
    values,
  });
  // the callback recognises this browser by a cookie of the people's pages
  if (outcome.status === 'redirect') visit.web.pages.keepSecret(visit.request, visit.response, outcome);
  await answerShared(visit, overview, outcome, values);
});

/** `POST …/audience`: who can use the shared account. */
export const chooseAudience = changing(['kind', 'list', PROOF_FIELD], async (visit, form) => {
  const overview = await overviewOf(visit);
  if (overview === undefined) return answerNotFound(visit.web, visit.response, visit);
  const values = { kind: form.text('kind'), list: form.text('list') };
  const { texts } = visit.web;
  const audience = readAudience(form);
  const proof = await proofProblem(visit, form);
  if (typeof audience === 'string' || proof !== undefined) {
    const errors = [
      ...(audience === 'missing' ? [{ text: texts.audienceMissing, field: 'kind' }] : []),
      ...(audience === 'no_list' ? [{ text: texts.audienceListMissing, field: 'list' }] : []),
      ...(proof === undefined ? [] : [proof]),
    ];
    return again(visit, overview, 'audience', errors, values);
  }
  await settle(visit, overview, { audience });
});

export const enable = changing([], async (visit) => {
  const overview = await overviewOf(visit);
  if (overview === undefined) return answerNotFound(visit.web, visit.response, visit);
  await settle(visit, overview, { enabled: true });
});

export const disable = changing([], async (visit) => {
  const overview = await overviewOf(visit);
  if (overview === undefined) return answerNotFound(visit.web, visit.response, visit);
  await settle(visit, overview, { enabled: false });
});

async function settle(visit: Visit, overview: IntegrationOverview, change: SetupChange): Promise<void> {
  const { actor, web, response } = visit;
  const outcome: SetupOutcome = await changeSetup(web.services, { actor, integration: overview.id, change });
  switch (outcome.status) {
    case 'saved':
      return answerSeeOther(response, `${web.base}/integrations/${overview.id}`);
    case 'not_for_people': {
      const { mode = overview.mode, profile } = change;
      const error = { text: web.texts.profileNotForPeople, field: 'profile' };
      return again(visit, overview, 'who', [error], { mode, profile: profile ?? EACH });
    }
    case 'not_authorized':
      return again(visit, overview, 'enable', [{ text: web.texts.notAuthorized }], {});
    case 'users_not_whole': {
      const error = { text: web.texts.audienceUsersNotWhole(outcome.users), field: 'list' };
      return again(visit, overview, 'audience', [error], { kind: 'users', list: outcome.users.join('\n') });
    }
    case 'conflict':
      return answerConflict(visit);
    default:
      return answerNotFound(web, response, visit);
  }
}

async function answerShared(
  visit: Visit,
  overview: IntegrationOverview,
  outcome: ShareOutcome,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const { web, response } = visit;
  const { texts, pageTexts } = web;
  const refuse = (...errors: readonly FieldError[]) => again(visit, overview, 'authorize', errors, values);
  switch (outcome.status) {
    case 'connected':
      return answerSeeOther(response, `${web.base}/integrations/${overview.id}`);
    case 'redirect':
      return answerPage(
        response,
        200,
        movingOnView(frameOf(web, visit), {
          title: texts.movingTitle(overview.name),
          text: texts.movingText,
          action: texts.authorizeAction(overview.name),
          url: outcome.url,
        }),
      );
    case 'invalid':
      return refuse(...fieldErrors(pageTexts, faultsInWords(outcome.faults, web.inWords)));
    case 'unknown_tenant':
      return refuse({ text: texts.authorizeUnknownTenant(overview.name), field: TENANT_KEY });
    case 'refused':
      return refuse({ text: texts.authorizeRefused(overview.name) });
    case 'unreachable':
      return refuse({ text: texts.authorizeUnreachable(overview.name) });
    case 'signed_out':
      return answerSignedOut(web, response);
    default:
      return answerNotFound(web, response, visit);
  }
}

async function again(
  visit: Visit,
  overview: IntegrationOverview,
  form: IntegrationProblem['form'],
  errors: readonly FieldError[],
  values: Readonly<Record<string, string>>,
): Promise<void> {
  answerPage(visit.response, 422, await render(visit, overview, { form, errors, values }));
}

async function render(visit: Visit, overview: IntegrationOverview, problem?: IntegrationProblem): Promise<string> {
  const { web, session } = visit;
  const { services } = web;
  const integration = services.integrations.get(overview.id);
  if (integration === undefined) throw new Error(`the integration ${overview.id} no longer exists`);
  return integrationView(frameOf(web, visit), {
    overview,
    integration,
    builtIn: services.declared.find(({ id }) => id === overview.id)?.profiles ?? [],
    callbackUrl: redirectUriOf(services, overview.id),
    formToken: session.formToken,
    proof: proofRow(visit, problem?.errors),
    people: overview.mode === 'preauthorized' ? await knownPeople(services, overview.id) : [],
    ...(problem === undefined ? {} : { problem }),
  });
}

/** Asks before a change takes an integration that people use offline until an account is authorized. */
function renderOffline(visit: Visit, { id, name }: IntegrationOverview, values: Readonly<Record<string, string>>) {
  const { web, session } = visit;
  const { texts, base } = web;
  return confirmView(frameOf(web, visit), {
    section: 'integrations',
    title: texts.offlineTitle(name),
    lead: texts.offlineLead,
    consequences: [texts.offlineUntil(name), texts.offlineOwn(name)],
    action: `${base}/integrations/${id}/who`,
    actionText: texts.offlineAction,
    backPath: `${base}/integrations/${id}`,
    formToken: session.formToken,
    values: { ...values, confirmed: 'yes' },
  });
}

function overviewOf(visit: Visit): Promise<IntegrationOverview | undefined> {
  return describeIntegration(visit.web.services, pathSegment(visit.request, 2));
}

function readAudience(form: ConsoleForm): Audience | 'missing' | 'no_list' {
  const kind = form.text('kind');
  if (kind === 'nobody' || kind === 'everyone') return { kind };
  if (kind !== 'tenants' && kind !== 'users') return 'missing';
  const ids = [
    ...new Set(
      form
        .text('list')
        .split(/\r?\n/)
        .map((line) => line.trim()),
    ),
  ].filter((line) => line !== '');
  if (ids.length === 0) return 'no_list';
  return kind === 'tenants' ? { kind, tenants: ids } : { kind, users: ids };
}
