import type { PlaygroundWords } from './playground-words.ts';

export const german: PlaygroundWords = {
  lang: 'de',
  dir: 'ltr',
  greetings: [
    'hallo',
    'hi',
    'hey',
    'servus',
    'moin',
    'grüß gott',
    'guten morgen',
    'guten tag',
    'was kannst du',
    'was können sie',
    'menü',
  ],
  thanks: ['danke', 'danke schön', 'dankeschön', 'vielen dank', 'danke sehr', 'merci', 'ok danke'],
  products: ['Produkte', 'alle Produkte', 'weitere Produkte'],

  welcome: (name) =>
    `Hallo ${name}! Ich arbeite mit Ihren Konten bei Jira, Zendesk und anderen Produkten, direkt hier im Chat. Was soll ich tun? Mit *Hilfe* erfahren Sie mehr.`,
  youAreWelcome: 'Gern geschehen!',
  notUnderstood: 'Das habe ich nicht verstanden. Mit *Hilfe* erfahren Sie, was ich kann, oder wählen Sie aus:',
  canDo: 'Das kann ich für Sie tun:',
  canConnect: (count, examples) =>
    `Ich kann auch ${count} weitere Produkte verbinden, zum Beispiel: ${examples.join(' · ')}. Mit *Produkte* sehen Sie alle.`,
  always: (product) =>
    `*Verbindungen* zeigt, was verbunden ist, *${product} verbinden* und *${product} trennen* ändern es, und *abbrechen* geht immer.`,
  canAlsoDo: 'Das kann ich bei anderen Produkten tun:',
  onlyConnect: (names) => `Diese kann ich nur verbinden: ${names}.`,
  connect: (product) => `${product} verbinden`,

  notReached: 'Der Bot war nicht erreichbar, das kam nicht an. Bitte versuchen Sie es noch einmal.',
  notTaken: (status) => `Der Bot hat mit ${status} geantwortet, das kam nicht an. Bitte versuchen Sie es noch einmal.`,

  personalChat: 'Persönlicher Chat',
  groupChat: (name) => `Gruppenchat „${name}“`,
  youAre: (name) => `Sie sind ${name}`,
  beSomebodyElse: (name) => `Sie sind ${name}. Als jemand anders chatten`,
  chats: 'Chats',
  languages: 'Sprachen',
  openAs: (name) => `Als ${name} öffnen`,
  openGroup: 'Gruppenchat öffnen',
  openGroupAs: (name) => `Diese Gruppe als ${name} öffnen`,
  openOwn: 'Meinen persönlichen Chat öffnen',
  chatWith: (bot) => `Chat mit ${bot}`,
  placeholder: (bot) => `Nachricht an ${bot}`,
  needsScript: 'Der Chat braucht JavaScript. Bitte erlauben Sie es für diese Seite und laden Sie sie neu.',
  reconnecting: 'Verbindung unterbrochen, wird wiederhergestellt …',
  notLoaded: 'Der Chat konnte nicht geladen werden. Bitte laden Sie die Seite neu.',
};
