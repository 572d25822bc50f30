import { type Answer, json } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import type { World } from '../world.ts';
import { contactsOf } from './contacts.ts';
import { dealsOf } from './deals.ts';
import { displayName, presentContact, presentDeal } from './present.ts';
import { problem } from './problem.ts';
import type { FreshsalesUser } from './seed.ts';

/** `GET /lookup?q=…&f=email&entities=contact`: exact, and nested twice. */
export function lookUpRecords(world: World, user: FreshsalesUser, request: ProductRequest): Answer {
  const query = request.url.searchParams;
  const wanted = query.get('q')?.toLowerCase();
  const field = query.get('f');
  const entities = query.get('entities')?.split(',') ?? [];
  if (!wanted || !field || entities.length === 0) return problem(400, 'q, f and entities are required');
  const contacts = contactsOf(world, user).filter((contact) => {
    if (field === 'email') return contact.email === wanted;
    if (field === 'mobile_number') return contact.mobileNumber === wanted;
    return field === 'name' && displayName(contact).toLowerCase() === wanted;
  });
  const deals = dealsOf(world, user).filter(({ name }) => field === 'name' && name.toLowerCase() === wanted);
  return json(200, {
    ...(entities.includes('contact') && { contacts: { contacts: contacts.map(presentContact) } }),
    ...(entities.includes('deal') && { deals: { deals: deals.map(presentDeal) } }),
  });
}

/** `GET /search?q=…&include=contact,deal`: a bare array. */
export function searchRecords(world: World, user: FreshsalesUser, request: ProductRequest): Answer {
  const query = request.url.searchParams;
  const wanted = query.get('q')?.toLowerCase();
  const include = query.get('include')?.split(',') ?? [];
  if (!wanted || include.length === 0) return problem(400, 'q and include are required');
  const contacts = contactsOf(world, user)
    .filter((contact) =>
      [displayName(contact), contact.email ?? ''].some((text) => text.toLowerCase().includes(wanted)),
    )
    .map((contact) => ({ id: String(contact.id), type: 'contact', name: displayName(contact), email: contact.email }));
  const deals = dealsOf(world, user)
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .map(({ id, name, amount }) => ({ id: String(id), type: 'deal', name, amount: String(amount) }));
  return json(200, [...(include.includes('contact') ? contacts : []), ...(include.includes('deal') ? deals : [])]);
}
