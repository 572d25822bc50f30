import { type Answer, json } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import { asObject, asText, jsonObject } from '../request-body.ts';
import type { World } from '../world.ts';
import type { GorgiasCaller } from './caller.ts';
import { gorgiasTime } from './gorgias-time.ts';
import { listEnvelope } from './list-envelope.ts';
import { invalid, notFound } from './problem.ts';
import { type GorgiasCustomer, nextId } from './state.ts';

/** `GET /api/customers?email=…` */
export function listCustomers(world: World, { user }: GorgiasCaller, request: ProductRequest): Answer {
  const email = request.url.searchParams.get('email')?.toLowerCase();
  const customers = world
    .state()
    .gorgias.customers.filter((one) => one.tenant === user.tenant && (email === undefined || one.email === email));
  return listEnvelope(request, customers, presentCustomer, { created_datetime: ({ createdAt }) => createdAt });
}

/** `GET /api/customers/{id}` */
export function showCustomer(world: World, { user }: GorgiasCaller, request: ProductRequest): Answer {
  const customer = findCustomer(world, user.tenant, request.params.id);
  return customer ? json(200, presentCustomer(customer)) : notFound('Customer');
}

/** `POST /api/customers` */
export function createCustomer(world: World, { user }: GorgiasCaller, request: ProductRequest): Answer {
  const input = jsonObject(request.body);
  if (!input) return invalid({ _schema: ['Invalid input type.'] });
  const channels = Array.isArray(input.channels) ? input.channels.map(asObject) : [];
  const address = channels.find((channel) => channel?.type === 'email')?.address;
  const email = (asText(input.email) ?? asText(address) ?? '').toLowerCase();
  if (!isEmail(email)) return invalid({ email: ['Not a valid email address.'] });
  const { customers } = world.state().gorgias;
  if (customers.some((one) => one.tenant === user.tenant && one.email === email)) {
    return invalid({ email: ['A customer with this email already exists.'] });
  }
  return json(201, presentCustomer(addCustomer(world, user.tenant, email, asText(input.name) ?? email)));
}

/** The customer a ticket is for: by id, or by e-mail address, made if new. */
export function customerFor(world: World, tenant: string, value: unknown): GorgiasCustomer | undefined {
  const input = asObject(value);
  if (typeof input?.id === 'number') return findCustomer(world, tenant, String(input.id));
  const email = asText(input?.email)?.toLowerCase();
  if (!email || !isEmail(email)) return undefined;
  const known = world.state().gorgias.customers.find((one) => one.tenant === tenant && one.email === email);
  return known ?? addCustomer(world, tenant, email, asText(input?.name) ?? email);
}

export function findCustomer(world: World, tenant: string, id: string | undefined): GorgiasCustomer | undefined {
  return world.state().gorgias.customers.find((one) => one.tenant === tenant && String(one.id) === id);
}

export function presentCustomer({ id, name, email, createdAt }: GorgiasCustomer) {
  const [firstname, ...rest] = name.split(' ');
  return {
    id,
    email,
    name,
    firstname,
    lastname: rest.join(' '),
    external_id: null,
    note: null,
    channels: [{ id, type: 'email', address: email, preferred: true }],
    created_datetime: gorgiasTime(createdAt),
  };
}

function addCustomer(world: World, tenant: string, email: string, name: string): GorgiasCustomer {
  const { gorgias } = world.state();
  const customer = { id: nextId(gorgias), tenant, name, email, createdAt: world.now() };
  gorgias.customers.push(customer);
  return customer;
}

function isEmail(text: string): boolean {
  return /^[^@\s]+@[^@\s]+$/.test(text);
}
