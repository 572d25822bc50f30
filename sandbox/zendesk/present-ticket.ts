import type { World } from '../world.ts';
import type { ZendeskTicket } from './state.ts';

/** A ticket as the Tickets API shows it. */
export function presentTicket(world: World, ticket: ZendeskTicket) {
  return {
    url: apiUrl(world, ticket.tenant, `tickets/${ticket.id}.json`),
    id: ticket.id,
    external_id: null,
    via: { channel: 'api' },
    created_at: time(ticket.createdAt),
    updated_at: time(ticket.updatedAt),
    type: null,
    subject: ticket.subject,
    raw_subject: ticket.subject,
    description: ticket.comments[0]?.body ?? '',
    priority: ticket.priority,
    status: ticket.status,
    recipient: null,
    requester_id: ticket.requester,
    submitter_id: ticket.submitter,
    assignee_id: ticket.assignee,
    organization_id: null,
    group_id: null,
    tags: ticket.tags,
    custom_fields: [],
  };
}

/** The same as its requester sees it. */
export function presentRequest(world: World, ticket: ZendeskTicket) {
  return {
    url: apiUrl(world, ticket.tenant, `requests/${ticket.id}.json`),
    id: ticket.id,
    subject: ticket.subject,
    description: ticket.comments[0]?.body ?? '',
    status: ticket.status,
    priority: ticket.priority,
    requester_id: ticket.requester,
    assignee_id: ticket.assignee,
    can_be_solved_by_me: ticket.assignee !== null && ticket.status !== 'closed',
    created_at: time(ticket.createdAt),
    updated_at: time(ticket.updatedAt),
  };
}

export function apiUrl(world: World, tenant: string, path: string): string {
  return `${world.url()}/zendesk/${tenant}/api/v2/${path}`;
}

function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
