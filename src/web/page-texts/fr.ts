import { grammarOf } from '../../languages/grammar.ts';
import { UNNAMED_BOT } from '../../languages/unnamed-bot.ts';
import type { EndReason } from '../../model/authorization.ts';
import type { FieldProblem } from '../../model/field.ts';
import type { Ending, PageTexts } from './page-texts.ts';

const grammar = grammarOf('fr');

const CHANNELS: Readonly<Record<string, string>> = {
  msteams: 'Microsoft Teams',
  webchat: 'Web Chat',
  directline: 'Web Chat',
  slack: 'Slack',
  telegram: 'Telegram',
  facebook: 'Messenger',
  line: 'LINE',
  sms: 'SMS',
  email: 'e-mail',
  emulator: 'Bot Framework Emulator',
};

const GONE =
  'Ce lien a expiré, a déjà servi ou a été remplacé par un lien plus récent. Redemandez-moi et j’en enverrai un nouveau.';
const OTHER_BROWSER =
  'Ce lien a été ouvert dans un autre navigateur. Par sécurité, j’ai tout arrêté. Demandez-m’en un nouveau.';
const NOTHING_SAVED = 'Rien n’a été enregistré.';
const RETRY = 'Dites « réessayer » dans la conversation pour recommencer.';

export const frenchPageTexts: PageTexts = {
  lang: 'fr',
  dir: 'ltr',
  errorPrefix: 'Erreur : ',
  footer: 'Sécurisé par Latchkey',
  brand: (botName) => bot(botName, 'Ce bot'),
  minutes: grammar.minutes,
  channel: (id) => (Object.hasOwn(CHANNELS, id) ? (CHANNELS[id] ?? id) : id),

  connectTitle: ({ integrationName, botName }) => `Connecter ${integrationName} à ${bot(botName)}`,
  connectLead: ({ integrationName, botName, purpose }) =>
    `${bot(botName, 'Ce bot')} a besoin d’accéder à ${integrationName} pour ${purpose}.`,
  ownerLabel: 'Demandé par',
  inChannel: (channel) => `dans ${channel}`,
  connectConsequence: ({ integrationName, botName, ownerName }) =>
    `Si vous continuez, ${bot(botName)} pourra utiliser votre compte ${integrationName} pour ce que ${ownerName} demande.`,
  permissionsLabel: ({ botName }) => `${bot(botName, 'Ce bot')} pourra`,
  keyPermissions: ({ integrationName }) => `Faire dans ${integrationName} ce que votre clé ou votre compte y permet`,
  connectCaution: ({ botName }) =>
    `Si vous ne l’avez pas demandé à ${bot(botName)} dans votre propre conversation, fermez cette page.`,
  nextLabel: 'La suite',
  nextSignIn: ({ integrationName }) => `Vous vous connectez à ${integrationName} et autorisez l’accès.`,
  nextEnterKey: ({ integrationName }) => `Vous saisissez vos informations ${integrationName} sur la page suivante.`,
  nextCode: 'Ce navigateur vous affiche un code.',
  nextTypeCode: ({ botName }) => `Vous écrivez le code dans votre conversation avec ${bot(botName)}, et tout continue.`,
  nextDone: ({ botName }) => `${bot(botName, 'Ce bot')} continue dans votre conversation.`,
  connectAction: ({ integrationName, leavesFor }) =>
    leavesFor === 'product' ? `Continuer vers ${integrationName}` : 'Continuer',
  linkExpiry: (minutes) => `Cette page est encore valable ${minutes}, une seule fois.`,
  phoneTitle: 'Continuer sur votre téléphone',
  phoneText:
    'Scannez ceci avec l’appareil photo de votre téléphone, puis continuez là-bas. Le lien vers cette page qu’il contient est réservé à vous seul : ne le montrez à personne d’autre.',
  phoneLabel: 'Code QR avec le lien vers cette page',

  movingTitle: (integrationName) => `Redirection vers ${integrationName}`,
  movingText: 'Si rien ne se passe, utilisez le bouton.',
  movingAction: (integrationName) => `Continuer vers ${integrationName}`,

  formTitle: ({ integrationName }) => `Saisissez vos informations ${integrationName}`,
  formLead: ({ integrationName, botName, purpose }) =>
    `${bot(botName, 'Ce bot')} a besoin d’accéder à ${integrationName} pour ${purpose}.`,
  formOptional: 'facultatif',
  formPrivacy: ({ integrationName, botName }) =>
    `${bot(botName, 'Ce bot')} le vérifie auprès de ${integrationName} et le conserve chiffré. Cela ne sera plus jamais affiché, pas même dans la conversation.`,
  formManage: (integrationName) => `Ouvrir ${integrationName} pour le retrouver`,
  formAction: 'Connecter',
  formErrorTitle: 'À vérifier',
  fieldProblem: (field, reason) =>
    reason === 'missing'
      ? `À remplir : ${field.title}.`
      : `Cela ne convient pas pour « ${field.title} » : ${PROBLEMS[reason]}.`,
  keyRefused: (integrationName, triesLeft, elsewhere = []) =>
    `${integrationName} a refusé cette clé. ${NOTHING_SAVED}${perhaps(elsewhere)} Il vous reste ${grammar.plural(triesLeft, { one: '# essai', other: '# essais' })}.`,
  unreachable: (integrationName) =>
    `${integrationName} ne répond pas pour le moment. ${NOTHING_SAVED} Réessayez dans quelques minutes.`,

  siteTitle: (noun) => `À choisir : ${noun}`,
  siteLead: ({ integrationName, botName, noun }) =>
    `Votre compte ${integrationName} donne accès à plusieurs endroits (${noun}). ${bot(botName, 'Ce bot')} n’utilisera que celui que vous choisissez.`,
  siteMissing: (noun) => `Faites un choix pour continuer : ${noun}.`,
  siteAction: 'Continuer',

  codeTitle: 'Écrivez ce code dans votre conversation',
  codeLabel: 'Votre code',
  copyAction: 'Copier le code',
  copyDone: 'Copié',
  codeTypedAction: 'Je l’ai écrit',
  codeRule: (botName) =>
    `N’écrivez ce code que dans votre conversation avec ${bot(botName)}. Personne d’autre ne vous le demandera.`,
  accountLabel: (integrationName) => `Compte ${integrationName}`,
  siteLabel: 'Site',
  codeExpiry: (minutes) => `Le code est encore valable ${minutes}.`,
  notYouTitle: 'Ce n’est pas vous, ou pas votre compte ?',
  notYouText: ({ botName, minutes }) =>
    `Fermez cette page et ne donnez le code à personne. Tant qu’il n’est pas écrit, ${bot(botName)} ne peut rien utiliser, et dans ${minutes} tout sera supprimé.`,
  manageAction: (integrationName) => `Gérer l’accès dans ${integrationName}`,

  connectedTitle: (integrationName) => `${integrationName} est connecté`,
  connectedText: ({ integrationName, account }) => `Connecté à ${integrationName} en tant que ${account}.`,
  workingTitle: 'Un instant',
  workingText: (integrationName) => `Finalisation avec ${integrationName}. Cette page continue d’elle-même.`,
  workingAction: 'Vérifier de nouveau',

  ended: (why, { integrationName, botName, ref }) =>
    ENDINGS[why](integrationName, bot(botName), ref === undefined ? '' : ` (${ref})`),
  askContact: (contact) => `À contacter : ${contact}.`,
  backToChat: (botName) => `Vous pouvez fermer cette page et revenir à votre conversation avec ${bot(botName)}.`,
  sharedText: ({ integrationName, botName, account }) =>
    `${bot(botName, 'Ce bot')} peut agir en tant que ${account} dans ${integrationName}. Choisissez maintenant pour qui.`,
  sharedEnded: (why, integrationName) =>
    SHARED_ENDINGS[why]?.(integrationName) ?? `La connexion à ${integrationName} n’a pas abouti. ${NOTHING_SAVED}`,
  backToConsole: 'Retour à la console',

  goneTitle: 'Ce lien ne peut pas être utilisé',
  gone: GONE,
  unknownTenantTitle: 'Pas configuré pour cette adresse',
  unknownTenant: (integrationName) =>
    `Je ne suis pas configuré pour cette adresse ${integrationName}. Vérifiez-la, ou demandez à mes responsables de l’enregistrer.`,
  inUseTitle: 'Utilisé dans un autre navigateur',
  inUse:
    'Ce lien est déjà utilisé dans un autre navigateur : vous ne pouvez donc pas l’utiliser ici. Rien n’a changé. Continuez dans l’autre navigateur, quel que soit l’appareil. S’il n’y en a pas d’autre, ce navigateur oublie ce que je lui donne : dites « nouveau lien » dans la conversation et ouvrez ce lien dans votre navigateur habituel.',
  otherBrowserTitle: 'Arrêté par sécurité',
  otherBrowser: OTHER_BROWSER,
  returned: ({ integrationName }) =>
    `Vous êtes revenu de ${integrationName} dans un autre navigateur que celui où vous avez commencé. Certaines applications ont leur propre navigateur, qui oublie. Par sécurité, j’ai tout arrêté. ${NOTHING_SAVED}`,
  returnedSteps: ({ botName }) => [
    `Appuyez sur le bouton. J’envoie un nouveau lien, une seule fois, dans la conversation avec ${bot(botName)}.`,
    'Ouvrez ce lien dans votre navigateur habituel, comme Safari, Chrome, Edge ou Firefox : appuyez longuement dessus, puis choisissez de l’ouvrir dans le navigateur.',
    'Restez dans ce navigateur jusqu’à ce qu’il affiche le code.',
  ],
  returnedAction: 'Envoyer un nouveau lien dans la conversation',
  newLinkTitle: 'Regardez votre conversation',
  newLink: (botName) =>
    `Le nouveau lien est dans votre conversation avec ${bot(botName)}, ou le sera dans un instant. Ouvrez-le dans votre navigateur habituel. S’il n’y est pas, dites « réessayer » dans la conversation.`,
  failedTitle: 'Un problème est survenu',
  failed: (ref) =>
    `Un problème est survenu de mon côté (${ref}). Revenez à la conversation pour voir ce qui a été fait.`,
  restartingTitle: 'Un instant',
  restarting: 'Je redémarre. Rien n’a été perdu. Rechargez cette page dans quelques secondes.',
  tooManyTitle: 'Veuillez patienter',
  tooMany: (minutes) => `Trop de demandes. Patientez ${minutes}.`,
  unavailableTitle: 'Page indisponible',
  unavailable: 'Cette page n’est pas disponible. Revenez à la conversation.',
};

const ENDINGS: Readonly<Record<EndReason, (product: string, name: string, ref: string) => Ending>> = {
  expired: () => ({ title: 'Trop tard', text: GONE, mayLeaveAccess: true }),
  denied: (product) =>
    notConnected(`${product} n’a pas donné l’accès : il a été annulé ou refusé là-bas. ${NOTHING_SAVED} ${RETRY}`),
  admin_refused: (product, name) =>
    notConnected(
      `Un administrateur de votre compte ${product} n’a pas autorisé ${name}. ${NOTHING_SAVED} Demandez-lui de l’autoriser, puis dites « réessayer » dans la conversation.`,
    ),
  product_failed: (product, _name, ref) =>
    notConnected(`Un problème est survenu chez ${product} pendant la connexion${ref}. ${NOTHING_SAVED} ${RETRY}`),
  product_busy: (product, _name, ref) =>
    notConnected(
      `${product} ne peut connecter personne pour le moment${ref}. ${NOTHING_SAVED} Attendez quelques minutes, puis dites « réessayer » dans la conversation.`,
    ),
  scope_refused: (product, name, ref) =>
    notConnected(`${product} ne donne pas à ${name} les autorisations demandées${ref}. ${notYourFault(name)}`),
  client_refused: (product, name, ref) =>
    notConnected(`${product} ne laisse pas ${name} connecter des personnes${ref}. ${notYourFault(name)}`),
  refused: (product, _name, ref) =>
    notConnected(`${product} n’a pas accepté la connexion${ref}. ${NOTHING_SAVED} ${RETRY}`),
  unreachable: (product) =>
    notConnected(`${product} ne répond pas pour le moment. ${NOTHING_SAVED} Réessayez dans quelques minutes.`),
  misconfigured: (product, name, ref) =>
    notConnected(`${product} n’a pas accepté la configuration de ${name}${ref}. ${notYourFault(name)}`),
  interrupted: () => ({
    ...notConnected(`La connexion a été interrompue de mon côté. ${NOTHING_SAVED} ${RETRY}`),
    mayLeaveAccess: true,
  }),
  no_site: (product, name) => ({
    ...notConnected(
      `Ce compte ${product} ne donne accès à rien que ${name} puisse utiliser. ${NOTHING_SAVED} Essayez avec un autre compte.`,
    ),
    mayLeaveAccess: true,
  }),
  other_browser: () => ({ title: 'Arrêté par sécurité', text: OTHER_BROWSER }),
  cancelled: () => ({
    title: 'Annulé',
    text: `Vous avez annulé dans la conversation. ${NOTHING_SAVED}`,
    mayLeaveAccess: true,
  }),
  code_seen: () => ({
    title: 'D’autres ont pu lire votre code',
    text: 'Le code a été écrit là où d’autres peuvent le lire. J’ai donc supprimé ce qui était connecté. Redemandez-moi dans notre conversation privée.',
    mayLeaveAccess: true,
  }),
  withdrawn: (product, name) => ({
    ...notConnected(
      `Les responsables de ${name} ont modifié la configuration de ${product}. ${NOTHING_SAVED} Demandez-leur de l’aide.`,
    ),
    mayLeaveAccess: true,
  }),
  stopped: (_product, name) => ({
    title: 'Terminé',
    text: `Les responsables de ${name} ont mis fin à cette connexion. ${NOTHING_SAVED} Demandez-leur pourquoi, ou dites « réessayer » dans la conversation.`,
    mayLeaveAccess: true,
  }),
  crowded_out: () => ({
    title: 'Veuillez redemander',
    text: 'Trop de personnes ont demandé en même temps. Ce lien a donc été retiré. Redemandez dans votre conversation.',
  }),
  superseded: () => ({
    title: 'Il y a un lien plus récent',
    text: 'Vous avez redemandé entre-temps. Utilisez le lien le plus récent de votre conversation.',
    mayLeaveAccess: true,
  }),
  wrong_codes: () => ({
    title: 'Trop de codes erronés',
    text: 'J’ai supprimé ce qui était connecté. Recommencez quand vous voudrez.',
    mayLeaveAccess: true,
  }),
  wrong_credentials: (product) =>
    notConnected(`${product} a refusé trop souvent ce qui a été saisi. ${NOTHING_SAVED} ${RETRY}`),
};

const SHARED_ENDINGS: Readonly<Partial<Record<EndReason, (product: string) => string>>> = {
  denied: (product) => `L’accès n’a pas été autorisé dans ${product}. ${NOTHING_SAVED}`,
  admin_refused: (product) => `Un administrateur de ${product} n’a pas autorisé cette application. ${NOTHING_SAVED}`,
  product_failed: (product) =>
    `Un problème est survenu chez ${product} pendant la connexion. ${NOTHING_SAVED} Réessayez.`,
  product_busy: (product) =>
    `${product} ne peut connecter personne pour le moment. ${NOTHING_SAVED} Réessayez dans quelques minutes.`,
  scope_refused: (product) => `${product} ne connaît pas ou n’autorise pas l’un des scopes du profil. ${NOTHING_SAVED}`,
  client_refused: (product) =>
    `${product} ne laisse pas ce client connecter des personnes : il n’est peut-être pas approuvé, est suspendu ou d’un autre type. ${NOTHING_SAVED}`,
  misconfigured: (product) =>
    `${product} n’a pas accepté l’ID client, le secret client ou l’URL de rappel du profil. ${NOTHING_SAVED}`,
  unreachable: (product) => `${product} ne répond pas pour le moment. ${NOTHING_SAVED}`,
  no_site: (product) => `Ce compte ${product} ne donne accès à rien d’utilisable. ${NOTHING_SAVED}`,
};

const PROBLEMS: Readonly<Record<Exclude<FieldProblem, 'missing'>, string>> = {
  too_long: 'c’est trop long',
  not_printable: 'certains caractères ne peuvent pas en faire partie',
  not_a_choice: 'ce n’est pas l’un des choix',
  nobody_there: 'personne n’a cette adresse là-bas',
  has_colon: 'il ne peut pas y avoir de deux-points',
  foreign_host: 'cette adresse appartient à un autre produit',
  wrong_shape: 'vérifiez que vous avez tout copié, et rien d’autre',
};

function notConnected(text: string): Ending {
  return { title: 'Non connecté', text };
}

function notYourFault(name: string): string {
  return `${NOTHING_SAVED} Vous n’y êtes pour rien : prévenez les responsables de ${name}.`;
}

/** The bot's name, or what a bot without a name is called at this place in a sentence. */
function bot(botName: string, unnamed = 'ce bot'): string {
  return botName === UNNAMED_BOT ? unnamed : botName;
}

function perhaps(elsewhere: readonly string[]): string {
  if (elsewhere.length === 0) return '';
  return ` Une clé ne fonctionne que là où se trouve le compte : si c’est ${grammar.or(elsewhere)}, choisissez-le.`;
}
