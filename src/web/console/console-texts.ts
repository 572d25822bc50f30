import type { IntegrationOverview } from '../../flows/operator/list-integrations.ts';
import type { Authorization } from '../../model/authorization.ts';
import type { Connection } from '../../model/connection.ts';
import type { Audience, Setup } from '../../model/setup.ts';
import { englishAuditTexts } from './audit-texts.ts';

/** Every word of the console, plain text. Override single entries: `{ ...englishConsoleTexts, footer: … }`. */
export type ConsoleTexts = typeof englishConsoleTexts;

/** What a profile is made as. */
export type ProfileKind = 'api_key' | 'basic' | 'oauth2' | 'client_credentials';

export const englishConsoleTexts = {
  lang: 'en',
  dir: 'ltr',
  brand: 'Latchkey console',
  footer: 'Secured by Latchkey',
  errorPrefix: 'Error: ',
  errorTitle: 'Please check this',
  optional: 'optional',
  skip: 'Skip to content',
  navLabel: 'Console',
  places: {
    integrations: 'Integrations',
    profiles: 'Profiles',
    connections: 'Connections',
    authorizations: 'Open authorizations',
    audit: 'Audit log',
    keys: 'Keys',
  },
  signedInAs: 'Your account:',
  signOut: 'Sign out',
  cancel: 'Cancel',
  back: 'Back',
  toStart: 'Go to the console’s start page',
  none: 'none',

  // what can be said of any page
  notFound: { title: 'Not found.', text: 'This page does not exist, or no longer does.' },
  foreignForm: {
    title: 'This form cannot be used',
    text: 'It is too old, or it was not sent from this console. Nothing was changed. Open the page again and repeat your change.',
  },
  signedOut: {
    title: 'You are signed out',
    text: 'Nothing was changed. Sign in and repeat your change.',
  },
  conflict: {
    title: 'Changed in the meantime',
    text: 'Somebody changed this while you had the page open, so your change was not saved. Open the page again.',
  },
  tooMany: (seconds: number) => ({
    title: 'Please wait',
    text: `Too many requests. Wait ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`,
  }),
  restarting: { title: 'One moment', text: 'The bot is restarting. Reload this page in a few seconds.' },
  failed: (ref: string) => ({
    title: 'Something went wrong',
    text: `Something went wrong here (${ref}). Nothing was changed. The log has the details under this reference.`,
  }),

  // signing in
  signInTitle: 'Sign in',
  signInLead: (bot: string) => `For the developers of ${bot}.`,
  nameLabel: 'Name',
  passwordLabel: 'Password',
  signInAction: 'Sign in',
  signedOutNow: 'You are signed out.',
  signInRefused: 'Wrong name or password.',
  signInWait: (seconds: number) => `Too many wrong passwords. Wait ${seconds} seconds and try again.`,
  openIdAction: 'Sign in with your company account',
  openIdOr: 'or with a password',
  openIdMoving: { title: 'Taking you to your company’s sign-in', text: 'If nothing happens, use the link.' },
  openIdMovingAction: 'Continue to the sign-in',
  openIdRefused:
    'Your company account is not allowed to sign in here. Ask the people who set up the console to allow it.',
  openIdFailed: 'The sign-in with your company account failed. Try again.',
  openIdCancelled: 'You cancelled the sign-in with your company account. Nothing was changed.',
  openIdUnreachable: 'Your company’s sign-in is not responding. Try again in a few minutes.',
  openIdMisconfigured: (reason: string) =>
    `The console’s settings do not match your company’s sign-in (${reason}). Check openId.issuer, clientId, clientSecret and the redirect URI registered there.`,

  // first run
  setupTitle: 'Set up the console',
  setupLead: (bot: string) => `Nobody has an account here yet. Choose a name and a password to manage ${bot}.`,
  setupTokenLabel: 'Setup token',
  setupTokenHint: 'It is in the bot’s log. It works once, for 30 minutes.',
  setupTokenRefused:
    'This setup token is wrong, expired or already used, or a later start replaced it. Restart the bot to get a new one.',
  setupNameHint: 'For example your e-mail address.',
  newPasswordLabel: 'New password',
  newPasswordHint:
    'At least 12 characters. Four or more words make a good password; one from a password manager is better.',
  repeatLabel: 'New password once more',
  setupAction: 'Create the account and sign in',
  passwordsDiffer: 'The two passwords do not match.',
  passwordProblem: (reason: string): string => {
    switch (reason) {
      case 'too_short':
        return 'The password needs at least 12 characters.';
      case 'too_long':
        return 'The password is longer than 128 characters.';
      case 'common':
        return 'This is one of the most common passwords. Choose another.';
      case 'contains_name':
        return 'The password must not contain your name.';
      default:
        return 'This password cannot be used. Choose another.';
    }
  },
  nameProblem: 'A name has 2 to 100 characters.',
  notSetUp: {
    title: 'Not set up yet',
    text: 'Nobody has an account here yet. The bot wrote a setup link to its log when it started. Open that link: it works once, for 30 minutes. Restart the bot to get a new one.',
  },

  // proving again who one is
  proofLabel: 'Your password',
  proofHint: 'We ask because this cannot be undone, or gives others access.',
  proofMissing: 'Enter your password to continue.',
  proofWrong: 'This password is wrong.',
  proofByCompany: 'This needs a sign-in with your company account in the last five minutes.',
  proofByCompanyAction: 'Confirm that it’s you',
  proofTitle: 'Confirm that it’s you',
  proofLead: 'Sign in with your company account once more. You will come back to this page.',

  // integrations
  integrationsTitle: 'Integrations',
  integrationsLead: (bot: string) => `The products that ${bot} works with, and whose accounts it uses.`,
  integrationsInUse: 'In use',
  integrationsOthers: 'Not used yet',
  searchLabel: 'Search for a product',
  searchAction: 'Search',
  searchAll: 'Show all',
  searchNothing: (search: string) =>
    `No product is called “${search}”. You can add any product with a definition of your own.`,
  catalogTitle: 'In the catalogue',
  catalogLead: 'Products that you can add to this bot. Each command writes one into your folder of integrations.',
  columnWays: 'Ways to connect',
  columnVerified: 'Compared with its documentation',
  columnAdd: 'Add it',
  catalogVerified: (on: string, unverified: number): string => {
    if (unverified === 0) return `${on}, complete`;
    return `${on}, ${unverified === 1 ? '1 fact was' : `${unverified} facts were`} not found there`;
  },
  integrationsEmpty: {
    title: 'No integrations yet',
    text: 'Add one in code: createAuthorizer({ integrations: [ … ] }). It appears here after the next start.',
  },
  state: {
    not_configured: 'Not configured',
    configured: 'Configured',
    enabled: 'Enabled',
    needs_attention: 'Needs attention',
  } satisfies Record<IntegrationOverview['state'], string>,
  stateNote: ({ state, mode, name, profiles }: Pick<IntegrationOverview, 'state' | 'mode' | 'name' | 'profiles'>) => {
    switch (state) {
      case 'enabled':
        return mode === 'users'
          ? `People are asked for their own ${name} account in the conversation when something needs it.`
          : `Everybody you share it with uses one ${name} account.`;
      case 'configured':
        return 'Everything is ready, but the integration is switched off. Enable it below.';
      case 'needs_attention':
        return mode === 'users'
          ? 'The profile that was selected is gone. Select another.'
          : `The shared ${name} account no longer works, or the selected profile is gone. Authorize it again.`;
      case 'not_configured':
        if (mode === 'users' && profiles.length > 0) {
          return profiles.every(({ grant }) => grant === 'client_credentials')
            ? 'With its profiles the bot signs in as itself, so people cannot be asked for an account. Pre-authorize it, or create a profile for people.'
            : 'No authorization profile is selected yet. Select one below.';
        }
        return mode === 'users'
          ? 'There is no authorization profile yet. Create one first.'
          : `No ${name} account is authorized yet. Go through the steps below.`;
    }
  },
  accountAt: (account: string, place: string) => `${account} at ${place}`,
  columnIntegration: 'Integration',
  columnState: 'State',
  columnWho: 'Who authorizes',
  whoAuthorizes: (mode: Setup['mode'], account: string | undefined, audience: string): string => {
    if (mode === 'users') return 'Each person, in the conversation';
    return account === undefined ? 'You, in advance' : `${account}, for ${audience}`;
  },
  mode: {
    preauthorized: {
      title: 'Pre-authorize the integration',
      hint: 'You connect one account now, and the people you choose use it.',
    },
    users: {
      title: 'Allow users to authorize the integration',
      hint: 'Each person connects an account of their own, in the conversation.',
    },
  },
  stepWho: 'Who authorizes',
  stepWhoLegend: 'Authorization',
  stepProfileLegend: 'Select authorization',
  profileEach: 'Let each person choose',
  profileEachHint: (ways: string) => `From the built-in profiles: ${ways}.`,
  builtIn: 'built in',
  systemApp: 'with the app that the code sets up',
  ownProfile: 'your own',
  saveWho: 'Save who authorizes',
  createProfile: 'Create a new profile',
  profileMissing: 'Select the profile to authorize with.',
  profileNotForPeople:
    'With this profile the bot signs in as itself, so people cannot be asked for an account. Select another profile, or connect one shared account.',
  offlineTitle: (name: string) => `Switch ${name} off for now?`,
  offlineLead: 'Pre-authorized, it first needs an account that you authorize. Then you enable it again.',
  offlineUntil: (name: string) => `Until then the bot refuses everything that needs ${name}.`,
  offlineOwn: (name: string) =>
    `People can no longer use their own ${name} accounts with the bot. Their connections are kept.`,
  offlineAction: 'Switch off and pre-authorize',
  stepAuthorize: 'Authorize',
  stepAuthorizeLead: (name: string) => `Connect the ${name} account that others will use.`,
  authorizeByOAuth: (name: string) => `You sign in at ${name} and come back here.`,
  authorizeAction: (name: string) => `Authorize at ${name}`,
  authorizeKeyAction: 'Authorize',
  authorizeAgain: 'Authorize again, or with another account',
  authorized: (account: string) => `Authorized as ${account}.`,
  authorizedOtherwise: (account: string) =>
    `Authorized as ${account}, but not with the selected profile. Authorize again to use it.`,
  authorizedEnds: (product: string, day: string, why: 'unused' | 'old') =>
    why === 'unused'
      ? `${product} ends this access on ${day} (UTC) if nobody uses it before. Any action with it puts that off.`
      : `${product} ends this access on ${day} (UTC). Authorize it again before then.`,
  authorizedDead: (account: string) => `${account} no longer works. Authorize again.`,
  authorizeRefused: (name: string) => `${name} rejected what was entered. Nothing was saved.`,
  authorizeUnreachable: (name: string) => `${name} did not respond. Nothing was saved. Try again in a few minutes.`,
  authorizeUnknownTenant: (name: string) =>
    `No app is registered for this ${name} address. Register one, or select another profile.`,
  authorizeOtherHost: (host: string) =>
    `The browser returns to ${host} after signing in, so this only works from the console at that address. Open the console there.`,
  movingTitle: (name: string) => `Taking you to ${name}`,
  movingText: 'If nothing happens, use the button.',
  stepAudience: 'Who can use it',
  stepAudienceLead: (account: string) =>
    `The bot acts as ${account} for everybody you choose here. In the chat, the bot says whose account it used.`,
  audienceLegend: 'Who can use it',
  audience: {
    nobody: { title: 'Nobody yet', hint: 'The default.' },
    everyone: { title: 'All users', hint: 'Everybody who can message the bot.' },
    tenants: { title: 'Whole tenants', hint: 'For example the Microsoft Teams tenants listed below.' },
    users: { title: 'Only listed users', hint: 'The people listed below.' },
  },
  audienceListLabel: 'Tenants or users',
  audienceListHint: 'One per line. People do not have to be connected first.',
  audienceHelpTitle: 'How to write tenants and users',
  audienceHelp: [
    'A tenant is written as its ID, for example the tenant ID of Microsoft Entra or the team ID of Slack.',
    'A user is written as channel/tenant/user: the name of the channel, the tenant ID and the user ID.',
    'In Microsoft Teams the user ID is the object ID in Microsoft Entra: msteams/TENANT ID/OBJECT ID.',
    'Where a channel has no tenants, leave that part empty: telegram//USER ID.',
  ],
  audienceKnown: 'People who are connected, or are being asked to connect:',
  audienceUsersNotWhole: (users: readonly string[]) =>
    `Write each user as channel/tenant/user. This is missing here: ${users.join(', ')}`,
  audienceListMissing: 'Enter at least one id, one per line.',
  audienceMissing: 'Choose who can use it.',
  audienceAction: 'Save who can use it',
  audienceInWords: (audience: Audience): string => {
    switch (audience.kind) {
      case 'nobody':
        return 'nobody yet';
      case 'everyone':
        return 'all users';
      case 'tenants':
        return audience.tenants.length === 1 ? 'one tenant' : `${audience.tenants.length} tenants`;
      case 'users':
        return audience.users.length === 1 ? 'one user' : `${audience.users.length} users`;
    }
  },
  stepEnable: 'Enable',
  isEnabled: (name: string) => `${name} is enabled: the bot uses it.`,
  isDisabled: (name: string) =>
    `${name} is disabled: the bot refuses requests that need it. The configuration is kept.`,
  isNotReady: (mode: Setup['mode']): string =>
    mode === 'users'
      ? 'It can be used once you have chosen above who authorizes, and with which profile.'
      : 'It can be enabled once an account is authorized.',
  enable: 'Enable',
  disable: 'Disable',
  notAuthorized: 'Authorize an account first, then enable it.',
  nobodyYet: 'Nobody can use the account yet. Choose who can in the step above.',
  callbackTitle: 'Callback URL',
  callbackHint: (name: string) => `Register this URL at ${name}, exactly as shown. Click it to select it.`,
  guideTitle: (title: string) => `Where to find it: ${title}`,
  guideOpen: (name: string) => `Open ${name}`,
  scopesLabel: 'Permissions that the bot asks for',
  moreTitle: 'More',
  showConnections: (name: string) => `Connections to ${name}`,
  showProfiles: 'Authorization profiles',
  revokeAllLink: 'Revoke all connections …',
  deleteLink: 'Delete the configuration …',
  deleteTitle: (name: string) => `Delete the configuration of ${name}?`,
  deleteLead: (name: string) => `This cannot be undone. ${name} returns to the settings in code.`,
  deleteStops: 'What stops working',
  deleteShared: (account: string) =>
    `The shared account ${account} is removed here, and at the product where possible. Nobody can use it any more.`,
  deleteSelection:
    'These choices are deleted: who authorizes, the selected profile, who can use it, and whether it is enabled.',
  deleteStays: 'Profiles and people’s own connections stay.',
  deleteNothing: 'Nothing is configured here, so there is nothing to delete.',
  deleteAction: 'Delete the configuration',
  revokeAllTitle: (name: string) => `Revoke all connections to ${name}?`,
  revokeAllLead: (count: string) =>
    `${count} will end here, and at the product where possible. Anyone who needs one is asked to connect again.`,
  revokeAllAction: 'Revoke all of them',
  countConnections: (count: number) => (count === 1 ? '1 connection' : `${count} connections`),
  revokedMany: (count: number, name: string) =>
    `${count === 1 ? '1 connection' : `${count} connections`} to ${name} revoked.`,

  // profiles
  profilesTitle: 'Authorization profiles',
  profilesLead:
    'How the bot signs in to a product. Built-in profiles come with the integration; you can change your own.',
  profilesOwn: 'Your own profiles',
  profilesBuiltIn: 'Built in',
  profilesEmpty:
    'You have no profiles of your own yet. You only need one to use an OAuth app that you registered yourself, or another way to sign in.',
  profilesNotFound: 'You have no profile of your own for this product.',
  newProfile: 'Create a profile',
  columnProfile: 'Profile',
  columnKind: 'Authorization type',
  columnUse: 'Used by',
  columnActions: 'Actions',
  kind: {
    api_key: 'API key',
    basic: 'Basic',
    oauth2: 'OAuth 2.0',
    client_credentials: 'OAuth 2.0, client credentials',
  } satisfies Record<ProfileKind, string>,
  kindHint: {
    api_key: 'One key that the person or you enter.',
    basic: 'A user name with a password or a key.',
    oauth2: 'People sign in at the product, with an app that you registered there.',
    client_credentials: 'The bot signs in as itself, so this works only for shared accounts.',
  } satisfies Record<ProfileKind, string>,
  draft: 'Draft',
  usedBy: (uses: { readonly setups: readonly string[]; readonly connections: number }): string => {
    const connections = uses.connections === 1 ? '1 connection' : `${uses.connections} connections`;
    const parts = [...uses.setups, ...(uses.connections === 0 ? [] : [connections])];
    return parts.length === 0 ? 'nothing' : parts.join(', ');
  },
  edit: 'Edit',
  test: 'Test',
  duplicate: 'Duplicate',
  remove: 'Delete',
  actionOn: (name: string) => ` ${name}`,
  newProfileTitle: 'Create an authorization profile',
  newProfileLead: 'Which integration is it for, and how does the bot sign in?',
  newProfileIntegration: 'Integration',
  newProfileKind: 'Authorization type',
  newProfileNext: 'Continue',
  editorTitle: (name: string, kind: string) => `${name}: ${kind} profile`,
  editorLead: (integration: string) => `An authorization profile for ${integration}.`,
  profileName: 'Name',
  identityProviderName: 'Identity Provider Name',
  profileNameHint: 'People see this name when they can choose.',
  profileNameMissing: 'Enter a name of at most 100 characters.',
  profileDescription: 'Description',
  baseUrlTitle: 'Base URL',
  notationTitle: 'Names in braces stand for values',
  notation: {
    '{tenant}': 'is the customer’s own part of the address. Each person enters theirs.',
    '{{siteId}}': 'is the site that was chosen after signing in.',
    '{{accessToken}}': 'is the access token.',
    '{{key}}': 'is what was entered in the form field with this key. Use your own keys.',
    '{{basic}}': 'is the user name and the password, encoded for Basic authentication.',
  },
  checkUrlTitle: 'Authorization Check URL',
  checkUrlHint: (method: string) => `The bot calls this with ${method} to check what was entered.`,
  clientId: 'Client ID',
  clientIdMissing: 'Enter the client ID of the app that you registered at the product.',
  clientSecret: 'Client Secret Key',
  clientSecretHint: 'Stored encrypted and never shown again. A public client has none.',
  clientSecretKept: (ending: string, fingerprint: string) =>
    `Stored: it ends in ${ending}, fingerprint ${fingerprint}. Leave it empty to keep it.`,
  authorizationUrl: 'Authorization URL',
  tokenUrl: 'Token Request URL',
  scope: 'Scope',
  scopeHint: 'Separated by spaces.',
  refreshUrl: 'Refresh Token URL',
  refreshUrlHint: 'Leave it empty to use the token request URL.',
  revocationUrl: 'Revocation URL',
  revocationUrlHint: 'Called to end access when somebody disconnects (RFC 7009).',
  revocationEnds: 'What a revocation ends',
  revocationEndsOptions: {
    grant: 'All access of the account, so wait until no other connection uses it',
    token: 'Only the token that is sent',
  },
  urlProblem: 'Enter a complete https address.',
  additionalFields: 'Additional fields',
  additionalFieldsHint: 'Added to the authorization URL. One per line: key = value',
  tokenFields: 'Additional token fields',
  tokenFieldsHint: 'Added to each token request. One per line: key = value',
  linesProblem: 'Each line needs a key, an equals sign and a value.',
  advanced: 'More settings',
  clientAuthentication: 'Client authentication',
  clientAuthenticationOptions: {
    client_secret_post: 'In the body',
    client_secret_basic: 'In the header (HTTP Basic)',
    none: 'No secret (public client)',
  },
  tokenFormat: 'Format of the token request',
  tokenFormatOptions: { form: 'Form (the standard)', json: 'JSON' },
  pkce: 'PKCE',
  pkceOptions: { on: 'On (the standard)', off: 'Off: only if the server refuses it' },
  formFieldsTitle: 'Form fields',
  formFieldsLead: 'What people are asked for. To remove a field, clear its title and its key.',
  formFieldMore: 'Add a field',
  formField: (number: number) => `Field ${number}`,
  fieldTitle: 'Field Title',
  fieldKey: 'Field Key',
  fieldHint: 'Help Hint',
  fieldType: 'Field Type',
  fieldTypeOptions: { textbox: 'Textbox', password: 'Password (masked)' },
  fieldMandatory: 'Mandatory',
  fieldMandatoryOptions: { yes: 'Yes', no: 'No' },
  fieldKeyProblem:
    'A field key starts with a letter and contains only letters, digits and _. Each key can be used once.',
  fieldTitleProblem: 'A field needs a title.',
  fieldsMissing: 'At least one form field is needed.',
  userName: 'User name',
  userNameHint:
    'What the user name is made of, for example {{email}}/token. Leave it empty to use the first field that is not masked.',
  passwordTemplate: 'Password',
  passwordTemplateHint: 'What the password is made of. Leave it empty to use the first masked field.',
  placementsTitle: 'Authorization fields',
  placementsLead: 'Where the values go in each request. To remove one, clear its key and its value.',
  placementMore: 'Add an authorization field',
  placement: (number: number) => `Authorization field ${number}`,
  placementIn: 'Field Type',
  placementInOptions: { header: 'Header', query: 'Query String', body: 'Payload', path: 'Path Param' },
  placementName: 'Field Key',
  placementValue: 'Field Value',
  placementsMissing: 'At least one authorization field is needed, otherwise no request carries the credential.',
  saveProfile: 'Save the profile',
  saveDraft: 'Save as a draft',
  profileInvalid: 'This profile cannot work yet. Correct it, or save it as a draft. Drafts are not offered to anybody.',
  /** Of the checks that the start makes too; in English. */
  profileProblem: (problem: string) => `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`,
  profileSaved: (name: string) => `“${name}” is saved. Select it on the page of the integration to use it.`,
  draftSaved: (name: string) => `“${name}” is saved as a draft. Drafts are not offered to anybody.`,
  copyName: (name: string) => `Copy of ${name}`,
  deleteProfileTitle: (name: string) => `Delete “${name}”?`,
  deleteProfileLead: 'This cannot be undone.',
  deleteProfileUsedBy: (integration: string) =>
    `It is selected for ${integration}: nobody can connect there until you select another profile.`,
  deleteProfileConnections: (count: number) =>
    `${count === 1 ? '1 connection was made with it and ends at once: whoever made it is' : `${count} connections were made with it and end at once: whoever made them is`} asked to connect again. The access at the product stays until it is removed there, so revoke the connections first if it must end too.`,
  deleteProfileUnused: 'Nothing uses it.',
  deleteProfileAction: 'Delete the profile',
  testTitle: (name: string) => `Test “${name}”`,
  testLead: (integration: string) => `Makes one harmless call to ${integration} with what you enter. Nothing is saved.`,
  testAction: 'Test',
  testOAuthLead: (integration: string) =>
    `OAuth is tested by signing in: choose “Pre-authorize” on the page of ${integration}, select this profile and authorize. Nothing is used before you enable it.`,
  testOAuthLink: (integration: string) => `Open ${integration}`,
  testAccepted: (account: string) => `It works. This is the account ${account}.`,
  testRefused: (integration: string) => `${integration} rejected what you entered. Check it and try again.`,
  testUnanswered: (integration: string, reason: string) =>
    `${integration} did not respond (${reason}), so what you entered was not checked. Try again in a few minutes.`,
  testRequest: 'Request',
  testResponse: 'Response',
  testHeaders: 'Headers',
  testBody: 'Body',
  testStatus: 'Status',
  testMasked: 'Secrets are masked. Only the first 4,000 characters of the response are shown.',

  // connections
  connectionsTitle: 'Connections',
  connectionsLead: 'Connected accounts and their states. Secrets are never shown.',
  connectionsEmpty: {
    title: 'No connections yet',
    text: 'They appear when somebody asks the bot for something that needs an account, or when you pre-authorize an integration.',
  },
  connectionsEmptyFor: (name: string) => `Nobody is connected to ${name}.`,
  filterIntegration: 'Integration',
  filterAll: 'All',
  filterAction: 'Show',
  columnAccount: 'Account',
  columnOwner: 'Belongs to',
  columnConnected: 'Connected',
  columnUsed: 'Last used',
  neverUsed: 'not yet',
  ownerShared: 'shared by the bot’s developers',
  ownerUser: (channel: string) => `in ${channel}`,
  connectionState: { active: 'Works', needs_reauth: 'Must be connected again' } satisfies Record<
    Connection['status'],
    string
  >,
  revoke: 'Revoke …',
  revokeTitle: (account: string, integration: string) => `Revoke ${account} at ${integration}?`,
  revokeOwn: 'This person is asked to connect again when something needs it.',
  revokeShared: 'Nobody can use this shared account any more.',
  revokeAction: 'Revoke',
  revoked: (account: string, atProduct: 'revoked' | 'queued' | 'unsupported' | 'in_use') => {
    switch (atProduct) {
      case 'revoked':
        return `${account} is removed here, and revoked at the product.`;
      case 'in_use':
        return `${account} is removed here. The access at the product stays: another connection of the account uses it.`;
      case 'queued':
        return `${account} is removed here. The product did not respond; the bot will keep trying to revoke it there.`;
      case 'unsupported':
        return `${account} is removed here. The product offers no way to revoke it from here: do it in the product’s settings.`;
    }
  },
  nextPage: 'Next page',
  firstPage: 'First page',

  // authorizations under way
  authorizationsTitle: 'Open authorizations',
  authorizationsLead: 'People who are connecting an account right now. Links expire after ten minutes.',
  authorizationsEmpty: {
    title: 'Nobody is connecting right now',
    text: 'When the bot asks somebody for an account, it appears here until it is done, cancelled or expired.',
  },
  columnAskedFor: 'Asked for by',
  columnPurpose: 'Purpose',
  columnExpires: 'Expires',
  authorizationState: {
    new: 'Asked; not opened yet',
    claimed: 'Opened in a browser',
    redirected: 'Signing in at the product',
    exchanging: 'Finishing',
    quarantined: 'Waiting for the code in the chat',
    done: 'Done',
    expired: 'Expired',
    failed: 'Failed',
    cancelled: 'Cancelled',
    revoked: 'Revoked',
  } satisfies Record<Authorization['status'], string>,
  stopAuthorization: 'End',
  stopAuthorizationOf: (person: string, integration: string) => ` the sign-in of ${person} to ${integration}`,
  authorizationStopped: 'The sign-in is ended, and the bot tells the person.',
  authorizationOver: 'This sign-in was already over.',
  choosingSite: (noun: string) => `Choosing a ${noun}`,

  ...englishAuditTexts,

  // keys
  keysTitle: 'Keys',
  keysLead:
    'The keys that seal everything stored. New records are sealed with the first key of LATCHKEY_KEYS; the others only open older ones.',
  columnKey: 'Key',
  columnRole: 'Use',
  columnRows: 'Records sealed with it',
  keyRole: {
    seals: 'Seals new records',
    opens: 'Opens older records',
    missing: 'Missing: these records cannot be read',
  } as Readonly<Record<string, string>>,
  keyCanGo: 'No record is sealed with it any more. You can remove it from LATCHKEY_KEYS.',
  rotateTitle: 'Rotate',
  rotateSteps: [
    'Add a new key in front of the others in LATCHKEY_KEYS, on every instance, and restart them.',
    'Press the button: everything is sealed again with the new key while the bot keeps running.',
    'When the old key seals nothing any more, remove it from LATCHKEY_KEYS.',
  ],
  rotateAction: 'Seal everything with the first key',
  rotateNothing: 'Everything is already sealed with the first key. To rotate, add a new key in front of it.',
  rotated: (resealed: number) =>
    `Done: ${resealed === 1 ? '1 record was' : `${resealed} records were`} sealed again. You can remove keys that seal nothing.`,
  rotationUnfinished:
    'Not finished: another process still seals with an older key. Give every process the new key, then press the button again.',
  rotationBroken: (count: number) =>
    `${count === 1 ? '1 record does' : `${count} records do`} not open with any key. They are kept.`,

  // the operator's own account
  accountTitle: 'Your account',
  accountLead: (name: string) => `You are signed in as ${name}.`,
  changePasswordTitle: 'Change the password',
  currentPassword: 'Current password',
  changePasswordAction: 'Change the password',
  passwordChanged: 'The password is changed. You are signed out everywhere else.',
  noPassword: 'You sign in with your company account, so there is no password here.',
  sessionsTitle: 'Where you are signed in',
  columnBrowser: 'Browser',
  columnStarted: 'Since',
  thisSession: 'This one',
  endSession: 'End',
  endOthers: 'End all others',
  sessionEnded: 'The session is ended.',
};
