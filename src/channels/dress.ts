import { withoutEnds } from '../model/without-ends.ts';
import type { TurnActivity } from './activity.ts';
import { type Channel, channelIdOf, channelOf } from './channels.ts';

/** Plain text in the format of the channel. */
export function dressed(text: string, { dress }: Pick<Channel, 'dress'>): string {
  if (dress !== 'slack') return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Restores in the activity what the person typed. Returns the same activity. */
export function undress(activity: TurnActivity): TurnActivity {
  if (typeof activity.text !== 'string') return activity;
  const text = withoutMention(activity.text, activity);
  if (channelOf(activity).dress === 'slack') activity.text = withoutSlackDress(text);
  // a mention of the bot is followed by a non-breaking space
  else if (channelIdOf(activity) === 'msteams') activity.text = text.replace(/&nbsp;|\u00a0/g, ' ').trim();
  else activity.text = text;
  return activity;
}

/** The text without a mention of the bot. */
export function typedIn(activity: Pick<TurnActivity, 'channelId' | 'text'>): string {
  // some clients put invisible marks around it
  const text = newIn(typeof activity.text === 'string' ? activity.text : '', activity);
  return withoutEnds(text.replace(/<at>[^<]*<\/at>/g, ''), UNSEEN);
}

const UNSEEN = /[\s\p{Cf}]/u;

/** The new part of an e-mail, without quotations and the signature. Other channels' text stays as it is. */
function newIn(text: string, activity: Pick<TurnActivity, 'channelId'>): string {
  if (channelIdOf(activity) !== 'email') return text;
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => OLDER.some((sign) => sign.test(line)));
  return lines.slice(0, end === -1 ? lines.length : end).join('\n');
}

/** The lines with which mail programs begin a quotation or a signature. */
const OLDER: readonly RegExp[] = [
  /^>/,
  /^-- ?$/,
  /^_{10,}\s*$/,
  /^-{2,}\s*(?:Original Message|Forwarded message)\s*-{2,}/i,
  /^On\b.*\bwrote:\s*$/,
  /^From:\s\S/,
];

/** Without mentions of the bot. The activity's entities list each mention with its text. */
function withoutMention(text: string, { entities, recipient }: TurnActivity): string {
  if (!Array.isArray(entities) || recipient?.id === undefined) return text;
  const mentions = entities.filter(isMention).filter(({ mentioned }) => mentioned.id === recipient.id);
  return mentions.reduce((rest, mention) => rest.replace(mention.text, ''), text);
}

function isMention(entity: unknown): entity is { readonly text: string; readonly mentioned: { readonly id: string } } {
  if (typeof entity !== 'object' || entity === null) return false;
  if (!('type' in entity && 'text' in entity && 'mentioned' in entity)) return false;
  const { type, text, mentioned } = entity;
  const isNamed = typeof mentioned === 'object' && mentioned !== null && 'id' in mentioned;
  return type === 'mention' && typeof text === 'string' && text !== '' && isNamed && typeof mentioned.id === 'string';
}

/** `<https://acme.example|acme.example>`, `<mailto:jane@acme.example|jane@acme.example>`, `<@U1>`, `&amp;` */
function withoutSlackDress(text: string): string {
  return text
    .replace(/^\s*<@[A-Z0-9]+(?:\|[^>]*)?>[\s,:]*/, '')
    .replace(/<([@#!])([^<>|]*)(?:\|([^<>]*))?>/g, (_, sign: string, name: string, label?: string) =>
      label === undefined ? `${sign === '#' ? '#' : '@'}${name}` : withSign(sign, label),
    )
    .replace(/<((?:https?|mailto|tel):[^<>|]*)(?:\|([^<>]*))?>/gi, (_, address: string, label?: string) =>
      label === undefined || label === '' ? address.replace(/^(?:mailto|tel):/i, '') : label,
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function withSign(sign: string, label: string): string {
  if (sign === '!' || /^[@#]/.test(label)) return label;
  return `${sign}${label}`;
}
