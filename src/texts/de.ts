import type { ConnectRefusal } from '../flows/access.ts';
import type { ActionFailure } from '../flows/run-action.ts';
import { grammarOf } from '../languages/grammar.ts';
import type { EndReason } from '../model/authorization.ts';
import type { FieldProblem } from '../model/field.ts';
import type { FormQuestion } from '../model/form-question.ts';
import type { InputProblem } from '../model/input-problem.ts';
import type { News } from '../model/notice.ts';
import { shownName } from '../model/shown-name.ts';
import { escapeMarkdown, nameInChat } from './name-in-chat.ts';
import type { Texts } from './texts.ts';

const { plural, and, or, date, minutes, duration } = grammarOf('de');

/** Speaks to people as "Sie". A purpose is an infinitive without "zu". */
export const germanTexts: Texts = {
  dir: 'ltr',
  // asking
  needsAccess: (product, purpose) => `Dafür brauche ich Zugriff auf Ihr ${product}-Konto: ${purpose}.`,
  connectionEnded: (product, purpose) =>
    `Ihre Verbindung zu ${product} ist beendet. Bitte verbinden Sie sich neu, damit ich weitermachen kann: ${purpose}.`,
  needsMoreAccess: (product, purpose, permissions) =>
    `Dafür fehlt Ihrer Verbindung zu ${product} eine Berechtigung${permissions.length === 0 ? '' : ` (${and(permissions)})`}: ${purpose}. Bitte verbinden Sie sich neu.`,
  linkAskedOnPage: (product) =>
    `Sie kamen von ${product} in einem anderen Browser zurück, oder in einer App, die nichts behält; deshalb habe ich abgebrochen. Hier ist der neue Link, um den Sie dort gebeten haben. Öffnen Sie ihn in Ihrem gewohnten Browser und bleiben Sie dort, bis Sie den Code sehen. Falls Sie nicht darum gebeten haben, sagen Sie *abbrechen*.`,
  linkExplanation: (product) =>
    `Öffnen Sie die Seite, melden Sie sich bei ${product} an und kommen Sie mit dem Code zurück, den die Seite zeigt. Der Link ist nur für Sie und gilt 10 Minuten.`,
  linkExplanationNoCode: (product) =>
    `Öffnen Sie die Seite und melden Sie sich bei ${product} an. Der Link ist nur für Sie und gilt 10 Minuten.`,
  keyPageExplanation: (product) =>
    `Öffnen Sie die Seite, geben Sie dort Ihren Schlüssel von ${product} ein und kommen Sie mit dem Code zurück, den die Seite zeigt. Schreiben Sie den Schlüssel nicht hierher. Der Link ist nur für Sie und gilt 10 Minuten.`,
  keyPageExplanationNoCode: (product) =>
    `Öffnen Sie die Seite und geben Sie dort Ihren Schlüssel von ${product} ein. Schreiben Sie den Schlüssel nicht hierher. Der Link ist nur für Sie und gilt 10 Minuten.`,
  connectButton: (product) => `${product} verbinden`,
  credentialExplanation: (product) =>
    `Ihre Eingabe geht zur Prüfung an ${product} und wird verschlüsselt gespeichert. Was Sie hier senden, kann im Verlauf des Chats bleiben; auf der Seite nicht.`,
  submitButton: 'Verbinden',
  pageButton: 'Lieber auf einer Seite eingeben',
  cardClosed: (product, how) => CLOSED_CARDS[how](product),
  fieldMissing: (title) => `Bitte ausfüllen: ${title}.`,
  joined: (title, product) => `Das mache ich, sobald Sie ${product} verbunden haben: ${title}.`,
  inBrowser: (product) =>
    `Sie verbinden ${product} gerade im Browser. Machen Sie dort weiter, oder sagen Sie *neuer Link*, um neu anzufangen.`,
  stillWaiting: (product) =>
    `Ich warte noch darauf, dass Sie ${product} verbinden. Sagen Sie *neuer Link* für einen neuen Link oder *abbrechen*, um aufzuhören.`,
  awaitingCode: (product) =>
    `Ich warte noch auf den Code für ${product}. Schreiben Sie nur den Code, den die Seite zeigt, zum Beispiel BCTK-KLTK. Sagen Sie *neuer Link*, um neu anzufangen, oder *abbrechen*, um aufzuhören.`,
  stillWaitingForKey: (product) =>
    `Ich warte noch darauf, dass Sie ${product} verbinden. Füllen Sie die Karte oben aus, sagen Sie *neu anfangen* für eine neue oder *abbrechen*, um aufzuhören.`,
  connectHelp: (product) =>
    `Sobald ${product} verbunden ist, mache ich weiter: Öffnen Sie den Link, tun Sie, was die Seite sagt, und schreiben Sie den Code, den sie zeigt, hierher. *neuer Link* schickt einen neuen Link, *abbrechen* hört auf.`,
  connectHelpForKey: (product) =>
    `Sobald ${product} verbunden ist, mache ich weiter: Füllen Sie die Karte oben aus und drücken Sie auf den Knopf. *neu anfangen* schickt eine neue, *abbrechen* hört auf.`,
  whichMethod: (product) => `Wie möchten Sie ${product} verbinden?`,
  methodEnds: (title, day, product) =>
    `${product} schaltet „${title}“ am ${date(Date.parse(day))} ab. Bis dahin funktioniert es.`,
  connectPurpose: 'tun, worum Sie mich dort bitten',
  groupRefused:
    'In einer Gruppe, in der andere mitlesen, verbinde ich keine Konten. Schreiben Sie mir direkt und fragen Sie dort noch einmal.',
  openPersonalChat: 'Unseren Chat öffnen',
  contact: 'wer diesen Bot betreibt',
  cannotConnect: (product, why, contact) => CONNECT_REFUSALS[why](product, contact),
  notAllowed: (contact) => `Sie dürfen das hier nicht verwenden. Auskunft gibt: ${contact}.`,
  tooMany: (count) => `Zu viele Anfragen. Bitte warten Sie ${minutes(count)}.`,

  // connecting
  connected: (product, account, id) =>
    `Mit ${product} verbunden als **${nameInChat(account)}**. Das sind nicht Sie? Schreiben Sie *${id} trennen*.`,
  otherSites: (sites, id) =>
    `Sie haben mir auch Zugriff auf ${and(sites.map(nameInChat))} gegeben: Mit *${id} ${escapeMarkdown(shownName(sites[0] ?? ''))} verwenden* wechsle ich dorthin.`,
  trimmed: 'Die Leerzeichen davor und danach habe ich entfernt.',
  wrongCode: (triesLeft) =>
    triesLeft === 0
      ? 'Zu viele falsche Codes. Was verbunden war, habe ich gelöscht. Fangen Sie neu an, wenn Sie so weit sind.'
      : `Dieser Code stimmt nicht. ${triesLeftText(triesLeft)}`,
  noCodeAwaited:
    'Ich warte auf keinen Code von Ihnen. Falls jemand Sie gebeten hat, ihn hier einzugeben: Tun Sie es nicht, das ist ein bekannter Trick.',
  codeSeen: (product) =>
    `Andere können Ihren Code hier lesen. Deshalb gilt er nicht mehr, und was verbunden war, habe ich gelöscht. Um ${product} zu verbinden, fragen Sie mich noch einmal in unserem eigenen Chat.`,
  codeOfOtherChat: (product) =>
    `Schreiben Sie diesen Code in den Chat, in dem Sie nach ${product} gefragt haben. Hier nehme ich ihn nicht an.`,
  codeOver: (product) =>
    `Dieser Code für ${product} gilt nicht mehr: Er wurde schon verwendet oder ist zu alt. Falls noch etwas fehlt, fragen Sie mich noch einmal.`,
  invalidField: (field, problem) => `Das passt nicht zu „${field.title}“: ${FIELD_PROBLEMS[problem]}.`,
  credentialRefused: (product, triesLeft, elsewhere = []) =>
    triesLeft === 0
      ? `${product} hat diesen Schlüssel abgelehnt. Es wurde nichts gespeichert. Das war der letzte Versuch; fragen Sie mich noch einmal, wenn Sie den richtigen haben.`
      : `${product} hat diesen Schlüssel abgelehnt. Es wurde nichts gespeichert.${perhaps(elsewhere)} ${triesLeftText(triesLeft)}`,
  productUnreachable: (product) =>
    `${product} antwortet gerade nicht. Es wurde nichts gespeichert. Versuchen Sie es in ein paar Minuten noch einmal.`,
  attemptGone: 'Das ist nicht mehr offen. Fragen Sie mich noch einmal, dann schicke ich Ihnen eine neue Karte.',
  notAskedNow: 'Auf Ihre Antwort zu dieser Frage warte ich nicht.',
  typedKeyStays: 'Die Nachricht mit Ihrem Schlüssel steht noch im Verlauf dieses Chats: Löschen Sie sie dort.',
  secretInside:
    'Das sieht nach einem Schlüssel oder Passwort aus. Ich habe es entfernt und nicht verwendet. Füllen Sie die Karte oben aus, oder schicken Sie nur den Schlüssel, wenn die Karte sonst nichts verlangt. Löschen Sie Ihre Nachricht, wenn Sie können.',
  unaskedSecret:
    'Das sieht nach etwas Geheimem aus, nach dem ich nicht gefragt habe. Ich habe es nicht behalten. Löschen Sie Ihre Nachricht, wenn Sie können, und ersetzen Sie den Schlüssel dort, wo er herkommt.',

  // endings
  ended: (product, why, ref, contact) => ENDINGS[why](product, ref ?? '', contact),
  cancelled: (what) => `OK, ich habe aufgehört: ${escapeMarkdown(what)}. Es wurde nichts gespeichert.`,
  nothingToCancel: 'Es gibt nichts abzubrechen.',

  // actions
  confirmDestructive: (product, purpose, inputs) =>
    `Wirklich in ${product} ${[purpose, inputs.length === 0 ? '' : `(${inputs.map(escapeMarkdown).join(', ')})`].filter(Boolean).join(' ')}? Das lässt sich nicht rückgängig machen. Sagen Sie *ja*, um weiterzumachen.`,
  cancelledAll: (titles) =>
    `OK, ich habe aufgehört: ${titles.map(escapeMarkdown).join('; ')}. Es wurde nichts gespeichert.`,
  notDone: (purpose, product, isConnected) =>
    `OK, abgebrochen${purpose === undefined ? '' : `: ${purpose}`}.${isConnected ? ` ${product} bleibt verbunden.` : ''}`,
  working: 'Einen Moment …',
  tooOld: 'Ihre frühere Anfrage ist zu alt, um weiterzumachen. Bitte fragen Sie noch einmal.',
  interrupted: (title) =>
    `Dabei wurde ich unterbrochen: ${title}. Ich weiß nicht, ob es geklappt hat. Bitte sehen Sie nach, bevor Sie noch einmal fragen.`,
  stillRefused: (product) =>
    `${product} lehnt die Verbindung, die Sie gerade hergestellt haben, weiterhin ab. Ich habe hier aufgehört, damit Sie nicht immer wieder gefragt werden. Prüfen Sie Ihre Rechte bei ${product}.`,
  actionFailed: (product, failure, contact) =>
    failure.text ?? FAILURES[failure.why](product, failure.ref, failure.retryAfter, contact),
  retryHint: 'Sagen Sie *nochmal*, um es noch einmal zu versuchen.',
  openButton: 'Öffnen',
  actingAs: (product, account) => `Erledigt mit dem ${product}-Konto dieses Bots, ${nameInChat(account)}.`,
  askInput: (title, hint) => (hint === undefined ? title : `${title} (${hint})`),
  inputProblem,
  formIntroduction: (count) =>
    `Ich habe ${plural(count, { one: '# Frage', other: '# Fragen' })} an Sie. Sagen Sie *abbrechen*, um aufzuhören; dann wird nichts davon gesendet.`,
  formProgress: (title, number, count) => `${number}/${count} ${title}`,
  formExpected: (kind, max, example) => EXPECTED[kind](max, example),
  moreItems: (count) => `… und ${count} weitere`,
  canSay: (sentences) => `Sie können sagen: ${sentences.map((one) => `„${one}“`).join(', ')}`,
  // what buttons say for the person
  sayNewLink: 'neuer Link',
  sayStartOver: 'neu anfangen',
  sayCancel: 'abbrechen',
  sayRetry: 'nochmal',
  sayYes: 'ja',
  sayNo: 'nein',
  sayDisconnect: (named) => `${named} trennen`,
  sayReconnect: (named) => `${named} neu verbinden`,
  sayUse: (named) => `${named} verwenden`,
  skip: 'überspringen',
  formPart: (part) => FORM_PARTS[part] ?? part,
  formReview: (lines) =>
    [
      'Bitte prüfen Sie Ihre Antworten:',
      ...lines.map(({ title, answer }, at) => `${at + 1}. ${escapeMarkdown(title)}: ${escapeMarkdown(answer) || '–'}`),
      'Sagen Sie *absenden*, um sie zu senden, oder eine Nummer, um diese Antwort zu ändern.',
    ].join('\n'),
  formChange:
    'Welche Antwort soll ich ändern? Sagen Sie ihre Nummer, *absenden*, um alle so zu senden, oder *abbrechen*, um nichts zu senden.',
  formSend: 'absenden',
  answerButton: 'OK',

  // connections
  noConnections: 'Sie haben noch nichts verbunden.',
  connectionsInGroup: 'Ihre Verbindungen zeige ich nur in einem persönlichen Chat.',
  connectionsTitle: 'Ihre Verbindungen',
  connectionState: (status) => (status === 'active' ? 'Verbunden' : 'Muss neu verbunden werden'),
  connectionInUse: 'In Verwendung',
  whichConnection: (product) => `Sie haben mehrere Konten bei ${product}. Welches?`,
  nowUsing: (product, account) => `OK, bei ${product} verwende ich ab jetzt ${nameInChat(account)}.`,
  noSuchAccount: (product, names) =>
    names.length === 0
      ? `Dieses Konto oder diese Site habe ich bei ${product} nicht gefunden.`
      : `Dieses Konto oder diese Site habe ich bei ${product} nicht gefunden. Zur Wahl stehen ${and(names.map(nameInChat))}.`,
  siteRefused: (product, site) =>
    `Ihr ${product}-Konto hat keinen Zugriff auf ${nameInChat(site)}. Es wurde nichts geändert.`,
  siteUnreachable: (product) =>
    `${product} antwortet gerade nicht. Es wurde nichts geändert. Versuchen Sie es in ein paar Minuten noch einmal.`,
  notConnected: (product) => `${product} ist nicht verbunden.`,
  unknownProduct: (name) => `Ich kenne kein Produkt namens „${nameInChat(name)}“.`,
  disconnected: (product, atProduct, manageUrl) => {
    if (atProduct === 'revoked') return `Entfernt. ${product} hat es bestätigt.`;
    if (atProduct === 'in_use')
      return `Hier entfernt. Ihr Zugriff bei ${product} bleibt: Eine andere Verbindung zu diesem Konto nutzt ihn.`;
    if (atProduct === 'queued')
      return `Hier entfernt. ${product} war nicht erreichbar; ich versuche es 24 Stunden lang weiter.`;
    if (manageUrl !== undefined)
      return `Hier entfernt. Um den Zugriff auch bei ${product} zu beenden, löschen Sie dort den Schlüssel oder den Zugriff dieses Bots: ${manageUrl}`;
    return `Hier entfernt. Um den Zugriff auch bei ${product} zu beenden, löschen Sie dort den Schlüssel oder den Zugriff dieses Bots.`;
  },
  connectionNews: (product, account, news) =>
    connectionNews(account === '' ? product : `${product} (${nameInChat(account)})`, product, news),
  somethingWrong: (ref) =>
    `Bei mir ist etwas schiefgegangen (${ref}). Vielleicht wurde trotzdem erledigt, worum Sie gebeten haben: Bitte sehen Sie nach, bevor Sie noch einmal fragen.`,
  restarting:
    'Ich starte gerade neu und habe Ihre Nachricht nicht gelesen. Bitte schicken Sie sie in ein paar Sekunden noch einmal.',
};

function inputProblem(problem: InputProblem): string {
  switch (problem.why) {
    case 'said':
      return problem.text;
    case 'not_a_kind':
      return NOT_A_KIND[problem.kind](problem.example);
    case 'not_whole':
      return 'Bitte geben Sie eine ganze Zahl an.';
    case 'too_small':
      return problem.isIncluded
        ? `Das ist zu klein. Der kleinste Wert ist ${problem.limit}.`
        : `Das ist zu klein. Es muss mehr als ${problem.limit} sein.`;
    case 'too_large':
      return problem.isIncluded
        ? `Das ist zu groß. Der größte Wert ist ${problem.limit}.`
        : `Das ist zu groß. Es muss weniger als ${problem.limit} sein.`;
    case 'no_multiple':
      return `Bitte geben Sie ein Vielfaches von ${problem.of} an.`;
    case 'too_short':
      return problem.limit === 1
        ? 'Das darf nicht leer sein.'
        : `Das ist zu kurz. Es müssen mindestens ${problem.limit} Zeichen sein.`;
    case 'too_long':
      return `Das ist zu lang. Es dürfen höchstens ${problem.limit} Zeichen sein.`;
    case 'too_few':
      return `Bitte geben Sie mindestens ${problem.limit} an.`;
    case 'too_many':
      return `Bitte geben Sie höchstens ${problem.limit} an.`;
    case 'too_early':
      return `Das ist zu früh. Der erste mögliche Tag ist ${problem.limit}.`;
    case 'too_late':
      return `Das ist zu spät. Der letzte mögliche Tag ist ${problem.limit}.`;
    case 'no_email':
      return EXPECTED.email(0, '');
    case 'no_address':
      return 'Bitte geben Sie eine Webadresse an, zum Beispiel https://example.com.';
    case 'which_day':
      return 'Welchen Tag meinen Sie?';
    case 'other':
      return 'Damit kann ich nichts anfangen. Bitte sagen Sie es anders.';
  }
}

const ANSWER_NEEDED = 'Ich brauche hier eine Antwort.';
const CHOOSE_ONE = 'Bitte wählen Sie eines davon.';
const day = (example: string) => `Bitte geben Sie einen Tag an, zum Beispiel ${example}.`;
const time = (example: string) => `Bitte geben Sie eine Uhrzeit an, zum Beispiel ${example}.`;

const NOT_A_KIND: Readonly<Record<Extract<InputProblem, { why: 'not_a_kind' }>['kind'], (example: string) => string>> =
  {
    text: () => ANSWER_NEEDED,
    number: (example) => `Bitte geben Sie eine Zahl an, zum Beispiel ${example}.`,
    yes_no: () => 'Bitte sagen Sie ja oder nein.',
    day,
    date: day,
    time,
    moment: (example) => `Bitte geben Sie einen Tag und eine Uhrzeit an, zum Beispiel ${example}.`,
    choice: () => CHOOSE_ONE,
  };

const EXPECTED: Readonly<Record<FormQuestion['kind'], (max: number, example: string) => string>> = {
  text: () => ANSWER_NEEDED,
  long_text: () => ANSWER_NEEDED,
  choice: () => CHOOSE_ONE,
  choices: () => 'Bitte wählen Sie eines oder mehrere davon, mit Kommas dazwischen.',
  number: () => 'Bitte geben Sie eine Zahl an.',
  date: (_, example) => day(example),
  time: (_, example) => time(example),
  email: () => 'Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel jane@example.com.',
  phone: () => 'Bitte geben Sie eine Telefonnummer an, zum Beispiel +43 316 123456.',
  full_name: () => 'Bitte geben Sie Ihren Vor- und Nachnamen an.',
  address: () => 'Bitte geben Sie eine Adresse an.',
  rating: (max) => `Bitte geben Sie eine Zahl von 1 bis ${max} an.`,
};

const CONNECT_REFUSALS: Readonly<Record<ConnectRefusal, (product: string, contact: string) => string>> = {
  disabled: (product, contact) => `${product} ist in diesem Bot zurzeit abgeschaltet. Auskunft gibt: ${contact}.`,
  not_allowed: (product, contact) => `Sie dürfen ${product} hier nicht verwenden. Auskunft gibt: ${contact}.`,
  preauthorized: (product) => `Sie müssen ${product} nicht verbinden: Dieser Bot hat dort ein eigenes Konto.`,
  not_set_up: (product, contact) =>
    `${product} ist in diesem Bot noch nicht fertig eingerichtet. Zuständig ist: ${contact}.`,
};

const CLOSED_CARDS: Readonly<Record<'connected' | 'cancelled' | 'replaced' | 'over', (product: string) => string>> = {
  connected: (product) => `${product}: verbunden`,
  cancelled: () => 'Abgebrochen',
  replaced: () => 'Durch eine neuere Karte ersetzt',
  over: () => 'Nicht mehr offen',
};

const FORM_PARTS: Readonly<Record<string, string>> = {
  first: 'Vorname',
  last: 'Nachname',
  street: 'Straße und Hausnummer',
  city: 'Ort',
  state: 'Bundesland oder Region',
  postal: 'Postleitzahl',
  country: 'Land',
};

const FIELD_PROBLEMS: Readonly<Record<FieldProblem, string>> = {
  missing: 'Es ist leer',
  too_long: 'Es ist zu lang',
  not_printable: 'Es enthält ungültige Zeichen',
  wrong_shape: 'Länge oder Zeichen stimmen nicht',
  not_a_choice: 'Es steht nicht zur Wahl',
  has_colon: 'Es enthält einen Doppelpunkt',
  foreign_host: 'Die Adresse gehört zu einem anderen Produkt',
  nobody_there: 'Diese Adresse hat dort niemand',
};

function connectionNews(connection: string, product: string, news: News): string {
  switch (news.what) {
    case 'other_account':
      return `Ich verwende Ihre Verbindung zu ${connection} nicht mehr: ${product} antwortet jetzt für ein anderes Konto. Sagen Sie *${product} neu verbinden*, um das richtige zu verbinden.`;
    case 'ends':
      return news.why === 'unused'
        ? `Ihre Verbindung zu ${connection} endet am ${date(news.at)}, weil sie lange nicht verwendet wurde. Bitten Sie mich vorher um etwas in ${product}, um sie zu behalten.`
        : `Ihre Verbindung zu ${connection} endet am ${date(news.at)}: ${product} verlangt bis dahin eine neue Anmeldung. Sagen Sie *${product} neu verbinden*, um sie zu behalten.`;
    case 'not_revoked': {
      const where = news.manageUrl === undefined ? `in Ihren Einstellungen bei ${product}.` : `dort: ${news.manageUrl}`;
      return `${product} war 24 Stunden lang nicht erreichbar. Mein Zugriff auf ${connection} kann dort also noch offen sein. Bitte entfernen Sie ihn ${where}`;
    }
  }
}

const NOTHING_SAVED = 'Es wurde nichts gespeichert.';
const RETRY = 'Sagen Sie *nochmal*, um es noch einmal zu versuchen.';
const NEW_LINK = 'Sagen Sie *nochmal* für einen neuen Link.';

const ENDINGS: Readonly<Record<EndReason, (product: string, ref: string, contact: string) => string>> = {
  expired: (product) => `Die Zeit, um ${product} zu verbinden, ist abgelaufen. ${NOTHING_SAVED} ${RETRY}`,
  denied: (product) =>
    `${product} hat keinen Zugriff gegeben: Er wurde dort abgebrochen oder abgelehnt. ${NOTHING_SAVED} ${RETRY}`,
  admin_refused: (product) =>
    `Jemand, der Ihr ${product}-Konto verwaltet, hat diesen Bot nicht zugelassen. ${NOTHING_SAVED} Bitten Sie dort um die Zulassung und sagen Sie dann *nochmal*.`,
  refused: (product, ref) => `${product} hat die Anmeldung nicht angenommen (${ref}). ${NOTHING_SAVED} ${RETRY}`,
  unreachable: (product, ref) => `${product} antwortet gerade nicht (${ref}). ${NOTHING_SAVED} ${RETRY}`,
  misconfigured: (product, ref, contact) =>
    `${product} lehnt diesen Bot ab, nicht Sie (${ref}). ${NOTHING_SAVED} Die Einrichtung muss korrigiert werden. Zuständig ist: ${contact}. Sagen Sie danach *nochmal*.`,
  product_failed: (product, ref) =>
    `Bei ${product} ist während der Anmeldung etwas schiefgegangen (${ref}). ${NOTHING_SAVED} ${RETRY}`,
  product_busy: (product, ref) =>
    `${product} kann gerade niemanden anmelden (${ref}). ${NOTHING_SAVED} Warten Sie ein paar Minuten und sagen Sie dann *nochmal*.`,
  scope_refused: (product, ref, contact) =>
    `${product} gibt diesem Bot nicht die Berechtigungen, um die er bittet (${ref}). ${NOTHING_SAVED} Sie müssen geändert werden. Zuständig ist: ${contact}. Sagen Sie danach *nochmal*.`,
  client_refused: (product, ref, contact) =>
    `${product} erlaubt diesem Bot keine Anmeldungen (${ref}). ${NOTHING_SAVED} Der Bot muss bei ${product} freigegeben werden. Zuständig ist: ${contact}. Sagen Sie danach *nochmal*.`,
  interrupted: (product) => `Das Verbinden mit ${product} wurde unterbrochen. ${NOTHING_SAVED} ${RETRY}`,
  no_site: (product) =>
    `Ihr ${product}-Konto hat keine Site, die ich verwenden darf. ${NOTHING_SAVED} Sagen Sie *nochmal*, um ein anderes Konto zu nehmen.`,
  other_browser: (product) =>
    `Der Link für ${product} wurde in einem anderen Browser geöffnet. Zu Ihrer Sicherheit habe ich angehalten. ${NEW_LINK}`,
  cancelled: () => `OK, ich habe aufgehört. ${NOTHING_SAVED}`,
  code_seen: (product) =>
    `Der Code für ${product} wurde geschrieben, wo andere ihn lesen können. Deshalb habe ich gelöscht, was verbunden war. ${NEW_LINK}`,
  withdrawn: (product) =>
    `Die Betreiber dieses Bots haben die Einrichtung von ${product} geändert. Deshalb habe ich das Verbinden angehalten. ${NOTHING_SAVED} Sagen Sie *nochmal*, um es noch einmal zu versuchen.`,
  stopped: (product, _ref, contact) =>
    `Die Betreiber dieses Bots haben die Anmeldung bei ${product} beendet. ${NOTHING_SAVED} Auskunft gibt: ${contact}. ${RETRY}`,
  crowded_out: (product) =>
    `Zu viele haben gleichzeitig gefragt. Deshalb habe ich Ihre Anfrage, ${product} zu verbinden, zurückgezogen. ${NOTHING_SAVED} ${RETRY}`,
  superseded: (product) =>
    `Sie verbinden ${product} jetzt an anderer Stelle. Die Anfrage hier gilt nicht mehr. Sagen Sie *nochmal*, um es lieber hier zu tun.`,
  wrong_codes: () =>
    'Zu viele falsche Codes. Was verbunden war, habe ich gelöscht. Sagen Sie *nochmal* für einen neuen Link.',
  wrong_credentials: (product) =>
    `${product} hat den Schlüssel dreimal abgelehnt. ${NOTHING_SAVED} Sagen Sie *nochmal*, wenn Sie den richtigen haben.`,
};

const FAILURES: Readonly<
  Record<
    ActionFailure['why'],
    (product: string, ref: string, retryAfter: number | undefined, contact: string) => string
  >
> = {
  refused: (product, ref) => `${product} hat abgelehnt (${ref}).`,
  forbidden: (product) => `Ihr ${product}-Konto darf das nicht.`,
  not_found: (product) => `Das gibt es bei ${product} nicht, oder Ihr Konto kann es nicht sehen.`,
  invalid: (product, ref) => `${product} hat die Angaben nicht angenommen (${ref}).`,
  busy: (product, _ref, retryAfter) =>
    `${product} ist ausgelastet. Bitte warten Sie${retryAfter === undefined ? ' etwas' : ` ${duration(retryAfter)}`}. Ihre Verbindung bleibt.`,
  too_large: (product) => `Das ist mehr, als ${product} auf einmal annimmt. Versuchen Sie es mit weniger.`,
  locked: (product) =>
    `Das ist bei ${product} gerade gesperrt. Ihre Verbindung bleibt. Versuchen Sie es in ein paar Minuten noch einmal.`,
  not_offered: (product, ref) => `${product} bietet das nicht mehr an, oder nicht für Ihr Konto (${ref}).`,
  unreachable: (product) =>
    `${product} antwortet gerade nicht. Ihre Verbindung bleibt. Versuchen Sie es in ein paar Minuten noch einmal.`,
  unsure: (product, ref) =>
    `${product} hat nicht gesagt, ob es geklappt hat. Vielleicht ist es geschehen, vielleicht nicht (${ref}). Sehen Sie dort nach, bevor Sie noch einmal fragen.`,
  error: (_product, ref) => `Bei mir ist etwas schiefgegangen (${ref}).`,
  disabled: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.disabled(product, contact),
  not_set_up: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.not_set_up(product, contact),
  not_allowed: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.not_allowed(product, contact),
  shared_ended: (product, _ref, _retryAfter, contact) =>
    `Das eigene Konto dieses Bots bei ${product} funktioniert nicht mehr. Zuständig ist: ${contact}.`,
};

function triesLeftText(count: number): string {
  return `Sie haben noch ${plural(count, { one: '# Versuch', other: '# Versuche' })}.`;
}

function perhaps(elsewhere: readonly string[]): string {
  if (elsewhere.length === 0) return '';
  const places = or(elsewhere.map(escapeMarkdown));
  return ` Ein Schlüssel gilt nur dort, wo das Konto liegt: Falls das ${places} ist, wählen Sie es aus.`;
}
