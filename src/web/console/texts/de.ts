import { germanAuditTexts } from '../../../audit-words/texts/de.ts';
import { grammarOf } from '../../../languages/grammar.ts';
import { UNNAMED_BOT } from '../../../languages/unnamed-bot.ts';
import type { ConsoleTexts } from './console-texts.ts';

const { plural } = grammarOf('de');

const NOTHING_CHANGED = 'Es wurde nichts geändert.';
const NOTHING_SAVED = 'Es wurde nichts gespeichert.';

export const germanConsoleTexts: ConsoleTexts = {
  ...germanAuditTexts,
  lang: 'de',
  dir: 'ltr',
  brand: 'Latchkey-Konsole',
  footer: 'Gesichert durch Latchkey',
  errorPrefix: 'Fehler: ',
  errorTitle: 'Bitte prüfen Sie das',
  optional: 'optional',
  skip: 'Zum Inhalt springen',
  navLabel: 'Konsole',
  languageLabel: 'Sprache',
  sections: {
    integrations: 'Integrationen',
    profiles: 'Profile',
    connections: 'Verbindungen',
    authorizations: 'Offene Autorisierungen',
    audit: 'Audit-Log',
    keys: 'Schlüssel',
  },
  signedInAs: 'Ihr Konto:',
  signOut: 'Abmelden',
  cancel: 'Abbrechen',
  back: 'Zurück',
  toStart: 'Zur Startseite der Konsole',
  copy: 'Kopieren',
  copied: 'Kopiert',
  none: 'keine',

  // messages that any page can show
  notFound: { title: 'Nicht gefunden.', text: 'Diese Seite gibt es nicht, oder nicht mehr.' },
  foreignForm: {
    title: 'Dieses Formular ist nicht verwendbar',
    text: `Es ist zu alt, oder es wurde nicht von dieser Konsole gesendet. ${NOTHING_CHANGED} Öffnen Sie die Seite noch einmal und wiederholen Sie Ihre Änderung.`,
  },
  signedOut: {
    title: 'Sie sind abgemeldet',
    text: `${NOTHING_CHANGED} Melden Sie sich an und wiederholen Sie Ihre Änderung.`,
  },
  conflict: {
    title: 'Zwischenzeitlich geändert',
    text: 'Jemand hat das geändert, während Sie die Seite geöffnet hatten. Ihre Änderung wurde deshalb nicht gespeichert. Öffnen Sie die Seite noch einmal.',
  },
  tooMany: (seconds) => ({
    title: 'Bitte warten',
    text: `Zu viele Anfragen. Warten Sie ${plural(seconds, { one: '# Sekunde', other: '# Sekunden' })}.`,
  }),
  restarting: {
    title: 'Einen Moment',
    text: 'Der Bot startet gerade neu. Laden Sie diese Seite in ein paar Sekunden neu.',
  },
  failed: (ref) => ({
    title: 'Etwas ist schiefgegangen',
    text: `Hier ist etwas schiefgegangen (${ref}). ${NOTHING_CHANGED} Einzelheiten stehen unter dieser Referenz im Log.`,
  }),

  // signing in
  signInTitle: 'Anmelden',
  signInLead: (bot) => `Für die Entwickler von ${called(bot, 'diesem Bot')}.`,
  nameLabel: 'Name',
  passwordLabel: 'Passwort',
  signInAction: 'Anmelden',
  signedOutNow: 'Sie sind abgemeldet.',
  signInRefused: 'Name oder Passwort ist falsch.',
  signInWait: (seconds) =>
    `Zu viele falsche Passwörter. Warten Sie ${plural(seconds, { one: '# Sekunde', other: '# Sekunden' })} und versuchen Sie es noch einmal.`,
  openIdAction: 'Mit Ihrem Firmenkonto anmelden',
  openIdOr: 'oder mit einem Passwort',
  openIdMoving: {
    title: 'Weiter zur Anmeldung Ihrer Firma',
    text: 'Falls nichts geschieht, verwenden Sie den Link.',
  },
  openIdMovingAction: 'Weiter zur Anmeldung',
  openIdRefused:
    'Ihr Firmenkonto darf sich hier nicht anmelden. Bitten Sie die Personen, die die Konsole eingerichtet haben, es zuzulassen.',
  openIdFailed: 'Die Anmeldung mit Ihrem Firmenkonto ist fehlgeschlagen. Versuchen Sie es noch einmal.',
  openIdCancelled: `Sie haben die Anmeldung mit Ihrem Firmenkonto abgebrochen. ${NOTHING_CHANGED}`,
  openIdUnreachable: 'Die Anmeldung Ihrer Firma antwortet nicht. Versuchen Sie es in ein paar Minuten noch einmal.',
  openIdMisconfigured: (reason) =>
    `Die Einstellungen der Konsole passen nicht zur Anmeldung Ihrer Firma (${reason}). Prüfen Sie openId.issuer, clientId, clientSecret und die dort registrierte Redirect-URI.`,

  // first run
  setupTitle: 'Konsole einrichten',
  setupLead: (bot) =>
    `Hier hat noch niemand ein Konto. Wählen Sie einen Namen und ein Passwort, um ${called(bot, 'diesen Bot')} zu verwalten.`,
  setupTokenLabel: 'Setup-Token',
  setupTokenHint: 'Es steht im Log des Bots. Es gilt einmal, 30 Minuten lang.',
  setupTokenRefused:
    'Dieses Setup-Token ist falsch, abgelaufen oder schon verwendet, oder ein späterer Start hat es ersetzt. Starten Sie den Bot neu, um ein neues zu bekommen.',
  setupNameHint: 'Zum Beispiel Ihre E-Mail-Adresse.',
  newPasswordLabel: 'Neues Passwort',
  newPasswordHint:
    'Mindestens 12 Zeichen. Vier oder mehr Wörter ergeben ein gutes Passwort; eines aus einem Passwortmanager ist besser.',
  repeatLabel: 'Neues Passwort noch einmal',
  setupAction: 'Konto anlegen und anmelden',
  passwordsDiffer: 'Die beiden Passwörter stimmen nicht überein.',
  passwordProblem: (reason) => {
    switch (reason) {
      case 'too_short':
        return 'Das Passwort braucht mindestens 12 Zeichen.';
      case 'too_long':
        return 'Das Passwort ist länger als 128 Zeichen.';
      case 'common':
        return 'Das ist eines der häufigsten Passwörter. Wählen Sie ein anderes.';
      case 'contains_name':
        return 'Das Passwort darf Ihren Namen nicht enthalten.';
      default:
        return 'Dieses Passwort ist nicht verwendbar. Wählen Sie ein anderes.';
    }
  },
  nameProblem: 'Ein Name hat 2 bis 100 Zeichen.',
  notSetUp: {
    title: 'Noch nicht eingerichtet',
    text: 'Hier hat noch niemand ein Konto. Der Bot hat beim Start einen Link zum Einrichten in sein Log geschrieben. Öffnen Sie diesen Link: Er gilt einmal, 30 Minuten lang. Starten Sie den Bot neu, um einen neuen zu bekommen.',
  },

  // proving one's identity again
  proofLabel: 'Ihr Passwort',
  proofHint: 'Wir fragen danach, weil sich das nicht rückgängig machen lässt oder anderen Zugriff gibt.',
  proofMissing: 'Geben Sie Ihr Passwort ein, um fortzufahren.',
  proofWrong: 'Dieses Passwort ist falsch.',
  proofByCompany: 'Dafür müssen Sie sich in den letzten fünf Minuten mit Ihrem Firmenkonto angemeldet haben.',
  proofByCompanyAction: 'Bestätigen, dass Sie es sind',
  proofTitle: 'Bestätigen Sie, dass Sie es sind',
  proofLead: 'Melden Sie sich noch einmal mit Ihrem Firmenkonto an. Danach kommen Sie auf diese Seite zurück.',

  // integrations
  integrationsTitle: 'Integrationen',
  integrationsLead: (bot) =>
    `Die Produkte, mit denen ${called(bot, 'dieser Bot')} arbeitet, und wessen Konten dafür verwendet werden.`,
  integrationsInUse: 'In Verwendung',
  integrationsOthers: 'Noch nicht verwendet',
  searchLabel: 'Produkt suchen',
  searchAction: 'Suchen',
  searchAll: 'Alle anzeigen',
  searchNothing: (search) =>
    `Kein Produkt heißt „${search}“. Mit einer eigenen Definition können Sie jedes Produkt hinzufügen.`,
  catalogTitle: 'Im Katalog',
  catalogLead:
    'Produkte, die Sie diesem Bot hinzufügen können. Jeder Befehl schreibt eines in Ihren Ordner mit Integrationen.',
  columnWays: 'Arten der Verbindung',
  columnVerified: 'Mit der Dokumentation abgeglichen',
  columnAdd: 'Hinzufügen',
  catalogVerified: (on, unverified) =>
    unverified === 0
      ? `${on}, vollständig`
      : `${on}, ${plural(unverified, { one: '# Angabe wurde', other: '# Angaben wurden' })} dort nicht gefunden`,
  integrationsEmpty: {
    title: 'Noch keine Integrationen',
    text: 'Fügen Sie im Code eine hinzu: createAuthorizer({ integrations: [ … ] }). Nach dem nächsten Start erscheint sie hier.',
  },
  state: {
    not_configured: 'Nicht konfiguriert',
    configured: 'Konfiguriert',
    enabled: 'Aktiviert',
    needs_attention: 'Braucht Aufmerksamkeit',
  },
  stateNote: ({ state, mode, name, profiles }) => {
    switch (state) {
      case 'enabled':
        return mode === 'users'
          ? `Personen werden in der Unterhaltung nach ihrem eigenen ${name}-Konto gefragt, wenn etwas es braucht.`
          : `Alle, für die Sie es freigeben, verwenden ein gemeinsames ${name}-Konto.`;
      case 'configured':
        return 'Alles ist bereit, aber die Integration ist ausgeschaltet. Aktivieren Sie sie unten.';
      case 'needs_attention':
        return mode === 'users'
          ? 'Das ausgewählte Profil gibt es nicht mehr. Wählen Sie ein anderes.'
          : `Das gemeinsame ${name}-Konto funktioniert nicht mehr, oder das ausgewählte Profil gibt es nicht mehr. Autorisieren Sie es noch einmal.`;
      case 'not_configured':
        if (mode === 'users' && profiles.length > 0) {
          return profiles.every(({ grant }) => grant === 'client_credentials')
            ? 'Mit den Profilen dieser Integration meldet sich der Bot als er selbst an. Personen können deshalb nicht nach einem Konto gefragt werden. Autorisieren Sie sie vorab, oder erstellen Sie ein Profil für Personen.'
            : 'Es ist noch kein Autorisierungsprofil ausgewählt. Wählen Sie unten eines aus.';
        }
        return mode === 'users'
          ? 'Es gibt noch kein Autorisierungsprofil. Erstellen Sie zuerst eines.'
          : `Es ist noch kein ${name}-Konto autorisiert. Gehen Sie die Schritte unten durch.`;
    }
  },
  accountAt: (account, place) => `${account} auf ${place}`,
  columnIntegration: 'Integration',
  columnState: 'Status',
  columnWho: 'Wer autorisiert',
  whoAuthorizes: (mode, account, audience) => {
    if (mode === 'users') return 'Jede Person, in der Unterhaltung';
    return account === undefined ? 'Sie, vorab' : `${account}, für ${audience}`;
  },
  mode: {
    preauthorized: {
      title: 'Die Integration vorab autorisieren',
      hint: 'Sie verbinden jetzt ein Konto, und die Personen, die Sie auswählen, verwenden es.',
    },
    users: {
      title: 'Benutzer die Integration autorisieren lassen',
      hint: 'Jede Person verbindet in der Unterhaltung ein eigenes Konto.',
    },
  },
  stepWho: 'Wer autorisiert',
  stepWhoLegend: 'Autorisierung',
  stepProfileLegend: 'Autorisierung auswählen',
  profileEach: 'Jede Person wählen lassen',
  profileEachHint: (ways) => `Aus den eingebauten Profilen: ${ways}.`,
  builtIn: 'eingebaut',
  systemApp: 'mit der App, die der Code einrichtet',
  ownProfile: 'Ihr eigenes',
  saveWho: 'Speichern, wer autorisiert',
  createProfile: 'Neues Profil erstellen',
  profileMissing: 'Wählen Sie das Profil aus, mit dem autorisiert wird.',
  profileNotForPeople:
    'Mit diesem Profil meldet sich der Bot als er selbst an. Personen können deshalb nicht nach einem Konto gefragt werden. Wählen Sie ein anderes Profil, oder verbinden Sie ein gemeinsames Konto.',
  offlineTitle: (name) => `${name} vorerst ausschalten?`,
  offlineLead:
    'Vorab autorisiert braucht die Integration zuerst ein Konto, das Sie autorisieren. Danach aktivieren Sie sie wieder.',
  offlineUntil: (name) => `Bis dahin lehnt der Bot alles ab, was ${name} braucht.`,
  offlineOwn: (name) =>
    `Personen können ihre eigenen ${name}-Konten nicht mehr mit dem Bot verwenden. Ihre Verbindungen bleiben erhalten.`,
  offlineAction: 'Ausschalten und vorab autorisieren',
  stepAuthorize: 'Autorisieren',
  stepAuthorizeLead: (name) => `Verbinden Sie das ${name}-Konto, das andere verwenden werden.`,
  authorizeByOAuth: (name) => `Sie melden sich bei ${name} an und kommen hierher zurück.`,
  authorizeAction: (name) => `Bei ${name} autorisieren`,
  authorizeKeyAction: 'Autorisieren',
  authorizeAgain: 'Noch einmal oder mit einem anderen Konto autorisieren',
  authorized: (account) => `Autorisiert als ${account}.`,
  authorizedOtherwise: (account) =>
    `Autorisiert als ${account}, aber nicht mit dem ausgewählten Profil. Autorisieren Sie noch einmal, um es zu verwenden.`,
  authorizedEnds: (product, day, why) =>
    why === 'unused'
      ? `${product} beendet diesen Zugriff am ${day} (UTC), falls ihn vorher niemand verwendet. Jede Aktion damit schiebt das auf.`
      : `${product} beendet diesen Zugriff am ${day} (UTC). Autorisieren Sie ihn vorher noch einmal.`,
  authorizedDead: (account) => `${account} funktioniert nicht mehr. Autorisieren Sie noch einmal.`,
  authorizeRefused: (name) => `${name} hat die Eingabe abgelehnt. ${NOTHING_SAVED}`,
  authorizeUnreachable: (name) =>
    `${name} hat nicht geantwortet. ${NOTHING_SAVED} Versuchen Sie es in ein paar Minuten noch einmal.`,
  authorizeUnknownTenant: (name) =>
    `Für diese Adresse von ${name} ist keine App registriert. Registrieren Sie eine, oder wählen Sie ein anderes Profil.`,
  authorizeOtherHost: (host) =>
    `Nach der Anmeldung kommt der Browser zu ${host} zurück. Deshalb geht das nur von der Konsole unter dieser Adresse aus. Öffnen Sie die Konsole dort.`,
  movingTitle: (name) => `Weiter zu ${name}`,
  movingText: 'Falls nichts geschieht, verwenden Sie den Knopf.',
  stepAudience: 'Wer es verwenden darf',
  stepAudienceLead: (account) =>
    `Der Bot handelt als ${account} für alle, die Sie hier auswählen. Im Chat sagt der Bot, wessen Konto er verwendet hat.`,
  audienceLegend: 'Wer es verwenden darf',
  audience: {
    nobody: { title: 'Noch niemand', hint: 'Die Voreinstellung.' },
    everyone: { title: 'Alle Benutzer', hint: 'Alle, die dem Bot schreiben können.' },
    tenants: { title: 'Ganze Tenants', hint: 'Zum Beispiel die unten aufgeführten Microsoft-Teams-Tenants.' },
    users: { title: 'Nur aufgeführte Benutzer', hint: 'Die unten aufgeführten Personen.' },
  },
  audienceListLabel: 'Tenants oder Benutzer',
  audienceListHint: 'Pro Zeile ein Eintrag. Die Personen müssen noch nicht verbunden sein.',
  audienceHelpTitle: 'Wie man Tenants und Benutzer schreibt',
  audienceHelp: [
    'Einen Tenant schreiben Sie als seine ID, zum Beispiel die Tenant-ID von Microsoft Entra oder die Team-ID von Slack.',
    'Einen Benutzer schreiben Sie als channel/tenant/user: den Namen des Kanals, die Tenant-ID und die Benutzer-ID.',
    'In Microsoft Teams ist die Benutzer-ID die Objekt-ID in Microsoft Entra: msteams/TENANT ID/OBJECT ID.',
    'Wo ein Kanal keine Tenants hat, lassen Sie diesen Teil leer: telegram//USER ID.',
  ],
  audienceKnown: 'Personen, die gefragt haben und abgelehnt wurden, die verbunden sind oder gerade gefragt werden:',
  audienceUsersNotWhole: (users) =>
    `Schreiben Sie jeden Benutzer als channel/tenant/user. Hier fehlt das: ${users.join(', ')}`,
  audienceListMissing: 'Geben Sie mindestens eine ID ein, pro Zeile eine.',
  audienceMissing: 'Wählen Sie aus, wer es verwenden darf.',
  audienceAction: 'Speichern, wer es verwenden darf',
  stepEnable: 'Aktivieren',
  isEnabled: (name) => `${name} ist aktiviert: Der Bot verwendet es.`,
  isDisabled: (name) =>
    `${name} ist deaktiviert: Der Bot lehnt Anfragen ab, die es brauchen. Die Konfiguration bleibt erhalten.`,
  isNotReady: (mode) =>
    mode === 'users'
      ? 'Die Integration ist verwendbar, sobald Sie oben gewählt haben, wer autorisiert und mit welchem Profil.'
      : 'Die Integration lässt sich aktivieren, sobald ein Konto autorisiert ist.',
  enable: 'Aktivieren',
  disable: 'Deaktivieren',
  notAuthorized: 'Autorisieren Sie zuerst ein Konto, dann aktivieren Sie die Integration.',
  nobodyYet: 'Noch darf niemand das Konto verwenden. Wählen Sie im Schritt oben, wer es darf.',
  callbackTitle: 'Callback-URL',
  callbackHint: (name) =>
    `Registrieren Sie diese URL bei ${name}, genau wie angezeigt. Klicken Sie darauf, um sie zu markieren.`,
  guideTitle: 'Wo Sie es finden:',
  guideOpen: (name) => `${name} öffnen`,
  scopesLabel: 'Berechtigungen, um die der Bot bittet',
  moreTitle: 'Mehr',
  showConnections: (name) => `Verbindungen zu ${name}`,
  showProfiles: 'Autorisierungsprofile',
  revokeAllLink: 'Alle Verbindungen widerrufen …',
  deleteLink: 'Konfiguration löschen …',
  deleteTitle: (name) => `Konfiguration von ${name} löschen?`,
  deleteLead: (name) => `Das lässt sich nicht rückgängig machen. Für ${name} gelten wieder die Einstellungen im Code.`,
  deleteStops: 'Was nicht mehr funktioniert',
  deleteShared: (account) =>
    `Das gemeinsame Konto ${account} wird hier entfernt, und beim Produkt, wo das möglich ist. Niemand kann es mehr verwenden.`,
  deleteSelection:
    'Gelöscht wird, was Sie gewählt haben: wer autorisiert, das Profil, wer es verwenden darf und ob es aktiviert ist.',
  deleteStays: 'Profile und die eigenen Verbindungen der Personen bleiben.',
  deleteAction: 'Konfiguration löschen',
  revokeAllTitle: (name) => `Alle Verbindungen zu ${name} widerrufen?`,
  revokeAllLead: (count) =>
    `Hier enden: ${count}. Beim Produkt enden sie auch, wo das möglich ist. Wer eine braucht, wird noch einmal um die Verbindung gebeten.`,
  revokeAllAction: 'Alle widerrufen',
  countConnections: connections,
  revokedMany: (count, name) => `Zu ${name} widerrufen: ${connections(count)}.`,

  // profiles
  profilesTitle: 'Autorisierungsprofile',
  profilesLead:
    'Wie sich der Bot bei einem Produkt anmeldet. Eingebaute Profile gehören zur Integration; Ihre eigenen können Sie ändern.',
  profilesOwn: 'Ihre eigenen Profile',
  profilesBuiltIn: 'Eingebaut',
  profilesEmpty:
    'Sie haben noch keine eigenen Profile. Sie brauchen nur dann eines, wenn Sie eine selbst registrierte OAuth-App oder eine andere Art der Anmeldung verwenden.',
  profilesNotFound: 'Sie haben kein eigenes Profil für dieses Produkt.',
  newProfile: 'Profil erstellen',
  columnProfile: 'Profil',
  columnKind: 'Autorisierungstyp',
  columnUse: 'Verwendet von',
  columnActions: 'Aktionen',
  kind: {
    api_key: 'API-Schlüssel',
    basic: 'Basic',
    oauth2: 'OAuth 2.0',
    client_credentials: 'OAuth 2.0, Client Credentials',
  },
  kindHint: {
    api_key: 'Ein Schlüssel, den die Person oder Sie eingeben.',
    basic: 'Ein Benutzername mit einem Passwort oder einem Schlüssel.',
    oauth2: 'Personen melden sich beim Produkt an, mit einer App, die Sie dort registriert haben.',
    client_credentials: 'Der Bot meldet sich als er selbst an. Das geht deshalb nur mit gemeinsamen Konten.',
  },
  draft: 'Entwurf',
  usedBy: ({ setups, connections: count }) => {
    const parts = [...setups, ...(count === 0 ? [] : [connections(count)])];
    return parts.length === 0 ? 'nichts' : parts.join(', ');
  },
  edit: 'Bearbeiten',
  test: 'Testen',
  duplicate: 'Duplizieren',
  remove: 'Löschen',
  actionOn: (name) => ` ${name}`,
  newProfileTitle: 'Autorisierungsprofil erstellen',
  newProfileLead: 'Für welche Integration ist es, und wie meldet sich der Bot an?',
  newProfileIntegration: 'Integration',
  newProfileKind: 'Autorisierungstyp',
  newProfileNext: 'Weiter',
  editorTitle: (name, kind) => `${name}: Profil (${kind})`,
  editorLead: (integration) => `Ein Autorisierungsprofil für ${integration}.`,
  profileName: 'Name',
  identityProviderName: 'Name des Identitätsanbieters',
  profileNameHint: 'Diesen Namen sehen Personen, wenn sie wählen können.',
  profileNameMissing: 'Geben Sie einen Namen mit höchstens 100 Zeichen ein.',
  profileDescription: 'Beschreibung',
  baseUrlTitle: 'Basis-URL',
  notationTitle: 'Namen in Klammern stehen für Werte',
  notation: {
    '{tenant}': 'ist der Teil der Adresse, der dem Kunden gehört. Jede Person gibt ihren ein.',
    '{{siteId}}': 'ist die Site, die nach der Anmeldung gewählt wurde.',
    '{{accessToken}}': 'ist das Zugriffstoken.',
    '{{key}}': 'ist, was im Formularfeld mit diesem Schlüssel eingegeben wurde. Verwenden Sie Ihre eigenen Schlüssel.',
    '{{basic}}': 'sind Benutzername und Passwort, kodiert für die Basic-Authentifizierung.',
  },
  checkUrlTitle: 'URL zur Prüfung der Autorisierung',
  checkUrlHint: (method) => `Der Bot ruft sie mit ${method} auf, um die Eingabe zu prüfen.`,
  clientId: 'Client-ID',
  clientIdMissing: 'Geben Sie die Client-ID der App ein, die Sie beim Produkt registriert haben.',
  clientSecret: 'Client-Secret',
  clientSecretHint: 'Wird verschlüsselt gespeichert und nie wieder angezeigt. Ein öffentlicher Client hat keines.',
  clientSecretKept: (ending, fingerprint) =>
    `Gespeichert: endet auf ${ending}, Fingerabdruck ${fingerprint}. Lassen Sie das Feld leer, um es zu behalten.`,
  authorizationUrl: 'Autorisierungs-URL',
  tokenUrl: 'URL für Token-Anfragen',
  scope: 'Scope',
  scopeHint: 'Durch Leerzeichen getrennt.',
  refreshUrl: 'URL für Refresh-Token',
  refreshUrlHint: 'Lassen Sie das Feld leer, um die URL für Token-Anfragen zu verwenden.',
  revocationUrl: 'Widerrufs-URL',
  revocationUrlHint: 'Wird aufgerufen, um den Zugriff zu beenden, wenn jemand die Verbindung trennt (RFC 7009).',
  revocationEnds: 'Was ein Widerruf beendet',
  revocationEndsOptions: {
    grant: 'Den ganzen Zugriff des Kontos: warten, bis keine andere Verbindung ihn verwendet',
    token: 'Nur das gesendete Token',
  },
  additionalFields: 'Zusätzliche Felder',
  additionalFieldsHint: 'Werden an die Autorisierungs-URL angehängt. Pro Zeile eines: key = value',
  tokenFields: 'Zusätzliche Token-Felder',
  tokenFieldsHint: 'Werden jeder Token-Anfrage hinzugefügt. Pro Zeile eines: key = value',
  linesProblem: 'Jede Zeile braucht einen Schlüssel, ein Gleichheitszeichen und einen Wert.',
  advanced: 'Weitere Einstellungen',
  clientAuthentication: 'Client-Authentifizierung',
  clientAuthenticationOptions: {
    client_secret_post: 'Im Body',
    client_secret_basic: 'Im Header (HTTP Basic)',
    none: 'Kein Secret (öffentlicher Client)',
  },
  tokenFormat: 'Format der Token-Anfrage',
  tokenFormatOptions: { form: 'Formular (der Standard)', json: 'JSON' },
  pkce: 'PKCE',
  pkceOptions: { on: 'Ein (der Standard)', off: 'Aus: nur, wenn der Server es ablehnt' },
  formFieldsTitle: 'Formularfelder',
  formFieldsLead: 'Wonach Personen gefragt werden. Um ein Feld zu entfernen, leeren Sie Titel und Schlüssel.',
  formFieldMore: 'Feld hinzufügen',
  formField: (number) => `Feld ${number}`,
  fieldTitle: 'Titel des Felds',
  fieldKey: 'Schlüssel des Felds',
  fieldHint: 'Hilfetext',
  fieldType: 'Typ des Felds',
  fieldTypeOptions: { textbox: 'Textfeld', password: 'Passwort (verdeckt)' },
  fieldMandatory: 'Pflichtfeld',
  fieldMandatoryOptions: { yes: 'Ja', no: 'Nein' },
  userName: 'Benutzername',
  userNameHint:
    'Woraus der Benutzername besteht, zum Beispiel {{email}}/token. Lassen Sie das Feld leer, um das erste unverdeckte Feld zu verwenden.',
  passwordTemplate: 'Passwort',
  passwordTemplateHint:
    'Woraus das Passwort besteht. Lassen Sie das Feld leer, um das erste verdeckte Feld zu verwenden.',
  placementsTitle: 'Autorisierungsfelder',
  placementsLead: 'Wohin die Werte in jeder Anfrage kommen. Um eines zu entfernen, leeren Sie Schlüssel und Wert.',
  placementMore: 'Autorisierungsfeld hinzufügen',
  placement: (number) => `Autorisierungsfeld ${number}`,
  placementIn: 'Ort des Felds',
  placementInOptions: { header: 'Header', query: 'Query-String', body: 'Payload', path: 'Pfadparameter' },
  placementName: 'Schlüssel im Request',
  placementValue: 'Wert im Request',
  saveProfile: 'Profil speichern',
  saveDraft: 'Als Entwurf speichern',
  profileInvalid:
    'Dieses Profil kann noch nicht funktionieren. Korrigieren Sie es, oder speichern Sie es als Entwurf. Entwürfe werden niemandem angeboten.',
  profileProblem: (problem) => `${problem}.`,
  profileSaved: (name) =>
    `„${name}“ ist gespeichert. Wählen Sie das Profil auf der Seite der Integration aus, um es zu verwenden.`,
  draftSaved: (name) => `„${name}“ ist als Entwurf gespeichert. Entwürfe werden niemandem angeboten.`,
  copyName: (name) => `Kopie von ${name}`,
  deleteProfileTitle: (name) => `„${name}“ löschen?`,
  deleteProfileLead: 'Das lässt sich nicht rückgängig machen.',
  deleteProfileUsedBy: (integration) =>
    `Es ist für ${integration} ausgewählt: Dort kann sich niemand verbinden, bis Sie ein anderes Profil auswählen.`,
  deleteProfileConnections: (count) =>
    `${plural(count, { one: '# Verbindung wurde damit hergestellt und endet', other: '# Verbindungen wurden damit hergestellt und enden' })} sofort. Wer sie hergestellt hat, wird noch einmal darum gebeten. Der Zugriff beim Produkt bleibt, bis er dort entfernt wird. Soll er auch enden, widerrufen Sie zuerst die Verbindungen.`,
  deleteProfileUnused: 'Nichts verwendet es.',
  deleteProfileAction: 'Profil löschen',
  testTitle: (name) => `„${name}“ testen`,
  testLead: (integration) =>
    `Macht mit Ihrer Eingabe einen harmlosen Aufruf bei ${integration}. Nichts wird gespeichert.`,
  testAction: 'Testen',
  testOAuthLead: (integration) =>
    `OAuth testen Sie, indem Sie sich anmelden: Wählen Sie auf der Seite von ${integration} „Die Integration vorab autorisieren“, wählen Sie dieses Profil aus und autorisieren Sie. Nichts wird verwendet, bevor Sie die Integration aktivieren.`,
  testOAuthLink: (integration) => `${integration} öffnen`,
  testAccepted: (account) => `Es funktioniert. Das ist das Konto ${account}.`,
  testRefused: (integration) =>
    `${integration} hat Ihre Eingabe abgelehnt. Prüfen Sie sie und versuchen Sie es noch einmal.`,
  testUnanswered: (integration) =>
    `${integration} hat nicht geantwortet. Ihre Eingabe wurde deshalb nicht geprüft. Versuchen Sie es in ein paar Minuten noch einmal.`,
  testRequest: 'Anfrage',
  testResponse: 'Antwort',
  testHeaders: 'Header',
  testBody: 'Body',
  testStatus: 'Status',
  testMasked: 'Geheimnisse sind verdeckt. Von der Antwort werden nur die ersten 4.000 Zeichen angezeigt.',

  // connections
  connectionsTitle: 'Verbindungen',
  connectionsLead: 'Verbundene Konten und ihr Status. Geheimnisse werden nie angezeigt.',
  connectionsEmpty: {
    title: 'Noch keine Verbindungen',
    text: 'Sie erscheinen, wenn jemand den Bot um etwas bittet, das ein Konto braucht, oder wenn Sie eine Integration vorab autorisieren.',
  },
  connectionsEmptyFor: (name) => `Niemand ist mit ${name} verbunden.`,
  connectionsSearch: 'Person oder Konto',
  connectionsNotFound: 'Keine Verbindung passt dazu.',
  filterIntegration: 'Integration',
  filterAll: 'Alle',
  filterAction: 'Anzeigen',
  columnAccount: 'Konto',
  columnOwner: 'Gehört',
  columnConnected: 'Verbunden',
  columnUsed: 'Zuletzt verwendet',
  neverUsed: 'noch nicht',
  connectionState: { active: 'Funktioniert', needs_reauth: 'Muss neu verbunden werden' },
  revoke: 'Widerrufen …',
  revokeTitle: (account, integration) => `${account} bei ${integration} widerrufen?`,
  revokeOwn: 'Diese Person wird noch einmal um die Verbindung gebeten, wenn etwas sie braucht.',
  revokeShared: 'Niemand kann dieses gemeinsame Konto mehr verwenden.',
  revokeAction: 'Widerrufen',
  revoked: (account, atProduct) => {
    switch (atProduct) {
      case 'revoked':
        return `${account} ist hier entfernt und beim Produkt widerrufen.`;
      case 'in_use':
        return `${account} ist hier entfernt. Der Zugriff beim Produkt bleibt: Eine andere Verbindung des Kontos verwendet ihn.`;
      case 'queued':
        return `${account} ist hier entfernt. Das Produkt hat nicht geantwortet; der Bot versucht weiter, den Zugriff dort zu widerrufen.`;
      case 'unsupported':
        return `${account} ist hier entfernt. Beim Produkt lässt sich der Zugriff von hier aus nicht widerrufen: Tun Sie das in den Einstellungen des Produkts.`;
    }
  },
  nextPage: 'Nächste Seite',
  firstPage: 'Erste Seite',

  // authorizations under way
  authorizationsTitle: 'Offene Autorisierungen',
  authorizationsLead: 'Personen, die gerade ein Konto verbinden. Links laufen nach zehn Minuten ab.',
  authorizationsEmpty: {
    title: 'Gerade verbindet niemand ein Konto',
    text: 'Wenn der Bot jemanden nach einem Konto fragt, erscheint das hier, bis es erledigt, abgebrochen oder abgelaufen ist.',
  },
  columnAskedFor: 'Angefordert von',
  columnPurpose: 'Zweck',
  sharedPurpose: 'für alle handeln, für die es freigegeben ist',
  columnExpires: 'Läuft ab',
  authorizationState: {
    new: 'Angefragt; noch nicht geöffnet',
    claimed: 'In einem Browser geöffnet',
    redirected: 'Anmeldung beim Produkt läuft',
    exchanging: 'Wird abgeschlossen',
    quarantined: 'Wartet auf den Code im Chat',
    done: 'Erledigt',
    expired: 'Abgelaufen',
    failed: 'Fehlgeschlagen',
    cancelled: 'Abgebrochen',
    revoked: 'Widerrufen',
  },
  stopAuthorization: 'Beenden',
  stopAuthorizationOf: (person, integration) => `: die Anmeldung von ${person} bei ${integration}`,
  authorizationStopped: 'Die Anmeldung ist beendet, und der Bot sagt es der Person.',
  authorizationOver: 'Diese Anmeldung war schon vorbei.',
  choosingSite: (noun) => `Wählt aus: ${noun}`,

  // the audit log
  auditLead:
    'Wer wann was getan hat, und wie es ausging. Das Neueste zuerst. Einträge kommen hinzu und ändern sich nie.',
  auditFilterHint: 'Klicken Sie auf einen Namen oder Gegenstand, um nur dessen Einträge zu sehen.',
  auditFilter: 'Filtern',
  auditClear: 'Alle anzeigen',

  // keys
  keysTitle: 'Schlüssel',
  keysLead:
    'Die Schlüssel, mit denen alles Gespeicherte versiegelt ist. Neue Datensätze werden mit dem ersten Schlüssel in LATCHKEY_KEYS versiegelt; die anderen öffnen nur ältere.',
  columnKey: 'Schlüssel',
  columnRole: 'Verwendung',
  columnRows: 'Damit versiegelte Datensätze',
  keyRole: {
    seals: 'Versiegelt neue Datensätze',
    opens: 'Öffnet ältere Datensätze',
    missing: 'Fehlt: Diese Datensätze sind nicht lesbar',
  },
  keyCanGo: 'Kein Datensatz ist mehr damit versiegelt. Sie können ihn aus LATCHKEY_KEYS entfernen.',
  rotateTitle: 'Rotieren',
  rotateSteps: [
    'Fügen Sie in LATCHKEY_KEYS auf jeder Instanz einen neuen Schlüssel vor den anderen ein, und starten Sie die Instanzen neu.',
    'Drücken Sie auf den Knopf: Alles wird mit dem neuen Schlüssel neu versiegelt, während der Bot weiterläuft.',
    'Wenn der alte Schlüssel nichts mehr versiegelt, entfernen Sie ihn aus LATCHKEY_KEYS.',
  ],
  rotateAction: 'Alles mit dem ersten Schlüssel versiegeln',
  rotateNothing:
    'Alles ist schon mit dem ersten Schlüssel versiegelt. Um zu rotieren, fügen Sie davor einen neuen Schlüssel ein.',
  rotated: (resealed) =>
    `Erledigt: ${plural(resealed, { one: '# Datensatz wurde', other: '# Datensätze wurden' })} neu versiegelt. Schlüssel, die nichts versiegeln, können Sie entfernen.`,
  rotationUnfinished:
    'Noch nicht fertig: Ein anderer Prozess versiegelt noch mit einem älteren Schlüssel. Geben Sie jedem Prozess den neuen Schlüssel und drücken Sie noch einmal auf den Knopf.',

  // the operator's own account
  accountTitle: 'Ihr Konto',
  accountLead: (name) => `Sie sind als ${name} angemeldet.`,
  changePasswordTitle: 'Passwort ändern',
  currentPassword: 'Aktuelles Passwort',
  changePasswordAction: 'Passwort ändern',
  passwordChanged: 'Das Passwort ist geändert. Überall sonst sind Sie abgemeldet.',
  noPassword: 'Sie melden sich mit Ihrem Firmenkonto an. Deshalb gibt es hier kein Passwort.',
  sessionsTitle: 'Wo Sie angemeldet sind',
  columnBrowser: 'Browser',
  columnStarted: 'Seit',
  thisSession: 'Diese hier',
  endSession: 'Beenden',
  endOthers: 'Alle anderen beenden',
  sessionEnded: 'Die Sitzung ist beendet.',

  // all developers
  developersLink: 'Alle Entwickler dieser Konsole',
  developersTitle: 'Entwickler',
  developersLead: 'Alle, die ein Konto in dieser Konsole haben. Sie haben hier alle dieselben Rechte.',
  columnSignInWay: 'Anmeldung mit',
  columnSignedIn: 'Letzte Anmeldung',
  signInWay: {
    password: 'Passwort',
    company: 'Firmenkonto',
    company_refused: 'Firmenkonto, das openId.allowed nicht mehr zulässt',
  },
  signedInUnknown: 'nicht bekannt',
  thisIsYou: 'Das sind Sie',
  removeDeveloper: 'Entfernen …',
  removeDeveloperTitle: (name) => `${name} entfernen?`,
  removeDeveloperLead: 'Das Konto in dieser Konsole wird gelöscht. Was diese Person eingerichtet hat, bleibt erhalten.',
  removeSessions:
    'Alle Sitzungen dieser Person enden sofort. Hat sie die Autorisierung eines gemeinsamen Kontos noch nicht abgeschlossen, endet auch diese.',
  removeComesBack:
    'Diese Person steht noch in openId.allowed. Nehmen Sie sie dort heraus und starten Sie den Bot neu, sonst kann sie sich wieder anmelden.',
  removeLastPassword:
    'Danach meldet sich niemand mehr mit einem Passwort an. Behalten Sie openId in den Einstellungen, sonst kann sich niemand anmelden.',
  removeDeveloperAction: 'Entfernen',
  developerRemoved: (name) => `${name} ist entfernt und überall abgemeldet.`,
  removeOneself: (alone) => ({
    title: 'Sie können sich nicht selbst entfernen',
    text: alone
      ? 'Außer Ihnen hat hier niemand ein Konto, und das letzte Konto bleibt bestehen. Wenn Sie die Konsole übergeben möchten, lassen Sie in openId.allowed eine weitere Person zu. Sobald diese sich angemeldet hat, kann sie Sie entfernen.'
      : 'Ihr eigenes Konto können Sie nicht entfernen. Bitten Sie jemanden aus dem Entwicklerteam darum.',
  }),
};

function connections(count: number): string {
  return plural(count, { one: '# Verbindung', other: '# Verbindungen' });
}

/** The bot's name, or what a bot without a name is called at this place in a sentence. */
function called(bot: string, unnamed: string): string {
  return bot === UNNAMED_BOT ? unnamed : bot;
}
