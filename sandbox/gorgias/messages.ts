import { asObject, asText } from '../request-body.ts';
import { gorgiasTime } from './gorgias-time.ts';
import type { GorgiasMessage } from './state.ts';

/** The messages of a new ticket: 1 to 500, each with a channel and a side. */
export function readMessages(
  value: unknown,
  now: number,
  nextId: () => number,
): { readonly read: GorgiasMessage[] } | { readonly invalid: string } {
  if (value === undefined) return { invalid: 'Missing data for required field.' };
  if (!Array.isArray(value) || value.length === 0 || value.length > 500) {
    return { invalid: 'Length must be between 1 and 500.' };
  }
  const read: GorgiasMessage[] = [];
  for (const each of value) {
    const message = asObject(each);
    const channel = asText(message?.channel);
    if (!message || !channel) return { invalid: 'channel: Missing data for required field.' };
    if (typeof message.from_agent !== 'boolean') return { invalid: 'from_agent: Missing data for required field.' };
    const sender = asObject(message.sender);
    const email = asText(sender?.email);
    const source = asObject(message.source);
    const from = asText(asObject(source?.from)?.address) ?? email;
    const to = asText(asObject(Array.isArray(source?.to) ? source.to[0] : undefined)?.address);
    read.push({
      id: nextId(),
      channel,
      via: asText(message.via) ?? 'api',
      fromAgent: message.from_agent,
      text: asText(message.body_text) ?? asText(message.body_html) ?? '',
      sender: email ? { email, name: asText(sender?.name) ?? email } : null,
      createdAt: now,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    });
  }
  return { read };
}

function addressOf(address: string | undefined) {
  return address === undefined ? null : { address, name: address };
}

export function presentMessage(message: GorgiasMessage, ticketId: number) {
  return {
    id: message.id,
    uri: `/api/messages/${message.id}/`,
    ticket_id: ticketId,
    channel: message.channel,
    via: message.via,
    from_agent: message.fromAgent,
    body_text: message.text,
    body_html: null,
    stripped_text: message.text,
    sender: message.sender,
    source: { type: message.channel, from: addressOf(message.from), to: [addressOf(message.to)].filter(Boolean) },
    created_datetime: gorgiasTime(message.createdAt),
    sent_datetime: gorgiasTime(message.createdAt),
  };
}
