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

const { plural, and, or, date, minutes, duration } = grammarOf('es');

/** Speaks to people as “usted”, in words that are usual in Spain and in America. A purpose is an infinitive. */
export const spanishTexts: Texts = {
  dir: 'ltr',
  // asking
  needsAccess: (product, purpose) => `Necesito acceso a su cuenta de ${product} para ${purpose}.`,
  connectionEnded: (product, purpose) =>
    `Su conexión con ${product} ha terminado. Vuelva a conectarse para que pueda ${purpose}.`,
  needsMoreAccess: (product, purpose, permissions) =>
    `Para ${purpose} necesito un permiso de ${product} que su conexión no tiene${permissions.length === 0 ? '' : ` (${and(permissions)})`}. Vuelva a conectarse.`,
  linkAskedOnPage: (product) =>
    `Volvió de ${product} en otro navegador, o en una aplicación que no recuerda nada, así que me detuve. Este es el nuevo enlace que pidió allí. Ábralo en su navegador habitual y quédese en él hasta ver el código. Si no lo pidió usted, diga *cancelar*.`,
  linkExplanation: (product) =>
    `Abra la página, inicie sesión en ${product} y vuelva con el código que muestra la página. El enlace es solo para usted y vale 10 minutos.`,
  linkExplanationNoCode: (product) =>
    `Abra la página e inicie sesión en ${product}. El enlace es solo para usted y vale 10 minutos.`,
  keyPageExplanation: (product) =>
    `Abra la página, escriba allí su clave de ${product} y vuelva con el código que muestra la página. No escriba la clave aquí. El enlace es solo para usted y vale 10 minutos.`,
  keyPageExplanationNoCode: (product) =>
    `Abra la página y escriba allí su clave de ${product}. No escriba la clave aquí. El enlace es solo para usted y vale 10 minutos.`,
  connectButton: (product) => `Conectar ${product}`,
  credentialExplanation: (product) =>
    `Lo que escriba se envía a ${product} para comprobarlo y se guarda cifrado. El historial del chat puede conservar lo que envíe aquí; la página, no.`,
  submitButton: 'Conectar',
  pageButton: 'Escribirlo en una página',
  cardClosed: (product, how) => CLOSED_CARDS[how](product),
  fieldMissing: (title) => `Falta por rellenar: ${title}.`,
  joined: (title, product) => `Lo haré en cuanto haya conectado ${product}: ${title}.`,
  inBrowser: (product) =>
    `Ya está conectando ${product} en el navegador. Termine allí, o diga *nuevo enlace* para empezar de nuevo.`,
  stillWaiting: (product) =>
    `Sigo esperando a que conecte ${product}. Diga *nuevo enlace* para recibir otro, o *cancelar* para dejarlo.`,
  awaitingCode: (product) =>
    `Sigo esperando el código de ${product}. Escriba solo el código que muestra la página, como BCTK-KLTK. Diga *nuevo enlace* para empezar de nuevo, o *cancelar* para dejarlo.`,
  stillWaitingForKey: (product) =>
    `Sigo esperando a que conecte ${product}. Rellene la tarjeta de arriba, diga *empezar de nuevo* para recibir otra, o *cancelar* para dejarlo.`,
  connectHelp: (product) =>
    `Sigo en cuanto ${product} esté conectado: abra el enlace, haga lo que pide la página y escriba aquí el código que muestra. *nuevo enlace* envía otro enlace, *cancelar* lo deja.`,
  connectHelpForKey: (product) =>
    `Sigo en cuanto ${product} esté conectado: rellene la tarjeta de arriba y pulse su botón. *empezar de nuevo* envía otra, *cancelar* lo deja.`,
  whichMethod: (product) => `¿Cómo quiere conectar ${product}?`,
  methodEnds: (title, day, product) =>
    `${product} dejará de ofrecer «${title}» el ${date(Date.parse(day))}. Hasta entonces funciona.`,
  connectPurpose: 'hacer allí lo que me pida',
  groupRefused: 'No conecto cuentas en un grupo, donde otras personas leen. Escríbame en privado y pídalo de nuevo.',
  openPersonalChat: 'Abrir nuestro chat',
  contact: 'el responsable de este bot',
  cannotConnect: (product, why, contact) => CONNECT_REFUSALS[why](product, contact),
  notAllowed: (contact) => `No tiene permiso para usar esto aquí. Contacto: ${contact}.`,
  tooMany: (count) => `Demasiadas solicitudes. Espere ${minutes(count)}.`,

  // connecting
  connected: (product, account, id) =>
    `Conectado a ${product} como **${nameInChat(account)}**. ¿No es usted? Escriba *desconectar ${id}*.`,
  otherSites: (sites, id) =>
    `También me ha dado acceso a ${and(sites.map(nameInChat))}: diga *usar ${id} ${escapeMarkdown(shownName(sites[0] ?? ''))}* para pasar allí.`,
  trimmed: 'He quitado los espacios de los extremos.',
  wrongCode: (triesLeft) =>
    triesLeft === 0
      ? 'Demasiados códigos incorrectos. He borrado lo que estaba conectado. Empiece de nuevo cuando quiera.'
      : `Ese código no es correcto. ${triesLeftText(triesLeft)}`,
  noCodeAwaited:
    'No espero ningún código suyo. Si alguien le pidió que lo escribiera aquí, no lo haga: es un engaño conocido.',
  codeSeen: (product) =>
    `Otras personas pueden leer aquí su código. Por eso ya no vale y he borrado lo que estaba conectado. Para conectar ${product}, pídamelo de nuevo en nuestro chat privado.`,
  codeOfOtherChat: (product) => `Escriba ese código en el chat donde pidió ${product}. Aquí no lo acepto.`,
  codeOver: (product) =>
    `Ese código de ${product} ya no vale: se ha usado o es demasiado antiguo. Si todavía falta algo, pídamelo de nuevo.`,
  invalidField: (field, problem) => `Eso no sirve para «${field.title}»: ${FIELD_PROBLEMS[problem]}.`,
  credentialRefused: (product, triesLeft, elsewhere = []) =>
    triesLeft === 0
      ? `${product} ha rechazado esta clave. ${NOTHING_SAVED} Era el último intento; pídamelo de nuevo cuando tenga la correcta.`
      : `${product} ha rechazado esta clave. ${NOTHING_SAVED}${perhaps(elsewhere)} ${triesLeftText(triesLeft)}`,
  productUnreachable: (product) =>
    `${product} no responde en este momento. ${NOTHING_SAVED} Inténtelo de nuevo dentro de unos minutos.`,
  attemptGone: 'Eso ya no está abierto. Pídamelo de nuevo y le enviaré una tarjeta nueva.',
  notAskedNow: 'No espero su respuesta a esa pregunta.',
  typedKeyStays: 'El mensaje con su clave sigue en el historial de este chat: bórrelo allí.',
  secretInside:
    'Eso parece una clave o una contraseña. La he quitado y no la he usado. Rellene la tarjeta de arriba, o envíe solo la clave si la tarjeta no pide nada más. Borre su mensaje si puede.',
  unaskedSecret:
    'Eso parece un secreto que no he pedido. No lo he guardado. Borre su mensaje si puede y cambie la clave en su producto.',

  // endings
  ended: (product, why, ref, contact) => ENDINGS[why](product, ref ?? '', contact),
  cancelled: (what) => `De acuerdo, lo he dejado: ${escapeMarkdown(what)}. ${NOTHING_SAVED}`,
  nothingToCancel: 'No hay nada que cancelar.',

  // actions
  confirmDestructive: (product, purpose, inputs) =>
    `¿De verdad quiere ${[purpose, inputs.length === 0 ? '' : `(${inputs.map(escapeMarkdown).join(', ')})`].filter(Boolean).join(' ')} en ${product}? No se puede deshacer. Diga *sí* para continuar.`,
  cancelledAll: (titles) => `De acuerdo, lo he dejado: ${titles.map(escapeMarkdown).join('; ')}. ${NOTHING_SAVED}`,
  notDone: (purpose, product, isConnected) =>
    `De acuerdo, ${purpose === undefined ? 'cancelado' : `no voy a ${purpose}`}.${isConnected ? ` ${product} sigue conectado.` : ''}`,
  working: 'Un momento…',
  tooOld: 'Su solicitud anterior es demasiado antigua para continuar. Hágala de nuevo.',
  interrupted: (title) =>
    `Me interrumpieron mientras lo hacía: ${title}. No sé si ha funcionado; compruébelo antes de pedirlo de nuevo.`,
  stillRefused: (product) =>
    `${product} sigue rechazando la conexión que acaba de hacer. Me detengo aquí para no pedírsela una y otra vez. Compruebe sus permisos en ${product}.`,
  actionFailed: (product, failure, contact) =>
    failure.text ?? FAILURES[failure.why](product, failure.ref, failure.retryAfter, contact),
  retryHint: 'Diga *reintentar* para probar otra vez.',
  openButton: 'Abrir',
  actingAs: (product, account) => `Hecho con la cuenta de ${product} de este bot, ${nameInChat(account)}.`,
  askInput: (title, hint) => (hint === undefined ? title : `${title} (${hint})`),
  inputProblem,
  formIntroduction: (count) =>
    `Tengo ${plural(count, { one: '# pregunta', other: '# preguntas' })} para usted. Diga *cancelar* para dejarlo; entonces no se envía nada.`,
  formProgress: (title, number, count) => `${number}/${count} ${title}`,
  formExpected: (kind, max, example) => EXPECTED[kind](max, example),
  moreItems: (count) => `… y ${count} más`,
  canSay: (sentences) => `Puede decir: ${sentences.map((one) => `«${one}»`).join(', ')}`,
  // what buttons say for the person
  sayNewLink: 'nuevo enlace',
  sayStartOver: 'empezar de nuevo',
  sayCancel: 'cancelar',
  sayRetry: 'reintentar',
  sayYes: 'sí',
  sayNo: 'no',
  sayDisconnect: (named) => `desconectar ${named}`,
  sayReconnect: (named) => `reconectar ${named}`,
  sayUse: (named) => `usar ${named}`,
  skip: 'omitir',
  formPart: (part) => FORM_PARTS[part] ?? part,
  formReview: (lines) =>
    [
      'Compruebe sus respuestas:',
      ...lines.map(({ title, answer }, at) => `${at + 1}. ${escapeMarkdown(title)}: ${escapeMarkdown(answer) || '–'}`),
      'Diga *enviar* para enviarlas, o un número para cambiar esa respuesta.',
    ].join('\n'),
  formChange:
    '¿Qué respuesta debo cambiar? Diga su número, *enviar* para enviarlas como están, o *cancelar* para no enviar nada.',
  formSend: 'enviar',
  answerButton: 'Aceptar',

  // connections
  noConnections: 'Todavía no ha conectado nada.',
  connectionsInGroup: 'Solo muestro sus conexiones en un chat privado.',
  connectionsTitle: 'Sus conexiones',
  connectionState: (status) => (status === 'active' ? 'Conectado' : 'Hay que volver a conectar'),
  connectionInUse: 'En uso',
  whichConnection: (product) => `Tiene varias cuentas de ${product}. ¿Cuál?`,
  nowUsing: (product, account) => `De acuerdo, para ${product} uso a partir de ahora ${nameInChat(account)}.`,
  noSuchAccount: (product, names) =>
    names.length === 0
      ? `No he encontrado esa cuenta o ese sitio en ${product}.`
      : `No he encontrado esa cuenta o ese sitio en ${product}. Puede elegir ${or(names.map(nameInChat))}.`,
  siteRefused: (product, site) =>
    `Su cuenta de ${product} no tiene acceso a ${nameInChat(site)}. No se ha cambiado nada.`,
  siteUnreachable: (product) =>
    `${product} no responde en este momento. No se ha cambiado nada. Inténtelo de nuevo dentro de unos minutos.`,
  notConnected: (product) => `${product} no está conectado.`,
  unknownProduct: (name) => `No conozco ningún producto llamado «${nameInChat(name)}».`,
  disconnected: (product, atProduct, manageUrl) => {
    if (atProduct === 'revoked') return `Eliminado. ${product} lo ha confirmado.`;
    if (atProduct === 'in_use')
      return `Eliminado aquí. Su acceso en ${product} se mantiene: otra conexión con esta cuenta lo usa.`;
    if (atProduct === 'queued')
      return `Eliminado aquí. No se ha podido contactar con ${product}; seguiré intentándolo durante 24 h.`;
    if (manageUrl !== undefined)
      return `Eliminado aquí. Para terminar también el acceso en ${product}, borre allí la clave o el acceso de este bot: ${manageUrl}`;
    return `Eliminado aquí. Para terminar también el acceso en ${product}, borre allí la clave o el acceso de este bot.`;
  },
  connectionNews: (product, account, news) =>
    connectionNews(account === '' ? product : `${product} (${nameInChat(account)})`, product, news),
  somethingWrong: (ref) =>
    `Algo ha fallado por mi parte (${ref}). Puede que lo que pidió se haya hecho: compruébelo antes de pedirlo de nuevo.`,
  restarting: 'Me estoy reiniciando y no he leído su mensaje. Envíelo otra vez dentro de unos segundos.',
};

const NOTHING_SAVED = 'No se ha guardado nada.';

function inputProblem(problem: InputProblem): string {
  switch (problem.why) {
    case 'said':
      return problem.text;
    case 'not_a_kind':
      return NOT_A_KIND[problem.kind](problem.example);
    case 'not_whole':
      return 'Indique un número entero.';
    case 'too_small':
      return problem.isIncluded
        ? `Es demasiado pequeño. El mínimo es ${problem.limit}.`
        : `Es demasiado pequeño. Tiene que ser más de ${problem.limit}.`;
    case 'too_large':
      return problem.isIncluded
        ? `Es demasiado grande. El máximo es ${problem.limit}.`
        : `Es demasiado grande. Tiene que ser menos de ${problem.limit}.`;
    case 'no_multiple':
      return `Indique un múltiplo de ${problem.of}.`;
    case 'too_short':
      return problem.limit === 1
        ? 'No puede quedar vacío.'
        : `Es demasiado corto. Use al menos ${problem.limit} caracteres.`;
    case 'too_long':
      return `Es demasiado largo. Use como máximo ${problem.limit} caracteres.`;
    case 'too_few':
      return `Indique al menos ${problem.limit}.`;
    case 'too_many':
      return `Indique como máximo ${problem.limit}.`;
    case 'too_early':
      return `Es demasiado pronto. El primer día posible es el ${problem.limit}.`;
    case 'too_late':
      return `Es demasiado tarde. El último día posible es el ${problem.limit}.`;
    case 'no_email':
      return EXPECTED.email(0, '');
    case 'no_address':
      return 'Indique una dirección web, como https://example.com.';
    case 'which_day':
      return '¿A qué día se refiere?';
    case 'other':
      return 'No puedo usar eso. Dígalo de otra manera.';
  }
}

const ANSWER_NEEDED = 'Aquí necesito una respuesta.';
const CHOOSE_ONE = 'Elija una de estas opciones.';
const day = (example: string) => `Indique un día, como ${example}.`;
const time = (example: string) => `Indique una hora, como ${example}.`;

const NOT_A_KIND: Readonly<Record<Extract<InputProblem, { why: 'not_a_kind' }>['kind'], (example: string) => string>> =
  {
    text: () => ANSWER_NEEDED,
    number: (example) => `Indique un número, como ${example}.`,
    yes_no: () => 'Diga sí o no.',
    day,
    date: day,
    time,
    moment: (example) => `Indique un día y una hora, como ${example}.`,
    choice: () => CHOOSE_ONE,
  };

const EXPECTED: Readonly<Record<FormQuestion['kind'], (max: number, example: string) => string>> = {
  text: () => ANSWER_NEEDED,
  long_text: () => ANSWER_NEEDED,
  choice: () => CHOOSE_ONE,
  choices: () => 'Elija una o varias de estas opciones, separadas por comas.',
  number: () => 'Indique un número.',
  date: (_, example) => day(example),
  time: (_, example) => time(example),
  email: () => 'Indique una dirección de correo, como jane@example.com.',
  phone: () => 'Indique un número de teléfono, como +43 316 123456.',
  full_name: () => 'Indique su nombre y apellido.',
  address: () => 'Indique una dirección postal.',
  rating: (max) => `Indique un número del 1 al ${max}.`,
};

const CONNECT_REFUSALS: Readonly<Record<ConnectRefusal, (product: string, contact: string) => string>> = {
  disabled: (product, contact) => `${product} está desactivado en este bot por ahora. Contacto: ${contact}.`,
  not_allowed: (product, contact) => `No tiene permiso para usar ${product} aquí. Contacto: ${contact}.`,
  preauthorized: (product) => `No hace falta que conecte ${product}: este bot tiene allí su propia cuenta.`,
  not_set_up: (product, contact) =>
    `${product} todavía no está configurado en este bot. Para terminar la configuración, contacto: ${contact}.`,
};

const CLOSED_CARDS: Readonly<Record<'connected' | 'cancelled' | 'replaced' | 'over', (product: string) => string>> = {
  connected: (product) => `${product}: conectado`,
  cancelled: () => 'Cancelado',
  replaced: () => 'Sustituido por una tarjeta más reciente',
  over: () => 'Ya no está abierto',
};

const FORM_PARTS: Readonly<Record<string, string>> = {
  first: 'Nombre',
  last: 'Apellidos',
  street: 'Calle',
  city: 'Ciudad',
  state: 'Estado o región',
  postal: 'Código postal',
  country: 'País',
};

const FIELD_PROBLEMS: Readonly<Record<FieldProblem, string>> = {
  missing: 'está vacío',
  too_long: 'es demasiado largo',
  not_printable: 'contiene caracteres no válidos',
  wrong_shape: 'la longitud o los caracteres no coinciden',
  not_a_choice: 'no es una de las opciones',
  has_colon: 'contiene dos puntos',
  foreign_host: 'la dirección es de otro producto',
  nobody_there: 'nadie tiene allí esa dirección',
};

function connectionNews(connection: string, product: string, news: News): string {
  switch (news.what) {
    case 'other_account':
      return `He dejado de usar su conexión con ${connection}: ${product} responde ahora por otra cuenta. Diga *reconectar ${product}* para conectar la correcta.`;
    case 'ends':
      return news.why === 'unused'
        ? `Su conexión con ${connection} termina el ${date(news.at)}, porque hace mucho que no se usa. Para conservarla, pídame antes algo en ${product}.`
        : `Su conexión con ${connection} termina el ${date(news.at)}: ${product} exige iniciar sesión de nuevo antes de esa fecha. Diga *reconectar ${product}* para conservarla.`;
    case 'not_revoked': {
      const where =
        news.manageUrl === undefined ? `en su configuración de ${product}.` : `en esta dirección: ${news.manageUrl}`;
      return `No he podido contactar con ${product} durante 24 horas, así que mi acceso a ${connection} puede seguir abierto allí. Elimínelo ${where}`;
    }
  }
}

const RETRY = 'Diga *reintentar* para probar otra vez.';
const NEW_LINK = 'Diga *reintentar* para recibir otro enlace.';
const AFTERWARDS = 'después diga *reintentar*.';

const ENDINGS: Readonly<Record<EndReason, (product: string, ref: string, contact: string) => string>> = {
  expired: (product) => `El plazo para conectar ${product} ha terminado. ${NOTHING_SAVED} ${RETRY}`,
  denied: (product) => `${product} no dio acceso: allí se canceló o se rechazó. ${NOTHING_SAVED} ${RETRY}`,
  admin_refused: (product) =>
    `Un administrador de su cuenta de ${product} no ha permitido este bot. ${NOTHING_SAVED} Pídale que lo permita y después diga *reintentar*.`,
  refused: (product, ref) => `${product} no aceptó el inicio de sesión (${ref}). ${NOTHING_SAVED} ${RETRY}`,
  unreachable: (product, ref) => `${product} no responde en este momento (${ref}). ${NOTHING_SAVED} ${RETRY}`,
  misconfigured: (product, ref, contact) =>
    `${product} rechaza este bot, no a usted (${ref}). ${NOTHING_SAVED} Para corregir la configuración, contacto: ${contact}; ${AFTERWARDS}`,
  product_failed: (product, ref) =>
    `Algo falló en ${product} durante el inicio de sesión (${ref}). ${NOTHING_SAVED} ${RETRY}`,
  product_busy: (product, ref) =>
    `${product} no puede atender ahora inicios de sesión (${ref}). ${NOTHING_SAVED} Espere unos minutos y después diga *reintentar*.`,
  scope_refused: (product, ref, contact) =>
    `${product} no da a este bot los permisos que pide (${ref}). ${NOTHING_SAVED} Para cambiarlos, contacto: ${contact}; ${AFTERWARDS}`,
  client_refused: (product, ref, contact) =>
    `${product} no deja que este bot inicie la sesión de nadie (${ref}). ${NOTHING_SAVED} Para que ${product} lo autorice, contacto: ${contact}; ${AFTERWARDS}`,
  interrupted: (product) => `La conexión con ${product} se interrumpió. ${NOTHING_SAVED} ${RETRY}`,
  no_site: (product) => `Su cuenta de ${product} no tiene ningún sitio que yo pueda usar. ${NOTHING_SAVED} ${RETRY}`,
  other_browser: (product) =>
    `El enlace para conectar ${product} se abrió en otro navegador. Por su seguridad lo he detenido. ${NEW_LINK}`,
  cancelled: () => `De acuerdo, lo he dejado. ${NOTHING_SAVED}`,
  code_seen: (product) =>
    `El código para conectar ${product} se escribió donde otras personas pueden leerlo. Por eso he borrado lo que estaba conectado. ${NEW_LINK}`,
  withdrawn: (product) =>
    `Los responsables de este bot han cambiado la configuración de ${product}. Por eso he dejado de conectarlo. ${NOTHING_SAVED} ${RETRY}`,
  stopped: (product, _ref, contact) =>
    `Los responsables de este bot han terminado el inicio de sesión en ${product}. ${NOTHING_SAVED} Contacto: ${contact}. ${RETRY}`,
  crowded_out: (product) =>
    `Demasiadas personas pidieron lo mismo a la vez. Por eso he retirado su solicitud para conectar ${product}. ${NOTHING_SAVED} ${RETRY}`,
  superseded: (product) =>
    `Ahora está conectando ${product} en otro lugar. La solicitud hecha aquí ya no vale. ${RETRY}`,
  wrong_codes: () => `Demasiados códigos incorrectos. He borrado lo que estaba conectado. ${NEW_LINK}`,
  wrong_credentials: (product) => `${product} ha rechazado la clave tres veces. ${NOTHING_SAVED} ${RETRY}`,
};

const FAILURES: Readonly<
  Record<
    ActionFailure['why'],
    (product: string, ref: string, retryAfter: number | undefined, contact: string) => string
  >
> = {
  refused: (product, ref) => `${product} lo ha rechazado (${ref}).`,
  forbidden: (product) => `Su cuenta de ${product} no tiene permiso para eso.`,
  not_found: (product) => `${product} no lo tiene, o su cuenta no puede verlo.`,
  invalid: (product, ref) => `${product} no aceptó los datos (${ref}).`,
  busy: (product, _ref, retryAfter) =>
    `${product} está saturado y pide esperar${retryAfter === undefined ? '' : ` ${duration(retryAfter)}`}. Su conexión se mantiene.`,
  too_large: (product) => `Es más de lo que ${product} acepta de una vez. Pruebe con menos.`,
  locked: (product) =>
    `Eso está bloqueado ahora en ${product}. Su conexión se mantiene. Inténtelo de nuevo dentro de unos minutos.`,
  not_offered: (product, ref) => `${product} ya no lo ofrece, o no a su cuenta (${ref}).`,
  unreachable: (product) =>
    `${product} no responde en este momento. Su conexión se mantiene. Inténtelo de nuevo dentro de unos minutos.`,
  unsure: (product, ref) =>
    `${product} no ha dicho si ha funcionado: puede que se haya hecho o puede que no (${ref}). Compruébelo allí antes de pedirlo de nuevo.`,
  error: (_product, ref) => `Algo ha fallado por mi parte (${ref}).`,
  disabled: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.disabled(product, contact),
  not_set_up: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.not_set_up(product, contact),
  not_allowed: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.not_allowed(product, contact),
  shared_ended: (product, _ref, _retryAfter, contact) =>
    `La cuenta de este bot en ${product} ya no funciona. Contacto: ${contact}.`,
};

function triesLeftText(count: number): string {
  return plural(count, { one: 'Le queda # intento.', other: 'Le quedan # intentos.' });
}

function perhaps(elsewhere: readonly string[]): string {
  if (elsewhere.length === 0) return '';
  const places = or(elsewhere.map(escapeMarkdown));
  return ` Una clave solo funciona donde está la cuenta: si es ${places}, elija esa opción.`;
}
