const resources = [
  'tickets',
  'users',
  'organizations',
  'hc',
  'requests',
  'macros',
  'triggers',
  'automations',
  'webhooks',
  'auditlogs',
  'apps',
  'targets',
  'any_channel',
  'web_widget',
];

/** True if Zendesk knows the scope. An unknown one still yields a token, which is then refused everywhere. */
function isKnownScope(scope: string): boolean {
  if (scope === 'read' || scope === 'write' || scope === 'impersonate') return true;
  const [resource = '', right] = scope.split(':');
  return resources.includes(resource) && (right === 'read' || right === 'write');
}

/** Whether a scope is among others, itself or by a broad one: `read` covers `tickets:read`. */
export function covers(scopes: readonly string[], wanted: string): boolean {
  const broad = wanted.split(':')[1];
  return scopes.includes(wanted) || (broad !== undefined && scopes.includes(broad));
}

/** Known scopes that go beyond what the client may have. */
export function beyond(clientScopes: readonly string[], asked: readonly string[]): readonly string[] {
  return asked.filter((scope) => isKnownScope(scope) && !covers(clientScopes, scope));
}

export function splitScopes(text: string): readonly string[] {
  return text.split(' ').filter(Boolean);
}
