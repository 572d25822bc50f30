import { type Answer, json } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import { asObject, asText, jsonObject } from '../request-body.ts';
import type { World } from '../world.ts';
import { type ContactChanges, readContact } from './contact-input.ts';
import { presentContact, presentDeal } from './present.ts';
import { problem, recordNotFound } from './problem.ts';
import { contactViews, type FreshsalesUser } from './seed.ts';
import { type FreshsalesContact, nextId } from './state.ts';
import { viewPage } from './view-page.ts';

/** `GET /contacts/filters`: the call that proves a key. */
export function listContactViews(world: World, user: FreshsalesUser): Answer {
  const filters = contactViews.map((view) => ({
    ...view,
    model_class_name: 'Contact',
    user_id: user.number,
    is_default: true,
    updated_at: new Date(world.now()).toISOString(),
  }));
  return json(200, { filters });
}

/** `GET /contacts/view/{id}` */
export function showContactView(world: World, user: FreshsalesUser, request: ProductRequest): Answer {
  const view = contactViews.find(({ id }) => String(id) === request.params.id);
  if (!view) return recordNotFound();
  const contacts = contactsOf(world, user).filter(({ owner }) => view.name === 'All Contacts' || owner === user.number);
  const { items, meta } = viewPage(request, contacts);
  return json(200, { contacts: items.map(presentContact), meta });
}

/** `POST /contacts` */
export function createContact(world: World, user: FreshsalesUser, request: ProductRequest): Answer {
  const input = asObject(jsonObject(request.body)?.contact);
  if (!input) return problem(400, 'contact is missing');
  return saveContact(world, user, undefined, input);
}

/** `POST /contacts/upsert` with `{"unique_identifier":{"emails":"…"},"contact":{…}}` */
export function upsertContact(world: World, user: FreshsalesUser, request: ProductRequest): Answer {
  const body = jsonObject(request.body);
  const input = asObject(body?.contact);
  const identifier = asObject(body?.unique_identifier);
  const email = asText(identifier?.emails)?.toLowerCase();
  const mobileNumber = asText(identifier?.mobile_number);
  if (!input || (!email && !mobileNumber)) return problem(400, 'unique_identifier and contact are required');
  const known = contactsOf(world, user).find(
    (one) => (email && one.email === email) || (mobileNumber && one.mobileNumber === mobileNumber),
  );
  const identified = { ...(email && { email }), ...(mobileNumber && { mobile_number: mobileNumber }), ...input };
  return saveContact(world, user, known, identified);
}

/** `GET /contacts/{id}` */
export function showContact(world: World, user: FreshsalesUser, request: ProductRequest): Answer {
  const contact = findContact(world, user, request.params.id);
  if (!contact) return recordNotFound();
  const included = request.url.searchParams.get('include')?.split(',') ?? [];
  const { deals } = world.state().freshsales;
  return json(200, {
    contact: {
      ...presentContact(contact),
      ...(included.includes('sales_accounts') && { sales_accounts: [] }),
      ...(included.includes('deals') && {
        deals: deals.filter((deal) => deal.tenant === user.tenant && deal.owner === contact.owner).map(presentDeal),
      }),
    },
  });
}

/** `PUT /contacts/{id}` */
export function updateContact(world: World, user: FreshsalesUser, request: ProductRequest): Answer {
  const contact = findContact(world, user, request.params.id);
  if (!contact) return recordNotFound();
  const input = asObject(jsonObject(request.body)?.contact);
  if (!input) return problem(400, 'contact is missing');
  return saveContact(world, user, contact, input);
}

/** `DELETE /contacts/{id}`: a bare `true`. */
export function deleteContact(world: World, user: FreshsalesUser, request: ProductRequest): Answer {
  const contact = findContact(world, user, request.params.id);
  if (!contact) return recordNotFound();
  const { contacts } = world.state().freshsales;
  contacts.splice(contacts.indexOf(contact), 1);
  return json(200, true);
}

export function contactsOf(world: World, { tenant }: FreshsalesUser): readonly FreshsalesContact[] {
  return world.state().freshsales.contacts.filter((contact) => contact.tenant === tenant);
}

function findContact(world: World, user: FreshsalesUser, id: string | undefined): FreshsalesContact | undefined {
  return contactsOf(world, user).find((contact) => String(contact.id) === id);
}

function saveContact(
  world: World,
  user: FreshsalesUser,
  known: FreshsalesContact | undefined,
  input: Readonly<Record<string, unknown>>,
): Answer {
  const changes = readContact(input);
  if ('invalid' in changes) return problem(400, changes.invalid);
  const taken = takenField(contactsOf(world, user), known, changes);
  if (taken) return problem(400, `${taken} already exists`);
  const { freshsales } = world.state();
  const contact = { ...(known ?? emptyContact(world, user)), ...changes, updatedAt: world.now() };
  if (!contact.lastName && !contact.firstName && !contact.email && !contact.mobileNumber) {
    return problem(400, 'A contact needs a name, an email or a mobile number');
  }
  if (known) freshsales.contacts[freshsales.contacts.indexOf(known)] = contact;
  else freshsales.contacts.push(contact);
  return json(200, { contact: presentContact(contact) });
}

/** E-mail addresses and mobile numbers are unique in an account. */
function takenField(
  contacts: readonly FreshsalesContact[],
  known: FreshsalesContact | undefined,
  { email, mobileNumber }: ContactChanges,
): string | undefined {
  const others = contacts.filter((one) => one !== known);
  if (email && others.some((one) => one.email === email)) return 'Email';
  if (mobileNumber && others.some((one) => one.mobileNumber === mobileNumber)) return 'Mobile number';
  return undefined;
}

function emptyContact(world: World, user: FreshsalesUser): FreshsalesContact {
  return {
    id: nextId(world.state().freshsales),
    tenant: user.tenant,
    owner: user.number,
    firstName: null,
    lastName: null,
    email: null,
    mobileNumber: null,
    jobTitle: null,
    customField: {},
    createdAt: world.now(),
    updatedAt: world.now(),
  };
}
