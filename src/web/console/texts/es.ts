import { spanishAuditTexts } from '../../../audit-words/texts/es.ts';
import { grammarOf } from '../../../languages/grammar.ts';
import { UNNAMED_BOT } from '../../../languages/unnamed-bot.ts';
import type { ConsoleTexts } from './console-texts.ts';

const { plural, duration } = grammarOf('es');

/** Speaks to people as “usted”, in words that are usual in Spain and in America. */
export const spanishConsoleTexts: ConsoleTexts = {
  ...spanishAuditTexts,
  lang: 'es',
  dir: 'ltr',
  brand: 'Consola de Latchkey',
  footer: 'Protegido por Latchkey',
  errorPrefix: 'Error: ',
  errorTitle: 'Compruebe esto',
  optional: 'opcional',
  skip: 'Ir al contenido',
  navLabel: 'Consola',
  languageLabel: 'Idioma',
  sections: {
    integrations: 'Integraciones',
    profiles: 'Perfiles',
    connections: 'Conexiones',
    authorizations: 'Autorizaciones abiertas',
    audit: 'Registro de auditoría',
    keys: 'Claves',
  },
  signedInAs: 'Su cuenta:',
  signOut: 'Cerrar sesión',
  cancel: 'Cancelar',
  back: 'Atrás',
  toStart: 'Ir a la página de inicio de la consola',
  copy: 'Copiar',
  copied: 'Copiado',
  none: 'ninguno',

  // messages that any page can show
  notFound: { title: 'No encontrado.', text: 'Esta página no existe, o ya no existe.' },
  foreignForm: {
    title: 'Este formulario no se puede usar',
    text: 'Es demasiado antiguo, o no se envió desde esta consola. No se ha cambiado nada. Abra la página otra vez y repita el cambio.',
  },
  signedOut: {
    title: 'Su sesión está cerrada',
    text: 'No se ha cambiado nada. Inicie sesión y repita el cambio.',
  },
  conflict: {
    title: 'Cambiado mientras tanto',
    text: 'Alguien cambió esto mientras usted tenía la página abierta, así que su cambio no se ha guardado. Abra la página otra vez.',
  },
  tooMany: (seconds) => ({ title: 'Espere, por favor', text: `Demasiadas solicitudes. Espere ${duration(seconds)}.` }),
  restarting: {
    title: 'Un momento',
    text: 'El bot se está reiniciando. Recargue esta página dentro de unos segundos.',
  },
  failed: (ref) => ({
    title: 'Algo ha fallado',
    text: `Algo ha fallado aquí (${ref}). No se ha cambiado nada. Los detalles están en el registro con esta referencia.`,
  }),

  // signing in
  signInTitle: 'Iniciar sesión',
  signInLead: (name) => `Para los desarrolladores de ${bot(name)}.`,
  nameLabel: 'Nombre',
  passwordLabel: 'Contraseña',
  signInAction: 'Iniciar sesión',
  signedOutNow: 'Ha cerrado la sesión.',
  signInRefused: 'El nombre o la contraseña no son correctos.',
  signInWait: (seconds) => `Demasiadas contraseñas incorrectas. Espere ${duration(seconds)} e inténtelo de nuevo.`,
  openIdAction: 'Iniciar sesión con su cuenta de empresa',
  openIdOr: 'o con una contraseña',
  openIdMoving: {
    title: 'Abriendo el inicio de sesión de su empresa',
    text: 'Si no ocurre nada, use el enlace.',
  },
  openIdMovingAction: 'Continuar al inicio de sesión',
  openIdRefused:
    'Su cuenta de empresa no tiene permiso para iniciar sesión aquí. Pida a quienes configuraron la consola que lo permitan.',
  openIdFailed: 'El inicio de sesión con su cuenta de empresa ha fallado. Inténtelo de nuevo.',
  openIdCancelled: 'Canceló el inicio de sesión con su cuenta de empresa. No se ha cambiado nada.',
  openIdUnreachable: 'El inicio de sesión de su empresa no responde. Inténtelo de nuevo dentro de unos minutos.',
  openIdMisconfigured: (reason) =>
    `La configuración de la consola no coincide con el inicio de sesión de su empresa (${reason}). Compruebe openId.issuer, clientId, clientSecret y la URI de redirección registrada allí.`,

  // first run
  setupTitle: 'Configurar la consola',
  setupLead: (name) =>
    `Todavía nadie tiene una cuenta aquí. Elija un nombre y una contraseña para administrar ${bot(name)}.`,
  setupTokenLabel: 'Token de configuración',
  setupTokenHint: 'Está en el registro del bot. Vale una sola vez, durante 30 minutos.',
  setupTokenRefused:
    'Este token de configuración es incorrecto, ha caducado o ya se ha usado, o un inicio posterior lo ha sustituido. Reinicie el bot para recibir otro.',
  setupNameHint: 'Por ejemplo, su dirección de correo.',
  newPasswordLabel: 'Nueva contraseña',
  newPasswordHint:
    'Al menos 12 caracteres. Cuatro palabras o más forman una buena contraseña; es mejor una de un gestor de contraseñas.',
  repeatLabel: 'Repita la nueva contraseña',
  setupAction: 'Crear la cuenta e iniciar sesión',
  passwordsDiffer: 'Las dos contraseñas no coinciden.',
  passwordProblem: (reason) => {
    switch (reason) {
      case 'too_short':
        return 'La contraseña necesita al menos 12 caracteres.';
      case 'too_long':
        return 'La contraseña tiene más de 128 caracteres.';
      case 'common':
        return 'Es una de las contraseñas más comunes. Elija otra.';
      case 'contains_name':
        return 'La contraseña no puede contener su nombre.';
      default:
        return 'Esta contraseña no se puede usar. Elija otra.';
    }
  },
  nameProblem: 'Un nombre tiene entre 2 y 100 caracteres.',
  notSetUp: {
    title: 'Todavía sin configurar',
    text: 'Todavía nadie tiene una cuenta aquí. El bot escribió un enlace de configuración en su registro al iniciarse. Abra ese enlace: vale una sola vez, durante 30 minutos. Reinicie el bot para recibir otro.',
  },

  // proving one's identity again
  proofLabel: 'Su contraseña',
  proofHint: 'La pedimos porque esto no se puede deshacer, o da acceso a otras personas.',
  proofMissing: 'Escriba su contraseña para continuar.',
  proofWrong: 'Esta contraseña no es correcta.',
  proofByCompany: 'Para esto hay que haber iniciado sesión con su cuenta de empresa en los últimos cinco minutos.',
  proofByCompanyAction: 'Confirmar que es usted',
  proofTitle: 'Confirme que es usted',
  proofLead: 'Inicie sesión otra vez con su cuenta de empresa. Después volverá a esta página.',

  // integrations
  integrationsTitle: 'Integraciones',
  integrationsLead: (name) => `Los productos con los que trabaja ${bot(name)}, y de quién son las cuentas que usa.`,
  integrationsInUse: 'En uso',
  integrationsOthers: 'Todavía sin usar',
  searchLabel: 'Buscar un producto',
  searchAction: 'Buscar',
  searchAll: 'Mostrar todo',
  searchNothing: (search) =>
    `Ningún producto se llama «${search}». Puede añadir cualquier producto con una definición propia.`,
  catalogTitle: 'En el catálogo',
  catalogLead: 'Productos que puede añadir a este bot. Cada comando escribe uno en su carpeta de integraciones.',
  columnWays: 'Formas de conectar',
  columnVerified: 'Comparado con su documentación',
  columnAdd: 'Añadirlo',
  catalogVerified: (on, unverified) =>
    unverified === 0
      ? `${on}, completo`
      : `${on}, ${plural(unverified, { one: '# dato no se encontró allí', other: '# datos no se encontraron allí' })}`,
  integrationsEmpty: {
    title: 'Todavía no hay integraciones',
    text: 'Añada una en el código: createAuthorizer({ integrations: [ … ] }). Aparecerá aquí después del próximo inicio.',
  },
  state: {
    not_configured: 'Sin configurar',
    configured: 'Configurada',
    enabled: 'Activada',
    needs_attention: 'Requiere atención',
  },
  stateNote: ({ state, mode, name, profiles }) => {
    switch (state) {
      case 'enabled':
        return mode === 'users'
          ? `Cuando algo la necesita, se pide a cada persona su propia cuenta de ${name} en la conversación.`
          : `Todas las personas con quienes la comparte usan una misma cuenta de ${name}.`;
      case 'configured':
        return 'Todo está listo, pero la integración está desactivada. Actívela más abajo.';
      case 'needs_attention':
        return mode === 'users'
          ? 'El perfil que estaba seleccionado ya no existe. Seleccione otro.'
          : `La cuenta compartida de ${name} ya no funciona, o el perfil seleccionado ya no existe. Autorícela de nuevo.`;
      case 'not_configured':
        if (mode === 'users' && profiles.length > 0) {
          return profiles.every(({ grant }) => grant === 'client_credentials')
            ? 'Con estos perfiles, el bot inicia sesión en su propio nombre, así que no se puede pedir una cuenta a las personas. Preautorice la integración, o cree un perfil para personas.'
            : 'Todavía no hay ningún perfil de autorización seleccionado. Seleccione uno más abajo.';
        }
        return mode === 'users'
          ? 'Todavía no hay ningún perfil de autorización. Cree uno primero.'
          : `Todavía no hay ninguna cuenta de ${name} autorizada. Siga los pasos de más abajo.`;
    }
  },
  accountAt: (account, place) => `${account} en ${place}`,
  columnIntegration: 'Integración',
  columnState: 'Estado',
  columnWho: 'Quién autoriza',
  whoAuthorizes: (mode, account, audience) => {
    if (mode === 'users') return 'Cada persona, en la conversación';
    return account === undefined ? 'Usted, por adelantado' : `${account}, para ${audience}`;
  },
  mode: {
    preauthorized: {
      title: 'Preautorizar la integración',
      hint: 'Usted conecta ahora una cuenta, y la usan las personas que elija.',
    },
    users: {
      title: 'Permitir que los usuarios autoricen la integración',
      hint: 'Cada persona conecta su propia cuenta, en la conversación.',
    },
  },
  stepWho: 'Quién autoriza',
  stepWhoLegend: 'Autorización',
  stepProfileLegend: 'Seleccione la autorización',
  profileEach: 'Dejar que elija cada persona',
  profileEachHint: (ways) => `Entre los perfiles incluidos: ${ways}.`,
  builtIn: 'incluido',
  systemApp: 'con la aplicación que configura el código',
  ownProfile: 'propio',
  saveWho: 'Guardar quién autoriza',
  createProfile: 'Crear un perfil nuevo',
  profileMissing: 'Seleccione el perfil con el que se autoriza.',
  profileNotForPeople:
    'Con este perfil, el bot inicia sesión en su propio nombre, así que no se puede pedir una cuenta a las personas. Seleccione otro perfil, o conecte una cuenta compartida.',
  offlineTitle: (name) => `¿Desactivar ${name} por ahora?`,
  offlineLead:
    'Para preautorizarla, primero hace falta una cuenta que usted autorice. Después podrá activarla de nuevo.',
  offlineUntil: (name) => `Hasta entonces, el bot rechaza todo lo que necesite ${name}.`,
  offlineOwn: (name) =>
    `Las personas ya no podrán usar con el bot sus propias cuentas de ${name}. Sus conexiones se conservan.`,
  offlineAction: 'Desactivar y preautorizar',
  stepAuthorize: 'Autorizar',
  stepAuthorizeLead: (name) => `Conecte la cuenta de ${name} que usarán otras personas.`,
  authorizeByOAuth: (name) => `Inicia sesión en ${name} y vuelve aquí.`,
  authorizeAction: (name) => `Autorizar en ${name}`,
  authorizeKeyAction: 'Autorizar',
  authorizeAgain: 'Autorizar de nuevo, o con otra cuenta',
  authorized: (account) => `Autorizado como ${account}.`,
  authorizedOtherwise: (account) =>
    `Autorizado como ${account}, pero no con el perfil seleccionado. Autorice de nuevo para usarlo.`,
  authorizedEnds: (product, day, why) =>
    why === 'unused'
      ? `${product} retirará este acceso el ${day} (UTC) si nadie lo usa antes. Cualquier acción con él aplaza esa fecha.`
      : `${product} retirará este acceso el ${day} (UTC). Autorícelo de nuevo antes de esa fecha.`,
  authorizedDead: (account) => `${account} ya no funciona. Autorice de nuevo.`,
  authorizeRefused: (name) => `${name} ha rechazado lo que se escribió. No se ha guardado nada.`,
  authorizeUnreachable: (name) =>
    `${name} no ha respondido. No se ha guardado nada. Inténtelo de nuevo dentro de unos minutos.`,
  authorizeUnknownTenant: (name) =>
    `No hay ninguna aplicación registrada para esta dirección de ${name}. Registre una, o seleccione otro perfil.`,
  authorizeOtherHost: (host) =>
    `Después de iniciar sesión, el navegador vuelve a ${host}, así que esto solo funciona desde la consola de esa dirección. Abra allí la consola.`,
  movingTitle: (name) => `Abriendo ${name}`,
  movingText: 'Si no ocurre nada, use el botón.',
  stepAudience: 'Quién puede usarla',
  stepAudienceLead: (account) =>
    `El bot actúa como ${account} para todas las personas que elija aquí. En el chat, el bot dice de quién es la cuenta que ha usado.`,
  audienceLegend: 'Quién puede usarla',
  audience: {
    nobody: { title: 'Nadie todavía', hint: 'Es lo predeterminado.' },
    everyone: { title: 'Todos los usuarios', hint: 'Cualquiera que pueda escribir al bot.' },
    tenants: {
      title: 'Inquilinos (tenants) completos',
      hint: 'Por ejemplo, los inquilinos de Microsoft Teams que se indican más abajo.',
    },
    users: { title: 'Solo los usuarios de la lista', hint: 'Las personas que se indican más abajo.' },
  },
  audienceListLabel: 'Inquilinos o usuarios',
  audienceListHint: 'Uno por línea. No hace falta que las personas se hayan conectado antes.',
  audienceHelpTitle: 'Cómo escribir inquilinos y usuarios',
  audienceHelp: [
    'Un inquilino (tenant) se escribe con su ID, por ejemplo el ID de inquilino de Microsoft Entra o el ID de equipo de Slack.',
    'Un usuario se escribe como channel/tenant/user: el nombre del canal, el ID de inquilino y el ID de usuario.',
    'En Microsoft Teams, el ID de usuario es el ID de objeto de Microsoft Entra: msteams/ID DE INQUILINO/ID DE OBJETO.',
    'Si un canal no tiene inquilinos, deje vacía esa parte: telegram//ID DE USUARIO.',
  ],
  audienceKnown:
    'Personas que lo pidieron y fueron rechazadas, que están conectadas o a quienes se pide que se conecten:',
  audienceUsersNotWhole: (users) =>
    `Escriba cada usuario como channel/tenant/user. Aquí está incompleto: ${users.join(', ')}`,
  audienceListMissing: 'Escriba al menos un ID, uno por línea.',
  audienceMissing: 'Elija quién puede usarla.',
  audienceAction: 'Guardar quién puede usarla',
  stepEnable: 'Activar',
  isEnabled: (name) => `${name} está activado: el bot lo usa.`,
  isDisabled: (name) =>
    `${name} está desactivado: el bot rechaza las solicitudes que lo necesitan. La configuración se conserva.`,
  isNotReady: (mode) =>
    mode === 'users'
      ? 'Se podrá usar cuando haya elegido más arriba quién autoriza, y con qué perfil.'
      : 'Se podrá activar cuando haya una cuenta autorizada.',
  enable: 'Activar',
  disable: 'Desactivar',
  notAuthorized: 'Autorice primero una cuenta y después active la integración.',
  nobodyYet: 'Todavía nadie puede usar la cuenta. Elija quién puede en el paso anterior.',
  callbackTitle: 'URL de retorno (callback)',
  callbackHint: (name) =>
    `Registre esta URL en ${name}, exactamente como se muestra. Haga clic en ella para seleccionarla.`,
  guideTitle: 'Dónde encontrarlo:',
  guideOpen: (name) => `Abrir ${name}`,
  scopesLabel: 'Permisos que pide el bot',
  moreTitle: 'Más',
  showConnections: (name) => `Conexiones con ${name}`,
  showProfiles: 'Perfiles de autorización',
  revokeAllLink: 'Revocar todas las conexiones…',
  deleteLink: 'Eliminar la configuración…',
  deleteTitle: (name) => `¿Eliminar la configuración de ${name}?`,
  deleteLead: (name) => `No se puede deshacer. ${name} vuelve a la configuración del código.`,
  deleteStops: 'Qué deja de funcionar',
  deleteShared: (account) =>
    `La cuenta compartida ${account} se elimina aquí, y también en el producto si es posible. Ya nadie podrá usarla.`,
  deleteSelection:
    'Se eliminan estas elecciones: quién autoriza, el perfil seleccionado, quién puede usarla y si está activada.',
  deleteStays: 'Los perfiles y las conexiones propias de las personas se conservan.',
  deleteAction: 'Eliminar la configuración',
  revokeAllTitle: (name) => `¿Revocar todas las conexiones con ${name}?`,
  revokeAllLead: (count) =>
    `Esto pone fin a ${count} aquí, y también en el producto si es posible. A quien necesite alguna se le pedirá que vuelva a conectarse.`,
  revokeAllAction: 'Revocarlas todas',
  countConnections: connections,
  revokedMany: (count, name) =>
    plural(count, { one: `# conexión con ${name} revocada.`, other: `# conexiones con ${name} revocadas.` }),

  // profiles
  profilesTitle: 'Perfiles de autorización',
  profilesLead:
    'Cómo inicia sesión el bot en un producto. Los perfiles incluidos vienen con la integración; los propios los puede cambiar.',
  profilesOwn: 'Sus propios perfiles',
  profilesBuiltIn: 'Incluidos',
  profilesEmpty:
    'Todavía no tiene perfiles propios. Solo necesita uno para usar una aplicación OAuth que haya registrado usted, u otra forma de iniciar sesión.',
  profilesNotFound: 'No tiene ningún perfil propio para este producto.',
  newProfile: 'Crear un perfil',
  columnProfile: 'Perfil',
  columnKind: 'Tipo de autorización',
  columnUse: 'Lo usan',
  columnActions: 'Acciones',
  kind: {
    api_key: 'Clave de API',
    basic: 'Basic',
    oauth2: 'OAuth 2.0',
    client_credentials: 'OAuth 2.0, credenciales de cliente',
  },
  kindHint: {
    api_key: 'Una sola clave que escribe la persona o usted.',
    basic: 'Un nombre de usuario con una contraseña o una clave.',
    oauth2: 'Las personas inician sesión en el producto, con una aplicación que usted ha registrado allí.',
    client_credentials: 'El bot inicia sesión en su propio nombre, así que solo sirve para cuentas compartidas.',
  },
  draft: 'Borrador',
  usedBy: (uses) => {
    const parts = [...uses.setups, ...(uses.connections === 0 ? [] : [connections(uses.connections)])];
    return parts.length === 0 ? 'nadie' : parts.join(', ');
  },
  edit: 'Editar',
  test: 'Probar',
  duplicate: 'Duplicar',
  remove: 'Eliminar',
  actionOn: (name) => ` ${name}`,
  newProfileTitle: 'Crear un perfil de autorización',
  newProfileLead: '¿Para qué integración es, y cómo inicia sesión el bot?',
  newProfileIntegration: 'Integración',
  newProfileKind: 'Tipo de autorización',
  newProfileNext: 'Continuar',
  editorTitle: (name, kind) => `Perfil de ${name}: ${kind}`,
  editorLead: (integration) => `Un perfil de autorización para ${integration}.`,
  profileName: 'Nombre',
  identityProviderName: 'Nombre del proveedor de identidad',
  profileNameHint: 'Las personas ven este nombre cuando pueden elegir.',
  profileNameMissing: 'Escriba un nombre de 100 caracteres como máximo.',
  profileDescription: 'Descripción',
  baseUrlTitle: 'URL base',
  notationTitle: 'Los nombres entre llaves representan valores',
  notation: {
    '{tenant}': 'es la parte de la dirección propia del cliente. Cada persona escribe la suya.',
    '{{siteId}}': 'es el sitio que se eligió después de iniciar sesión.',
    '{{accessToken}}': 'es el token de acceso.',
    '{{key}}': 'es lo que se escribió en el campo del formulario con esta clave. Use sus propias claves.',
    '{{basic}}': 'es el nombre de usuario y la contraseña, codificados para la autenticación Basic.',
  },
  checkUrlTitle: 'URL de comprobación de la autorización',
  checkUrlHint: (method) => `El bot la llama con ${method} para comprobar lo que se escribió.`,
  clientId: 'ID de cliente',
  clientIdMissing: 'Escriba el ID de cliente de la aplicación que registró en el producto.',
  clientSecret: 'Secreto de cliente',
  clientSecretHint: 'Se guarda cifrado y no se vuelve a mostrar nunca. Un cliente público no tiene ninguno.',
  clientSecretKept: (ending, fingerprint) =>
    `Guardado: termina en ${ending}, huella digital ${fingerprint}. Déjelo vacío para conservarlo.`,
  authorizationUrl: 'URL de autorización',
  tokenUrl: 'URL de solicitud del token',
  scope: 'Scopes (permisos)',
  scopeHint: 'Separados por espacios.',
  refreshUrl: 'URL de renovación del token',
  refreshUrlHint: 'Déjela vacía para usar la URL de solicitud del token.',
  revocationUrl: 'URL de revocación',
  revocationUrlHint: 'Se llama para terminar el acceso cuando alguien se desconecta (RFC 7009).',
  revocationEnds: 'A qué pone fin una revocación',
  revocationEndsOptions: {
    grant: 'A todo el acceso de la cuenta: se espera hasta que no lo use ninguna otra conexión',
    token: 'Solo al token que se envía',
  },
  additionalFields: 'Campos adicionales',
  additionalFieldsHint: 'Se añaden a la URL de autorización. Uno por línea: clave = valor',
  tokenFields: 'Campos adicionales del token',
  tokenFieldsHint: 'Se añaden a cada solicitud del token. Uno por línea: clave = valor',
  linesProblem: 'Cada línea necesita una clave, un signo igual y un valor.',
  advanced: 'Más opciones',
  clientAuthentication: 'Autenticación del cliente',
  clientAuthenticationOptions: {
    client_secret_post: 'En el cuerpo',
    client_secret_basic: 'En el encabezado (HTTP Basic)',
    none: 'Sin secreto (cliente público)',
  },
  tokenFormat: 'Formato de la solicitud del token',
  tokenFormatOptions: { form: 'Formulario (el estándar)', json: 'JSON' },
  pkce: 'PKCE',
  pkceOptions: { on: 'Activado (el estándar)', off: 'Desactivado: solo si el servidor lo rechaza' },
  formFieldsTitle: 'Campos del formulario',
  formFieldsLead: 'Lo que se pide a las personas. Para quitar un campo, borre su título y su clave.',
  formFieldMore: 'Añadir un campo',
  formField: (number) => `Campo ${number}`,
  fieldTitle: 'Título del campo',
  fieldKey: 'Clave del campo',
  fieldHint: 'Texto de ayuda',
  fieldType: 'Tipo de campo',
  fieldTypeOptions: { textbox: 'Cuadro de texto', password: 'Contraseña (oculta)' },
  fieldMandatory: 'Obligatorio',
  fieldMandatoryOptions: { yes: 'Sí', no: 'No' },
  userName: 'Nombre de usuario',
  userNameHint:
    'De qué se compone el nombre de usuario, por ejemplo {{email}}/token. Déjelo vacío para usar el primer campo que no esté oculto.',
  passwordTemplate: 'Contraseña',
  passwordTemplateHint: 'De qué se compone la contraseña. Déjela vacía para usar el primer campo oculto.',
  placementsTitle: 'Campos de autorización',
  placementsLead: 'Dónde van los valores en cada solicitud. Para quitar uno, borre su clave y su valor.',
  placementMore: 'Añadir un campo de autorización',
  placement: (number) => `Campo de autorización ${number}`,
  placementIn: 'Tipo de campo',
  placementInOptions: {
    header: 'Encabezado',
    query: 'Cadena de consulta (query)',
    body: 'Cuerpo (payload)',
    path: 'Parámetro de ruta (path)',
  },
  placementName: 'Clave del campo',
  placementValue: 'Valor del campo',
  saveProfile: 'Guardar el perfil',
  saveDraft: 'Guardar como borrador',
  profileInvalid:
    'Este perfil todavía no puede funcionar. Corríjalo, o guárdelo como borrador. Los borradores no se ofrecen a nadie.',
  profileProblem: (problem) => `${problem}.`,
  profileSaved: (name) => `«${name}» está guardado. Selecciónelo en la página de la integración para usarlo.`,
  draftSaved: (name) => `«${name}» está guardado como borrador. Los borradores no se ofrecen a nadie.`,
  copyName: (name) => `Copia de ${name}`,
  deleteProfileTitle: (name) => `¿Eliminar «${name}»?`,
  deleteProfileLead: 'No se puede deshacer.',
  deleteProfileUsedBy: (integration) =>
    `Está seleccionado para ${integration}: nadie podrá conectarse allí hasta que seleccione otro perfil.`,
  deleteProfileConnections: (count) =>
    `${plural(count, {
      one: '# conexión se hizo con él y termina de inmediato: a quien la hizo se le pedirá que vuelva a conectarse.',
      other:
        '# conexiones se hicieron con él y terminan de inmediato: a quienes las hicieron se les pedirá que vuelvan a conectarse.',
    })} El acceso en el producto se mantiene hasta que se elimine allí; si también tiene que terminar, revoque antes las conexiones.`,
  deleteProfileUnused: 'No lo usa nadie.',
  deleteProfileAction: 'Eliminar el perfil',
  testTitle: (name) => `Probar «${name}»`,
  testLead: (integration) => `Hace una llamada inofensiva a ${integration} con lo que escriba. No se guarda nada.`,
  testAction: 'Probar',
  testOAuthLead: (integration) =>
    `OAuth se prueba iniciando sesión: elija «Preautorizar la integración» en la página de ${integration}, seleccione este perfil y autorice. No se usa nada hasta que lo active.`,
  testOAuthLink: (integration) => `Abrir ${integration}`,
  testAccepted: (account) => `Funciona. Es la cuenta ${account}.`,
  testRefused: (integration) => `${integration} ha rechazado lo que escribió. Compruébelo e inténtelo de nuevo.`,
  testUnanswered: (integration) =>
    `${integration} no ha respondido, así que lo que escribió no se ha comprobado. Inténtelo de nuevo dentro de unos minutos.`,
  testRequest: 'Solicitud',
  testResponse: 'Respuesta',
  testHeaders: 'Encabezados',
  testBody: 'Cuerpo',
  testStatus: 'Estado',
  testMasked: 'Los secretos están ocultos. Solo se muestran los primeros 4000 caracteres de la respuesta.',

  // connections
  connectionsTitle: 'Conexiones',
  connectionsLead: 'Las cuentas conectadas y sus estados. Los secretos no se muestran nunca.',
  connectionsEmpty: {
    title: 'Todavía no hay conexiones',
    text: 'Aparecen cuando alguien pide al bot algo que necesita una cuenta, o cuando usted preautoriza una integración.',
  },
  connectionsEmptyFor: (name) => `Nadie está conectado a ${name}.`,
  connectionsSearch: 'Persona o cuenta',
  connectionsNotFound: 'Ninguna conexión coincide.',
  filterIntegration: 'Integración',
  filterAll: 'Todo',
  filterAction: 'Mostrar',
  columnAccount: 'Cuenta',
  columnOwner: 'Pertenece a',
  columnConnected: 'Conectada',
  columnUsed: 'Último uso',
  neverUsed: 'todavía no',
  connectionState: { active: 'Funciona', needs_reauth: 'Hay que volver a conectarla' },
  revoke: 'Revocar…',
  revokeTitle: (account, integration) => `¿Revocar ${account} en ${integration}?`,
  revokeOwn: 'Cuando algo la necesite, se pedirá a esta persona que vuelva a conectarse.',
  revokeShared: 'Ya nadie podrá usar esta cuenta compartida.',
  revokeAction: 'Revocar',
  revoked: (account, atProduct) => {
    switch (atProduct) {
      case 'revoked':
        return `${account}: eliminado aquí, y revocado en el producto.`;
      case 'in_use':
        return `${account}: eliminado aquí. El acceso en el producto se mantiene: lo usa otra conexión de la cuenta.`;
      case 'queued':
        return `${account}: eliminado aquí. El producto no ha respondido; el bot seguirá intentando revocarlo allí.`;
      case 'unsupported':
        return `${account}: eliminado aquí. El producto no permite revocarlo desde aquí: hágalo en la configuración del producto.`;
    }
  },
  nextPage: 'Página siguiente',
  firstPage: 'Primera página',

  // authorizations under way
  authorizationsTitle: 'Autorizaciones abiertas',
  authorizationsLead:
    'Personas que están conectando una cuenta en este momento. Los enlaces caducan a los diez minutos.',
  authorizationsEmpty: {
    title: 'Nadie está conectando una cuenta en este momento',
    text: 'Cuando el bot pide una cuenta a alguien, aparece aquí hasta que se termina, se cancela o caduca.',
  },
  columnAskedFor: 'Pedida por',
  columnPurpose: 'Para qué',
  sharedPurpose: 'actuar para todas las personas con quienes se comparte',
  columnExpires: 'Caduca',
  authorizationState: {
    new: 'Pedida; todavía sin abrir',
    claimed: 'Abierta en un navegador',
    redirected: 'Iniciando sesión en el producto',
    exchanging: 'Terminando',
    quarantined: 'A la espera del código en el chat',
    done: 'Hecha',
    expired: 'Caducada',
    failed: 'Fallida',
    cancelled: 'Cancelada',
    revoked: 'Revocada',
  },
  stopAuthorization: 'Terminar',
  stopAuthorizationOf: (person, integration) => ` el inicio de sesión de ${person} en ${integration}`,
  authorizationStopped: 'El inicio de sesión se ha terminado, y el bot se lo dice a la persona.',
  authorizationOver: 'Este inicio de sesión ya había terminado.',
  choosingSite: (noun) => `Eligiendo: ${noun}`,

  auditLead:
    'Quién hizo qué, cuándo, y cómo resultó. Lo más reciente va primero. Las entradas se añaden, nunca se cambian.',
  auditFilterHint: 'Haga clic en un nombre o en un objeto para ver solo sus entradas.',
  auditFilter: 'Filtrar',
  auditClear: 'Mostrar todo',

  // keys
  keysTitle: 'Claves',
  keysLead:
    'Las claves con que se cifra todo lo guardado. Los registros nuevos se cifran con la primera clave de LATCHKEY_KEYS; las demás solo abren los anteriores.',
  columnKey: 'Clave',
  columnRole: 'Uso',
  columnRows: 'Registros cifrados con ella',
  keyRole: {
    seals: 'Cifra los registros nuevos',
    opens: 'Abre los registros anteriores',
    missing: 'Falta: estos registros no se pueden leer',
  },
  keyCanGo: 'Ya no hay ningún registro cifrado con ella. Puede quitarla de LATCHKEY_KEYS.',
  rotateTitle: 'Rotación',
  rotateSteps: [
    'Añada una clave nueva delante de las demás en LATCHKEY_KEYS, en todas las instancias, y reinícielas.',
    'Pulse el botón: todo se vuelve a cifrar con la clave nueva mientras el bot sigue funcionando.',
    'Cuando ya no haya nada cifrado con la clave anterior, quítela de LATCHKEY_KEYS.',
  ],
  rotateAction: 'Cifrar todo con la primera clave',
  rotateNothing: 'Todo está ya cifrado con la primera clave. Para rotarla, añada una clave nueva delante de ella.',
  rotated: (resealed) =>
    `Hecho: ${plural(resealed, { one: 'se ha vuelto a cifrar # registro', other: 'se han vuelto a cifrar # registros' })}. Puede quitar las claves que ya no cifran nada.`,
  rotationUnfinished:
    'Sin terminar: otro proceso sigue cifrando con una clave anterior. Dé la clave nueva a todos los procesos y pulse el botón otra vez.',

  // the operator's own account
  accountTitle: 'Su cuenta',
  accountLead: (name) => `Ha iniciado sesión como ${name}.`,
  changePasswordTitle: 'Cambiar la contraseña',
  currentPassword: 'Contraseña actual',
  changePasswordAction: 'Cambiar la contraseña',
  passwordChanged: 'La contraseña se ha cambiado. Su sesión se ha cerrado en todos los demás lugares.',
  noPassword: 'Inicia sesión con su cuenta de empresa, así que aquí no hay ninguna contraseña.',
  sessionsTitle: 'Dónde tiene la sesión iniciada',
  columnBrowser: 'Navegador',
  columnStarted: 'Desde',
  thisSession: 'Esta',
  endSession: 'Cerrar',
  endOthers: 'Cerrar todas las demás',
  sessionEnded: 'La sesión se ha cerrado.',

  // all developers
  developersLink: 'Todos los desarrolladores de esta consola',
  developersTitle: 'Desarrolladores',
  developersLead: 'Todas las personas que tienen una cuenta en esta consola. Todas pueden hacer lo mismo aquí.',
  columnSignInWay: 'Inicia sesión con',
  columnSignedIn: 'Último inicio de sesión',
  signInWay: {
    password: 'Contraseña',
    company: 'Cuenta de empresa',
    company_refused: 'Cuenta de empresa que openId.allowed ya no admite',
  },
  signedInUnknown: 'no se sabe',
  thisIsYou: 'Es usted',
  removeDeveloper: 'Eliminar …',
  removeDeveloperTitle: (name) => `¿Eliminar a ${name}?`,
  removeDeveloperLead: 'Se elimina su cuenta en esta consola. Lo que esta persona configuró se conserva.',
  removeSessions:
    'Todas sus sesiones se cierran en el acto. También se detiene la autorización de una cuenta compartida que no haya terminado.',
  removeComesBack:
    'Esta persona sigue en openId.allowed. Quítela de ahí y reinicie el bot; si no, podrá volver a iniciar sesión.',
  removeLastPassword:
    'Ya no quedará nadie que inicie sesión con contraseña. Mantenga openId en la configuración; si no, nadie podrá iniciar sesión.',
  removeDeveloperAction: 'Eliminar',
  developerRemoved: (name) => `Se ha eliminado a ${name} y se han cerrado todas sus sesiones.`,
  removeOneself: (alone) => ({
    title: 'No puede eliminarse a sí mismo',
    text: alone
      ? 'Solo usted tiene una cuenta aquí, y la última cuenta se conserva. Para traspasar la consola, permita a otra persona en openId.allowed. Cuando haya iniciado sesión, podrá eliminarle a usted.'
      : 'No puede eliminar su propia cuenta. Pida a otro de los desarrolladores que lo haga.',
  }),
};

function connections(count: number): string {
  return plural(count, { one: '# conexión', other: '# conexiones' });
}

/** The bot's name, or what a bot without a name is called. */
function bot(name: string): string {
  return name === UNNAMED_BOT ? 'este bot' : name;
}
