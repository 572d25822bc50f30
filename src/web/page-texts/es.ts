import { grammarOf } from '../../languages/grammar.ts';
import { UNNAMED_BOT } from '../../languages/unnamed-bot.ts';
import type { EndReason } from '../../model/authorization.ts';
import type { FieldProblem } from '../../model/field.ts';
import type { Ending, PageTexts } from './page-texts.ts';

const grammar = grammarOf('es');

const CHANNELS: Readonly<Record<string, string>> = {
  msteams: 'Microsoft Teams',
  webchat: 'Web Chat',
  directline: 'Web Chat',
  slack: 'Slack',
  telegram: 'Telegram',
  facebook: 'Messenger',
  line: 'LINE',
  sms: 'mensajes de texto',
  email: 'correo electrónico',
  emulator: 'Bot Framework Emulator',
};

const GONE =
  'Este enlace ha caducado, ya se ha usado o lo ha sustituido otro más reciente. Pídamelo de nuevo y le enviaré otro.';
const OTHER_BROWSER = 'Este enlace se abrió en otro navegador. Por su seguridad lo he detenido. Pídame otro.';
const NOTHING_SAVED = 'No se ha guardado nada.';
const RETRY = 'Diga «reintentar» en el chat para probar otra vez.';

export const spanishPageTexts: PageTexts = {
  lang: 'es',
  dir: 'ltr',
  errorPrefix: 'Error: ',
  footer: 'Protegido por Latchkey',
  brand: (botName) => bot(botName, 'Este bot'),
  minutes: grammar.minutes,
  channel: (id) => (Object.hasOwn(CHANNELS, id) ? (CHANNELS[id] ?? id) : id),

  connectTitle: ({ integrationName, botName }) => `Conectar ${integrationName} con ${bot(botName)}`,
  connectLead: ({ integrationName, botName, purpose }) =>
    `${bot(botName, 'Este bot')} necesita acceso a ${integrationName} para ${purpose}.`,
  ownerLabel: 'Solicitado por',
  inChannel: (channel) => `en ${channel}`,
  connectConsequence: ({ integrationName, botName, ownerName }) =>
    `Si continúa, ${bot(botName)} podrá usar su cuenta de ${integrationName} para lo que pida ${ownerName}.`,
  permissionsLabel: ({ botName }) => `${bot(botName, 'Este bot')} podrá`,
  keyPermissions: ({ integrationName }) => `Hacer en ${integrationName} lo que permitan allí su clave o su cuenta`,
  connectCaution: ({ botName }) => `Si no se lo ha pedido a ${bot(botName)} en su propio chat, cierre esta página.`,
  nextLabel: 'Qué pasa después',
  nextSignIn: ({ integrationName }) => `Inicia sesión en ${integrationName} y permite el acceso.`,
  nextEnterKey: ({ integrationName }) => `Escribe sus datos de ${integrationName} en la página siguiente.`,
  nextCode: 'Este navegador le muestra un código.',
  nextTypeCode: ({ botName }) => `Escribe el código en su chat con ${bot(botName)} y todo continúa.`,
  nextDone: ({ botName }) => `${bot(botName, 'Este bot')} continúa en su chat.`,
  connectAction: ({ integrationName, leavesFor }) =>
    leavesFor === 'product' ? `Continuar a ${integrationName}` : 'Continuar',
  linkExpiry: (minutes) => `Esta página vale todavía ${minutes}, una sola vez.`,
  phoneTitle: 'Continuar en el teléfono',
  phoneText:
    'Escanee esto con la cámara de su teléfono y continúe allí. Contiene el enlace a esta página, que es solo para usted: no se lo enseñe a nadie más.',
  phoneLabel: 'Código QR con el enlace a esta página',

  movingTitle: (integrationName) => `Abriendo ${integrationName}`,
  movingText: 'Si no ocurre nada, use el botón.',
  movingAction: (integrationName) => `Continuar a ${integrationName}`,

  formTitle: ({ integrationName }) => `Escriba sus datos de ${integrationName}`,
  formLead: ({ integrationName, botName, purpose }) =>
    `${bot(botName, 'Este bot')} necesita acceso a ${integrationName} para ${purpose}.`,
  formOptional: 'opcional',
  formPrivacy: ({ integrationName, botName }) =>
    `${bot(botName, 'Este bot')} lo comprueba con ${integrationName} y lo guarda cifrado. No se vuelve a mostrar nunca, tampoco en el chat.`,
  formManage: (integrationName) => `Abrir ${integrationName} para buscarlo`,
  formAction: 'Conectar',
  formErrorTitle: 'Compruebe esto',
  fieldProblem: (field, reason) =>
    reason === 'missing'
      ? `Falta por rellenar: ${field.title}.`
      : `Eso no sirve para «${field.title}»: ${PROBLEMS[reason]}.`,
  keyRefused: (integrationName, triesLeft, elsewhere = []) =>
    `${integrationName} ha rechazado esta clave. ${NOTHING_SAVED}${perhaps(elsewhere)} ${grammar.plural(triesLeft, { one: 'Le queda # intento.', other: 'Le quedan # intentos.' })}`,
  unreachable: (integrationName) =>
    `${integrationName} no responde en este momento. ${NOTHING_SAVED} Inténtelo de nuevo dentro de unos minutos.`,

  siteTitle: (noun) => `Elija: ${noun}`,
  siteLead: ({ integrationName, botName, noun }) =>
    `Su cuenta de ${integrationName} da acceso a más de un lugar (${noun}). ${bot(botName, 'Este bot')} usará solo el que elija.`,
  siteMissing: (noun) => `Elija una opción para continuar: ${noun}.`,
  siteAction: 'Continuar',

  codeTitle: 'Escriba este código en su chat',
  codeLabel: 'Su código',
  copyAction: 'Copiar el código',
  copyDone: 'Copiado',
  codeTypedAction: 'Ya lo he escrito',
  codeRule: (botName) => `Escriba este código solo en su chat con ${bot(botName)}. Nadie más se lo pedirá.`,
  accountLabel: (integrationName) => `Cuenta de ${integrationName}`,
  siteLabel: 'Sitio',
  codeExpiry: (minutes) => `El código vale todavía ${minutes}.`,
  notYouTitle: '¿No es usted, o no es su cuenta?',
  notYouText: ({ botName, minutes }) =>
    `Cierre esta página y no dé el código a nadie. Mientras no se escriba, ${bot(botName)} no puede usar nada, y dentro de ${minutes} se borra todo.`,
  manageAction: (integrationName) => `Administrar el acceso en ${integrationName}`,

  connectedTitle: (integrationName) => `${integrationName} está conectado`,
  connectedText: ({ integrationName, account }) => `Conectado a ${integrationName} como ${account}.`,
  workingTitle: 'Un momento',
  workingText: (integrationName) => `Terminando con ${integrationName}. Esta página continúa sola.`,
  workingAction: 'Mirar de nuevo',

  ended: (why, { integrationName, botName, ref }) =>
    ENDINGS[why](integrationName, bot(botName), ref === undefined ? '' : ` (${ref})`),
  askContact: (contact) => `Contacto: ${contact}.`,
  backToChat: (botName) => `Puede cerrar esta página y volver a su chat con ${bot(botName)}.`,
  sharedText: ({ integrationName, botName, account }) =>
    `${bot(botName, 'Este bot')} puede actuar como ${account} en ${integrationName}. Elija ahora para quién es.`,
  sharedEnded: (why, integrationName) =>
    SHARED_ENDINGS[why]?.(integrationName) ??
    `El inicio de sesión en ${integrationName} no llegó a su fin. ${NOTHING_SAVED}`,
  backToConsole: 'Volver a la consola',

  goneTitle: 'Este enlace no se puede usar',
  gone: GONE,
  unknownTenantTitle: 'No configurado para esta dirección',
  unknownTenant: (integrationName) =>
    `No estoy configurado para esta dirección de ${integrationName}. Compruébela, o pida a mis responsables que la registren.`,
  inUseTitle: 'En uso en otro navegador',
  inUse:
    'Este enlace ya se está usando en otro navegador, así que no puede usarlo aquí. No ha cambiado nada. Continúe en el otro navegador, en el dispositivo que sea. Si no hay otro, este navegador olvida lo que le doy: diga «nuevo enlace» en el chat y abra ese enlace en su navegador habitual.',
  otherBrowserTitle: 'Detenido por su seguridad',
  otherBrowser: OTHER_BROWSER,
  returned: ({ integrationName }) =>
    `Ha vuelto de ${integrationName} en un navegador distinto de aquel en que empezó. Algunas aplicaciones tienen un navegador propio que olvida. Por su seguridad lo he detenido. ${NOTHING_SAVED}`,
  returnedSteps: ({ botName }) => [
    `Pulse el botón. Envío un nuevo enlace, una sola vez, al chat con ${bot(botName)}.`,
    'Abra ese enlace en su navegador habitual, como Safari, Chrome, Edge o Firefox: manténgalo pulsado y elija abrirlo en el navegador.',
    'Quédese en ese navegador hasta que le muestre el código.',
  ],
  returnedAction: 'Enviar un nuevo enlace al chat',
  newLinkTitle: 'Mire en su chat',
  newLink: (botName) =>
    `El nuevo enlace está en su chat con ${bot(botName)}, o lo estará en un momento. Ábralo en su navegador habitual. Si no está, diga «reintentar» en el chat.`,
  failedTitle: 'Algo ha fallado',
  failed: (ref) => `Algo ha fallado por mi parte (${ref}). Vuelva al chat para ver qué se ha hecho.`,
  restartingTitle: 'Un momento',
  restarting: 'Me estoy reiniciando. No se ha perdido nada. Recargue esta página dentro de unos segundos.',
  tooManyTitle: 'Espere, por favor',
  tooMany: (minutes) => `Demasiadas solicitudes. Espere ${minutes}.`,
  unavailableTitle: 'Página no disponible',
  unavailable: 'Esta página no está disponible. Vuelva al chat.',
};

const ENDINGS: Readonly<Record<EndReason, (product: string, name: string, ref: string) => Ending>> = {
  expired: () => ({ title: 'Demasiado tarde', text: GONE, mayLeaveAccess: true }),
  denied: (product) =>
    notConnected(`${product} no dio acceso: allí se canceló o se rechazó. ${NOTHING_SAVED} ${RETRY}`),
  admin_refused: (product, name) =>
    notConnected(
      `Un administrador de su cuenta de ${product} no ha permitido ${name}. ${NOTHING_SAVED} Pídale que lo permita y después diga «reintentar» en el chat.`,
    ),
  product_failed: (product, _name, ref) =>
    notConnected(`Algo falló en ${product} durante el inicio de sesión${ref}. ${NOTHING_SAVED} ${RETRY}`),
  product_busy: (product, _name, ref) =>
    notConnected(
      `${product} no puede atender ahora inicios de sesión${ref}. ${NOTHING_SAVED} Espere unos minutos y después diga «reintentar» en el chat.`,
    ),
  scope_refused: (product, name, ref) =>
    notConnected(`${product} no da a ${name} los permisos que pide${ref}. ${notYourFault(name)}`),
  client_refused: (product, name, ref) =>
    notConnected(`${product} no deja que ${name} inicie la sesión de nadie${ref}. ${notYourFault(name)}`),
  refused: (product, _name, ref) =>
    notConnected(`${product} no aceptó el inicio de sesión${ref}. ${NOTHING_SAVED} ${RETRY}`),
  unreachable: (product) =>
    notConnected(`${product} no responde en este momento. ${NOTHING_SAVED} Inténtelo de nuevo dentro de unos minutos.`),
  misconfigured: (product, name, ref) =>
    notConnected(`${product} no aceptó la configuración de ${name}${ref}. ${notYourFault(name)}`),
  interrupted: () => ({
    ...notConnected(`El inicio de sesión se interrumpió por mi parte. ${NOTHING_SAVED} ${RETRY}`),
    mayLeaveAccess: true,
  }),
  no_site: (product, name) => ({
    ...notConnected(
      `Esta cuenta de ${product} no da acceso a nada con lo que ${name} pueda trabajar. ${NOTHING_SAVED} Pruebe con otra cuenta.`,
    ),
    mayLeaveAccess: true,
  }),
  other_browser: () => ({ title: 'Detenido por su seguridad', text: OTHER_BROWSER }),
  cancelled: () => ({
    title: 'Cancelado',
    text: `Lo canceló en el chat. ${NOTHING_SAVED}`,
    mayLeaveAccess: true,
  }),
  code_seen: () => ({
    title: 'Otras personas podían leer su código',
    text: 'El código se escribió donde otras personas pueden leerlo. Por eso he borrado lo que estaba conectado. Pídamelo de nuevo en nuestro chat privado.',
    mayLeaveAccess: true,
  }),
  withdrawn: (product, name) => ({
    ...notConnected(
      `Los responsables de ${name} han cambiado la configuración de ${product}. ${NOTHING_SAVED} Pídales ayuda.`,
    ),
    mayLeaveAccess: true,
  }),
  stopped: (_product, name) => ({
    title: 'Terminado',
    text: `Los responsables de ${name} han terminado este inicio de sesión. ${NOTHING_SAVED} Pregúnteles, o diga «reintentar» en el chat.`,
    mayLeaveAccess: true,
  }),
  crowded_out: () => ({
    title: 'Pídalo de nuevo',
    text: 'Demasiadas personas pidieron lo mismo a la vez. Por eso se ha retirado este enlace. Pídalo de nuevo en su chat.',
  }),
  superseded: () => ({
    title: 'Hay un enlace más reciente',
    text: 'Lo ha pedido de nuevo mientras tanto. Use el enlace más reciente de su chat.',
    mayLeaveAccess: true,
  }),
  wrong_codes: () => ({
    title: 'Demasiados códigos incorrectos',
    text: 'He borrado lo que estaba conectado. Empiece de nuevo cuando quiera.',
    mayLeaveAccess: true,
  }),
  wrong_credentials: (product) =>
    notConnected(`${product} ha rechazado demasiadas veces lo que se escribió. ${NOTHING_SAVED} ${RETRY}`),
};

const SHARED_ENDINGS: Readonly<Partial<Record<EndReason, (product: string) => string>>> = {
  denied: (product) => `El acceso no se permitió en ${product}. ${NOTHING_SAVED}`,
  admin_refused: (product) => `Un administrador de ${product} no ha permitido esta aplicación. ${NOTHING_SAVED}`,
  product_failed: (product) =>
    `Algo falló en ${product} durante el inicio de sesión. ${NOTHING_SAVED} Inténtelo de nuevo.`,
  product_busy: (product) =>
    `${product} no puede atender ahora inicios de sesión. ${NOTHING_SAVED} Inténtelo de nuevo dentro de unos minutos.`,
  scope_refused: (product) => `${product} no conoce o no permite uno de los scopes del perfil. ${NOTHING_SAVED}`,
  client_refused: (product) =>
    `${product} no deja que este cliente inicie la sesión de nadie: puede no estar aprobado, estar suspendido o ser de otro tipo. ${NOTHING_SAVED}`,
  misconfigured: (product) =>
    `${product} no aceptó el ID de cliente, el secreto de cliente o la URL de retorno del perfil. ${NOTHING_SAVED}`,
  unreachable: (product) => `${product} no responde en este momento. ${NOTHING_SAVED}`,
  no_site: (product) => `Esta cuenta de ${product} no da acceso a nada con lo que se pueda trabajar. ${NOTHING_SAVED}`,
};

const PROBLEMS: Readonly<Record<Exclude<FieldProblem, 'missing'>, string>> = {
  too_long: 'es demasiado largo',
  not_printable: 'contiene caracteres que no pueden formar parte',
  not_a_choice: 'no es una de las opciones',
  nobody_there: 'nadie tiene allí esa dirección',
  has_colon: 'no puede contener dos puntos',
  foreign_host: 'la dirección es de otro producto',
  wrong_shape: 'compruebe que lo ha copiado todo, y nada más',
};

function notConnected(text: string): Ending {
  return { title: 'No conectado', text };
}

function notYourFault(name: string): string {
  return `${NOTHING_SAVED} No es culpa suya: avise a los responsables de ${name}.`;
}

/** The bot's name, or what a bot without a name is called at this place in a sentence. */
function bot(botName: string, unnamed = 'este bot'): string {
  return botName === UNNAMED_BOT ? unnamed : botName;
}

function perhaps(elsewhere: readonly string[]): string {
  if (elsewhere.length === 0) return '';
  return ` Una clave solo funciona donde está la cuenta: si es ${grammar.or(elsewhere)}, elija esa opción.`;
}
