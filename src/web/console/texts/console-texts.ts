import type { AuditTexts } from '../../../audit-words/texts/audit-texts.ts';
import type { IntegrationOverview } from '../../../flows/operator/list-integrations.ts';
import type { AuthorizationStatus } from '../../../model/authorization.ts';
import type { Connection } from '../../../model/connection.ts';
import type { Setup } from '../../../model/setup.ts';

/** How the bot signs in with a profile. */
export type ProfileKind = 'api_key' | 'basic' | 'oauth2' | 'client_credentials';

/** Everything the console shows in one language, as plain text. A deployment can override each member (`consoleHandler({ texts })`). */
export interface ConsoleTexts extends AuditTexts {
  /** BCP 47, for `<html lang>`, dates and numbers. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly brand: string;
  readonly footer: string;
  /** Put before the page's title while its form has an error. */
  readonly errorPrefix: string;
  /** Before the list of errors. */
  readonly errorTitle: string;
  readonly optional: string;
  /** The first link of every page, for people who use the keyboard. */
  readonly skip: string;
  /** Names the navigation for screen readers. */
  readonly navLabel: string;
  /** Before the names of the languages. */
  readonly languageLabel: string;
  readonly sections: {
    readonly integrations: string;
    readonly profiles: string;
    readonly connections: string;
    readonly authorizations: string;
    readonly audit: string;
    readonly keys: string;
  };
  readonly signedInAs: string;
  readonly signOut: string;
  readonly cancel: string;
  readonly back: string;
  readonly toStart: string;
  /** The button that copies the value next to it. */
  readonly copy: string;
  /** Shown after copying. */
  readonly copied: string;
  /** For an empty list. */
  readonly none: string;
  readonly notFound: { readonly title: string; readonly text: string };
  /** The form is too old, or another site sent it. */
  readonly foreignForm: { readonly title: string; readonly text: string };
  /** The session ended before the form was sent. */
  readonly signedOut: { readonly title: string; readonly text: string };
  /** Another developer has changed the same thing. */
  readonly conflict: { readonly title: string; readonly text: string };
  readonly tooMany: (seconds: number) => { readonly title: string; readonly text: string };
  readonly restarting: { readonly title: string; readonly text: string };
  /** An error of ours. `ref` is the reference in the log. */
  readonly failed: (ref: string) => { readonly title: string; readonly text: string };
  readonly signInTitle: string;
  readonly signInLead: (bot: string) => string;
  readonly nameLabel: string;
  readonly passwordLabel: string;
  readonly signInAction: string;
  readonly signedOutNow: string;
  readonly signInRefused: string;
  readonly signInWait: (seconds: number) => string;
  readonly openIdAction: string;
  readonly openIdOr: string;
  readonly openIdMoving: { readonly title: string; readonly text: string };
  readonly openIdMovingAction: string;
  readonly openIdRefused: string;
  readonly openIdFailed: string;
  readonly openIdCancelled: string;
  readonly openIdUnreachable: string;
  /** `reason` is a technical reason in English. */
  readonly openIdMisconfigured: (reason: string) => string;
  readonly setupTitle: string;
  readonly setupLead: (bot: string) => string;
  readonly setupTokenLabel: string;
  readonly setupTokenHint: string;
  readonly setupTokenRefused: string;
  readonly setupNameHint: string;
  readonly newPasswordLabel: string;
  readonly newPasswordHint: string;
  readonly repeatLabel: string;
  readonly setupAction: string;
  readonly passwordsDiffer: string;
  readonly passwordProblem: (reason: string) => string;
  readonly nameProblem: string;
  readonly notSetUp: { readonly title: string; readonly text: string };
  /** Asked before changes that cannot be undone. */
  readonly proofLabel: string;
  readonly proofHint: string;
  readonly proofMissing: string;
  readonly proofWrong: string;
  /** The same for developers without a password. */
  readonly proofByCompany: string;
  readonly proofByCompanyAction: string;
  readonly proofTitle: string;
  readonly proofLead: string;
  readonly integrationsTitle: string;
  readonly integrationsLead: (bot: string) => string;
  readonly integrationsInUse: string;
  readonly integrationsOthers: string;
  readonly searchLabel: string;
  readonly searchAction: string;
  readonly searchAll: string;
  readonly searchNothing: (search: string) => string;
  readonly catalogTitle: string;
  readonly catalogLead: string;
  readonly columnWays: string;
  readonly columnVerified: string;
  readonly columnAdd: string;
  /** `on` is a date in words. `unverified` is the number of facts that the documentation does not contain. */
  readonly catalogVerified: (on: string, unverified: number) => string;
  readonly integrationsEmpty: { readonly title: string; readonly text: string };
  readonly state: Readonly<Record<IntegrationOverview['state'], string>>;
  /** What the state means, and what to do about it. */
  readonly stateNote: (overview: Pick<IntegrationOverview, 'state' | 'mode' | 'name' | 'profiles'>) => string;
  /** An account at one site or customer of a product. */
  readonly accountAt: (account: string, place: string) => string;
  readonly columnIntegration: string;
  readonly columnState: string;
  readonly columnWho: string;
  /** `account` is the shared account, `audience` the result of `audienceInWords`. */
  readonly whoAuthorizes: (mode: Setup['mode'], account: string | undefined, audience: string) => string;
  readonly mode: {
    readonly preauthorized: { readonly title: string; readonly hint: string };
    readonly users: { readonly title: string; readonly hint: string };
  };
  readonly stepWho: string;
  readonly stepWhoLegend: string;
  readonly stepProfileLegend: string;
  readonly profileEach: string;
  readonly profileEachHint: (ways: string) => string;
  readonly builtIn: string;
  readonly systemApp: string;
  readonly ownProfile: string;
  readonly saveWho: string;
  readonly createProfile: string;
  readonly profileMissing: string;
  /** The selected profile is for client credentials. */
  readonly profileNotForPeople: string;
  /** Asks before a change that takes the integration offline. */
  readonly offlineTitle: (name: string) => string;
  readonly offlineLead: string;
  readonly offlineUntil: (name: string) => string;
  readonly offlineOwn: (name: string) => string;
  readonly offlineAction: string;
  readonly stepAuthorize: string;
  readonly stepAuthorizeLead: (name: string) => string;
  readonly authorizeByOAuth: (name: string) => string;
  readonly authorizeAction: (name: string) => string;
  readonly authorizeKeyAction: string;
  readonly authorizeAgain: string;
  readonly authorized: (account: string) => string;
  /** The account was authorized with another profile than the selected one. */
  readonly authorizedOtherwise: (account: string) => string;
  /** `day` is a date in words, in UTC. */
  readonly authorizedEnds: (product: string, day: string, why: 'unused' | 'old') => string;
  /** The product no longer accepts the access of the shared account. */
  readonly authorizedDead: (account: string) => string;
  readonly authorizeRefused: (name: string) => string;
  readonly authorizeUnreachable: (name: string) => string;
  readonly authorizeUnknownTenant: (name: string) => string;
  /** The console was opened at another address than the one that browsers return to. */
  readonly authorizeOtherHost: (host: string) => string;
  readonly movingTitle: (name: string) => string;
  readonly movingText: string;
  readonly stepAudience: string;
  readonly stepAudienceLead: (account: string) => string;
  readonly audienceLegend: string;
  readonly audience: {
    readonly nobody: { readonly title: string; readonly hint: string };
    readonly everyone: { readonly title: string; readonly hint: string };
    readonly tenants: { readonly title: string; readonly hint: string };
    readonly users: { readonly title: string; readonly hint: string };
  };
  readonly audienceListLabel: string;
  readonly audienceListHint: string;
  readonly audienceHelpTitle: string;
  readonly audienceHelp: readonly string[];
  /** Before the ids of people who have used the bot recently. */
  readonly audienceKnown: string;
  /** Some lines are incomplete. */
  readonly audienceUsersNotWhole: (users: readonly string[]) => string;
  readonly audienceListMissing: string;
  readonly audienceMissing: string;
  readonly audienceAction: string;
  readonly stepEnable: string;
  readonly isEnabled: (name: string) => string;
  readonly isDisabled: (name: string) => string;
  /** Why the integration cannot be enabled yet. */
  readonly isNotReady: (mode: Setup['mode']) => string;
  readonly enable: string;
  readonly disable: string;
  readonly notAuthorized: string;
  readonly nobodyYet: string;
  readonly callbackTitle: string;
  readonly callbackHint: (name: string) => string;
  /** Before the title of a guide, which is English. */
  readonly guideTitle: string;
  readonly guideOpen: (name: string) => string;
  readonly scopesLabel: string;
  readonly moreTitle: string;
  readonly showConnections: (name: string) => string;
  readonly showProfiles: string;
  readonly revokeAllLink: string;
  readonly deleteLink: string;
  readonly deleteTitle: (name: string) => string;
  readonly deleteLead: (name: string) => string;
  readonly deleteStops: string;
  readonly deleteShared: (account: string) => string;
  readonly deleteSelection: string;
  readonly deleteStays: string;
  readonly deleteAction: string;
  readonly revokeAllTitle: (name: string) => string;
  /** `count` as `countConnections()` returns it. */
  readonly revokeAllLead: (count: string) => string;
  readonly revokeAllAction: string;
  readonly countConnections: (count: number) => string;
  readonly revokedMany: (count: number, name: string) => string;
  readonly profilesTitle: string;
  readonly profilesLead: string;
  readonly profilesOwn: string;
  readonly profilesBuiltIn: string;
  readonly profilesEmpty: string;
  readonly profilesNotFound: string;
  readonly newProfile: string;
  readonly columnProfile: string;
  readonly columnKind: string;
  readonly columnUse: string;
  readonly columnActions: string;
  readonly kind: Readonly<Record<ProfileKind, string>>;
  readonly kindHint: Readonly<Record<ProfileKind, string>>;
  readonly draft: string;
  readonly usedBy: (uses: { readonly setups: readonly string[]; readonly connections: number }) => string;
  readonly edit: string;
  readonly test: string;
  readonly duplicate: string;
  readonly remove: string;
  /** Added to the text of a link for screen readers. */
  readonly actionOn: (name: string) => string;
  readonly newProfileTitle: string;
  readonly newProfileLead: string;
  readonly newProfileIntegration: string;
  readonly newProfileKind: string;
  readonly newProfileNext: string;
  readonly editorTitle: (name: string, kind: string) => string;
  readonly editorLead: (integration: string) => string;
  readonly profileName: string;
  readonly identityProviderName: string;
  readonly profileNameHint: string;
  readonly profileNameMissing: string;
  readonly profileDescription: string;
  readonly baseUrlTitle: string;
  readonly notationTitle: string;
  /** What the placeholders in a profile mean. */
  readonly notation: {
    readonly '{tenant}': string;
    readonly '{{siteId}}': string;
    readonly '{{accessToken}}': string;
    readonly '{{key}}': string;
    readonly '{{basic}}': string;
  };
  readonly checkUrlTitle: string;
  readonly checkUrlHint: (method: string) => string;
  readonly clientId: string;
  readonly clientIdMissing: string;
  readonly clientSecret: string;
  readonly clientSecretHint: string;
  /** `ending` and `fingerprint` let a developer recognise the stored secret. */
  readonly clientSecretKept: (ending: string, fingerprint: string) => string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly scope: string;
  readonly scopeHint: string;
  readonly refreshUrl: string;
  readonly refreshUrlHint: string;
  readonly revocationUrl: string;
  readonly revocationUrlHint: string;
  readonly revocationEnds: string;
  readonly revocationEndsOptions: {
    readonly grant: string;
    readonly token: string;
  };
  readonly additionalFields: string;
  readonly additionalFieldsHint: string;
  readonly tokenFields: string;
  readonly tokenFieldsHint: string;
  readonly linesProblem: string;
  readonly advanced: string;
  readonly clientAuthentication: string;
  readonly clientAuthenticationOptions: {
    readonly client_secret_post: string;
    readonly client_secret_basic: string;
    readonly none: string;
  };
  readonly tokenFormat: string;
  readonly tokenFormatOptions: {
    readonly form: string;
    readonly json: string;
  };
  readonly pkce: string;
  readonly pkceOptions: {
    readonly on: string;
    readonly off: string;
  };
  readonly formFieldsTitle: string;
  readonly formFieldsLead: string;
  readonly formFieldMore: string;
  readonly formField: (number: number) => string;
  readonly fieldTitle: string;
  readonly fieldKey: string;
  readonly fieldHint: string;
  readonly fieldType: string;
  readonly fieldTypeOptions: {
    readonly textbox: string;
    readonly password: string;
  };
  readonly fieldMandatory: string;
  readonly fieldMandatoryOptions: {
    readonly yes: string;
    readonly no: string;
  };
  readonly userName: string;
  readonly userNameHint: string;
  readonly passwordTemplate: string;
  readonly passwordTemplateHint: string;
  readonly placementsTitle: string;
  readonly placementsLead: string;
  readonly placementMore: string;
  readonly placement: (number: number) => string;
  readonly placementIn: string;
  readonly placementInOptions: {
    readonly header: string;
    readonly query: string;
    readonly body: string;
    readonly path: string;
  };
  readonly placementName: string;
  readonly placementValue: string;
  readonly saveProfile: string;
  readonly saveDraft: string;
  readonly profileInvalid: string;
  /** `problem` is a sentence without a full stop, as `defineIntegration` reports it. */
  readonly profileProblem: (problem: string) => string;
  readonly profileSaved: (name: string) => string;
  readonly draftSaved: (name: string) => string;
  readonly copyName: (name: string) => string;
  readonly deleteProfileTitle: (name: string) => string;
  readonly deleteProfileLead: string;
  readonly deleteProfileUsedBy: (integration: string) => string;
  readonly deleteProfileConnections: (count: number) => string;
  readonly deleteProfileUnused: string;
  readonly deleteProfileAction: string;
  readonly testTitle: (name: string) => string;
  readonly testLead: (integration: string) => string;
  readonly testAction: string;
  readonly testOAuthLead: (integration: string) => string;
  readonly testOAuthLink: (integration: string) => string;
  readonly testAccepted: (account: string) => string;
  readonly testRefused: (integration: string) => string;
  /** `reason` is a technical reason in English. */
  readonly testUnanswered: (integration: string) => string;
  readonly testRequest: string;
  readonly testResponse: string;
  readonly testHeaders: string;
  readonly testBody: string;
  readonly testStatus: string;
  readonly testMasked: string;
  readonly connectionsTitle: string;
  readonly connectionsLead: string;
  readonly connectionsEmpty: { readonly title: string; readonly text: string };
  readonly connectionsEmptyFor: (name: string) => string;
  /** Label of the search in the list of connections. */
  readonly connectionsSearch: string;
  /** No connection matches the filters. */
  readonly connectionsNotFound: string;
  readonly filterIntegration: string;
  readonly filterAll: string;
  readonly filterAction: string;
  readonly columnAccount: string;
  readonly columnOwner: string;
  readonly columnConnected: string;
  readonly columnUsed: string;
  readonly neverUsed: string;
  readonly connectionState: Readonly<Record<Connection['status'], string>>;
  readonly revoke: string;
  readonly revokeTitle: (account: string, integration: string) => string;
  readonly revokeOwn: string;
  readonly revokeShared: string;
  readonly revokeAction: string;
  readonly revoked: (account: string, atProduct: 'revoked' | 'queued' | 'unsupported' | 'in_use') => string;
  readonly nextPage: string;
  readonly firstPage: string;
  readonly authorizationsTitle: string;
  readonly authorizationsLead: string;
  readonly authorizationsEmpty: { readonly title: string; readonly text: string };
  readonly columnAskedFor: string;
  readonly columnPurpose: string;
  /** Why a developer connects an account that is shared. */
  readonly sharedPurpose: string;
  readonly columnExpires: string;
  readonly authorizationState: Readonly<Record<AuthorizationStatus, string>>;
  readonly stopAuthorization: string;
  /** Added to the text of the button for screen readers. */
  readonly stopAuthorizationOf: (person: string, integration: string) => string;
  readonly authorizationStopped: string;
  readonly authorizationOver: string;
  /** `noun` is what the product calls a site. */
  readonly choosingSite: (noun: string) => string;
  readonly keysTitle: string;
  readonly keysLead: string;
  readonly columnKey: string;
  readonly columnRole: string;
  readonly columnRows: string;
  readonly keyRole: Readonly<Record<'seals' | 'opens' | 'missing', string>> & Readonly<Record<string, string>>;
  readonly keyCanGo: string;
  readonly rotateTitle: string;
  readonly rotateSteps: readonly string[];
  readonly rotateAction: string;
  readonly rotateNothing: string;
  /** `resealed` is the number of records. */
  readonly rotated: (resealed: number) => string;
  readonly rotationUnfinished: string;
  readonly accountTitle: string;
  readonly accountLead: (name: string) => string;
  readonly changePasswordTitle: string;
  readonly currentPassword: string;
  readonly changePasswordAction: string;
  readonly passwordChanged: string;
  readonly noPassword: string;
  readonly sessionsTitle: string;
  readonly columnBrowser: string;
  readonly columnStarted: string;
  readonly thisSession: string;
  readonly endSession: string;
  readonly endOthers: string;
  readonly sessionEnded: string;
  /** The link from the developer's own account to the list of all accounts. */
  readonly developersLink: string;
  readonly developersTitle: string;
  readonly developersLead: string;
  readonly columnSignInWay: string;
  readonly columnSignedIn: string;
  readonly signInWay: Readonly<Record<'password' | 'company' | 'company_refused', string>>;
  readonly signedInUnknown: string;
  readonly thisIsYou: string;
  readonly removeDeveloper: string;
  readonly removeDeveloperTitle: (name: string) => string;
  readonly removeDeveloperLead: string;
  readonly removeSessions: string;
  /** The settings still allow the developer. */
  readonly removeComesBack: string;
  readonly removeLastPassword: string;
  readonly removeDeveloperAction: string;
  readonly developerRemoved: (name: string) => string;
  /** Why nobody removes their own account, and what to do. `alone`: there is no other developer. */
  readonly removeOneself: (alone: boolean) => { readonly title: string; readonly text: string };

  readonly auditLead: string;
  readonly auditFilterHint: string;
  readonly auditFilter: string;
  readonly auditClear: string;
}
