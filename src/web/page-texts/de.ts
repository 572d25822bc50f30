import { grammarOf } from '../../languages/grammar.ts';
import { UNNAMED_BOT } from '../../languages/unnamed-bot.ts';
import type { EndReason } from '../../model/authorization.ts';
import type { FieldProblem } from '../../model/field.ts';
import type { Ending, PageTexts } from './page-texts.ts';

const grammar = grammarOf('de');

const CHANNELS: Readonly<Record<string, string>> = {
  msteams: 'Microsoft Teams',
  webchat: 'Web Chat',
  directline: 'Web Chat',
  slack: 'Slack',
  telegram: 'Telegram',
  facebook: 'Messenger',
  line: 'LINE',
  sms: 'SMS',
  email: 'E-Mail',
  emulator: 'Bot Framework Emulator',
};

const GONE =
  'Dieser Link ist abgelaufen, wurde schon verwendet oder durch einen neueren ersetzt. Fragen Sie mich noch einmal, dann schicke ich einen neuen.';
const OTHER_BROWSER =
  'Dieser Link wurde in einem anderen Browser geöffnet. Zu Ihrer Sicherheit habe ich angehalten. Bitten Sie mich um einen neuen.';
const NOTHING_SAVED = 'Es wurde nichts gespeichert.';
const RETRY = 'Sagen Sie im Chat „nochmal“, um es noch einmal zu versuchen.';

export const germanPageTexts: PageTexts = {
  lang: 'de',
  dir: 'ltr',
  errorPrefix: 'Fehler: ',
  footer: 'Gesichert durch Latchkey',
  brand: (botName) => bot(botName, 'Dieser Bot'),
  minutes: grammar.minutes,
  channel: (id) => (Object.hasOwn(CHANNELS, id) ? (CHANNELS[id] ?? id) : id),

  connectTitle: ({ integrationName, botName }) => `${integrationName} mit ${bot(botName, 'diesem Bot')} verbinden`,
  connectLead: ({ integrationName, botName, purpose }) =>
    `${bot(botName, 'Dieser Bot')} braucht dafür Zugriff auf ${integrationName}: ${purpose}.`,
  ownerLabel: 'Angefordert von',
  inChannel: (channel) => `in ${channel}`,
  connectConsequence: ({ integrationName, botName, ownerName }) =>
    `Wenn Sie fortfahren, kann ${bot(botName, 'dieser Bot')} Ihr ${integrationName}-Konto für das verwenden, worum ${ownerName} bittet.`,
  permissionsLabel: ({ botName }) => `${bot(botName, 'Dieser Bot')} darf dann`,
  keyPermissions: ({ integrationName }) => `bei ${integrationName} tun, was Ihr Schlüssel oder Konto dort erlaubt`,
  connectCaution: ({ botName }) =>
    `Wenn Sie ${bot(botName, 'diesen Bot')} nicht in Ihrem eigenen Chat darum gebeten haben, schließen Sie diese Seite.`,
  nextLabel: 'Wie es weitergeht',
  nextSignIn: ({ integrationName }) => `Sie melden sich bei ${integrationName} an und erlauben den Zugriff.`,
  nextEnterKey: ({ integrationName }) => `Sie geben auf der nächsten Seite Ihre Daten für ${integrationName} ein.`,
  nextCode: 'Dieser Browser zeigt Ihnen einen Code.',
  nextTypeCode: ({ botName }) =>
    `Sie schreiben den Code in Ihren Chat mit ${bot(botName, 'diesem Bot')}, und es geht weiter.`,
  nextDone: ({ botName }) => `${bot(botName, 'Dieser Bot')} macht in Ihrem Chat weiter.`,
  connectAction: ({ integrationName, leavesFor }) =>
    leavesFor === 'product' ? `Weiter zu ${integrationName}` : 'Weiter',
  linkExpiry: (minutes) => `Diese Seite gilt noch ${minutes}, einmal.`,
  phoneTitle: 'Auf dem Smartphone weitermachen',
  phoneText:
    'Scannen Sie das mit der Kamera Ihres Smartphones und machen Sie dort weiter. Es enthält den Link zu dieser Seite, der nur für Sie ist: Zeigen Sie ihn sonst niemandem.',
  phoneLabel: 'QR-Code mit dem Link zu dieser Seite',

  movingTitle: (integrationName) => `Weiter zu ${integrationName}`,
  movingText: 'Falls nichts geschieht, verwenden Sie den Knopf.',
  movingAction: (integrationName) => `${integrationName} öffnen`,

  formTitle: ({ integrationName }) => `Ihre Daten für ${integrationName}`,
  formLead: ({ integrationName, botName, purpose }) =>
    `${bot(botName, 'Dieser Bot')} braucht dafür Zugriff auf ${integrationName}: ${purpose}.`,
  formOptional: 'optional',
  formPrivacy: ({ integrationName, botName }) =>
    `${bot(botName, 'Dieser Bot')} prüft das bei ${integrationName} und bewahrt es verschlüsselt auf. Es wird nie wieder angezeigt, auch nicht im Chat.`,
  formManage: (integrationName) => `${integrationName} öffnen, um es nachzusehen`,
  formAction: 'Verbinden',
  formErrorTitle: 'Bitte prüfen Sie das',
  fieldProblem: (field, reason) =>
    reason === 'missing'
      ? `Bitte ausfüllen: ${field.title}.`
      : `Das passt nicht zu „${field.title}“: ${PROBLEMS[reason]}.`,
  keyRefused: (integrationName, triesLeft, elsewhere = []) =>
    `${integrationName} hat diesen Schlüssel abgelehnt. ${NOTHING_SAVED}${perhaps(elsewhere)} Sie haben noch ${grammar.plural(triesLeft, { one: '# Versuch', other: '# Versuche' })}.`,
  unreachable: (integrationName) =>
    `${integrationName} antwortet gerade nicht. ${NOTHING_SAVED} Versuchen Sie es in ein paar Minuten noch einmal.`,

  siteTitle: (noun) => `Bitte auswählen: ${noun}`,
  siteLead: ({ integrationName, botName, noun }) =>
    `Ihr ${integrationName}-Konto reicht weiter als an eine Stelle (${noun}). ${bot(botName, 'Dieser Bot')} verwendet nur, was Sie auswählen.`,
  siteMissing: (noun) => `Wählen Sie aus, um fortzufahren: ${noun}.`,
  siteAction: 'Weiter',

  codeTitle: 'Schreiben Sie diesen Code in Ihren Chat',
  codeLabel: 'Ihr Code',
  copyAction: 'Code kopieren',
  copyDone: 'Kopiert',
  codeTypedAction: 'Ich habe ihn geschrieben',
  codeRule: (botName) =>
    `Schreiben Sie diesen Code nur in Ihren Chat mit ${bot(botName, 'diesem Bot')}. Sonst wird Sie niemand danach fragen.`,
  accountLabel: (integrationName) => `${integrationName}-Konto`,
  siteLabel: 'Site',
  codeExpiry: (minutes) => `Der Code gilt noch ${minutes}.`,
  notYouTitle: 'Das sind nicht Sie, oder nicht Ihr Konto?',
  notYouText: ({ botName, minutes }) =>
    `Schließen Sie diese Seite und geben Sie den Code niemandem. Solange er nicht geschrieben wird, kann ${bot(botName, 'dieser Bot')} nichts verwenden; danach wird alles gelöscht. Restzeit: ${minutes}.`,
  manageAction: (integrationName) => `Zugriff bei ${integrationName} verwalten`,

  connectedTitle: (integrationName) => `${integrationName} ist verbunden`,
  connectedText: ({ integrationName, account }) => `Mit ${integrationName} verbunden als ${account}.`,
  workingTitle: 'Einen Moment',
  workingText: (integrationName) => `Der Abschluss mit ${integrationName} läuft. Diese Seite geht von selbst weiter.`,
  workingAction: 'Noch einmal nachsehen',

  ended: (why, { integrationName, botName, ref }) =>
    ENDINGS[why](integrationName, botName, ref === undefined ? '' : ` (${ref})`),
  askContact: (contact) => `Auskunft gibt: ${contact}.`,
  backToChat: (botName) =>
    `Sie können diese Seite schließen und in Ihren Chat mit ${bot(botName, 'diesem Bot')} zurückgehen.`,
  sharedText: ({ integrationName, botName, account }) =>
    `${bot(botName, 'Dieser Bot')} kann bei ${integrationName} als ${account} handeln. Wählen Sie als Nächstes, für wen das gilt.`,
  sharedEnded: (why, integrationName) =>
    SHARED_ENDINGS[why]?.(integrationName) ??
    `Die Anmeldung bei ${integrationName} kam nicht zum Abschluss. ${NOTHING_SAVED}`,
  backToConsole: 'Zurück zur Konsole',

  goneTitle: 'Dieser Link ist nicht verwendbar',
  gone: GONE,
  unknownTenantTitle: 'Für diese Adresse nicht eingerichtet',
  unknownTenant: (integrationName) =>
    `Für diese Adresse von ${integrationName} bin ich nicht eingerichtet. Prüfen Sie sie, oder bitten Sie meine Betreiber, sie zu registrieren.`,
  inUseTitle: 'In einem anderen Browser in Verwendung',
  inUse:
    'Dieser Link wird schon in einem anderen Browser verwendet. Deshalb können Sie ihn hier nicht verwenden. Es hat sich nichts geändert. Machen Sie im anderen Browser weiter, auf welchem Gerät er auch ist. Falls es keinen anderen gibt, vergisst dieser Browser, was ich ihm gebe: Sagen Sie im Chat „neuer Link“ und öffnen Sie den Link in Ihrem gewohnten Browser.',
  otherBrowserTitle: 'Zu Ihrer Sicherheit angehalten',
  otherBrowser: OTHER_BROWSER,
  returned: ({ integrationName }) =>
    `Sie kamen von ${integrationName} in einem anderen Browser zurück als dem, in dem Sie begonnen haben. Manche Apps haben einen eigenen Browser, der nichts behält. Zu Ihrer Sicherheit habe ich angehalten. ${NOTHING_SAVED}`,
  returnedSteps: ({ botName }) => [
    `Drücken Sie auf den Knopf. Ich schicke einmal einen neuen Link in den Chat mit ${bot(botName, 'diesem Bot')}.`,
    'Öffnen Sie diesen Link in Ihrem gewohnten Browser, etwa Safari, Chrome, Edge oder Firefox: Halten Sie ihn gedrückt und wählen Sie, ihn im Browser zu öffnen.',
    'Bleiben Sie in diesem Browser, bis er Ihnen den Code zeigt.',
  ],
  returnedAction: 'Neuen Link in den Chat schicken',
  newLinkTitle: 'Sehen Sie in Ihren Chat',
  newLink: (botName) =>
    `Der neue Link ist in Ihrem Chat mit ${bot(botName, 'diesem Bot')}, oder gleich dort. Öffnen Sie ihn in Ihrem gewohnten Browser. Falls er nicht da ist, sagen Sie im Chat „nochmal“.`,
  failedTitle: 'Etwas ist schiefgegangen',
  failed: (ref) =>
    `Bei mir ist etwas schiefgegangen (${ref}). Gehen Sie zurück in den Chat und sehen Sie nach, was geschehen ist.`,
  restartingTitle: 'Einen Moment',
  restarting: 'Ich starte gerade neu. Nichts ging verloren. Laden Sie diese Seite in ein paar Sekunden neu.',
  tooManyTitle: 'Bitte warten',
  tooMany: (minutes) => `Zu viele Anfragen. Warten Sie ${minutes}.`,
  unavailableTitle: 'Seite nicht verfügbar',
  unavailable: 'Diese Seite ist nicht verfügbar. Gehen Sie zurück in den Chat.',
};

const ENDINGS: Readonly<Record<EndReason, (product: string, botName: string, ref: string) => Ending>> = {
  expired: () => ({ title: 'Zu spät', text: GONE, mayLeaveAccess: true }),
  denied: (product) =>
    notConnected(
      `${product} hat keinen Zugriff gegeben: Er wurde dort abgebrochen oder abgelehnt. ${NOTHING_SAVED} ${RETRY}`,
    ),
  admin_refused: (product, botName) =>
    notConnected(
      `Jemand, der Ihr ${product}-Konto verwaltet, hat ${bot(botName, 'diesen Bot')} nicht zugelassen. ${NOTHING_SAVED} Bitten Sie dort um die Zulassung und sagen Sie dann im Chat „nochmal“.`,
    ),
  product_failed: (product, _bot, ref) =>
    notConnected(`Bei ${product} ist während der Anmeldung etwas schiefgegangen${ref}. ${NOTHING_SAVED} ${RETRY}`),
  product_busy: (product, _bot, ref) =>
    notConnected(
      `${product} kann gerade niemanden anmelden${ref}. ${NOTHING_SAVED} Warten Sie ein paar Minuten und sagen Sie dann im Chat „nochmal“.`,
    ),
  scope_refused: (product, botName, ref) =>
    notConnected(
      `${product} gibt ${bot(botName, 'diesem Bot')} nicht die Berechtigungen, um die er bittet${ref}. ${notYourFault(botName)}`,
    ),
  client_refused: (product, botName, ref) =>
    notConnected(`${product} erlaubt ${bot(botName, 'diesem Bot')} keine Anmeldungen${ref}. ${notYourFault(botName)}`),
  refused: (product, _bot, ref) =>
    notConnected(`${product} hat die Anmeldung nicht angenommen${ref}. ${NOTHING_SAVED} ${RETRY}`),
  unreachable: (product) =>
    notConnected(
      `${product} antwortet gerade nicht. ${NOTHING_SAVED} Versuchen Sie es in ein paar Minuten noch einmal.`,
    ),
  misconfigured: (product, botName, ref) =>
    notConnected(
      `${product} hat nicht angenommen, wie ${bot(botName, 'dieser Bot')} eingerichtet ist${ref}. ${notYourFault(botName)}`,
    ),
  interrupted: () => ({
    ...notConnected(`Die Anmeldung wurde bei mir unterbrochen. ${NOTHING_SAVED} ${RETRY}`),
    mayLeaveAccess: true,
  }),
  no_site: (product, botName) => ({
    ...notConnected(
      `Dieses ${product}-Konto reicht an nichts, womit ${bot(botName, 'dieser Bot')} arbeiten könnte. ${NOTHING_SAVED} Versuchen Sie es mit einem anderen Konto.`,
    ),
    mayLeaveAccess: true,
  }),
  other_browser: () => ({ title: 'Zu Ihrer Sicherheit angehalten', text: OTHER_BROWSER }),
  cancelled: () => ({
    title: 'Abgebrochen',
    text: `Sie haben im Chat abgebrochen. ${NOTHING_SAVED}`,
    mayLeaveAccess: true,
  }),
  code_seen: () => ({
    title: 'Andere konnten Ihren Code lesen',
    text: 'Der Code wurde geschrieben, wo andere ihn lesen können. Deshalb habe ich gelöscht, was verbunden war. Fragen Sie mich noch einmal in unserem eigenen Chat.',
    mayLeaveAccess: true,
  }),
  withdrawn: (product, botName) => ({
    ...notConnected(
      `Wer ${bot(botName, 'diesen Bot')} betreibt, hat die Einrichtung von ${product} geändert. ${NOTHING_SAVED} Bitten Sie dort um Hilfe.`,
    ),
    mayLeaveAccess: true,
  }),
  stopped: (_product, botName) => ({
    title: 'Beendet',
    text: `Wer ${bot(botName, 'diesen Bot')} betreibt, hat diese Anmeldung beendet. ${NOTHING_SAVED} Fragen Sie dort nach, oder sagen Sie im Chat „nochmal“.`,
    mayLeaveAccess: true,
  }),
  crowded_out: () => ({
    title: 'Bitte fragen Sie noch einmal',
    text: 'Zu viele haben gleichzeitig gefragt. Deshalb wurde dieser Link zurückgezogen. Fragen Sie in Ihrem Chat noch einmal.',
  }),
  superseded: () => ({
    title: 'Es gibt einen neueren Link',
    text: 'Sie haben inzwischen noch einmal gefragt. Verwenden Sie den neuesten Link in Ihrem Chat.',
    mayLeaveAccess: true,
  }),
  wrong_codes: () => ({
    title: 'Zu viele falsche Codes',
    text: 'Was verbunden war, habe ich gelöscht. Fangen Sie neu an, wenn Sie so weit sind.',
    mayLeaveAccess: true,
  }),
  wrong_credentials: (product) =>
    notConnected(`${product} hat die Eingabe zu oft abgelehnt. ${NOTHING_SAVED} ${RETRY}`),
};

const SHARED_ENDINGS: Readonly<Partial<Record<EndReason, (product: string) => string>>> = {
  denied: (product) => `Der Zugriff wurde bei ${product} nicht erlaubt. ${NOTHING_SAVED}`,
  admin_refused: (product) => `Die Verwaltung bei ${product} hat diese App nicht zugelassen. ${NOTHING_SAVED}`,
  product_failed: (product) =>
    `Bei ${product} ist während der Anmeldung etwas schiefgegangen. ${NOTHING_SAVED} Versuchen Sie es noch einmal.`,
  product_busy: (product) =>
    `${product} kann gerade niemanden anmelden. ${NOTHING_SAVED} Versuchen Sie es in ein paar Minuten noch einmal.`,
  scope_refused: (product) =>
    `${product} kennt oder erlaubt eine der Berechtigungen (Scopes) des Profils nicht. ${NOTHING_SAVED}`,
  client_refused: (product) =>
    `${product} erlaubt diesem Client keine Anmeldungen: Er ist vielleicht nicht freigegeben, gesperrt oder von anderer Art. ${NOTHING_SAVED}`,
  misconfigured: (product) =>
    `${product} hat die Client-ID, das Client-Secret oder die Callback-URL des Profils nicht angenommen. ${NOTHING_SAVED}`,
  unreachable: (product) => `${product} antwortet gerade nicht. ${NOTHING_SAVED}`,
  no_site: (product) => `Dieses ${product}-Konto reicht an nichts, womit gearbeitet werden könnte. ${NOTHING_SAVED}`,
};

const PROBLEMS: Readonly<Record<Exclude<FieldProblem, 'missing'>, string>> = {
  too_long: 'Es ist zu lang',
  not_printable: 'Es enthält Zeichen, die nicht dazugehören können',
  not_a_choice: 'Es steht nicht zur Wahl',
  nobody_there: 'Diese Adresse hat dort niemand',
  has_colon: 'Es darf keinen Doppelpunkt enthalten',
  foreign_host: 'Die Adresse gehört zu einem anderen Produkt',
  wrong_shape: 'Prüfen Sie, ob Sie alles kopiert haben und nichts sonst',
};

function notConnected(text: string): Ending {
  return { title: 'Nicht verbunden', text };
}

function notYourFault(botName: string): string {
  return `${NOTHING_SAVED} Das liegt nicht an Ihnen: Sagen Sie es denen, die ${bot(botName, 'diesen Bot')} betreiben.`;
}

/** The bot's name, or what a bot without a name is called at this place in a sentence. */
function bot(botName: string, unnamed: string): string {
  return botName === UNNAMED_BOT ? unnamed : botName;
}

function perhaps(elsewhere: readonly string[]): string {
  if (elsewhere.length === 0) return '';
  return ` Ein Schlüssel gilt nur dort, wo das Konto liegt: Falls das ${grammar.or(elsewhere)} ist, wählen Sie es aus.`;
}
