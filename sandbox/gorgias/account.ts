import { type Answer, json } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import type { World } from '../world.ts';
import type { GorgiasCaller } from './caller.ts';
import { notFound } from './problem.ts';
import { gorgiasUsers } from './seed.ts';

/** `GET /api/account`: needs no scope, proves the credential. */
export function showAccount(_world: World, { user }: GorgiasCaller): Answer {
  return json(200, {
    domain: user.tenant,
    created_datetime: '2024-02-01T10:00:00+00:00',
    deactivated_datetime: null,
    status: { status: 'active', notification: null },
    settings: [],
  });
}

/** `GET /api/users/{id}`; 0 is the caller. */
export function showUser(_world: World, { user }: GorgiasCaller, { params }: ProductRequest): Answer {
  const found =
    params.id === '0'
      ? user
      : gorgiasUsers.find((one) => one.tenant === user.tenant && String(one.number) === params.id);
  if (!found) return notFound('User');
  const { number, name, email, role } = found;
  return json(200, { id: number, active: true, email, name, role: { name: role } });
}
