import { json } from '../answer.ts';
import type { Route } from '../product.ts';
import type { World } from '../world.ts';
import { findCaller, unauthorized, withScope } from './caller.ts';
import { restApi } from './rest-api.ts';
import { jiraClient, jiraSites } from './seed.ts';

const host = '/jira/gateway';

/** `api.atlassian.com`: the sites of a token, and the REST API of each. */
export function gateway(world: World): readonly Route[] {
  return [
    {
      method: 'GET',
      host,
      path: '/oauth/token/accessible-resources',
      handle(request) {
        const caller = findCaller(world, request);
        return caller ? json(200, accessibleResources(world, caller)) : unauthorized();
      },
    },
    ...restApi(world, { host, api: '/ex/jira/{cloudId}/rest/api/3', guard: withScope }),
  ];
}

/** Entries of different products may have the same id; only those with a `jira` scope are Jira sites. */
function accessibleResources(world: World, caller: NonNullable<ReturnType<typeof findCaller>>) {
  const ofProduct = (product: 'jira' | 'confluence') => caller.scopes.filter((scope) => scope.includes(product));
  return jiraSites
    .filter(({ cloudId }) => caller.cloudIds.includes(cloudId))
    .flatMap((site) => {
      const resource = {
        id: site.cloudId,
        name: site.title,
        url: `${world.url()}/jira/site/${site.name}`,
        scopes: ofProduct('jira'),
        avatarUrl: `${world.url()}/jira/site/${site.name}/avatar.png`,
      };
      if (!caller.user.confluence) return [resource];
      const asked = ofProduct('confluence');
      const scopes = asked.length > 0 ? asked : jiraClient.scopes.filter((scope) => scope.includes('confluence'));
      return [{ ...resource, scopes }, resource];
    });
}
