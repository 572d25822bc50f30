/** Messages as people write them to a bot all day, in several languages; the same ones every time. None holds a secret. */
export function ordinaryMessages(): readonly string[] {
  const random = generator(20261121);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const hex = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('');
  const capitals = (count: number) =>
    Array.from({ length: count }, () => pick([...'ABCDEFGHJKLMNPQRSTUVWXYZ'])).join('');
  const year = () => 2024 + Math.floor(random() * 4);
  const day = () => `${1 + Math.floor(random() * 28)}`.padStart(2, '0');
  const month = () => `${1 + Math.floor(random() * 12)}`.padStart(2, '0');
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
  const THINGS: readonly (() => string)[] = [
    uuid,
    () => uuid().toUpperCase(),
    () => `ORD-${year()}-${digits(6)}`,
    () => `#${digits(7)}`,
    () => `${capitals(3)}-${digits(4)}`,
    () => `INV${digits(8)}`,
    () => `1Z${digits(3)}${capitals(2)}${digits(11)}`,
    () => `RR${digits(9)}AT`,
    () => `TBA${digits(12)}`,
    () => `00340434${digits(12)}`,
    () => digits(15),
    () => `+43 316 ${digits(6)}`,
    () => `+49${digits(11)}`,
    () => `${pick(NAMES)}.${pick(FAMILIES)}${digits(2)}@example.com`.toLowerCase(),
    () => `https://acme.example.com/tickets/${digits(5)}?view=${uuid()}`,
    () => `https://docs.example.com/d/${hex(24)}/edit#gid=${digits(9)}`,
    () => `https://example.com/${pick(WORDS)}-${pick(WORDS)}-${digits(4)}.html?utm_source=chat&utm_id=${hex(12)}`,
    () => `www.example.com/${pick(WORDS)}`,
    () => `${year()}-${month()}-${day()}`,
    () => `${year()}-${month()}-${day()}T0${digits(1)}:${day()}:00Z`,
    () => `${day()}.${month()}.${year()}`,
    () => `IMG_${year()}${month()}${day()}_${digits(6)}.jpg`,
    () => `Report_Q${digits(1)}_${year()}_final_v${digits(1)}.xlsx`,
    () => `AT${digits(18)}`,
    () => `DE${digits(20)}`,
    () => `v${digits(1)}.${digits(2)}.${digits(1)}-beta.${digits(1)}`,
    () => `build ${digits(4)}`,
    () => `commit ${hex(7)}`,
    () => `SKU-${capitals(2)}${digits(4)}-${capitals(1)}`,
    () => `${digits(3)}.${digits(3)},${digits(2)} €`,
    () => `Iso${digits(5)}:${year()}`,
    () => `192.168.${digits(2)}.${digits(2)}`,
    () => `room ${capitals(1)}${digits(3)}`,
    () => `${pick(NAMES)}${pick(FAMILIES)}`,
    () => `${pick(WORDS)}_${pick(WORDS)}_${digits(3)}`,
    () => `C:\\Users\\${pick(NAMES)}\\Documents\\${pick(WORDS)}${digits(2)}.docx`,
  ];
  const messages = new Set<string>();
  while (messages.size < 6_000) {
    const thing = () => pick(THINGS)();
    const kind = random();
    if (kind < 0.12) messages.add(thing());
    else
      messages.add(
        fill(pick(TEMPLATES), { thing, name: () => pick(NAMES), word: () => pick(WORDS), number: () => digits(3) }),
      );
  }
  return [...messages];
}

/** A template with a new part for each `{name}` in it. */
export function fill(template: string, parts: Readonly<Record<string, () => string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => parts[name]?.() ?? '');
}

/** Mulberry32: the same numbers on every machine. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const NAMES = ['Jane', 'Jörg', 'Marie', 'Sofía', 'Luca', 'Åsa', 'Zoë', 'Piotr', 'Yuki', 'Mehmet', 'Chloé', 'Ivana'];
const FAMILIES = ['Doe', 'Huber', 'Lefèvre', 'García', 'Rossi', 'Nowak', 'Tanaka', 'Yılmaz', 'McDonald', 'OBrien'];
const WORDS = [
  'invoice',
  'printer',
  'onboarding',
  'Kaffeemaschine',
  'Rechnung',
  'Datenschutzgrundverordnung',
  'facture',
  'commande',
  'pedido',
  'reunión',
  'fattura',
  'ordine',
  'internationalization',
  'JavaScript',
  'PowerPoint',
  'iPhone15Pro',
  'macOS',
  'GitLab',
  'Windows11',
  'COVID19',
  'Mp3Player',
  'H2O',
  'key',
  'password',
  'token',
  'Schlüssel',
];

const TEMPLATES = [
  'hello',
  'Where is my order {thing}?',
  'Please look at {thing} when you have time, {name}',
  'Create an issue: {word} does not work since {thing}',
  'What is the status of {thing} and {thing}?',
  'The {word} in {thing} is broken again :(',
  'Thanks {name}! See {thing} for the rest.',
  'remind me on {thing} to call {name}',
  'Can you send {thing} to {name}?',
  'My number is {thing}.',
  'I forgot my password, how do I reset it?',
  'The key is under the mat, {name}',
  'Which token do I need for {word}?',
  'the key question: what does {name} think about {word}?',
  'Key points: 1) {word} 2) {word} 3) ask {name}',
  'password: see the wiki page {thing}',
  'I lost the key for {thing}',
  'Error: TypeError at line {number}: {word} is undefined ({thing})',
  'Ticket {thing}: “{word}”, reported by {name}',
  '{thing}, {thing} and {thing}',
  'Hi {name},\n\nplease check {thing}.\n\nBest regards\n{name}',
  'Bitte prüfe {thing}, danke {name}!',
  'Wo bleibt meine Bestellung {thing}?',
  'Die {word} für {thing} fehlt noch.',
  'Kannst du {thing} bis morgen erledigen?',
  'Ich habe das Passwort vergessen',
  'Der Schlüssel für Raum {number} liegt bei {name}',
  'Rechnung {thing} ist bezahlt: {number},00 €',
  'Où est ma commande {thing} ?',
  'Merci {name}, la {word} {thing} est arrivée.',
  'Peux-tu vérifier {thing} avec {name} ?',
  'La clé est chez {name}',
  'Le mot de passe ne marche pas',
  '¿Dónde está mi pedido {thing}?',
  'Gracias {name}, revisa {thing} por favor.',
  'La clave es la paciencia, {name}',
  'Dov’è il mio ordine {thing}?',
  'Grazie {name}, la {word} {thing} è pronta.',
  'Gdzie jest moje zamówienie {thing}?',
  'Waar is mijn bestelling {thing}?',
  'Var är min beställning {thing}?',
  '注文 {thing} はどこですか',
  '我的订单 {thing} 在哪里？',
  'Где мой заказ {thing}?',
  'Siparişim {thing} nerede?',
  'Onde está o meu pedido {thing}?',
  '/tmp/{word}/{thing}',
  'view ticket {number}',
  'List my forms',
  'disconnect {word}',
  'retry',
  'yes',
  '{word}',
  '{word} {number}',
  'OK 👍 {name}',
];
