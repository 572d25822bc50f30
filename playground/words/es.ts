import type { PlaygroundWords } from './playground-words.ts';

export const spanish: PlaygroundWords = {
  lang: 'es',
  dir: 'ltr',
  greetings: [
    'hola',
    'buenas',
    'buenos días',
    'buenas tardes',
    '¿qué puedes hacer?',
    '¿qué puede hacer?',
    'qué sabes hacer',
    'menú',
  ],
  thanks: ['gracias', 'muchas gracias', 'mil gracias', 'vale gracias', 'ok gracias'],
  products: ['productos', 'todos los productos', 'más productos'],

  welcome: (name) =>
    `¡Hola, ${name}! Trabajo con sus cuentas en Jira, Zendesk y otros productos, aquí mismo en el chat. ¿Qué hago? Diga *ayuda* para saber más.`,
  youAreWelcome: '¡De nada!',
  notUnderstood: 'No lo he entendido. Diga *ayuda* para saber qué puedo hacer, o elija:',
  canDo: 'Esto es lo que puedo hacer por usted:',
  canConnect: (count, examples) =>
    `También puedo conectar ${count} productos más, por ejemplo: ${examples.join(' · ')}. Diga *productos* para verlos todos.`,
  always: (product) =>
    `*conexiones* muestra lo que está conectado, *conectar ${product}* y *desconectar ${product}* lo cambian, y *cancelar* funciona siempre.`,
  canAlsoDo: 'Esto es lo que puedo hacer en otros productos:',
  onlyConnect: (names) => `Estos solo puedo conectarlos: ${names}.`,
  connect: (product) => `conectar ${product}`,

  notReached: 'No se pudo contactar con el bot, así que esto no ha llegado. Inténtelo de nuevo.',
  notTaken: (status) => `El bot respondió ${status}, así que esto no ha llegado. Inténtelo de nuevo.`,

  personalChat: 'Chat personal',
  groupChat: (name) => `Grupo «${name}»`,
  youAre: (name) => `Usted es ${name}`,
  beSomebodyElse: (name) => `Usted es ${name}. Chatear como otra persona`,
  chats: 'Conversaciones',
  languages: 'Idiomas',
  openAs: (name) => `Abrir como ${name}`,
  openGroup: 'Abrir el chat de grupo',
  openGroupAs: (name) => `Abrir este grupo como ${name}`,
  openOwn: 'Abrir mi chat personal',
  chatWith: (bot) => `Chat con ${bot}`,
  placeholder: (bot) => `Mensaje para ${bot}`,
  needsScript: 'El chat necesita JavaScript. Permítalo en esta página y vuelva a cargarla.',
  reconnecting: 'Conexión perdida, reconectando…',
  notLoaded: 'No se pudo cargar el chat. Vuelva a cargar la página.',
};
