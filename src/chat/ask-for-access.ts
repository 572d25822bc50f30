import type { Authorizer } from '../authorizer.ts';
import { cardIcon } from '../channels/card-icon.ts';
import { channelOf } from '../channels/channels.ts';
import type { Card, CardField, CardForm } from '../channels/message.ts';
import type { BeginOutcome } from '../flows/begin-outcome.ts';
import type { Field } from '../model/field.ts';
import { fieldInWords } from '../model/field-in-words.ts';
import type { PublicAuthorization } from '../model/public-authorization.ts';
import type { PublicProfile } from '../model/public-profile.ts';
import { CARD_MARK } from '../secrets/redact-secrets.ts';
import type { Texts } from '../texts/texts.ts';
import { productName } from './errand-title.ts';
import { say, show } from './say.ts';
import type { ChatTurn } from './sdk.ts';
import { type Turn, turnOf } from './turn.ts';

/** Why access is needed now. */
type AccessReason = 'none' | 'ended' | 'scope' | 'asked_on_page';

interface Why {
  readonly reason: AccessReason;
  readonly missingScopes?: readonly string[] | undefined;
}

/**
 * The one prompt: names the product and the reason, with the fields where the chat hides what is typed, and always with
 * the link. Gives the id of its card.
 *
 * @param why absent where it has just been said, with the question how to connect
 */
export async function askForAccess(
  context: ChatTurn,
  authorizer: Authorizer,
  begun: Extract<BeginOutcome, { status: 'begun' }>,
  why?: Why,
): Promise<string | undefined> {
  const { texts } = turnOf(context);
  const { authorization, link } = begun;
  const integration = authorizer.integration(authorization.integration);
  const product = productName(authorizer, authorization.integration);
  const title = texts.connectButton(product);
  const icon = cardIcon(channelOf(context.activity), integration, authorizer.settings.publicUrl);
  if (why !== undefined) await say(context, whyText(authorizer, begun, why, turnOf(context)));
  const profile = profileOf(authorizer, authorization);
  if (profile?.endsOn !== undefined)
    await say(context, texts.methodEnds(turnOf(context).inWords(profile.title), profile.endsOn, product));
  const form = formOf(context, begun, texts);
  if (form === undefined) {
    const card: Card = {
      title,
      ...icon,
      text: linkText(authorizer, authorization, product, texts),
      link: { title, url: link, isMain: true },
    };
    return show(context, { card, suggestions: [texts.sayNewLink, texts.sayCancel] });
  }
  const card: Card = {
    title,
    ...icon,
    form,
    footer: texts.credentialExplanation(product),
    link: { title: texts.pageButton, url: link },
  };
  return show(context, { card, suggestions: [texts.sayStartOver, texts.sayCancel] });
}

/** Are there fields in the chat for this attempt? Elsewhere it has the link only. */
export function asksInChat(context: ChatTurn, authorizer: Authorizer, authorization: PublicAuthorization): boolean {
  const mayAsk = authorizer.settings.credentialEntry === 'chat' && channelOf(context.activity).shows.masked;
  return mayAsk && takesKey(authorizer, authorization);
}

function takesKey(authorizer: Authorizer, authorization: PublicAuthorization): boolean {
  const profile = profileOf(authorizer, authorization);
  return profile !== undefined && profile.method !== 'oauth2';
}

function profileOf(authorizer: Authorizer, { integration, profile }: PublicAuthorization): PublicProfile | undefined {
  return authorizer.integration(integration)?.profiles.find(({ id }) => id === profile);
}

function linkText(authorizer: Authorizer, authorization: PublicAuthorization, product: string, texts: Texts): string {
  const { settings } = authorizer;
  if (takesKey(authorizer, authorization)) {
    return settings.confirm === 'none' ? texts.keyPageExplanationNoCode(product) : texts.keyPageExplanation(product);
  }
  return settings.confirm === 'none' ? texts.linkExplanationNoCode(product) : texts.linkExplanation(product);
}

/** A key is asked for only where nobody who looks at the screen can read it. */
function formOf(
  context: ChatTurn,
  { authorization, fields }: Extract<BeginOutcome, { status: 'begun' }>,
  texts: Texts,
): CardForm | undefined {
  if (fields === undefined || !channelOf(context.activity).shows.masked) return undefined;
  return {
    fields: fields.map((field) => cardField(fieldInWords(field, turnOf(context).inWords), texts)),
    submit: texts.submitButton,
    data: { [CARD_MARK]: authorization.id },
  };
}

function cardField(field: Field, texts: Texts): CardField {
  const hint = field.hint === undefined ? {} : { hint: field.hint };
  if (field.visibility === 'read-only') return { kind: 'shown', text: `${field.title}: ${field.value ?? ''}`, ...hint };
  const isRequired = field.required !== false;
  const common = { key: field.key, label: field.title, ...hint };
  if (field.choices !== undefined) {
    const choices = field.choices.map(({ title, value }) => ({ title, value }));
    const chosen = field.value ?? choices[0]?.value;
    return {
      kind: 'choice',
      ...common,
      required: { isRequired, errorMessage: texts.formExpected('choice', 0) },
      choices,
      ...(chosen === undefined ? {} : { value: chosen }),
    };
  }
  const required = { isRequired, errorMessage: texts.fieldMissing(field.title) };
  return { kind: field.type === 'password' ? 'secret' : 'text', ...common, required };
}

function whyText(
  { integration }: Authorizer,
  { authorization: { integration: id, purpose } }: Extract<BeginOutcome, { status: 'begun' }>,
  why: Why,
  { texts, inWords }: Pick<Turn, 'texts' | 'inWords'>,
): string {
  const product = productName({ integration }, id);
  if (why.reason === 'ended') return texts.connectionEnded(product, purpose);
  if (why.reason === 'none') return texts.needsAccess(product, purpose);
  if (why.reason === 'asked_on_page') return texts.linkAskedOnPage(product);
  const permissions = (why.missingScopes ?? []).map((scope) => inWords(integration(id)?.scopeTexts?.[scope] ?? scope));
  return texts.needsMoreAccess(product, purpose, permissions);
}
