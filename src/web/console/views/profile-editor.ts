import type { Integration } from '../../../model/integration.ts';
import { type Html, html } from '../../html.ts';
import { errorSummary } from '../../views/error-summary.ts';
import type { FieldError } from '../../views/field-row.ts';
import { type ProfileValues, rowCount } from '../profile-form.ts';
import type { ProfileKind } from '../texts/console-texts.ts';
import { type ConsoleFrame, consoleLayout, formToken } from './console-layout.ts';
import { guides } from './guides.ts';
import { areaRow, copyRow, selectRow, textRow } from './rows.ts';

export interface ProfileEditorView {
  readonly integration: Integration;
  readonly kind: ProfileKind;
  readonly action: string;
  readonly formToken: string;
  readonly callbackUrl: string;
  readonly values: ProfileValues;
  /** Hidden values: what a new profile is made from. */
  readonly hidden: ProfileValues;
  /** Identifies the stored client secret: its last characters and a fingerprint. */
  readonly secret?: { readonly ending: string; readonly fingerprint: string };
  /** Asks for the password again, if the last proof is too old. */
  readonly proof: Html | undefined;
  readonly errors?: readonly FieldError[];
  /** Replaces the usual heading of the errors. */
  readonly errorHeading?: string;
}

/** The form of a profile, with the fields of its authorization type. */
export function profileEditorView(frame: ConsoleFrame, view: ProfileEditorView): string {
  const { texts, base } = frame;
  const { integration, kind, errors = [], values } = view;
  const isOAuth = kind === 'oauth2' || kind === 'client_credentials';
  const title = texts.editorTitle(integration.name, texts.kind[kind]);
  const method = isOAuth ? 'oauth2' : kind;
  return consoleLayout(frame, {
    title,
    section: 'profiles',
    hasError: errors.length > 0,
    hasCopyButtons: true,
    body: html`<h1>${title}</h1>
<p class="lead">${texts.editorLead(integration.name)}</p>
${errorSummary(view.errorHeading ?? texts.errorTitle, errors)}
${guides(texts, integration, { methods: [method], callbackUrl: view.callbackUrl })}
<form method="post" action="${view.action}" autocomplete="off" novalidate class="panel">${formToken(view.formToken)}
${Object.entries(view.hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${textRow(texts, { name: 'name', title: isOAuth ? texts.identityProviderName : texts.profileName, hint: texts.profileNameHint, value: values.name ?? '', errors })}
${textRow(texts, { name: 'description', title: texts.profileDescription, value: values.description ?? '', optional: true, errors })}
${copyRow(texts, { title: texts.baseUrlTitle, value: integration.baseUrl })}
${notation(frame, view)}
${isOAuth ? oauthRows(frame, view) : formRows(frame, view)}
${placementRows(frame, view)}
${view.proof}
<div class="actions"><button type="submit" name="intent" value="save">${texts.saveProfile}</button>
<button type="submit" name="intent" value="draft" class="second">${texts.saveDraft}</button>
<a href="${base}/profiles">${texts.cancel}</a></div>
</form>`,
  });
}

function oauthRows({ texts }: ConsoleFrame, view: ProfileEditorView): Html {
  const { integration, kind, secret } = view;
  const asksPerson = kind === 'oauth2';
  const row = rowsOf(texts, view);
  const secretHint =
    secret === undefined ? texts.clientSecretHint : texts.clientSecretKept(secret.ending, secret.fingerprint);
  return html`${asksPerson && copyRow(texts, { title: texts.callbackTitle, value: view.callbackUrl, hint: texts.callbackHint(integration.name) })}
${row('clientId', texts.clientId)}
${textRow(texts, { name: 'clientSecret', title: texts.clientSecret, hint: secretHint, type: 'password', autocomplete: 'new-password', optional: secret !== undefined, errors: view.errors })}
${asksPerson && row('authorizationUrl', texts.authorizationUrl)}
${row('tokenUrl', texts.tokenUrl)}
${row('scope', texts.scope, { hint: texts.scopeHint, optional: true })}
${row('refreshUrl', texts.refreshUrl, { hint: texts.refreshUrlHint, optional: true })}
${asksPerson && area(texts, view, 'authorizationParams', texts.additionalFields, texts.additionalFieldsHint)}
<details${isAdvanced(view) && html` open`}><summary>${texts.advanced}</summary>
${area(texts, view, 'tokenParams', texts.tokenFields, texts.tokenFieldsHint)}
${row('revocationUrl', texts.revocationUrl, { hint: texts.revocationUrlHint, optional: true })}
${select(texts, view, 'revocationEnds', texts.revocationEnds, texts.revocationEndsOptions)}
${select(texts, view, 'clientAuthentication', texts.clientAuthentication, texts.clientAuthenticationOptions)}
${select(texts, view, 'tokenRequestFormat', texts.tokenFormat, texts.tokenFormatOptions)}
${asksPerson && select(texts, view, 'pkce', texts.pkce, texts.pkceOptions)}
</details>`;
}

function formRows({ texts }: ConsoleFrame, view: ProfileEditorView): Html {
  const { integration, kind } = view;
  const row = rowsOf(texts, view);
  const fieldset = (at: number) => html`<fieldset class="grid"><legend>${texts.formField(at + 1)}</legend>
${row(`fields.${at}.title`, texts.fieldTitle, { optional: true })}
${row(`fields.${at}.key`, texts.fieldKey, { optional: true })}
${row(`fields.${at}.hint`, texts.fieldHint, { optional: true })}
${select(texts, view, `fields.${at}.type`, texts.fieldType, texts.fieldTypeOptions)}
${select(texts, view, `fields.${at}.mandatory`, texts.fieldMandatory, texts.fieldMandatoryOptions)}
</fieldset>`;
  return html`<h2>${texts.formFieldsTitle}</h2>
<p class="hint">${texts.formFieldsLead}</p>
${rows(view, 'fields', { fieldset, more: texts.formFieldMore })}
${kind === 'basic' && row('userName', texts.userName, { hint: texts.userNameHint, optional: true })}
${kind === 'basic' && row('password', texts.passwordTemplate, { hint: texts.passwordTemplateHint, optional: true })}
${copyRow(texts, { title: texts.checkUrlTitle, value: `${integration.baseUrl}${integration.check.path}`, hint: texts.checkUrlHint(integration.check.method) })}`;
}

function placementRows({ texts }: ConsoleFrame, view: ProfileEditorView): Html {
  const row = rowsOf(texts, view);
  const fieldset = (at: number) => html`<fieldset class="grid three"><legend>${texts.placement(at + 1)}</legend>
${select(texts, view, `placements.${at}.in`, texts.placementIn, texts.placementInOptions)}
${row(`placements.${at}.name`, texts.placementName, { optional: true })}
${row(`placements.${at}.value`, texts.placementValue, { optional: true })}
</fieldset>`;
  return html`<h2>${texts.placementsTitle}</h2>
<p class="hint">${texts.placementsLead}</p>
${rows(view, 'placements', { fieldset, more: texts.placementMore })}`;
}

/** Shows the filled rows. Empty ones can be opened. */
function rows(
  { values, errors = [] }: ProfileEditorView,
  list: 'fields' | 'placements',
  { fieldset, more }: { readonly fieldset: (at: number) => Html; readonly more: string },
): Html {
  const numbers = Array.from({ length: rowCount(values, list) }, (_, at) => at);
  const spare = numbers.at(-1) ?? 0;
  const isOpen = spare === 0 || errors.some(({ field = '' }) => field.startsWith(`${list}.${spare}.`));
  const filled = numbers.slice(0, -1).map(fieldset);
  return html`${filled}
${isOpen ? fieldset(spare) : html`<details><summary>${more}</summary>${fieldset(spare)}</details>`}`;
}

/** Explains the placeholders once for the whole form. */
function notation({ texts }: ConsoleFrame, { integration, kind }: ProfileEditorView): Html {
  const isOAuth = kind === 'oauth2' || kind === 'client_credentials';
  const names = [
    ...(integration.tenant === undefined ? [] : (['{tenant}'] as const)),
    ...(isOAuth && integration.sites !== undefined ? (['{{siteId}}'] as const) : []),
    ...(isOAuth ? (['{{accessToken}}'] as const) : (['{{key}}'] as const)),
    ...(kind === 'basic' ? (['{{basic}}'] as const) : []),
  ];
  return html`<div class="notation"><p class="small-title">${texts.notationTitle}</p>
<ul>${names.map((name) => html`<li><code>${name}</code> ${texts.notation[name]}</li>`)}</ul></div>`;
}

type Texts = ConsoleFrame['texts'];

function rowsOf(texts: Texts, { values, errors }: ProfileEditorView) {
  return (name: string, title: string, more: { readonly hint?: string; readonly optional?: boolean } = {}): Html =>
    textRow(texts, { name, title, value: values[name] ?? '', errors, ...more });
}

function area(texts: Texts, { values, errors }: ProfileEditorView, name: string, title: string, hint: string): Html {
  return areaRow(texts, { name, title, hint, value: values[name] ?? '', errors, optional: true });
}

function select(
  texts: Texts,
  { values, errors }: ProfileEditorView,
  name: string,
  title: string,
  choices: Readonly<Record<string, string>>,
): Html {
  const options = Object.entries(choices).map(([value, text]) => ({ value, title: text }));
  return selectRow(texts, { name, title, value: values[name] ?? options[0]?.value ?? '', errors, options });
}

function isAdvanced({ errors = [] }: ProfileEditorView): boolean {
  const inside = [
    'tokenParams',
    'revocationUrl',
    'revocationEnds',
    'clientAuthentication',
    'tokenRequestFormat',
    'pkce',
  ];
  return errors.some(({ field }) => field !== undefined && inside.includes(field));
}
