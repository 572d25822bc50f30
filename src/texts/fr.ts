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

const { plural, and, or, date, minutes, duration } = grammarOf('fr');

/** Speaks to people as “vous”. A purpose is an infinitive. */
export const frenchTexts: Texts = {
  dir: 'ltr',
  // asking
  needsAccess: (product, purpose) => `J’ai besoin d’accéder à votre compte ${product} pour ${purpose}.`,
  connectionEnded: (product, purpose) =>
    `Votre connexion à ${product} a pris fin. Reconnectez-vous pour que je puisse ${purpose}.`,
  needsMoreAccess: (product, purpose, permissions) =>
    `Pour ${purpose}, il me faut une autorisation de ${product} que votre connexion n’a pas${permissions.length === 0 ? '' : ` (${and(permissions)})`}. Reconnectez-vous.`,
  linkAskedOnPage: (product) =>
    `Vous êtes revenu de ${product} dans un autre navigateur, ou dans une application qui ne retient rien : j’ai donc arrêté. Voici le nouveau lien que vous y avez demandé. Ouvrez-le dans votre navigateur habituel et restez-y jusqu’à ce que vous voyiez le code. Si ce n’est pas vous qui l’avez demandé, dites *annuler*.`,
  linkExplanation: (product) =>
    `Ouvrez la page, connectez-vous à ${product} et revenez avec le code que la page affiche. Le lien est réservé à vous seul et reste valable 10 minutes.`,
  linkExplanationNoCode: (product) =>
    `Ouvrez la page et connectez-vous à ${product}. Le lien est réservé à vous seul et reste valable 10 minutes.`,
  keyPageExplanation: (product) =>
    `Ouvrez la page, saisissez-y votre clé ${product} et revenez avec le code que la page affiche. N’écrivez pas la clé ici. Le lien est réservé à vous seul et reste valable 10 minutes.`,
  keyPageExplanationNoCode: (product) =>
    `Ouvrez la page et saisissez-y votre clé ${product}. N’écrivez pas la clé ici. Le lien est réservé à vous seul et reste valable 10 minutes.`,
  connectButton: (product) => `Connecter ${product}`,
  credentialExplanation: (product) =>
    `Votre saisie est envoyée à ${product} pour vérification et conservée chiffrée. L’historique de la conversation peut garder ce que vous envoyez ici ; la page, non.`,
  submitButton: 'Connecter',
  pageButton: 'Saisir plutôt sur une page',
  cardClosed: (product, how) => CLOSED_CARDS[how](product),
  fieldMissing: (title) => `À remplir : ${title}.`,
  joined: (title, product) => `Je le ferai dès que vous aurez connecté ${product} : ${title}.`,
  inBrowser: (product) =>
    `Vous connectez déjà ${product} dans le navigateur. Terminez là-bas, ou dites *nouveau lien* pour recommencer.`,
  stillWaiting: (product) =>
    `J’attends que vous connectiez ${product}. Dites *nouveau lien* pour un autre lien, ou *annuler* pour arrêter.`,
  awaitingCode: (product) =>
    `J’attends le code pour ${product}. Écrivez seulement le code que la page affiche, comme BCTK-KLTK. Dites *nouveau lien* pour recommencer, ou *annuler* pour arrêter.`,
  stillWaitingForKey: (product) =>
    `J’attends que vous connectiez ${product}. Remplissez la carte ci-dessus, dites *recommencer* pour en avoir une autre, ou *annuler* pour arrêter.`,
  connectHelp: (product) =>
    `Je continuerai dès que ${product} sera connecté : ouvrez le lien, suivez la page, puis écrivez ici le code qu’elle affiche. *nouveau lien* envoie un autre lien, *annuler* arrête tout.`,
  connectHelpForKey: (product) =>
    `Je continuerai dès que ${product} sera connecté : remplissez la carte ci-dessus et appuyez sur son bouton. *recommencer* en envoie une autre, *annuler* arrête tout.`,
  whichMethod: (product) => `Comment voulez-vous connecter ${product} ?`,
  methodEnds: (title, day, product) =>
    `${product} arrêtera « ${title} » le ${date(Date.parse(day))}. Tout fonctionne jusque-là.`,
  connectPurpose: 'y faire ce que vous me demandez',
  groupRefused: 'Je ne connecte pas de compte dans un groupe, où d’autres lisent. Écrivez-moi en privé et redemandez.',
  openPersonalChat: 'Ouvrir notre discussion',
  contact: 'le responsable de ce bot',
  cannotConnect: (product, why, contact) => CONNECT_REFUSALS[why](product, contact),
  notAllowed: (contact) => `Vous n’avez pas le droit d’utiliser ceci ici. À contacter : ${contact}.`,
  tooMany: (count) => `Trop de demandes. Patientez ${minutes(count)}.`,

  // connecting
  connected: (product, account, id) =>
    `Connecté à ${product} en tant que **${nameInChat(account)}**. Ce n’est pas vous ? Écrivez *déconnecter ${id}*.`,
  otherSites: (sites, id) =>
    `Vous m’avez aussi donné accès à ${and(sites.map(nameInChat))} : dites *utiliser ${id} ${escapeMarkdown(shownName(sites[0] ?? ''))}* pour y passer.`,
  trimmed: 'J’ai retiré les espaces autour.',
  wrongCode: (triesLeft) =>
    triesLeft === 0
      ? 'Trop de codes erronés. J’ai supprimé ce qui était connecté. Recommencez quand vous voudrez.'
      : `Ce code n’est pas le bon. ${triesLeftText(triesLeft)}`,
  noCodeAwaited:
    'Je n’attends aucun code de votre part. Si quelqu’un vous a demandé de l’écrire ici, ne le faites pas : c’est une ruse connue.',
  codeSeen: (product) =>
    `D’autres peuvent lire votre code ici. Il n’est donc plus valable et j’ai supprimé ce qui était connecté. Pour connecter ${product}, redemandez-le-moi dans notre conversation privée.`,
  codeOfOtherChat: (product) =>
    `Écrivez ce code dans la conversation où vous avez demandé ${product}. Je ne l’accepte pas ici.`,
  codeOver: (product) =>
    `Ce code pour ${product} n’est plus valable : il a déjà servi ou il est trop ancien. S’il manque encore quelque chose, redemandez-le-moi.`,
  invalidField: (field, problem) => `Cela ne convient pas pour « ${field.title} » : ${FIELD_PROBLEMS[problem]}.`,
  credentialRefused: (product, triesLeft, elsewhere = []) =>
    triesLeft === 0
      ? `${product} a refusé cette clé. ${NOTHING_SAVED} C’était le dernier essai ; redemandez-moi quand vous aurez la bonne.`
      : `${product} a refusé cette clé. ${NOTHING_SAVED}${perhaps(elsewhere)} ${triesLeftText(triesLeft)}`,
  productUnreachable: (product) =>
    `${product} ne répond pas pour le moment. ${NOTHING_SAVED} Réessayez dans quelques minutes.`,
  attemptGone: 'Ce n’est plus ouvert. Redemandez-moi et j’enverrai une nouvelle carte.',
  notAskedNow: 'Je n’attends pas votre réponse à cette question.',
  typedKeyStays: 'Le message avec votre clé est encore dans l’historique de cette conversation : supprimez-le.',
  secretInside:
    'Cela ressemble à une clé ou à un mot de passe. Je l’ai retiré et je ne l’ai pas utilisé. Remplissez la carte ci-dessus, ou envoyez la clé seule si la carte ne demande rien d’autre. Supprimez votre message si vous le pouvez.',
  unaskedSecret:
    'Cela ressemble à un secret que je n’ai pas demandé. Je ne l’ai pas gardé. Supprimez votre message si vous le pouvez, et remplacez la clé dans son produit.',

  // endings
  ended: (product, why, ref, contact) => ENDINGS[why](product, ref ?? '', contact),
  cancelled: (what) => `D’accord, j’ai arrêté : ${escapeMarkdown(what)}. ${NOTHING_SAVED}`,
  nothingToCancel: 'Il n’y a rien à annuler.',

  // actions
  confirmDestructive: (product, purpose, inputs) =>
    `Vraiment ${[purpose, inputs.length === 0 ? '' : `(${inputs.map(escapeMarkdown).join(', ')})`].filter(Boolean).join(' ')} dans ${product} ? C’est irréversible. Dites *oui* pour continuer.`,
  cancelledAll: (titles) => `D’accord, j’ai arrêté : ${titles.map(escapeMarkdown).join(' ; ')}. ${NOTHING_SAVED}`,
  notDone: (purpose, product, isConnected) =>
    `D’accord, ${purpose === undefined ? 'c’est annulé' : `je ne vais pas ${purpose}`}.${isConnected ? ` ${product} reste connecté.` : ''}`,
  working: 'Un instant…',
  tooOld: 'Votre demande est trop ancienne pour continuer. Veuillez la refaire.',
  interrupted: (title) =>
    `J’ai été interrompu en le faisant : ${title}. Je ne sais pas si cela a marché ; vérifiez avant de redemander.`,
  stillRefused: (product) =>
    `${product} refuse toujours la connexion que vous venez d’établir. Je m’arrête là, pour ne pas vous la redemander sans cesse. Vérifiez vos droits dans ${product}.`,
  actionFailed: (product, failure, contact) =>
    failure.text ?? FAILURES[failure.why](product, failure.ref, failure.retryAfter, contact),
  retryHint: 'Dites *réessayer* pour recommencer.',
  openButton: 'Ouvrir',
  actingAs: (product, account) => `Fait avec le compte ${product} de ce bot, ${nameInChat(account)}.`,
  askInput: (title, hint) => (hint === undefined ? title : `${title} (${hint})`),
  inputProblem,
  formIntroduction: (count) =>
    `J’ai ${plural(count, { one: '# question', other: '# questions' })} à vous poser. Dites *annuler* pour arrêter ; rien ne sera alors envoyé.`,
  formProgress: (title, number, count) => `${number}/${count} ${title}`,
  formExpected: (kind, max, example) => EXPECTED[kind](max, example),
  moreItems: (count) => `… et ${plural(count, { one: '# autre', other: '# autres' })}`,
  canSay: (sentences) => `Vous pouvez dire : ${sentences.map((one) => `« ${one} »`).join(', ')}`,
  // what buttons say for the person
  sayNewLink: 'nouveau lien',
  sayStartOver: 'recommencer',
  sayCancel: 'annuler',
  sayRetry: 'réessayer',
  sayYes: 'oui',
  sayNo: 'non',
  sayDisconnect: (named) => `déconnecter ${named}`,
  sayReconnect: (named) => `reconnecter ${named}`,
  sayUse: (named) => `utiliser ${named}`,
  skip: 'passer',
  formPart: (part) => FORM_PARTS[part] ?? part,
  formReview: (lines) =>
    [
      'Vérifiez vos réponses :',
      ...lines.map(({ title, answer }, at) => `${at + 1}. ${escapeMarkdown(title)} : ${escapeMarkdown(answer) || '–'}`),
      'Dites *envoyer* pour les envoyer, ou un numéro pour changer la réponse correspondante.',
    ].join('\n'),
  formChange:
    'Quelle réponse dois-je changer ? Dites son numéro, *envoyer* pour les envoyer telles quelles, ou *annuler* pour ne rien envoyer.',
  formSend: 'envoyer',
  answerButton: 'OK',

  // connections
  noConnections: 'Vous n’avez encore rien connecté.',
  connectionsInGroup: 'Je ne montre vos connexions que dans une conversation privée.',
  connectionsTitle: 'Vos connexions',
  connectionState: (status) => (status === 'active' ? 'Connecté' : 'À reconnecter'),
  connectionInUse: 'Utilisé',
  whichConnection: (product) => `Vous avez plusieurs comptes ${product}. Lequel ?`,
  nowUsing: (product, account) => `D’accord, pour ${product} j’utilise désormais ${nameInChat(account)}.`,
  noSuchAccount: (product, names) =>
    names.length === 0
      ? `Je n’ai pas trouvé ce compte ou ce site dans ${product}.`
      : `Je n’ai pas trouvé ce compte ou ce site dans ${product}. Vous avez le choix entre ${and(names.map(nameInChat))}.`,
  siteRefused: (product, site) => `Votre compte ${product} n’a pas accès à ${nameInChat(site)}. Rien n’a été modifié.`,
  siteUnreachable: (product) =>
    `${product} ne répond pas pour le moment. Rien n’a été modifié. Réessayez dans quelques minutes.`,
  notConnected: (product) => `${product} n’est pas connecté.`,
  unknownProduct: (name) => `Je ne connais pas de produit nommé « ${nameInChat(name)} ».`,
  disconnected: (product, atProduct, manageUrl) => {
    if (atProduct === 'revoked') return `Supprimé. ${product} l’a confirmé.`;
    if (atProduct === 'in_use')
      return `Supprimé ici. Votre accès à ${product} reste : une autre connexion à ce compte l’utilise.`;
    if (atProduct === 'queued') return `Supprimé ici. ${product} était injoignable ; je réessaierai pendant 24 h.`;
    if (manageUrl !== undefined)
      return `Supprimé ici. Pour mettre fin à l’accès dans ${product} aussi, supprimez-y la clé ou l’accès de ce bot : ${manageUrl}`;
    return `Supprimé ici. Pour mettre fin à l’accès dans ${product} aussi, supprimez-y la clé ou l’accès de ce bot.`;
  },
  connectionNews: (product, account, news) =>
    connectionNews(account === '' ? product : `${product} (${nameInChat(account)})`, product, news),
  somethingWrong: (ref) =>
    `Un problème est survenu de mon côté (${ref}). Votre demande a peut-être été exécutée : vérifiez avant de redemander.`,
  restarting: 'Je redémarre et je n’ai pas lu votre message. Renvoyez-le dans quelques secondes.',
};

const NOTHING_SAVED = 'Rien n’a été enregistré.';

function inputProblem(problem: InputProblem): string {
  switch (problem.why) {
    case 'said':
      return problem.text;
    case 'not_a_kind':
      return NOT_A_KIND[problem.kind](problem.example);
    case 'not_whole':
      return 'Indiquez un nombre entier.';
    case 'too_small':
      return problem.isIncluded
        ? `C’est trop petit. Le minimum est ${problem.limit}.`
        : `C’est trop petit. Il faut plus de ${problem.limit}.`;
    case 'too_large':
      return problem.isIncluded
        ? `C’est trop grand. Le maximum est ${problem.limit}.`
        : `C’est trop grand. Il faut moins de ${problem.limit}.`;
    case 'no_multiple':
      return `Indiquez un multiple de ${problem.of}.`;
    case 'too_short':
      return problem.limit === 1
        ? 'La réponse ne peut pas être vide.'
        : `C’est trop court. Il faut au moins ${problem.limit} caractères.`;
    case 'too_long':
      return `C’est trop long. ${problem.limit} caractères au maximum.`;
    case 'too_few':
      return `Indiquez-en au moins ${problem.limit}.`;
    case 'too_many':
      return `Indiquez-en au plus ${problem.limit}.`;
    case 'too_early':
      return `C’est trop tôt. Le premier jour possible est le ${problem.limit}.`;
    case 'too_late':
      return `C’est trop tard. Le dernier jour possible est le ${problem.limit}.`;
    case 'no_email':
      return EXPECTED.email(0, '');
    case 'no_address':
      return 'Indiquez une adresse web, comme https://example.com.';
    case 'which_day':
      return 'De quel jour parlez-vous ?';
    case 'other':
      return 'Je ne peux rien en faire. Dites-le autrement.';
  }
}

const ANSWER_NEEDED = 'Il me faut une réponse ici.';
const CHOOSE_ONE = 'Choisissez parmi ces réponses.';
const day = (example: string) => `Indiquez un jour, comme ${example}.`;
const time = (example: string) => `Indiquez une heure, comme ${example}.`;

const NOT_A_KIND: Readonly<Record<Extract<InputProblem, { why: 'not_a_kind' }>['kind'], (example: string) => string>> =
  {
    text: () => ANSWER_NEEDED,
    number: (example) => `Indiquez un nombre, comme ${example}.`,
    yes_no: () => 'Dites oui ou non.',
    day,
    date: day,
    time,
    moment: (example) => `Indiquez un jour et une heure, comme ${example}.`,
    choice: () => CHOOSE_ONE,
  };

const EXPECTED: Readonly<Record<FormQuestion['kind'], (max: number, example: string) => string>> = {
  text: () => ANSWER_NEEDED,
  long_text: () => ANSWER_NEEDED,
  choice: () => CHOOSE_ONE,
  choices: () => 'Choisissez une ou plusieurs de ces réponses, séparées par des virgules.',
  number: () => 'Indiquez un nombre.',
  date: (_, example) => day(example),
  time: (_, example) => time(example),
  email: () => 'Indiquez une adresse e-mail, comme jane@example.com.',
  phone: () => 'Indiquez un numéro de téléphone, comme +43 316 123456.',
  full_name: () => 'Indiquez votre prénom et votre nom.',
  address: () => 'Indiquez une adresse postale.',
  rating: (max) => `Indiquez un nombre de 1 à ${max}.`,
};

const CONNECT_REFUSALS: Readonly<Record<ConnectRefusal, (product: string, contact: string) => string>> = {
  disabled: (product, contact) => `${product} est désactivé dans ce bot pour le moment. À contacter : ${contact}.`,
  not_allowed: (product, contact) => `Vous n’avez pas le droit d’utiliser ${product} ici. À contacter : ${contact}.`,
  preauthorized: (product) => `Vous n’avez pas besoin de connecter ${product} : ce bot y a son propre compte.`,
  not_set_up: (product, contact) =>
    `${product} n’est pas encore configuré dans ce bot. Pour terminer la configuration, à contacter : ${contact}.`,
};

const CLOSED_CARDS: Readonly<Record<'connected' | 'cancelled' | 'replaced' | 'over', (product: string) => string>> = {
  connected: (product) => `${product} : connecté`,
  cancelled: () => 'Annulé',
  replaced: () => 'Remplacé par une carte plus récente',
  over: () => 'N’est plus ouvert',
};

const FORM_PARTS: Readonly<Record<string, string>> = {
  first: 'Prénom',
  last: 'Nom',
  street: 'Rue',
  city: 'Ville',
  state: 'État ou région',
  postal: 'Code postal',
  country: 'Pays',
};

const FIELD_PROBLEMS: Readonly<Record<FieldProblem, string>> = {
  missing: 'rien n’a été saisi',
  too_long: 'c’est trop long',
  not_printable: 'des caractères ne sont pas valables',
  wrong_shape: 'la longueur ou les caractères ne correspondent pas',
  not_a_choice: 'ce n’est pas l’un des choix',
  has_colon: 'il y a un deux-points',
  foreign_host: 'cette adresse appartient à un autre produit',
  nobody_there: 'personne n’a cette adresse là-bas',
};

function connectionNews(connection: string, product: string, news: News): string {
  switch (news.what) {
    case 'other_account':
      return `Je n’utilise plus votre connexion à ${connection} : ${product} répond maintenant pour un autre compte. Dites *reconnecter ${product}* pour connecter le bon.`;
    case 'ends':
      return news.why === 'unused'
        ? `Votre connexion à ${connection} prendra fin le ${date(news.at)}, car elle n’a pas servi depuis longtemps. Pour la garder, demandez-moi quelque chose dans ${product} avant cette date.`
        : `Votre connexion à ${connection} prendra fin le ${date(news.at)} : ${product} exige une nouvelle connexion d’ici là. Dites *reconnecter ${product}* pour la garder.`;
    case 'not_revoked': {
      const where =
        news.manageUrl === undefined ? `dans vos paramètres de ${product}.` : `à cette adresse : ${news.manageUrl}`;
      return `${product} a été injoignable pendant 24 heures. Mon accès à ${connection} y est donc peut-être encore ouvert. Supprimez-le ${where}`;
    }
  }
}

const RETRY = 'Dites *réessayer* pour recommencer.';
const NEW_LINK = 'Dites *réessayer* pour un nouveau lien.';
const AFTERWARDS = 'dites ensuite *réessayer*.';

const ENDINGS: Readonly<Record<EndReason, (product: string, ref: string, contact: string) => string>> = {
  expired: (product) => `Le délai pour connecter ${product} est écoulé. ${NOTHING_SAVED} ${RETRY}`,
  denied: (product) => `${product} n’a pas donné l’accès : il a été annulé ou refusé là-bas. ${NOTHING_SAVED} ${RETRY}`,
  admin_refused: (product) =>
    `Un administrateur de votre compte ${product} n’a pas autorisé ce bot. ${NOTHING_SAVED} Demandez-lui de l’autoriser, puis dites *réessayer*.`,
  refused: (product, ref) => `${product} n’a pas accepté la connexion (${ref}). ${NOTHING_SAVED} ${RETRY}`,
  unreachable: (product, ref) => `${product} ne répond pas pour le moment (${ref}). ${NOTHING_SAVED} ${RETRY}`,
  misconfigured: (product, ref, contact) =>
    `${product} refuse ce bot, pas vous (${ref}). ${NOTHING_SAVED} Pour corriger la configuration, à contacter : ${contact} ; ${AFTERWARDS}`,
  product_failed: (product, ref) =>
    `Un problème est survenu chez ${product} pendant la connexion (${ref}). ${NOTHING_SAVED} ${RETRY}`,
  product_busy: (product, ref) =>
    `${product} ne peut connecter personne pour le moment (${ref}). ${NOTHING_SAVED} Attendez quelques minutes, puis dites *réessayer*.`,
  scope_refused: (product, ref, contact) =>
    `${product} ne donne pas à ce bot les autorisations qu’il demande (${ref}). ${NOTHING_SAVED} Pour les changer, à contacter : ${contact} ; ${AFTERWARDS}`,
  client_refused: (product, ref, contact) =>
    `${product} ne laisse pas ce bot connecter des personnes (${ref}). ${NOTHING_SAVED} Pour faire approuver ce bot par ${product}, à contacter : ${contact} ; ${AFTERWARDS}`,
  interrupted: (product) => `La connexion à ${product} a été interrompue. ${NOTHING_SAVED} ${RETRY}`,
  no_site: (product) => `Votre compte ${product} n’a aucun site que je puisse utiliser. ${NOTHING_SAVED} ${RETRY}`,
  other_browser: (product) =>
    `Le lien pour connecter ${product} a été ouvert dans un autre navigateur. Par sécurité, j’ai tout arrêté. ${NEW_LINK}`,
  cancelled: () => `D’accord, j’ai arrêté. ${NOTHING_SAVED}`,
  code_seen: (product) =>
    `Le code pour connecter ${product} a été écrit là où d’autres peuvent le lire. J’ai donc supprimé ce qui était connecté. ${NEW_LINK}`,
  withdrawn: (product) =>
    `Les responsables de ce bot ont modifié la configuration de ${product}. J’ai donc arrêté la connexion. ${NOTHING_SAVED} ${RETRY}`,
  stopped: (product, _ref, contact) =>
    `Les responsables de ce bot ont mis fin à la connexion à ${product}. ${NOTHING_SAVED} À contacter : ${contact}. ${RETRY}`,
  crowded_out: (product) =>
    `Trop de personnes ont demandé en même temps. J’ai donc retiré votre demande de connexion à ${product}. ${NOTHING_SAVED} ${RETRY}`,
  superseded: (product) =>
    `Vous connectez maintenant ${product} ailleurs. La demande faite ici n’est plus valable. ${RETRY}`,
  wrong_codes: () => `Trop de codes erronés. J’ai supprimé ce qui était connecté. ${NEW_LINK}`,
  wrong_credentials: (product) => `${product} a refusé la clé trois fois. ${NOTHING_SAVED} ${RETRY}`,
};

const FAILURES: Readonly<
  Record<
    ActionFailure['why'],
    (product: string, ref: string, retryAfter: number | undefined, contact: string) => string
  >
> = {
  refused: (product, ref) => `${product} a refusé (${ref}).`,
  forbidden: (product) => `Votre compte ${product} n’a pas le droit de faire cela.`,
  not_found: (product) => `${product} ne l’a pas, ou votre compte ne peut pas le voir.`,
  invalid: (product, ref) => `${product} n’a pas accepté ces indications (${ref}).`,
  busy: (product, _ref, retryAfter) =>
    `${product} est surchargé et demande de patienter${retryAfter === undefined ? '' : ` ${duration(retryAfter)}`}. Votre connexion est conservée.`,
  too_large: (product) => `C’est plus que ce que ${product} accepte en une fois. Essayez avec moins.`,
  locked: (product) =>
    `C’est verrouillé dans ${product} pour le moment. Votre connexion est conservée. Réessayez dans quelques minutes.`,
  not_offered: (product, ref) => `${product} ne le propose plus, ou pas à votre compte (${ref}).`,
  unreachable: (product) =>
    `${product} ne répond pas pour le moment. Votre connexion est conservée. Réessayez dans quelques minutes.`,
  unsure: (product, ref) =>
    `${product} n’a pas dit si cela a marché : c’est peut-être fait, peut-être pas (${ref}). Vérifiez là-bas avant de redemander.`,
  error: (_product, ref) => `Un problème est survenu de mon côté (${ref}).`,
  disabled: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.disabled(product, contact),
  not_set_up: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.not_set_up(product, contact),
  not_allowed: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.not_allowed(product, contact),
  shared_ended: (product, _ref, _retryAfter, contact) =>
    `Le compte de ce bot chez ${product} ne fonctionne plus. À contacter : ${contact}.`,
};

function triesLeftText(count: number): string {
  return `Il vous reste ${plural(count, { one: '# essai', other: '# essais' })}.`;
}

function perhaps(elsewhere: readonly string[]): string {
  if (elsewhere.length === 0) return '';
  const places = or(elsewhere.map(escapeMarkdown));
  return ` Une clé ne fonctionne que là où se trouve le compte : si c’est ${places}, choisissez-le.`;
}
