import { grammarOf } from '../../languages/grammar.ts';
import type { AuditTexts } from './audit-texts.ts';

const { plural } = grammarOf('es');

export const spanishAuditTexts: AuditTexts = {
  audienceInWords: (audience) => {
    switch (audience.kind) {
      case 'nobody':
        return 'nadie todavía';
      case 'everyone':
        return 'todos los usuarios';
      case 'tenants':
        return plural(audience.count, { one: '# inquilino', other: '# inquilinos' });
      case 'users':
        return plural(audience.count, { one: '# usuario', other: '# usuarios' });
    }
  },
  ownerShared: 'compartida por los desarrolladores del bot',
  ownerUser: (channel) => `en ${channel}`,
  // audit log
  auditTitle: 'Registro de auditoría',
  auditEmpty: 'No hay nada que coincida.',
  auditWhat: 'Evento',
  auditActor: 'Quién',
  auditSubject: 'Objeto',
  auditResult: 'Resultado',
  auditWhen: 'Cuándo',
  auditWords: {
    connected: 'Cuenta conectada',
    disconnected: 'Cuenta desconectada',
    connection_stopped: 'Conexión detenida',
    connection_ends: 'Aviso de que el acceso terminará pronto',
    link_claimed: 'Enlace abierto',
    new_link_asked: 'Nuevo enlace pedido en el chat',
    callback: 'Regreso desde el producto',
    credential_submitted: 'Credencial enviada',
    authorization_ended: 'Autorización terminada',
    setup_changed: 'Integración modificada',
    setup_deleted: 'Configuración eliminada',
    sharing_begun: 'Autorización de una cuenta iniciada',
    profile_created: 'Perfil creado',
    profile_changed: 'Perfil modificado',
    profile_deleted: 'Perfil eliminado',
    profile_tested: 'Perfil probado',
    connection_revoked: 'Conexión revocada',
    revocation: 'Revocación pedida al producto',
    connections_viewed: 'Conexiones consultadas',
    authorizations_viewed: 'Autorizaciones abiertas consultadas',
    audit_viewed: 'Registro de auditoría consultado',
    keys_rotated: 'Claves rotadas',
    key_rotation_begun: 'Rotación de claves iniciada',
    signed_in: 'Sesión iniciada',
    signed_out: 'Sesión cerrada',
    sign_in_refused: 'Inicio de sesión rechazado',
    operator_created: 'Consola configurada',
    operator_removed: 'Desarrollador eliminado',
    password_changed: 'Contraseña cambiada',
    site_switched: 'Cambio a otro sitio',
    owner_forgotten: 'Datos de una persona eliminados',
    access_refused: 'Rechazada una persona que quería usar una integración',
  },
  auditBrowser: 'Un navegador',
  auditSystem: 'El propio Latchkey',
  auditStranger: 'Una persona desconocida',
  auditSession: 'Una sesión',
  auditOtherSessions: 'Todas las demás sesiones',
  auditForgotten: 'Alguien cuyos datos se eliminaron',
  auditAsked: (name) => `para ${name}`,
  auditFormerConnection: 'Una conexión anterior',
  auditEarlierAttempt: 'Un intento anterior',
  auditAll: 'Todas',
  auditResults: {
    ok: 'Hecho.',
    other_browser: 'Rechazado: era otro navegador.',
    too_many: 'Rechazado: se pidieron demasiados enlaces.',
    refused: 'Rechazado: la persona no puede conectar esto ahora.',
    taken: 'Ya había un nuevo enlace en camino.',
    other_person: 'Rechazado: era otra persona, u otra conversación.',
    changed_meanwhile: 'Rechazado: se cambió mientras tanto.',
    accepted: 'El producto aceptó la credencial.',
    not_allowed: 'La cuenta no está compartida con esta persona.',
    not_accepted: 'El producto no aceptó la credencial.',
    invalid: 'Lo que se escribió no es válido, así que no se preguntó al producto.',
    unanswered: 'El producto no respondió.',
    revoked: 'Revocado también en el producto.',
    queued: 'Eliminado aquí. El producto no respondió; el bot seguirá intentando revocarlo allí.',
    in_use: 'No revocado en el producto: otra conexión de la cuenta usa el mismo acceso.',
    other_account: 'El acceso renovado pertenece a otra cuenta.',
    unused: 'El producto retirará pronto el acceso porque nadie lo usa.',
    old: 'El producto retirará pronto el acceso por su antigüedad. Hay que conectarlo de nuevo.',
    given_up:
      'No se pudo contactar con el producto durante 24 horas. Revoque el acceso a mano en la configuración del producto.',
    unsupported:
      'Eliminado aquí. El producto no permite revocarlo desde aquí: hágalo en la configuración del producto.',
    tried_again: 'Una sesión empezó o terminó en ese mismo momento, así que se intentó de nuevo.',
    somebody_first: 'Rechazado: otra persona se adelantó.',
    setup_only: 'Se eliminó la configuración.',
    setup_and_account: 'Se eliminaron la configuración y la cuenta compartida.',
    begun: 'Iniciado.',
    password: 'Con contraseña.',
    openid: 'Con OpenID.',
    setup_token: 'Con el token de configuración.',
    others_signed_out: 'Se cerraron todas las demás sesiones.',
  },
  auditEnded: {
    expired: 'El enlace o el código caducó.',
    denied: 'Se canceló o se rechazó en el producto.',
    admin_refused: 'Un administrador del producto no lo ha permitido.',
    product_failed: 'El producto falló durante el inicio de sesión.',
    product_busy: 'El producto no podía atender inicios de sesión.',
    scope_refused: 'El producto rechazó los scopes.',
    client_refused: 'El producto no deja que este cliente inicie la sesión de nadie.',
    refused: 'El producto no aceptó el inicio de sesión.',
    unreachable: 'El producto no respondió.',
    misconfigured: 'El producto no aceptó la configuración del bot.',
    interrupted: 'Se interrumpió, por ejemplo por un reinicio.',
    no_site: 'La cuenta no tiene ningún sitio con el que el bot pueda trabajar.',
    other_browser: 'Detenido: alguien volvió en otro navegador.',
    cancelled: 'La persona lo canceló.',
    code_seen: 'Detenido: el código se escribió donde otras personas pueden leerlo.',
    withdrawn: 'Detenido: la integración se desactivó, o se eliminó su perfil.',
    stopped: 'Un desarrollador lo terminó en la consola.',
    crowded_out: 'Detenido: demasiadas personas lo pidieron en el mismo canal e inquilino.',
    superseded: 'La persona empezó de nuevo con un enlace más reciente.',
    wrong_codes: 'Demasiados códigos incorrectos.',
    wrong_credentials: 'El producto rechazó la clave demasiadas veces.',
  },
  auditSetup: {
    enabled: 'Activada.',
    disabled: 'Desactivada.',
    users: 'Cada persona conecta su propia cuenta.',
    preauthorized: 'Todas las personas usan una misma cuenta compartida.',
    noProfile: 'Ya no hay ningún perfil seleccionado.',
  },
  auditProfileSelected: (name) => `El perfil «${name}» está seleccionado.`,
  auditAudience: (audience) => `Compartido con ${audience}.`,
  auditResealed: (count) =>
    `${plural(count, { one: 'Se ha vuelto a cifrar # registro', other: 'Se han vuelto a cifrar # registros' })}.`,
  auditRotationUnfinished: 'Sin terminar: otro proceso sigue cifrando con una clave anterior.',
  auditForgotConnections: (count) =>
    `${plural(count, { one: 'Se eliminó # conexión', other: 'Se eliminaron # conexiones' })}.`,
  auditForgotRevocations: (count) =>
    plural(count, {
      one: 'Se está revocando # acceso en su producto.',
      other: 'Se están revocando # accesos en sus productos.',
    }),
  auditWrongPassword: (address) =>
    `Nombre o contraseña incorrectos${address === undefined ? '' : `, desde ${address}`}.`,
  auditOpenIdRefused: {
    not_allowed: 'OpenID: esta persona no puede iniciar sesión aquí.',
    cancelled: 'OpenID: la persona lo canceló.',
    refused: 'OpenID: la respuesta no era válida.',
    unreachable: 'OpenID: el proveedor no respondió.',
  },
  auditOpenIdFailed: (code) => `OpenID: el inicio de sesión falló (${code}).`,
  auditLookedFor: (event) => `Solo las entradas de este evento: ${event}`,
  rotationBroken: (count) =>
    plural(count, {
      one: '# registro no se abre con ninguna clave. Se conserva.',
      other: '# registros no se abren con ninguna clave. Se conservan.',
    }),
};
