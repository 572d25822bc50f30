import { type Answer, json } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import { asObject, asText, jsonObject } from '../request-body.ts';
import type { World } from '../world.ts';
import { contactsOf } from './contacts.ts';
import { dealsOf } from './deals.ts';
import { problem, recordNotFound } from './problem.ts';
import type { FreshsalesUser } from './seed.ts';
import { nextId } from './state.ts';

/** `POST /notes` */
export function createNote(world: World, user: FreshsalesUser, request: ProductRequest): Answer {
  const input = asObject(jsonObject(request.body)?.note);
  const description = asText(input?.description);
  if (!description) return problem(400, "Description can't be blank");
  const type = asText(input?.targetable_type);
  const targets = type === 'Deal' ? dealsOf(world, user) : type === 'Contact' ? contactsOf(world, user) : [];
  const target = targets.find(({ id }) => id === input?.targetable_id);
  if (!target || !type) return recordNotFound();
  const { freshsales } = world.state();
  const note = { id: nextId(freshsales), type, target: target.id, description };
  freshsales.notes.push(note);
  return json(200, { note: { id: note.id, description, targetable_type: type, targetable_id: target.id } });
}
