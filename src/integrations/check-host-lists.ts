import { isHostLabel } from '../model/host-label.ts';
import type { Integration } from '../model/integration.ts';
import { below, type Problem } from '../model/problem.ts';
import { isForbiddenHost, isNeverPrivateHost } from '../model/public-address.ts';

/** Problems with the hosts that an integration lists for its addresses. */
export function hostListProblems(integration: Integration): readonly Problem[] {
  const { tenant, grantValues = {}, sites, allowPrivateHosts: inside = [] } = integration;
  const hosts = tenant !== undefined && 'suffixes' in tenant ? tenant : undefined;
  return [
    ...below(['tenant', 'suffixes'], hosts === undefined ? [] : listProblems(hosts.suffixes, inside, 'suffix')),
    ...below(['tenant', 'hosts'], hosts?.hosts === undefined ? [] : listProblems(hosts.hosts, inside, 'host')),
    ...Object.entries(grantValues).flatMap(([name, value]) =>
      below(['grantValues', name, 'hosts'], value.hosts === undefined ? [] : listProblems(value.hosts, inside)),
    ),
    ...below(['sites', 'hosts'], sites?.hosts === undefined ? [] : listProblems(sites.hosts, inside)),
    ...inside.flatMap((name, index) => {
      const text = privateProblem(name);
      return text === undefined ? [] : [{ path: ['allowPrivateHosts', index], text }];
    }),
  ];
}

function listProblems(
  entries: readonly string[],
  inside: readonly string[],
  only?: 'suffix' | 'host',
): readonly Problem[] {
  if (entries.length === 0 && only !== 'host') return [{ path: [], text: 'at least one is needed' }];
  return entries.flatMap((entry, index) => {
    const text = entryProblem(entry, inside, only);
    return text === undefined ? [] : [{ path: [index], text }];
  });
}

function entryProblem(entry: string, inside: readonly string[], only?: 'suffix' | 'host'): string | undefined {
  const isSuffix = entry.startsWith('.');
  if (isSuffix && only === 'host') return 'it must be a whole host: login.example.com';
  if (!isSuffix && only === 'suffix') return 'it must be like .example.com';
  const labels = (isSuffix ? entry.slice(1) : entry).split('.');
  if (!labels.every(isHostLabel)) return 'it must be a host in lower case, without scheme, port and path';
  if (inside.includes(entry)) return undefined;
  if (labels.length < 2) return isSuffix ? 'it must be like .example.com' : 'it is not a public host';
  return isForbiddenHost(isSuffix ? `x${entry}` : entry) ? 'it is not a public host' : undefined;
}

function privateProblem(name: string): string | undefined {
  if (name.startsWith('.') || name.includes('*')) return 'it must be one whole host name: patterns are not supported';
  if (!name.split('.').every(isHostLabel)) return 'it must be a host name in lower case, without port and path';
  return isNeverPrivateHost(name) ? 'no request may ever go there' : undefined;
}
