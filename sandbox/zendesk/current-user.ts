import { type Answer, json } from '../answer.ts';
import type { Handler } from '../product.ts';
import type { World } from '../world.ts';
import { identify, mayUse } from './caller.ts';
import { forbidden } from './problem.ts';
import type { ZendeskUser } from './seed.ts';

/** `GET /api/v2/users/me.json`: also 200 for an anonymous caller; only `user.id` tells. */
export function showCurrentUser(world: World): Handler {
  return (request) => {
    const identified = identify(world, request);
    if (identified.status === 'refused') return identified.answer;
    if (identified.status === 'anonymous') return anonymous();
    const { caller } = identified;
    return mayUse(caller, 'users:read') ? json(200, { user: present(world, caller.user) }) : forbidden();
  };
}

function anonymous(): Answer {
  const user = {
    id: null,
    url: null,
    name: 'Anonymous user',
    email: 'invalid@example.com',
    role: 'end-user',
    active: false,
    verified: false,
  };
  return json(200, { user });
}

function present(world: World, user: ZendeskUser) {
  return {
    id: user.number,
    url: `${world.url()}/zendesk/${user.tenant}/api/v2/users/${user.number}.json`,
    name: user.name,
    email: user.email,
    role: user.role,
    active: true,
    verified: true,
    time_zone: 'Berlin',
    locale: 'en-US',
  };
}
