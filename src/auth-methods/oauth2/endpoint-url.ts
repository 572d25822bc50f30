import { HostRefusedError } from '../../errors.ts';
import { isHostLabel } from '../../model/host-label.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address of an endpoint: `{tenant}` filled with one host label, https, no user name. Plain http is accepted only for a
 * literal loopback host; the guard decides whether that may be called.
 *
 * @throws HostRefusedError
 */
export function endpointUrl(template: string, tenant: string | undefined): URL {
  const url = URL.parse(template.replaceAll('{tenant}', template.includes('{tenant}') ? label(tenant) : ''));
  if (url === null || url.username !== '' || url.password !== '') throw new HostRefusedError('not an endpoint address');
  if (url.protocol !== 'https:' && !isInsecureLoopback(url)) {
    throw new HostRefusedError(`${url.protocol}//${url.hostname} is not https`);
  }
  return url;
}

export function isInsecureLoopback(url: URL): boolean {
  return url.protocol === 'http:' && LOOPBACK.test(url.hostname);
}

function label(tenant: string | undefined): string {
  if (tenant !== undefined && isHostLabel(tenant)) return tenant;
  throw new HostRefusedError('the tenant cannot be part of a host name');
}
