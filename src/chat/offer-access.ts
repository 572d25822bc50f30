import { cardIcon } from '../channels/card-icon.ts';
import { channelOf } from '../channels/channels.ts';
import { credentialField } from '../channels/credential-field.ts';
import type { CardForm } from '../channels/message.ts';
import type { BeginOutcome } from '../flows/begin-outcome.ts';
import { takesKeyInChat } from '../flows/key-in-chat.ts';
import type { Errand } from '../model/errand.ts';
import { fieldInWords } from '../model/field-in-words.ts';
import type { Profile } from '../model/profile.ts';
import type { PublicAuthorization } from '../model/public-authorization.ts';
import { CARD_MARK } from '../secrets/redact-secrets.ts';
import { titleOf } from './errand-title.ts';
import { closeCard, say, show } from './say.ts';
import { productName, type Turn } from './turn.ts';

/** A link that was just created. */
export interface Offer {
  readonly begun: Extract<BeginOutcome, { status: 'begun' | 'joined' }>;
  /** The person has already heard why, in the question about how to connect. */
  readonly isChosen: boolean;
}

type Begun = Extract<BeginOutcome, { status: 'begun' }>;

/**
 * The prompt to connect: names the product and the reason, always has the link, and has fields if the chat hides what people
 * type. It replaces earlier prompts. Returns its card.
 */
export async function offerAccess(turn: Turn, errand: Errand, { begun, isChosen }: Offer): Promise<Errand['card']> {
  const { texts } = turn;
  const product = productName(turn, errand.integration);
  const isJoined = begun.others.length > 0;
  if (isJoined) await say(turn, texts.joined(titleOf(turn, errand), product));
  if (begun.status === 'joined') {
    if (!isJoined) await say(turn, texts.inBrowser(product), [texts.sayNewLink, texts.sayCancel]);
    return undefined;
  }
  for (const each of [errand, ...begun.others]) await closeCard(turn, each, 'replaced');
  if (!isChosen) await say(turn, whyText(turn, errand, begun));
  const id = await showPrompt(turn, begun, product);
  return id === undefined ? undefined : { id, title: product };
}

function whyText({ services, texts, inWords }: Turn, errand: Errand, { authorization }: Begun): string {
  const { integration: id, purpose } = authorization;
  const integration = services.integrations.get(id);
  const product = integration?.name ?? id;
  if (errand.status === 'waiting' && errand.isAskedOnPage === true) return texts.linkAskedOnPage(product);
  const { reason, missingScopes = [] } = errand.lacks ?? { reason: 'none' };
  if (reason === 'ended') return texts.connectionEnded(product, purpose);
  if (reason === 'none') return texts.needsAccess(product, purpose);
  const permissions = missingScopes.map((scope) => inWords(integration?.scopeTexts?.[scope] ?? scope));
  return texts.needsMoreAccess(product, purpose, permissions);
}

async function showPrompt(turn: Turn, begun: Begun, product: string): Promise<string | undefined> {
  const { context, services, texts, inWords } = turn;
  const { authorization, link: url } = begun;
  const profile = profileOf(turn, authorization);
  if (profile?.endsOn !== undefined) await say(turn, texts.methodEnds(inWords(profile.title), profile.endsOn, product));
  const title = texts.connectButton(product);
  const integration = services.integrations.get(authorization.integration);
  const head = { title, ...cardIcon(channelOf(context.activity), integration, services.settings.publicUrl) };
  const form = formOf(turn, begun);
  if (form === undefined) {
    const card = { ...head, text: linkText(turn, profile, product), link: { title, url, isMain: true } };
    return show(turn, { card, suggestions: [texts.sayNewLink, texts.sayCancel] });
  }
  const link = { title: texts.pageButton, url };
  const card = { ...head, form, footer: texts.credentialExplanation(product), link };
  return show(turn, { card, suggestions: [texts.sayStartOver, texts.sayCancel] });
}

/** The fields for a key, only in channels that hide what people type. */
function formOf({ context, texts, inWords }: Turn, { authorization, fields }: Begun): CardForm | undefined {
  if (fields === undefined || !channelOf(context.activity).shows.masked) return undefined;
  return {
    fields: fields.map((field) => credentialField(fieldInWords(field, inWords), texts)),
    submit: texts.submitButton,
    data: { [CARD_MARK]: authorization.id },
  };
}

function linkText({ services, texts }: Turn, profile: Profile | undefined, product: string): string {
  const withoutCode = services.settings.confirm === 'none';
  if (profile !== undefined && profile.method !== 'oauth2') {
    return withoutCode ? texts.keyPageExplanationNoCode(product) : texts.keyPageExplanation(product);
  }
  return withoutCode ? texts.linkExplanationNoCode(product) : texts.linkExplanation(product);
}

/** Whether this attempt has fields in the chat. If not, it has only the link. */
export function asksInChat(turn: Turn, attempt: Pick<PublicAuthorization, 'integration' | 'profile'>): boolean {
  const profile = profileOf(turn, attempt);
  if (profile === undefined || !channelOf(turn.context.activity).shows.masked) return false;
  return takesKeyInChat(turn.services, profile);
}

function profileOf(
  { services }: Turn,
  { integration, profile }: Pick<PublicAuthorization, 'integration' | 'profile'>,
): Profile | undefined {
  return services.integrations.get(integration)?.profiles.find(({ id }) => id === profile);
}
