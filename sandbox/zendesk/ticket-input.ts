import { asObject, asText } from '../request-body.ts';
import type { World } from '../world.ts';
import type { InvalidRecord } from './problem.ts';
import { zendeskUsers } from './seed.ts';
import { nextId, type ZendeskTicket } from './state.ts';

type Input = Readonly<Record<string, unknown>>;
type Changes = Partial<Pick<ZendeskTicket, 'subject' | 'priority' | 'status' | 'assignee' | 'tags'>>;

const priorities = ['low', 'normal', 'high', 'urgent'] as const;
const statuses = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const;

/** The fields of a ticket that may be set by an agent, or what is wrong with them. */
export function readTicketInput(
  tenant: string,
  input: Input,
): { readonly changes: Changes } | { readonly invalid: InvalidRecord } {
  const { subject, tags } = input;
  const invalid: Record<string, InvalidRecord[string]> = {};
  const refuse = (field: string, description: string, error: string) => {
    invalid[field] = [{ description, error }];
    return undefined;
  };
  const priority = priorities.find((one) => one === input.priority);
  if (input.priority != null && !priority) {
    refuse('priority', `Priority: ${JSON.stringify(input.priority)} is not valid`, 'InvalidValue');
  }
  const status = statuses.find((one) => one === input.status);
  if (input.status !== undefined && !status) {
    refuse('status', `Status: ${JSON.stringify(input.status)} is not valid`, 'InvalidValue');
  }
  const assignee = zendeskUsers.find((user) => user.tenant === tenant && user.number === input.assignee_id);
  if (input.assignee_id != null && (!assignee || assignee.role === 'end-user')) {
    refuse('assignee', 'Assignee: is not valid', 'InvalidValue');
  }
  if (Object.keys(invalid).length > 0) return { invalid };
  return {
    changes: {
      ...(typeof subject === 'string' && { subject }),
      ...(priority && { priority }),
      ...(status && { status }),
      ...(assignee && { assignee: assignee.number }),
      ...(Array.isArray(tags) && { tags: tags.filter((tag) => typeof tag === 'string') }),
    },
  };
}

/** The text of a comment; public unless said otherwise. */
export function readComment(value: unknown): { readonly body: string; readonly public: boolean } | undefined {
  const comment = asObject(value);
  const body = asText(comment?.body) ?? asText(comment?.html_body);
  return body?.trim() ? { body, public: comment?.public !== false } : undefined;
}

/** Finds or creates the requester of a ticket; an unknown e-mail address needs a name. */
export function findRequester(
  world: World,
  tenant: string,
  value: unknown,
): number | { readonly invalid: InvalidRecord } {
  const requester = asObject(value);
  const email = asText(requester?.email)?.toLowerCase();
  const { zendesk } = world.state();
  const known = [...zendeskUsers, ...zendesk.customers].find((one) => one.tenant === tenant && one.email === email);
  if (known) return known.number;
  const name = asText(requester?.name);
  if (!email || !/^[^@\s]+@[^@\s]+$/.test(email)) {
    return {
      invalid: { requester: [{ description: 'Requester: Email: is not properly formatted', error: 'InvalidValue' }] },
    };
  }
  if (!name) {
    return {
      invalid: {
        requester: [{ description: 'Requester: Name: is too short (minimum one character)', error: 'BlankValue' }],
      },
    };
  }
  const number = 380_000 + nextId(zendesk);
  zendesk.customers.push({ number, tenant, name, email });
  return number;
}
