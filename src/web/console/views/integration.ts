import type { KnownPerson } from '../../../flows/operator/known-people.ts';
import type { IntegrationOverview } from '../../../flows/operator/list-integrations.ts';
import { connectFields, tenantField } from '../../../model/connect-form.ts';
import { fieldInWords } from '../../../model/field-in-words.ts';
import type { Integration } from '../../../model/integration.ts';
import type { AuthMethodName, Profile } from '../../../model/profile.ts';
import type { Audience } from '../../../model/setup.ts';
import { isolatedName, shownName } from '../../../model/shown-name.ts';
import { siteFields } from '../../../model/site-field.ts';
import { tenantOf } from '../../../model/tenant-of.ts';
import { type Html, html } from '../../html.ts';
import { errorSummary } from '../../views/error-summary.ts';
import { type FieldError, fieldRow } from '../../views/field-row.ts';
import { productMark } from '../../views/product-mark.ts';
import { type ConsoleFrame, consoleLayout, formToken } from './console-layout.ts';
import { grammarIn } from './grammar-in.ts';
import { guides } from './guides.ts';
import { badge } from './integrations.ts';
import { areaRow, copyButton, copyRow, radioRows } from './rows.ts';
import { sharedName } from './shared-name.ts';
import { dayIn } from './when.ts';

export interface IntegrationView {
  readonly overview: IntegrationOverview;
  readonly integration: Integration;
  /** Profiles that the integration declares. All others were made in the console. */
  readonly builtIn: readonly Profile[];
  readonly callbackUrl: string;
  readonly formToken: string;
  /** Asks for the password again, if the last proof is too old. */
  readonly proof: Html | undefined;
  /** People who have used the bot lately, with the ids for an audience. */
  readonly people: readonly KnownPerson[];
  /** What was typed before, and what is wrong with it. */
  readonly problem?: IntegrationProblem;
}

export interface IntegrationProblem {
  readonly form: 'who' | 'authorize' | 'audience' | 'enable';
  readonly errors: readonly FieldError[];
  readonly values: Readonly<Record<string, string>>;
}

/** The form's value for "let each person choose". */
export const EACH = 'each';

/** The steps of an integration, in order. */
export function integrationView(frame: ConsoleFrame, view: IntegrationView): string {
  const { texts } = frame;
  const { overview, problem } = view;
  const preauthorized = overview.mode === 'preauthorized';
  const steps: readonly (readonly [title: string, body: Html])[] = [
    [texts.stepWho, whoStep(frame, view)],
    ...(preauthorized ? [[texts.stepAuthorize, authorizeStep(frame, view)] as const] : []),
    ...(preauthorized && overview.shared !== undefined
      ? [[texts.stepAudience, audienceStep(frame, view, sharedName(texts, overview.shared))] as const]
      : []),
    [texts.stepEnable, enableStep(frame, view)],
  ];
  return consoleLayout(frame, {
    title: overview.name,
    section: 'integrations',
    hasError: problem !== undefined,
    hasCopyButtons: true,
    body: html`<div class="title-line">${productMark(frame.base, overview)}<h1>${overview.name}</h1>${badge(texts, overview.state)}</div>
<p class="lead">${texts.stateNote(overview)}</p>
${errorSummary(texts.errorTitle, problem?.errors)}
<ol class="work">
${steps.map(([title, body]) => html`<li class="panel"><h2>${title}</h2>${body}</li>`)}
</ol>
${more(frame, view)}`,
  });
}

function whoStep({ texts, inWords, base }: ConsoleFrame, view: IntegrationView): Html {
  const { overview, integration, builtIn, problem } = view;
  const typed = problem?.form === 'who' ? problem.values : {};
  const errors = problem?.form === 'who' ? problem.errors : [];
  const each = builtIn.length > 1 || builtIn.length === 0;
  const ways = grammarIn(texts.lang).or(builtIn.map(({ title }) => isolatedName(inWords(title))));
  const profiles = [
    ...(each ? [{ value: EACH, title: texts.profileEach, hint: texts.profileEachHint(ways || texts.none) }] : []),
    ...integration.profiles.map((profile) => ({
      value: profile.id,
      title: builtIn.some(({ id }) => id === profile.id) ? inWords(profile.title) : profile.title,
      hint: kindInWords(texts, profile, builtIn),
    })),
  ];
  return html`<form method="post" action="${ownPath(base, view)}/who">${formToken(view.formToken)}
${radioRows({
  name: 'mode',
  title: texts.stepWhoLegend,
  value: typed.mode ?? overview.mode,
  errors,
  options: [
    { value: 'preauthorized', ...texts.mode.preauthorized },
    { value: 'users', ...texts.mode.users },
  ],
})}
${radioRows({
  name: 'profile',
  title: texts.stepProfileLegend,
  value: typed.profile ?? selectedOf(view) ?? EACH,
  errors,
  options: profiles,
})}
<div class="actions"><button type="submit">${texts.saveWho}</button>
<a href="${base}/profiles/new?integration=${overview.id}">${texts.createProfile}</a></div>
</form>
${overview.mode === 'users' && guidesOf(texts, view, integration.profiles)}`;
}

function authorizeStep(frame: ConsoleFrame, view: IntegrationView): Html {
  const { texts, pageTexts, inWords, base } = frame;
  const { overview, integration, problem } = view;
  const profile = integration.profiles.find(({ id }) => id === selectedOf(view));
  if (profile === undefined) return html`<p>${texts.profileMissing}</p>`;
  const typed = problem?.form === 'authorize' ? problem : undefined;
  const fields = fieldsOf(integration, profile);
  const fieldsView = { values: typed?.values ?? {}, errors: typed?.errors ?? [] };
  const rows = fields.map((field) => fieldRow(pageTexts, fieldsView, fieldInWords(field, inWords), false));
  const isOAuth = profile.method === 'oauth2';
  return html`${overview.shared !== undefined && authorized(frame, overview.name, overview.shared, profile)}
${overview.shared?.works !== true && html`<p>${texts.stepAuthorizeLead(overview.name)} ${isOAuth && texts.authorizeByOAuth(overview.name)}</p>`}
${guidesOf(texts, view, [profile])}
<form method="post" action="${ownPath(base, view)}/authorize" autocomplete="off">${formToken(view.formToken)}
<input type="hidden" name="profile" value="${profile.id}">
${rows}
${isOAuth && scopes(frame, view, profile)}
${typed !== undefined && view.proof}
<div class="actions"><button type="submit"${overview.shared !== undefined && html` class="second"`}>${buttonText(frame, view, isOAuth)}</button></div>
</form>`;
}

function buttonText({ texts }: ConsoleFrame, { overview }: IntegrationView, isOAuth: boolean): string {
  if (overview.shared !== undefined) return texts.authorizeAgain;
  return isOAuth ? texts.authorizeAction(overview.name) : texts.authorizeKeyAction;
}

function authorized(
  { texts }: ConsoleFrame,
  product: string,
  shared: NonNullable<IntegrationOverview['shared']>,
  selected: Profile,
): Html {
  const account = sharedName(texts, shared);
  if (!shared.works) return html`<p class="caution">${texts.authorizedDead(account)}</p>`;
  if (shared.profile !== selected.id) return html`<p class="caution">${texts.authorizedOtherwise(account)}</p>`;
  const { ends } = shared;
  return html`<p class="good">${texts.authorized(account)}</p>
${ends !== undefined && html`<p class="caution">${texts.authorizedEnds(product, dayIn(texts.lang, ends.at), ends.why)}</p>`}`;
}

function scopes(
  { texts, inWords }: ConsoleFrame,
  { integration }: IntegrationView,
  profile: Profile,
): Html | undefined {
  if (profile.method !== 'oauth2' || profile.scopes.length === 0) return undefined;
  const items = profile.scopes.map((scope) => {
    const text = integration.scopeTexts?.[scope];
    return html`<li>${text !== undefined && html`${inWords(text)} `}<code>${scope}</code></li>`;
  });
  return html`<p class="small-title">${texts.scopesLabel}</p><ul class="scopes">${items}</ul>`;
}

function audienceStep({ texts, base }: ConsoleFrame, view: IntegrationView, account: string): Html {
  const { overview, problem } = view;
  const typed = problem?.form === 'audience' ? problem.values : {};
  const errors = problem?.form === 'audience' ? problem.errors : [];
  const options = (['nobody', 'everyone', 'tenants', 'users'] as const).map((kind) => ({
    value: kind,
    ...texts.audience[kind],
  }));
  return html`<p>${texts.stepAudienceLead(account)}</p>
<form method="post" action="${ownPath(base, view)}/audience" class="audience">${formToken(view.formToken)}
${radioRows({ name: 'kind', title: texts.audienceLegend, unseenTitle: true, value: typed.kind ?? overview.audience.kind, errors, options })}
${areaRow(texts, {
  name: 'list',
  title: texts.audienceListLabel,
  hint: texts.audienceListHint,
  optional: true,
  value: typed.list ?? listOf(overview.audience),
  errors,
})}
<div class="listed">${knownPeople(texts, view)}</div>
${problem?.form !== 'authorize' && view.proof}
<div class="actions"><button type="submit">${texts.audienceAction}</button></div>
</form>`;
}

/** Their ids can be copied. The help above explains how to write others. */
function knownPeople(texts: ConsoleFrame['texts'], { people }: IntegrationView): Html {
  return html`<details class="guide"><summary>${texts.audienceHelpTitle}</summary>
<ul>${texts.audienceHelp.map((line) => html`<li>${line}</li>`)}</ul>
${
  people.length > 0 &&
  html`<p>${texts.audienceKnown}</p>
<ul>${people.map(({ id, name }) => html`<li>${name !== undefined && html`<bdi>${shownName(name)}</bdi>: `}<code class="copy-value inline">${id}</code> ${copyButton(texts, id, name ?? id)}</li>`)}</ul>`
}</details>`;
}

function enableStep({ texts, base }: ConsoleFrame, view: IntegrationView): Html {
  const { overview } = view;
  const isReady = overview.mode === 'users' ? overview.state !== 'not_configured' : overview.shared !== undefined;
  const sayNobody = overview.mode === 'preauthorized' && isReady && overview.audience.kind === 'nobody';
  if (overview.enabled && isReady) {
    return html`<p>${texts.isEnabled(overview.name)}</p>
${sayNobody && html`<p class="caution">${texts.nobodyYet}</p>`}
<form method="post" action="${ownPath(base, view)}/disable">${formToken(view.formToken)}
<div class="actions"><button type="submit" class="second">${texts.disable}</button></div></form>`;
  }
  if (!isReady) return html`<p>${texts.isNotReady(overview.mode)}</p>`;
  return html`<p>${texts.isDisabled(overview.name)}</p>
<form method="post" action="${ownPath(base, view)}/enable">${formToken(view.formToken)}
<div class="actions"><button type="submit">${texts.enable}</button></div></form>`;
}

function more({ texts, base }: ConsoleFrame, view: IntegrationView): Html {
  const { id, name } = view.overview;
  return html`<section class="panel"><h2>${texts.moreTitle}</h2>
${hasOAuth(view.integration) && copyRow(texts, { title: texts.callbackTitle, value: view.callbackUrl, hint: texts.callbackHint(name) })}
<ul class="links">
<li><a href="${base}/connections?integration=${id}">${texts.showConnections(name)}</a></li>
<li><a href="${base}/profiles">${texts.showProfiles}</a></li>
<li><a href="${base}/integrations/${id}/revoke-all">${texts.revokeAllLink}</a></li>
<li><a class="danger" href="${base}/integrations/${id}/delete">${texts.deleteLink}</a></li>
</ul></section>`;
}

/** The profile in use: the selected one, or the only one there is. */
function selectedOf(view: Pick<IntegrationView, 'overview' | 'builtIn'>): string | undefined {
  const { overview, builtIn } = view;
  const [only] = builtIn.length === 1 ? builtIn : [];
  return overview.selectedProfile ?? only?.id;
}

/** The fields that are needed before an account can be shared. */
export function fieldsOf(integration: Integration, profile: Profile) {
  if (profile.method !== 'oauth2') return connectFields(integration, profile);
  const tenant = tenantOf(integration, profile);
  return [...(tenant === undefined ? [] : [tenantField(tenant)]), ...siteFields(integration, profile)];
}

function guidesOf(
  texts: ConsoleFrame['texts'],
  { integration, callbackUrl }: IntegrationView,
  profiles: readonly Profile[],
): readonly Html[] {
  const methods: readonly AuthMethodName[] = profiles.map(({ method }) => method);
  return guides(texts, integration, { methods, callbackUrl });
}

function kindInWords(texts: ConsoleFrame['texts'], profile: Profile, builtIn: readonly Profile[]): string {
  const kind = profile.method === 'oauth2' && profile.grant === 'client_credentials' ? profile.grant : profile.method;
  if (!builtIn.some(({ id }) => id === profile.id)) return `${texts.kind[kind]}, ${texts.ownProfile}`;
  const isSystem = profile.method === 'oauth2' && profile.origin === 'system';
  return `${texts.kind[kind]}, ${isSystem ? texts.systemApp : texts.builtIn}`;
}

function listOf(audience: Audience): string {
  if (audience.kind === 'tenants') return audience.tenants.join('\n');
  return audience.kind === 'users' ? audience.users.join('\n') : '';
}

function hasOAuth({ customProfile, profiles }: Integration): boolean {
  return customProfile !== undefined || profiles.some(({ method }) => method === 'oauth2');
}

function ownPath(base: string, { overview }: IntegrationView): string {
  return `${base}/integrations/${overview.id}`;
}
