import { iconFile, integrationIcon, stylesheetFile } from './assets.ts';
import { callback } from './callback.ts';
import { claim } from './claim.ts';
import { connectPage } from './connect-page.ts';
import { credentialForm, submitCredentialForm } from './credential-form.ts';
import { chooseSiteOnPage, donePage } from './done-page.ts';
import { healthz, readyz } from './health.ts';
import { limited } from './limited.ts';
import { askForNewLink } from './new-link-page.ts';
import type { Handler } from './web-context.ts';

export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

export type Method = (typeof METHODS)[number];

export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly handler: Handler;
  /** Works while the process is closing too. */
  readonly whileClosing?: boolean;
}

export const ROUTES: readonly Route[] = [
  ...page('/connect/:link', limited('page', connectPage)),
  { method: 'POST', path: '/connect/:link', handler: limited('page', claim) },
  ...page('/connect/:link/credential', limited('page', credentialForm)),
  { method: 'POST', path: '/connect/:link/credential', handler: limited('page', submitCredentialForm) },
  { method: 'GET', path: '/oauth/callback/:integration', handler: limited('callback', callback) },
  ...page('/done/:id', limited('page', donePage)),
  { method: 'POST', path: '/done/:id', handler: limited('page', chooseSiteOnPage) },
  { method: 'POST', path: '/done/:id/new-link', handler: limited('page', askForNewLink) },
  ...page('/assets/latchkey.css', stylesheetFile),
  ...page('/assets/icon.svg', iconFile),
  ...page('/assets/icons/:integration', integrationIcon),
  ...page('/healthz', healthz).map(whileClosing),
  ...page('/readyz', readyz).map(whileClosing),
];

/** We handle every path below these. */
const PREFIXES = ['/connect', '/oauth', '/done', '/assets', '/healthz', '/readyz'] as const;

export function isOurs(path: string): boolean {
  return PREFIXES.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
}

/** For the `Allow` header. Empty if no route has this path. */
export function methodsAt(path: string): readonly Method[] {
  return ROUTES.filter((route) => matches(route.path, path)).map((route) => route.method);
}

function whileClosing(route: Route): Route {
  return { ...route, whileClosing: true };
}

/** HEAD is handled as GET; Node leaves out the body. */
function page(path: string, handler: Handler): readonly Route[] {
  return [
    { method: 'GET', path, handler },
    { method: 'HEAD', path, handler },
  ];
}

/** `:name` matches any one segment that is not empty. */
export function matches(pattern: string, path: string): boolean {
  const [expected, given] = [pattern.split('/'), path.split('/')];
  return (
    expected.length === given.length &&
    expected.every((part, at) => (part.startsWith(':') ? given[at] !== '' : part === given[at]))
  );
}
