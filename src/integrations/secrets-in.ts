/** The names of the secrets that a definition in JSON refers to, in order. */
export function secretsIn(json: unknown): readonly string[] {
  if (typeof json !== 'object' || json === null) return [];
  if (!Array.isArray(json) && 'secret' in json && typeof json.secret === 'string') return [json.secret];
  return [...new Set(Object.values(json).flatMap(secretsIn))];
}

/** `ZOHO_CRM_CLIENT_ID` of `zoho-crm` is the option `clientId`. */
export function optionName(id: string, secret: string): string {
  const prefix = secretPrefix(id);
  const [first = '', ...others] = secret.slice(secret.startsWith(prefix) ? prefix.length : 0).split('_');
  return `${first.toLowerCase()}${others.map((part) => `${part.slice(0, 1)}${part.slice(1).toLowerCase()}`).join('')}`;
}

/** What the names of all secrets of a product begin with. */
export function secretPrefix(id: string): string {
  return `${id.toUpperCase().replaceAll('-', '_')}_`;
}
