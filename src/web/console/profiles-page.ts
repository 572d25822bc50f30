import { createHash } from 'node:crypto';
import { deleteProfile, useOfProfile } from '../../flows/operator/delete-profile.ts';
import { duplicateProfile } from '../../flows/operator/duplicate-profile.ts';
import { examineProfile, saveProfile } from '../../flows/operator/save-profile.ts';
import { redirectUriOf } from '../../flows/services.ts';
import type { CustomProfile } from '../../model/custom-profile.ts';
import type { Integration } from '../../model/integration.ts';
import type { Problem } from '../../model/problem.ts';
import type { Profile } from '../../model/profile.ts';
import { answerPage, answerSeeOther } from '../answer.ts';
import { onlyValue } from '../read-form.ts';
import { pathSegment, queryOf } from '../request-target.ts';
import type { FieldError } from '../views/field-row.ts';
import { answerConflict, answerNotFound } from './answers.ts';
import type { ConsoleForm } from './console-form.ts';
import { profileErrors } from './profile-errors.ts';
import {
  blankProfile,
  kindOf,
  PROFILE_FIELDS,
  PROFILE_KINDS,
  type ProfileValues,
  readProfileForm,
  valuesOf,
} from './profile-form.ts';
import { PROOF_FIELD, proofProblem, proofRow } from './proof.ts';
import { isFound, searchIn } from './search.ts';
import type { ProfileKind } from './texts/console-texts.ts';
import { confirmView } from './views/confirm.ts';
import { frameOf } from './views/console-layout.ts';
import { newProfileView } from './views/new-profile.ts';
import { type ProfileEditorView, profileEditorView } from './views/profile-editor.ts';
import { profilesView } from './views/profiles.ts';
import { changing, signedIn, type Visit } from './visit.ts';

const NAME_LENGTH = 100;

/** `GET /console/profiles` */
export const profilesPage = signedIn(async (visit) => {
  const { services, texts } = visit.web;
  const profiles = await services.vault.profiles.list();
  const own = await Promise.all(
    profiles.map(async (profile) => ({ profile, use: await useOfProfile(services, profile.id) })),
  );
  const saved = profiles.find(({ id }) => id === onlyValue(queryOf(visit.request), 'saved'));
  const notice = saved && (saved.draft ? texts.draftSaved(saved.name) : texts.profileSaved(saved.name));
  const search = searchIn(visit.request);
  const isMeant = (id: string, ...titles: readonly string[]) =>
    isFound(search, [id, services.integrations.get(id)?.name ?? id, ...titles]);
  const view = {
    search,
    declared: services.declared,
    own: own.filter(({ profile: { integration, name } }) => isMeant(integration, name)),
    builtIn: services.declared.filter(({ id }) => isMeant(id)),
    ...(notice === undefined ? {} : { notice }),
  };
  answerPage(visit.response, 200, profilesView(frameOf(visit.web, visit), view));
});

/** `GET /console/profiles/new`: asks for the integration and the kind, then shows the form. */
export const newProfilePage = signedIn(async (visit) => {
  const query = queryOf(visit.request);
  const asked = beginning(visit, (name) => onlyValue(query, name));
  if (asked === undefined) {
    const integrations = visit.web.services.declared;
    const integration = onlyValue(query, 'integration');
    return answerPage(visit.response, 200, newProfileView(frameOf(visit.web, visit), { integrations, integration }));
  }
  const name = asked.copied === undefined ? '' : visit.web.texts.copyName(asked.copied);
  answerPage(visit.response, 200, render(visit, { ...asked, values: { ...valuesOf(asked.base), name } }));
});

/** `POST /console/profiles/new` */
export const createProfile = changing(
  [...PROFILE_FIELDS, 'integration', 'kind', 'from', 'intent', PROOF_FIELD],
  async (visit, form) => {
    const asked = beginning(visit, (name) => form.one(name));
    if (asked === undefined) return answerNotFound(visit.web, visit.response, visit);
    await save(visit, form, asked);
  },
);

/** `GET /console/profiles/:id` */
export const profilePage = signedIn(async (visit) => {
  const present = await presentOf(visit);
  if (present === undefined) return answerNotFound(visit.web, visit.response, visit);
  const { name, description } = present.custom;
  answerPage(
    visit.response,
    200,
    render(visit, { ...present, values: { ...valuesOf(present.base), name, description } }),
  );
});

/** `POST /console/profiles/:id` */
export const changeProfile = changing([...PROFILE_FIELDS, 'intent', PROOF_FIELD], async (visit, form) => {
  const present = await presentOf(visit);
  if (present === undefined) return answerNotFound(visit.web, visit.response, visit);
  await save(visit, form, present);
});

/** `POST /console/profiles/:id/duplicate`: makes a draft and opens it. */
export const duplicate = changing([], async (visit) => {
  const { web, response, actor } = visit;
  const present = await presentOf(visit);
  if (present === undefined) return answerNotFound(web, response, visit);
  const { id, name } = present.custom;
  const copy = { actor, id, name: web.texts.copyName(name).slice(0, NAME_LENGTH) };
  const outcome = await duplicateProfile(web.services, copy);
  if (outcome.status === 'saved') answerSeeOther(response, `${web.base}/profiles/${outcome.profile.id}`);
  else answerConflict(visit);
});

/** `GET /console/profiles/:id/delete` */
export const deleteProfilePage = signedIn(async (visit) => {
  const present = await presentOf(visit);
  if (present === undefined) return answerNotFound(visit.web, visit.response, visit);
  answerPage(visit.response, 200, await renderDelete(visit, present.custom));
});

/** `POST /console/profiles/:id/delete` */
export const removeProfile = changing([PROOF_FIELD], async (visit, form) => {
  const present = await presentOf(visit);
  if (present === undefined) return answerNotFound(visit.web, visit.response, visit);
  const problem = await proofProblem(visit, form);
  if (problem !== undefined)
    return answerPage(visit.response, 422, await renderDelete(visit, present.custom, [problem]));
  await deleteProfile(visit.web.services, { actor: visit.actor, id: present.custom.id });
  answerSeeOther(visit.response, `${visit.web.base}/profiles`);
});

/** The profile that the form starts from: a new one, or the one that is being edited. */
interface Making {
  readonly integration: Integration;
  readonly kind: ProfileKind;
  readonly base: Profile;
  readonly hidden: ProfileValues;
  readonly custom?: CustomProfile;
}

function beginning(
  visit: Visit,
  asked: (name: string) => string | undefined,
): (Making & { readonly copied?: string }) | undefined {
  const { services } = visit.web;
  const integration = services.declared.find(({ id }) => id === asked('integration'));
  const kind = PROFILE_KINDS.find((candidate) => candidate === asked('kind'));
  if (integration === undefined || kind === undefined) return undefined;
  const from = asked('from');
  const hidden = { integration: integration.id, kind, ...(from === undefined ? {} : { from }) };
  const source = integration.profiles.find(({ id }) => id === from);
  if (source === undefined || kindOf(source) !== kind) {
    return { integration, kind, hidden, base: blankProfile(integration, kind) };
  }
  // the deployment's own client must not get into custom profiles
  const base = source.method === 'oauth2' ? { ...source, clientId: '' } : source;
  return { integration, kind, hidden, base, copied: source.title };
}

async function presentOf(visit: Visit): Promise<(Making & { readonly custom: CustomProfile }) | undefined> {
  const { services } = visit.web;
  const custom = await services.vault.profiles.byId(pathSegment(visit.request, 2));
  const integration = services.declared.find(({ id }) => id === custom?.integration);
  if (custom === undefined || integration === undefined) return undefined;
  return { integration, kind: kindOf(custom.profile), base: custom.profile, hidden: {}, custom };
}

/** Needs a recent proof of identity, because credentials go to the addresses in a profile. */
async function save(visit: Visit, form: ConsoleForm, making: Making): Promise<void> {
  const { web, response, actor } = visit;
  const { texts, services } = web;
  const values = Object.fromEntries(PROFILE_FIELDS.map((name) => [name, form.one(name) ?? '']));
  const refuse = (faults: readonly FieldError[], problems: readonly Problem[]) => {
    const errors = profileErrors(texts, { faults, problems, values });
    const heading = problems.length === 0 ? {} : { errorHeading: texts.profileInvalid };
    answerPage(response, 422, render(visit, { ...making, values, errors, ...heading }));
  };
  const name = form.text('name');
  const draft = form.one('intent') === 'draft';
  const { profile, errors: unread } = readProfileForm(texts, making.base, values);
  const wanted = {
    actor,
    ...(making.custom === undefined ? {} : { id: making.custom.id }),
    integration: making.integration.id,
    name,
    description: form.text('description').slice(0, 500),
    draft,
    profile,
  };
  const hasName = name !== '' && name.length <= NAME_LENGTH;
  const proof = await proofProblem(visit, form);
  const faults = [
    ...(hasName ? [] : [{ text: texts.profileNameMissing, field: 'name' }]),
    ...unread,
    ...(proof === undefined ? [] : [proof]),
  ];
  if (faults.length > 0) return refuse(faults, draft ? [] : await examineProfile(services, wanted));
  const outcome = await saveProfile(services, wanted);
  switch (outcome.status) {
    case 'saved':
      return answerSeeOther(response, `${web.base}/profiles?saved=${outcome.profile.id}`);
    case 'invalid':
      return refuse([], outcome.problems);
    case 'conflict':
      return answerConflict(visit);
    default:
      return answerNotFound(web, response, visit);
  }
}

function render(visit: Visit, view: Making & Pick<ProfileEditorView, 'values' | 'errors' | 'errorHeading'>): string {
  const { web, session } = visit;
  const { custom, integration } = view;
  const secret = custom?.profile.method === 'oauth2' ? custom.profile.clientSecret : undefined;
  return profileEditorView(frameOf(web, visit), {
    ...view,
    action: `${web.base}/profiles/${custom?.id ?? 'new'}`,
    formToken: session.formToken,
    callbackUrl: redirectUriOf(web.services, integration.id),
    proof: proofRow(visit, view.errors),
    ...(secret === undefined ? {} : { secret: traceOf(secret) }),
  });
}

/** Enough to tell two secrets apart, and too little to use one. */
function traceOf(secret: string) {
  const fingerprint = createHash('sha256').update(secret).digest('hex').slice(0, 8);
  return { ending: secret.length < 12 ? '••••' : `••••${secret.slice(-4)}`, fingerprint };
}

async function renderDelete(visit: Visit, custom: CustomProfile, errors: readonly FieldError[] = []): Promise<string> {
  const { web, session } = visit;
  const { texts, services, base } = web;
  const use = await useOfProfile(services, custom.id);
  const nameOf = (id: string) => services.integrations.get(id)?.name ?? id;
  const consequences = [
    ...use.setups.map((id) => texts.deleteProfileUsedBy(nameOf(id))),
    ...(use.connections === 0 ? [] : [texts.deleteProfileConnections(use.connections)]),
  ];
  return confirmView(frameOf(web, visit), {
    section: 'profiles',
    title: texts.deleteProfileTitle(custom.name),
    lead: texts.deleteProfileLead,
    consequences: consequences.length === 0 ? [texts.deleteProfileUnused] : consequences,
    action: `${base}/profiles/${custom.id}/delete`,
    actionText: texts.deleteProfileAction,
    backPath: `${base}/profiles`,
    formToken: session.formToken,
    proof: proofRow(visit, errors),
    errors,
  });
}
