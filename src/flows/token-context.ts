import type { MethodContext } from '../auth-methods/auth-method.ts';
import { readGrantValues } from '../model/grant-value.ts';
import type { Integration } from '../model/integration.ts';
import { endpointGuard } from './base-url.ts';
import type { Services } from './services.ts';

/** What a request to the token endpoint at `url` can use: HTTP to that origin only. */
export function tokenContext(
  services: Services,
  integration: Integration,
  url: string,
  tenant: string | undefined,
): MethodContext {
  return {
    send: services.http.sender(endpointGuard(integration, url, tenant)),
    now: services.now(),
    valuesOf: (answer) => readGrantValues(integration, 'token', answer),
    ...(tenant === undefined ? {} : { tenant }),
  };
}
