import { type Answer, json } from '../answer.ts';
import type { PlayedDefinition } from './definition.ts';
import { setAt } from './dot-path.ts';

/** Somebody who has an account at every product. */
export interface Somebody {
  readonly id: string;
  readonly label: string;
}

/** The people with an account at a product. */
export function peopleOf({ id }: PlayedDefinition): readonly Somebody[] {
  return ['ann', 'bob'].map((name) => ({ id: `${id}-${name}`, label: `${name}@${id}.example` }));
}

/** A successful response, in the format that the product's definition gives. */
export function good(definition: PlayedDefinition, more: Readonly<Record<string, unknown>> = {}): Answer {
  const body: Record<string, unknown> = { ...more };
  const { failures, statusFrom } = definition;
  if (statusFrom !== undefined) setAt(body, statusFrom, 200);
  if (typeof failures?.is === 'boolean') setAt(body, failures.at, !failures.is);
  else if (failures?.is !== undefined) setAt(body, failures.at, typeof failures.is === 'number' ? -1 : 'fine');
  return json(200, body);
}

/** The response to the check for a person. */
export function account(definition: PlayedDefinition, { id, label }: Somebody): Answer {
  const named = definition.check.account;
  if (typeof named === 'string') return good(definition);
  const body: Record<string, unknown> = {};
  const [idPath] = 'id' in named ? named.id : [];
  const [labelPath = idPath] = named.label ?? [];
  if (labelPath !== undefined) setAt(body, labelPath, label);
  if (idPath !== undefined) setAt(body, idPath, id);
  if (named.role?.[0] !== undefined) setAt(body, named.role[0], 'member');
  return good(definition, body);
}

/** "This credential is no good", as the product documents it. */
export function refused(definition: PlayedDefinition, isCheck: boolean): Answer {
  const { failures, check, authErrorStatuses, statusFrom } = definition;
  const [code] = failures?.credential ?? [];
  const body: Record<string, unknown> = {};
  if (failures !== undefined && code !== undefined) {
    if (failures.is !== undefined) setAt(body, failures.at, failures.is);
    setAt(body, failures.code?.[0] ?? failures.at, code);
    return json(200, body);
  }
  if (isCheck && check.refusedWhen !== undefined) {
    for (const [path, value] of Object.entries(check.refusedWhen)) setAt(body, path, value);
    return json(200, body);
  }
  const status = authErrorStatuses[0] ?? 401;
  if (statusFrom === undefined) return json(status, { message: 'the credential is not accepted' });
  setAt(body, statusFrom, status);
  return json(200, body);
}
