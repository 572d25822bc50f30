import { type Answer, json } from '../answer.ts';
import type { World } from '../world.ts';
import type { GorgiasCaller } from './caller.ts';

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
