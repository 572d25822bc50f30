import { englishAuditTexts } from '../../../audit-words/texts/en.ts';
import type { ConsoleTexts } from './console-texts.ts';

export const englishConsoleTexts: ConsoleTexts = {
  ...englishAuditTexts,
  lang: 'en',
  dir: 'ltr',
  brand: 'Latchkey console',
  footer: 'Secured by Latchkey',
  errorPrefix: 'Error: ',
  errorTitle: 'Please check this',
  optional: 'optional',
  skip: 'Skip to content',
  navLabel: 'Console',
  languageLabel: 'Language',
  sections: {
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
  copy: 'Copy',
  copied: 'Copied',
  none: 'none',

  // messages that any page can show
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
  tooMany: (seconds) => ({
    title: 'Please wait',
    text: `Too many requests. Wait ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`,
  }),
  restarting: { title: 'One moment', text: 'The bot is restarting. Reload this page in a few seconds.' },
  failed: (ref) => ({
    title: 'Something went wrong',
    text: `Something went wrong here (${ref}). Nothing was changed. The log has the details under this reference.`,
  }),

  // signing in
  signInTitle: 'Sign in',
  signInLead: (bot) => `For the developers of ${bot}.`,
  nameLabel: 'Name',
  passwordLabel: 'Password',
  signInAction: 'Sign in',
  signedOutNow: 'You are signed out.',
  signInRefused: 'Wrong name or password.',
  signInWait: (seconds) => `Too many wrong passwords. Wait ${seconds} seconds and try again.`,
  openIdAction: 'Sign in with your company account',
  openIdOr: 'or with a password',
  openIdMoving: { title: 'Taking you to your company’s sign-in', text: 'If nothing happens, use the link.' },
  openIdMovingAction: 'Continue to the sign-in',
  openIdRefused:
    'Your company account is not allowed to sign in here. Ask the people who set up the console to allow it.',
  openIdFailed: 'The sign-in with your company account failed. Try again.',
  openIdCancelled: 'You cancelled the sign-in with your company account. Nothing was changed.',
  openIdUnreachable: 'Your company’s sign-in is not responding. Try again in a few minutes.',
  openIdMisconfigured: (reason) =>
    `The console’s settings do not match your company’s sign-in (${reason}). Check openId.issuer, clientId, clientSecret and the redirect URI registered there.`,

  // first run
  setupTitle: 'Set up the console',
  setupLead: (bot) => `Nobody has an account here yet. Choose a name and a password to manage ${bot}.`,
  setupTokenLabel: 'Setup token',
  setupTokenHint: 'It is in the bot’s log. It works once, for 30 minutes.',
  setupTokenRefused:
    'This setup token is wrong, expired or already used, or a later start replaced it. Restart the bot to get a new one.',
  setupNameHint: 'For example your e-mail address.',
  newPasswordLabel: 'New password',
  newPasswordHint:
    'At least 12 characters. Four or more words make a good password; one from a password manager is better.',
  repeatLabel: 'New password again',
  setupAction: 'Create the account and sign in',
  passwordsDiffer: 'The two passwords do not match.',
  passwordProblem: (reason) => {
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

  // proving one's identity again
  proofLabel: 'Your password',
  proofHint: 'We ask because this cannot be undone, or gives others access.',
  proofMissing: 'Enter your password to continue.',
  proofWrong: 'This password is wrong.',
  proofByCompany: 'You can do this for five minutes after signing in with your company account.',
  proofByCompanyAction: 'Confirm that it’s you',
  proofTitle: 'Confirm that it’s you',
  proofLead: 'Sign in with your company account again. You will come back to this page.',

  // integrations
  integrationsTitle: 'Integrations',
  integrationsLead: (bot) => `The products that ${bot} works with, and whose accounts it uses.`,
  integrationsInUse: 'In use',
  integrationsOthers: 'Not used yet',
  searchLabel: 'Search for a product',
  searchAction: 'Search',
  searchAll: 'Show all',
  searchNothing: (search) => `No product is called “${search}”. You can add any product with a definition of your own.`,
  catalogTitle: 'In the catalogue',
  catalogLead: 'Products that you can add to this bot. Each command adds one to your integrations folder.',
  columnWays: 'Ways to connect',
  columnVerified: 'Compared with its documentation',
  columnAdd: 'Add it',
  catalogVerified: (on, unverified) => {
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
  },
  stateNote: ({ state, mode, name, profiles }) => {
    switch (state) {
      case 'enabled':
        return mode === 'users'
          ? `People are asked for their own ${name} account in the conversation when something needs it.`
          : `Everybody you share it with uses one ${name} account.`;
      case 'configured':
        return 'Everything is ready, but the integration is switched off. Enable it below.';
      case 'needs_attention':
        return mode === 'users'
          ? 'The selected profile no longer exists. Select another.'
          : `The shared ${name} account no longer works, or the selected profile no longer exists. Authorize it again.`;
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
  accountAt: (account, place) => `${account} at ${place}`,
  columnIntegration: 'Integration',
  columnState: 'State',
  columnWho: 'Who authorizes',
  whoAuthorizes: (mode, account, audience) => {
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
  profileEachHint: (ways) => `From the built-in profiles: ${ways}.`,
  builtIn: 'built in',
  systemApp: 'with the app that the code sets up',
  ownProfile: 'your own',
  saveWho: 'Save who authorizes',
  createProfile: 'Create a new profile',
  profileMissing: 'Select the profile to authorize with.',
  profileNotForPeople:
    'With this profile the bot signs in as itself, so people cannot be asked for an account. Select another profile, or connect one shared account.',
  offlineTitle: (name) => `Switch ${name} off for now?`,
  offlineLead: 'Pre-authorized, it first needs an account that you authorize. Then you enable it again.',
  offlineUntil: (name) => `Until then the bot refuses everything that needs ${name}.`,
  offlineOwn: (name) => `People can no longer use their own ${name} accounts with the bot. Their connections are kept.`,
  offlineAction: 'Switch off and pre-authorize',
  stepAuthorize: 'Authorize',
  stepAuthorizeLead: (name) => `Connect the ${name} account that others will use.`,
  authorizeByOAuth: (name) => `You sign in to ${name} and come back here.`,
  authorizeAction: (name) => `Authorize at ${name}`,
  authorizeKeyAction: 'Authorize',
  authorizeAgain: 'Authorize again, or with another account',
  authorized: (account) => `Authorized as ${account}.`,
  authorizedOtherwise: (account) =>
    `Authorized as ${account}, but not with the selected profile. Authorize again to use it.`,
  authorizedEnds: (product, day, why) =>
    why === 'unused'
      ? `${product} ends this access on ${day} (UTC) if nobody uses it before then. Any action that uses it postpones that.`
      : `${product} ends this access on ${day} (UTC). Authorize it again before then.`,
  authorizedDead: (account) => `${account} no longer works. Authorize again.`,
  authorizeRefused: (name) => `${name} rejected what was entered. Nothing was saved.`,
  authorizeUnreachable: (name) => `${name} did not respond. Nothing was saved. Try again in a few minutes.`,
  authorizeUnknownTenant: (name) =>
    `No app is registered for this ${name} address. Register one, or select another profile.`,
  authorizeOtherHost: (host) =>
    `The browser returns to ${host} after signing in, so this only works from the console at that address. Open the console there.`,
  movingTitle: (name) => `Taking you to ${name}`,
  movingText: 'If nothing happens, use the button.',
  stepAudience: 'Who can use it',
  stepAudienceLead: (account) =>
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
  audienceKnown: 'People who asked and were refused, are connected, or are being asked to connect:',
  audienceUsersNotWhole: (users) => `Write each user as channel/tenant/user. This is missing here: ${users.join(', ')}`,
  audienceListMissing: 'Enter at least one id, one per line.',
  audienceMissing: 'Choose who can use it.',
  audienceAction: 'Save who can use it',
  stepEnable: 'Enable',
  isEnabled: (name) => `${name} is enabled: the bot uses it.`,
  isDisabled: (name) => `${name} is disabled: the bot refuses requests that need it. The configuration is kept.`,
  isNotReady: (mode) =>
    mode === 'users'
      ? 'It can be used once you have chosen above who authorizes, and with which profile.'
      : 'It can be enabled once an account is authorized.',
  enable: 'Enable',
  disable: 'Disable',
  notAuthorized: 'Authorize an account first, then enable it.',
  nobodyYet: 'Nobody can use the account yet. Choose who can in the step above.',
  callbackTitle: 'Callback URL',
  callbackHint: (name) => `Register this URL at ${name}, exactly as shown. Click it to select it.`,
  guideTitle: 'Where to find it:',
  guideOpen: (name) => `Open ${name}`,
  scopesLabel: 'Permissions that the bot asks for',
  moreTitle: 'More',
  showConnections: (name) => `Connections to ${name}`,
  showProfiles: 'Authorization profiles',
  revokeAllLink: 'Revoke all connections …',
  deleteLink: 'Delete the configuration …',
  deleteTitle: (name) => `Delete the configuration of ${name}?`,
  deleteLead: (name) => `This cannot be undone. ${name} returns to the settings in code.`,
  deleteStops: 'What stops working',
  deleteShared: (account) =>
    `The shared account ${account} is removed here, and at the product where possible. Nobody can use it any more.`,
  deleteSelection:
    'These choices are deleted: who authorizes, the selected profile, who can use it, and whether it is enabled.',
  deleteStays: 'Profiles and people’s own connections stay.',
  deleteAction: 'Delete the configuration',
  revokeAllTitle: (name) => `Revoke all connections to ${name}?`,
  revokeAllLead: (count) =>
    `${count} will end here, and at the product where possible. Anyone who needs one is asked to connect again.`,
  revokeAllAction: 'Revoke all of them',
  countConnections: (count) => (count === 1 ? '1 connection' : `${count} connections`),
  revokedMany: (count, name) => `${count === 1 ? '1 connection' : `${count} connections`} to ${name} revoked.`,

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
  },
  kindHint: {
    api_key: 'One key that the person or you enter.',
    basic: 'A user name with a password or a key.',
    oauth2: 'People sign in to the product, with an app that you registered there.',
    client_credentials: 'The bot signs in as itself, so this works only for shared accounts.',
  },
  draft: 'Draft',
  usedBy: (uses) => {
    const connections = uses.connections === 1 ? '1 connection' : `${uses.connections} connections`;
    const parts = [...uses.setups, ...(uses.connections === 0 ? [] : [connections])];
    return parts.length === 0 ? 'nothing' : parts.join(', ');
  },
  edit: 'Edit',
  test: 'Test',
  duplicate: 'Duplicate',
  remove: 'Delete',
  actionOn: (name) => ` ${name}`,
  newProfileTitle: 'Create an authorization profile',
  newProfileLead: 'Which integration is it for, and how does the bot sign in?',
  newProfileIntegration: 'Integration',
  newProfileKind: 'Authorization type',
  newProfileNext: 'Continue',
  editorTitle: (name, kind) => `${name}: ${kind} profile`,
  editorLead: (integration) => `An authorization profile for ${integration}.`,
  profileName: 'Name',
  identityProviderName: 'Identity Provider Name',
  profileNameHint: 'People see this name when they can choose.',
  profileNameMissing: 'Enter a name of at most 100 characters.',
  profileDescription: 'Description',
  baseUrlTitle: 'Base URL',
  notationTitle: 'Names in braces are placeholders',
  notation: {
    '{tenant}': 'is the customer’s own part of the address. Each person enters theirs.',
    '{{siteId}}': 'is the site that was chosen after signing in.',
    '{{accessToken}}': 'is the access token.',
    '{{key}}': 'is what was entered in the form field with this key. Use your own keys.',
    '{{basic}}': 'is the user name and the password, encoded for Basic authentication.',
  },
  checkUrlTitle: 'Authorization Check URL',
  checkUrlHint: (method) => `The bot calls this with ${method} to check what was entered.`,
  clientId: 'Client ID',
  clientIdMissing: 'Enter the client ID of the app that you registered at the product.',
  clientSecret: 'Client Secret Key',
  clientSecretHint: 'Stored encrypted and never shown again. A public client has none.',
  clientSecretKept: (ending, fingerprint) =>
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
  formField: (number) => `Field ${number}`,
  fieldTitle: 'Field Title',
  fieldKey: 'Field Key',
  fieldHint: 'Help Hint',
  fieldType: 'Field Type',
  fieldTypeOptions: { textbox: 'Textbox', password: 'Password (masked)' },
  fieldMandatory: 'Mandatory',
  fieldMandatoryOptions: { yes: 'Yes', no: 'No' },
  userName: 'User name',
  userNameHint:
    'What the user name is made of, for example {{email}}/token. Leave it empty to use the first field that is not masked.',
  passwordTemplate: 'Password',
  passwordTemplateHint: 'What the password is made of. Leave it empty to use the first masked field.',
  placementsTitle: 'Authorization fields',
  placementsLead: 'Where the values go in each request. To remove one, clear its key and its value.',
  placementMore: 'Add an authorization field',
  placement: (number) => `Authorization field ${number}`,
  placementIn: 'Field Type',
  placementInOptions: { header: 'Header', query: 'Query String', body: 'Payload', path: 'Path Param' },
  placementName: 'Field Key',
  placementValue: 'Field Value',
  saveProfile: 'Save the profile',
  saveDraft: 'Save as a draft',
  profileInvalid: 'This profile cannot work yet. Correct it, or save it as a draft. Drafts are not offered to anybody.',
  /** The startup reports the same problems. */
  profileProblem: (problem) => `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`,
  profileSaved: (name) => `“${name}” is saved. Select it on the page of the integration to use it.`,
  draftSaved: (name) => `“${name}” is saved as a draft. Drafts are not offered to anybody.`,
  copyName: (name) => `Copy of ${name}`,
  deleteProfileTitle: (name) => `Delete “${name}”?`,
  deleteProfileLead: 'This cannot be undone.',
  deleteProfileUsedBy: (integration) =>
    `It is selected for ${integration}: nobody can connect there until you select another profile.`,
  deleteProfileConnections: (count) =>
    `${count === 1 ? '1 connection was made with it and ends at once: the person who made it is' : `${count} connections were made with it and end at once: the people who made them are`} asked to connect again. The access at the product stays until it is removed there, so revoke the connections first if it must end too.`,
  deleteProfileUnused: 'Nothing uses it.',
  deleteProfileAction: 'Delete the profile',
  testTitle: (name) => `Test “${name}”`,
  testLead: (integration) => `Makes one harmless call to ${integration} with what you enter. Nothing is saved.`,
  testAction: 'Test',
  testOAuthLead: (integration) =>
    `OAuth is tested by signing in: choose “Pre-authorize” on the page of ${integration}, select this profile and authorize. Nothing is used before you enable it.`,
  testOAuthLink: (integration) => `Open ${integration}`,
  testAccepted: (account) => `It works. This is the account ${account}.`,
  testRefused: (integration) => `${integration} rejected what you entered. Check it and try again.`,
  testUnanswered: (integration) =>
    `${integration} did not respond, so what you entered was not checked. Try again in a few minutes.`,
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
  connectionsEmptyFor: (name) => `Nobody is connected to ${name}.`,
  connectionsSearch: 'Person or account',
  connectionsNotFound: 'There is no such connection.',
  filterIntegration: 'Integration',
  filterAll: 'All',
  filterAction: 'Show',
  columnAccount: 'Account',
  columnOwner: 'Belongs to',
  columnConnected: 'Connected',
  columnUsed: 'Last used',
  neverUsed: 'not yet',
  connectionState: { active: 'Works', needs_reauth: 'Must be connected again' },
  revoke: 'Revoke …',
  revokeTitle: (account, integration) => `Revoke ${account} at ${integration}?`,
  revokeOwn: 'This person is asked to connect again when something needs it.',
  revokeShared: 'Nobody can use this shared account any more.',
  revokeAction: 'Revoke',
  revoked: (account, atProduct) => {
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
  sharedPurpose: 'act for everybody it is shared with',
  columnExpires: 'Expires',
  authorizationState: {
    new: 'Asked; not opened yet',
    claimed: 'Opened in a browser',
    redirected: 'Signing in to the product',
    exchanging: 'Finishing',
    quarantined: 'Waiting for the code in the chat',
    done: 'Done',
    expired: 'Expired',
    failed: 'Failed',
    cancelled: 'Cancelled',
    revoked: 'Revoked',
  },
  stopAuthorization: 'End',
  stopAuthorizationOf: (person, integration) => ` the sign-in of ${person} to ${integration}`,
  authorizationStopped: 'The sign-in was ended, and the bot tells the person.',
  authorizationOver: 'This sign-in was already over.',
  choosingSite: (noun) => `Choosing a ${noun}`,

  // the audit log
  auditLead: 'Who did what, when, and how it went. Newest first. Entries are added, never changed.',
  auditFilterHint: 'Click a name or a subject to see only its entries.',
  auditFilter: 'Filter',
  auditClear: 'Show all',

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
  },
  keyCanGo: 'No record is sealed with it any more. You can remove it from LATCHKEY_KEYS.',
  rotateTitle: 'Rotate',
  rotateSteps: [
    'Add a new key in front of the others in LATCHKEY_KEYS, on every instance, and restart them.',
    'Press the button: everything is sealed again with the new key while the bot keeps running.',
    'When the old key seals nothing any more, remove it from LATCHKEY_KEYS.',
  ],
  rotateAction: 'Seal everything with the first key',
  rotateNothing: 'Everything is already sealed with the first key. To rotate, add a new key in front of it.',
  rotated: (resealed) =>
    `Done: ${resealed === 1 ? '1 record was' : `${resealed} records were`} sealed again. You can remove keys that seal nothing.`,
  rotationUnfinished:
    'Not finished: another process still seals with an older key. Give every process the new key, then press the button again.',

  // the operator's own account
  accountTitle: 'Your account',
  accountLead: (name) => `You are signed in as ${name}.`,
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
  sessionEnded: 'The session was ended.',

  // all developers
  developersLink: 'All developers of this console',
  developersTitle: 'Developers',
  developersLead: 'Everybody who has an account at this console. They can all do the same here.',
  columnSignInWay: 'Signs in with',
  columnSignedIn: 'Last signed in',
  signInWay: {
    password: 'Password',
    company: 'Company account',
    company_refused: 'Company account, which openId.allowed no longer lets in',
  },
  signedInUnknown: 'not known',
  thisIsYou: 'This is you',
  removeDeveloper: 'Remove …',
  removeDeveloperTitle: (name) => `Remove ${name}?`,
  removeDeveloperLead: 'The account at this console is deleted. What this developer set up stays.',
  removeSessions:
    'All sessions of this developer end at once. So does the authorization of a shared account that they have not finished.',
  removeComesBack:
    'openId.allowed still includes this developer. Take them out of it and restart the bot, or they can sign in again.',
  removeLastPassword:
    'Nobody will be left who signs in with a password. Keep openId in the settings, or nobody can sign in.',
  removeDeveloperAction: 'Remove',
  developerRemoved: (name) => `${name} is removed and signed out everywhere.`,
  removeOneself: (alone) => ({
    title: 'You cannot remove yourself',
    text: alone
      ? 'You are the only developer here, and the last account stays. To hand over, allow somebody else in openId.allowed. Once they have signed in, they can remove you.'
      : 'You cannot remove your own account. Ask one of the other developers to do it.',
  }),
};
