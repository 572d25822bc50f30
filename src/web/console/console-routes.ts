import type { Method } from '../routes.ts';
import { accountPage, changePasswordHere, endSession } from './account-page.ts';
import { auditPage } from './audit-page.ts';
import { authorizationsPage, endAuthorizationHere } from './authorizations-page.ts';
import { connectionsPage, revoke, revokeAll, revokeAllPage, revokePage } from './connections-page.ts';
import { consoleIcon, consoleIntegrationIcon, consoleStylesheetFile } from './console-assets.ts';
import { chooseLanguage } from './console-language.ts';
import type { ConsoleHandler, ConsoleWeb } from './console-web.ts';
import { deleteSetupPage, removeSetup } from './delete-setup-page.ts';
import { developersPage, removeDeveloper, removeDeveloperPage } from './developers-page.ts';
import { setUp, setupPage } from './first-setup.ts';
import { authorize, chooseAudience, chooseWho, disable, enable, integrationPage } from './integration-page.ts';
import { integrationsPage } from './integrations-page.ts';
import { keysPage, rotate } from './keys-page.ts';
import { beginOpenId, finishOpenId, proveByOpenId, provePage } from './openid-sign-in.ts';
import { profileTestPage, runProfileTest } from './profile-test-page.ts';
import {
  changeProfile,
  createProfile,
  deleteProfilePage,
  duplicate,
  newProfilePage,
  profilePage,
  profilesPage,
  removeProfile,
} from './profiles-page.ts';
import { signInHere, signInPage, signOut } from './sign-in-page.ts';

export interface ConsoleRoute {
  readonly method: Method;
  /** Below `/console`. */
  readonly path: string;
  readonly handler: ConsoleHandler;
  /** The limit that requests count towards. */
  readonly limit: keyof ConsoleWeb['limits'] | 'none';
}

export const CONSOLE_ROUTES: readonly ConsoleRoute[] = [
  ...page('', integrationsPage),
  // some people type a slash
  ...page('/', integrationsPage),
  ...page('/integrations/:integration', integrationPage),
  form('/integrations/:integration/who', chooseWho),
  form('/integrations/:integration/authorize', authorize),
  form('/integrations/:integration/audience', chooseAudience),
  form('/integrations/:integration/enable', enable),
  form('/integrations/:integration/disable', disable),
  ...both('/integrations/:integration/delete', deleteSetupPage, removeSetup),
  ...both('/integrations/:integration/revoke-all', revokeAllPage, revokeAll),
  ...both('/integrations/:integration/profiles/:profile/test', profileTestPage, runProfileTest),
  ...page('/profiles', profilesPage),
  ...both('/profiles/new', newProfilePage, createProfile),
  ...both('/profiles/:id', profilePage, changeProfile),
  form('/profiles/:id/duplicate', duplicate),
  ...both('/profiles/:id/delete', deleteProfilePage, removeProfile),
  ...page('/connections', connectionsPage),
  ...both('/connections/:id/revoke', revokePage, revoke),
  ...page('/authorizations', authorizationsPage),
  form('/authorizations/:id/end', endAuthorizationHere),
  ...page('/audit', auditPage),
  ...both('/keys', keysPage, rotate),
  ...page('/account', accountPage),
  { ...form('/account/password', changePasswordHere), limit: 'signIn' },
  form('/account/sessions', endSession),
  ...page('/developers', developersPage),
  ...both('/developers/:id/remove', removeDeveloperPage, removeDeveloper),
  ...page('/sign-in', signInPage),
  { ...form('/sign-in', signInHere), limit: 'signIn' },
  form('/sign-out', signOut),
  form('/language', chooseLanguage),
  ...page('/setup', setupPage),
  { ...form('/setup', setUp), limit: 'signIn' },
  { ...form('/openid', beginOpenId), limit: 'signIn' },
  { method: 'GET', path: '/openid/callback', handler: finishOpenId, limit: 'signIn' },
  ...both('/prove', provePage, proveByOpenId),
  ...page('/assets/console.css', consoleStylesheetFile, 'none'),
  ...page('/assets/icon.svg', consoleIcon, 'none'),
  ...page('/assets/icons/:integration', consoleIntegrationIcon, 'none'),
];

/** HEAD is handled as GET; Node leaves out the body. */
function page(path: string, handler: ConsoleHandler, limit: ConsoleRoute['limit'] = 'page'): readonly ConsoleRoute[] {
  return [
    { method: 'GET', path, handler, limit },
    { method: 'HEAD', path, handler, limit },
  ];
}

function form(path: string, handler: ConsoleHandler): ConsoleRoute {
  return { method: 'POST', path, handler, limit: 'page' };
}

function both(path: string, shown: ConsoleHandler, sent: ConsoleHandler): readonly ConsoleRoute[] {
  return [...page(path, shown), form(path, sent)];
}
