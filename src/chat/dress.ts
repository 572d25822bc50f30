import { type Channel, channelIdOf, channelOf } from './channels.ts';
import type { TurnActivity } from './sdk.ts';

/** Plain words as the channel wants them written. */
export function dressed(text: string, { dress }: Pick<Channel, 'dress'>): string {
  if (dress !== 'slack') return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Leaves in the activity what the person typed, as they typed it. */
export function undress(activity: TurnActivity): void {
  if (typeof activity.text !== 'string') return;
  if (channelOf(activity).dress === 'slack') activity.text = withoutSlackDress(activity.text);
  // a mention of the bot is followed by one
  else if (channelIdOf(activity) === 'msteams') activity.text = activity.text.replace(/&nbsp;|\u00a0/g, ' ');
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
