import { iconOf } from '../model/icon.ts';
import type { Channel } from './channels.ts';
import type { Card } from './message.ts';

/** The icon of an integration, at our own address, if it has one that the channel's cards can show. */
export function cardIcon(
  { shows }: Pick<Channel, 'shows'>,
  integration: { readonly id: string; readonly icon?: string } | undefined,
  publicUrl: string,
): Pick<Card, 'icon'> {
  if (integration?.icon === undefined) return {};
  if (iconOf(integration.icon).type === 'image/svg+xml' && !shows.svg) return {};
  return { icon: `${publicUrl}/assets/icons/${integration.id}` };
}
