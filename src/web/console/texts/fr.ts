import { frenchAuditTexts } from '../../../audit-words/texts/fr.ts';
import { grammarOf } from '../../../languages/grammar.ts';
import { UNNAMED_BOT } from '../../../languages/unnamed-bot.ts';
import type { ConsoleTexts } from './console-texts.ts';

const { plural } = grammarOf('fr');

const NOTHING_CHANGED = 'Rien n’a été modifié.';
const NOTHING_SAVED = 'Rien n’a été enregistré.';

export const frenchConsoleTexts: ConsoleTexts = {
  ...frenchAuditTexts,
  lang: 'fr',
  dir: 'ltr',
  brand: 'Console Latchkey',
  footer: 'Sécurisé par Latchkey',
  errorPrefix: 'Erreur : ',
  errorTitle: 'Veuillez vérifier ceci',
  optional: 'facultatif',
  skip: 'Aller au contenu',
  navLabel: 'Console',
  languageLabel: 'Langue',
  sections: {
    integrations: 'Intégrations',
    profiles: 'Profils',
    connections: 'Connexions',
    authorizations: 'Autorisations en cours',
    audit: 'Journal d’audit',
    keys: 'Clés',
  },
  signedInAs: 'Votre compte :',
  signOut: 'Se déconnecter',
  cancel: 'Annuler',
  back: 'Retour',
  toStart: 'Aller à l’accueil de la console',
  copy: 'Copier',
  copied: 'Copié',
  none: 'aucun',

  // messages that any page can show
  notFound: { title: 'Introuvable.', text: 'Cette page n’existe pas, ou n’existe plus.' },
  foreignForm: {
    title: 'Ce formulaire est inutilisable',
    text: `Il est trop ancien, ou n’a pas été envoyé depuis cette console. ${NOTHING_CHANGED} Rouvrez la page et refaites votre modification.`,
  },
  signedOut: {
    title: 'Vous êtes déconnecté',
    text: `${NOTHING_CHANGED} Connectez-vous et refaites votre modification.`,
  },
  conflict: {
    title: 'Modifié entre-temps',
    text: 'Quelqu’un a modifié cela pendant que la page était ouverte. Votre modification n’a donc pas été enregistrée. Rouvrez la page.',
  },
  tooMany: (seconds) => ({
    title: 'Veuillez patienter',
    text: `Trop de requêtes. Attendez ${plural(seconds, { one: '# seconde', other: '# secondes' })}.`,
  }),
  restarting: { title: 'Un instant', text: 'Le bot redémarre. Rechargez cette page dans quelques secondes.' },
  failed: (ref) => ({
    title: 'Un problème est survenu',
    text: `Un problème est survenu ici (${ref}). ${NOTHING_CHANGED} Les détails sont dans le journal sous cette référence.`,
  }),

  // signing in
  signInTitle: 'Se connecter',
  signInLead: (bot) => `Pour les développeurs de ${called(bot)}.`,
  nameLabel: 'Nom',
  passwordLabel: 'Mot de passe',
  signInAction: 'Se connecter',
  signedOutNow: 'Vous êtes déconnecté.',
  signInRefused: 'Nom ou mot de passe incorrect.',
  signInWait: (seconds) =>
    `Trop de mots de passe incorrects. Attendez ${plural(seconds, { one: '# seconde', other: '# secondes' })} et réessayez.`,
  openIdAction: 'Se connecter avec votre compte d’entreprise',
  openIdOr: 'ou avec un mot de passe',
  openIdMoving: {
    title: 'Vers la page de connexion de votre entreprise',
    text: 'Si rien ne se passe, utilisez le lien.',
  },
  openIdMovingAction: 'Continuer vers la connexion',
  openIdRefused:
    'Votre compte d’entreprise n’est pas autorisé à se connecter ici. Demandez aux personnes qui ont configuré la console de l’autoriser.',
  openIdFailed: 'La connexion avec votre compte d’entreprise a échoué. Réessayez.',
  openIdCancelled: `Vous avez annulé la connexion avec votre compte d’entreprise. ${NOTHING_CHANGED}`,
  openIdUnreachable: 'La page de connexion de votre entreprise ne répond pas. Réessayez dans quelques minutes.',
  openIdMisconfigured: (reason) =>
    `Les paramètres de la console ne correspondent pas à la connexion de votre entreprise (${reason}). Vérifiez openId.issuer, clientId, clientSecret et l’URI de redirection qui y est enregistrée.`,

  // first run
  setupTitle: 'Configurer la console',
  setupLead: (bot) =>
    `Personne n’a encore de compte ici. Choisissez un nom et un mot de passe pour gérer ${called(bot)}.`,
  setupTokenLabel: 'Jeton de configuration',
  setupTokenHint: 'Il se trouve dans le journal du bot. Il ne sert qu’une fois, pendant 30 minutes.',
  setupTokenRefused:
    'Ce jeton de configuration est incorrect, expiré ou déjà utilisé, ou un démarrage ultérieur l’a remplacé. Redémarrez le bot pour en obtenir un nouveau.',
  setupNameHint: 'Par exemple votre adresse e-mail.',
  newPasswordLabel: 'Nouveau mot de passe',
  newPasswordHint:
    'Au moins 12 caractères. Quatre mots ou plus font un bon mot de passe ; un mot de passe généré par un gestionnaire est encore meilleur.',
  repeatLabel: 'Nouveau mot de passe, encore une fois',
  setupAction: 'Créer le compte et se connecter',
  passwordsDiffer: 'Les deux mots de passe ne correspondent pas.',
  passwordProblem: (reason) => {
    switch (reason) {
      case 'too_short':
        return 'Le mot de passe doit comporter au moins 12 caractères.';
      case 'too_long':
        return 'Le mot de passe dépasse 128 caractères.';
      case 'common':
        return 'C’est l’un des mots de passe les plus courants. Choisissez-en un autre.';
      case 'contains_name':
        return 'Le mot de passe ne doit pas contenir votre nom.';
      default:
        return 'Ce mot de passe est inutilisable. Choisissez-en un autre.';
    }
  },
  nameProblem: 'Un nom comporte de 2 à 100 caractères.',
  notSetUp: {
    title: 'Pas encore configurée',
    text: 'Personne n’a encore de compte ici. Au démarrage, le bot a écrit un lien de configuration dans son journal. Ouvrez ce lien : il ne sert qu’une fois, pendant 30 minutes. Redémarrez le bot pour en obtenir un nouveau.',
  },

  // proving one's identity again
  proofLabel: 'Votre mot de passe',
  proofHint: 'Nous le demandons parce que cette action est irréversible ou donne accès à d’autres personnes.',
  proofMissing: 'Saisissez votre mot de passe pour continuer.',
  proofWrong: 'Ce mot de passe est incorrect.',
  proofByCompany:
    'Pour cela, vous devez vous être connecté avec votre compte d’entreprise dans les cinq dernières minutes.',
  proofByCompanyAction: 'Confirmer que c’est vous',
  proofTitle: 'Confirmez que c’est vous',
  proofLead: 'Connectez-vous encore une fois avec votre compte d’entreprise. Vous reviendrez sur cette page.',

  // integrations
  integrationsTitle: 'Intégrations',
  integrationsLead: (bot) => `Les produits avec lesquels ${called(bot)} travaille, et les comptes qu’il utilise.`,
  integrationsInUse: 'Utilisées',
  integrationsOthers: 'Pas encore utilisées',
  searchLabel: 'Rechercher un produit',
  searchAction: 'Rechercher',
  searchAll: 'Tout afficher',
  searchNothing: (search) =>
    `Aucun produit ne s’appelle « ${search} ». Vous pouvez ajouter n’importe quel produit avec votre propre définition.`,
  catalogTitle: 'Dans le catalogue',
  catalogLead:
    'Produits que vous pouvez ajouter à ce bot. Chaque commande en écrit un dans votre dossier d’intégrations.',
  columnWays: 'Modes de connexion',
  columnVerified: 'Comparé à sa documentation',
  columnAdd: 'L’ajouter',
  catalogVerified: (on, unverified) =>
    unverified === 0
      ? `${on}, complet`
      : `${on}, ${plural(unverified, { one: '# information n’y a pas été trouvée', other: '# informations n’y ont pas été trouvées' })}`,
  integrationsEmpty: {
    title: 'Aucune intégration pour le moment',
    text: 'Ajoutez-en une dans le code : createAuthorizer({ integrations: [ … ] }). Elle apparaîtra ici après le prochain démarrage.',
  },
  state: {
    not_configured: 'Non configurée',
    configured: 'Configurée',
    enabled: 'Activée',
    needs_attention: 'Intervention requise',
  },
  stateNote: ({ state, mode, name, profiles }) => {
    switch (state) {
      case 'enabled':
        return mode === 'users'
          ? `Chaque personne est invitée dans la conversation à connecter son propre compte ${name} quand une action en a besoin.`
          : `Toutes les personnes avec qui vous le partagez utilisent un même compte ${name}.`;
      case 'configured':
        return 'Tout est prêt, mais l’intégration est désactivée. Activez-la ci-dessous.';
      case 'needs_attention':
        return mode === 'users'
          ? 'Le profil sélectionné n’existe plus. Sélectionnez-en un autre.'
          : `Le compte ${name} partagé ne fonctionne plus, ou le profil sélectionné n’existe plus. Autorisez-le à nouveau.`;
      case 'not_configured':
        if (mode === 'users' && profiles.length > 0) {
          return profiles.every(({ grant }) => grant === 'client_credentials')
            ? 'Avec ses profils, le bot se connecte en son propre nom : il ne peut donc pas demander de compte aux personnes. Préautorisez l’intégration, ou créez un profil pour les personnes.'
            : 'Aucun profil d’autorisation n’est encore sélectionné. Sélectionnez-en un ci-dessous.';
        }
        return mode === 'users'
          ? 'Il n’y a pas encore de profil d’autorisation. Commencez par en créer un.'
          : `Aucun compte ${name} n’est encore autorisé. Suivez les étapes ci-dessous.`;
    }
  },
  accountAt: (account, place) => `${account} sur ${place}`,
  columnIntegration: 'Intégration',
  columnState: 'État',
  columnWho: 'Qui autorise',
  whoAuthorizes: (mode, account, audience) => {
    if (mode === 'users') return 'Chaque personne, dans la conversation';
    return account === undefined ? 'Vous, à l’avance' : `${account}, pour ${audience}`;
  },
  mode: {
    preauthorized: {
      title: 'Préautoriser l’intégration',
      hint: 'Vous connectez un compte maintenant, et les personnes que vous choisissez l’utilisent.',
    },
    users: {
      title: 'Permettre aux utilisateurs d’autoriser l’intégration',
      hint: 'Chaque personne connecte son propre compte, dans la conversation.',
    },
  },
  stepWho: 'Qui autorise',
  stepWhoLegend: 'Autorisation',
  stepProfileLegend: 'Sélectionner l’autorisation',
  profileEach: 'Laisser chaque personne choisir',
  profileEachHint: (ways) => `Parmi les profils intégrés : ${ways}.`,
  builtIn: 'intégré',
  systemApp: 'avec l’application que le code configure',
  ownProfile: 'le vôtre',
  saveWho: 'Enregistrer qui autorise',
  createProfile: 'Créer un nouveau profil',
  profileMissing: 'Sélectionnez le profil à utiliser pour l’autorisation.',
  profileNotForPeople:
    'Avec ce profil, le bot se connecte en son propre nom : il ne peut donc pas demander de compte aux personnes. Sélectionnez un autre profil, ou connectez un compte partagé.',
  offlineTitle: (name) => `Désactiver ${name} pour le moment ?`,
  offlineLead:
    'Préautorisée, l’intégration a d’abord besoin d’un compte que vous autorisez. Ensuite, vous la réactivez.',
  offlineUntil: (name) => `D’ici là, le bot refuse tout ce qui a besoin de ${name}.`,
  offlineOwn: (name) =>
    `Les personnes ne peuvent plus utiliser leur propre compte ${name} avec le bot. Leurs connexions sont conservées.`,
  offlineAction: 'Désactiver et préautoriser',
  stepAuthorize: 'Autoriser',
  stepAuthorizeLead: (name) => `Connectez le compte ${name} que d’autres personnes utiliseront.`,
  authorizeByOAuth: (name) => `Vous vous connectez à ${name} et revenez ici.`,
  authorizeAction: (name) => `Autoriser sur ${name}`,
  authorizeKeyAction: 'Autoriser',
  authorizeAgain: 'Autoriser à nouveau, ou avec un autre compte',
  authorized: (account) => `Autorisé en tant que ${account}.`,
  authorizedOtherwise: (account) =>
    `Autorisé en tant que ${account}, mais pas avec le profil sélectionné. Autorisez à nouveau pour l’utiliser.`,
  authorizedEnds: (product, day, why) =>
    why === 'unused'
      ? `${product} met fin à cet accès le ${day} (UTC) si personne ne l’utilise d’ici là. Toute action qui l’utilise repousse cette date.`
      : `${product} met fin à cet accès le ${day} (UTC). Autorisez-le à nouveau avant cette date.`,
  authorizedDead: (account) => `${account} ne fonctionne plus. Autorisez à nouveau.`,
  authorizeRefused: (name) => `${name} a refusé ce qui a été saisi. ${NOTHING_SAVED}`,
  authorizeUnreachable: (name) => `${name} n’a pas répondu. ${NOTHING_SAVED} Réessayez dans quelques minutes.`,
  authorizeUnknownTenant: (name) =>
    `Aucune application n’est enregistrée pour cette adresse ${name}. Enregistrez-en une, ou sélectionnez un autre profil.`,
  authorizeOtherHost: (host) =>
    `Après la connexion, le navigateur revient à ${host}. Cela ne fonctionne donc que depuis la console à cette adresse. Ouvrez-y la console.`,
  movingTitle: (name) => `Vers ${name}`,
  movingText: 'Si rien ne se passe, utilisez le bouton.',
  stepAudience: 'Qui peut l’utiliser',
  stepAudienceLead: (account) =>
    `Le bot agit en tant que ${account} pour toutes les personnes que vous choisissez ici. Dans la conversation, le bot indique quel compte il a utilisé.`,
  audienceLegend: 'Qui peut l’utiliser',
  audience: {
    nobody: { title: 'Personne pour le moment', hint: 'Le réglage par défaut.' },
    everyone: { title: 'Tous les utilisateurs', hint: 'Toutes les personnes qui peuvent écrire au bot.' },
    tenants: {
      title: 'Des locataires entiers',
      hint: 'Par exemple les locataires Microsoft Teams indiqués ci-dessous.',
    },
    users: { title: 'Seulement certains utilisateurs', hint: 'Les personnes indiquées ci-dessous.' },
  },
  audienceListLabel: 'Locataires ou utilisateurs',
  audienceListHint: 'Un par ligne. Les personnes n’ont pas besoin d’être déjà connectées.',
  audienceHelpTitle: 'Comment écrire les locataires et les utilisateurs',
  audienceHelp: [
    'Un locataire (tenant) s’écrit par son identifiant, par exemple l’ID de locataire de Microsoft Entra ou l’ID d’équipe de Slack.',
    'Un utilisateur s’écrit channel/tenant/user : le nom du canal, l’ID du locataire et l’ID de l’utilisateur.',
    'Dans Microsoft Teams, l’ID de l’utilisateur est l’ID d’objet dans Microsoft Entra : msteams/TENANT ID/OBJECT ID.',
    'Si un canal n’a pas de locataires, laissez cette partie vide : telegram//USER ID.',
  ],
  audienceKnown:
    'Personnes qui ont demandé et ont été refusées, qui sont connectées, ou à qui une connexion est demandée :',
  audienceUsersNotWhole: (users) =>
    `Écrivez chaque utilisateur sous la forme channel/tenant/user. Ce n’est pas le cas ici : ${users.join(', ')}`,
  audienceListMissing: 'Saisissez au moins un identifiant, un par ligne.',
  audienceMissing: 'Choisissez qui peut l’utiliser.',
  audienceAction: 'Enregistrer qui peut l’utiliser',
  stepEnable: 'Activer',
  isEnabled: (name) => `L’intégration ${name} est activée : le bot l’utilise.`,
  isDisabled: (name) =>
    `L’intégration ${name} est désactivée : le bot refuse les demandes qui en ont besoin. La configuration est conservée.`,
  isNotReady: (mode) =>
    mode === 'users'
      ? 'Elle sera utilisable dès que vous aurez choisi ci-dessus qui autorise, et avec quel profil.'
      : 'Elle pourra être activée dès qu’un compte sera autorisé.',
  enable: 'Activer',
  disable: 'Désactiver',
  notAuthorized: 'Autorisez d’abord un compte, puis activez l’intégration.',
  nobodyYet: 'Personne ne peut encore utiliser le compte. Choisissez qui le peut à l’étape ci-dessus.',
  callbackTitle: 'URL de rappel',
  callbackHint: (name) =>
    `Enregistrez cette URL chez ${name}, exactement comme elle est affichée. Cliquez dessus pour la sélectionner.`,
  guideTitle: 'Où le trouver :',
  guideOpen: (name) => `Ouvrir ${name}`,
  scopesLabel: 'Autorisations demandées par le bot',
  moreTitle: 'Plus',
  showConnections: (name) => `Connexions à ${name}`,
  showProfiles: 'Profils d’autorisation',
  revokeAllLink: 'Révoquer toutes les connexions…',
  deleteLink: 'Supprimer la configuration…',
  deleteTitle: (name) => `Supprimer la configuration de ${name} ?`,
  deleteLead: (name) => `Cette action est irréversible. ${name} revient aux paramètres définis dans le code.`,
  deleteStops: 'Ce qui ne fonctionnera plus',
  deleteShared: (account) =>
    `Le compte partagé ${account} est retiré ici, et du produit si possible. Plus personne ne peut l’utiliser.`,
  deleteSelection:
    'Ces choix sont supprimés : qui autorise, le profil sélectionné, qui peut l’utiliser et si l’intégration est activée.',
  deleteStays: 'Les profils et les connexions personnelles restent.',
  deleteAction: 'Supprimer la configuration',
  revokeAllTitle: (name) => `Révoquer toutes les connexions à ${name} ?`,
  revokeAllLead: (count) =>
    `Fin de l’accès ici, et chez le produit si possible : ${count}. Toute personne qui en a besoin sera invitée à se connecter à nouveau.`,
  revokeAllAction: 'Tout révoquer',
  countConnections: connections,
  revokedMany: (count, name) =>
    `${plural(count, { one: '# connexion à', other: '# connexions à' })} ${name} ${plural(count, { one: 'révoquée', other: 'révoquées' })}.`,

  // profiles
  profilesTitle: 'Profils d’autorisation',
  profilesLead:
    'Comment le bot se connecte à un produit. Les profils intégrés sont fournis avec l’intégration ; vous pouvez modifier les vôtres.',
  profilesOwn: 'Vos propres profils',
  profilesBuiltIn: 'Intégrés',
  profilesEmpty:
    'Vous n’avez pas encore de profil. Il vous en faut un seulement pour utiliser une application OAuth que vous avez enregistrée vous-même, ou un autre mode de connexion.',
  profilesNotFound: 'Vous n’avez aucun profil pour ce produit.',
  newProfile: 'Créer un profil',
  columnProfile: 'Profil',
  columnKind: 'Type d’autorisation',
  columnUse: 'Utilisé par',
  columnActions: 'Actions',
  kind: {
    api_key: 'Clé API',
    basic: 'Basic',
    oauth2: 'OAuth 2.0',
    client_credentials: 'OAuth 2.0, identifiants client',
  },
  kindHint: {
    api_key: 'Une clé que la personne ou vous-même saisissez.',
    basic: 'Un nom d’utilisateur avec un mot de passe ou une clé.',
    oauth2: 'Les personnes se connectent au produit, avec une application que vous y avez enregistrée.',
    client_credentials: 'Le bot se connecte en son propre nom : cela ne fonctionne donc que pour les comptes partagés.',
  },
  draft: 'Brouillon',
  usedBy: ({ setups, connections: count }) => {
    const parts = [...setups, ...(count === 0 ? [] : [connections(count)])];
    return parts.length === 0 ? 'rien' : parts.join(', ');
  },
  edit: 'Modifier',
  test: 'Tester',
  duplicate: 'Dupliquer',
  remove: 'Supprimer',
  actionOn: (name) => ` ${name}`,
  newProfileTitle: 'Créer un profil d’autorisation',
  newProfileLead: 'Pour quelle intégration, et comment le bot se connecte-t-il ?',
  newProfileIntegration: 'Intégration',
  newProfileKind: 'Type d’autorisation',
  newProfileNext: 'Continuer',
  editorTitle: (name, kind) => `${name} : profil ${kind}`,
  editorLead: (integration) => `Un profil d’autorisation pour ${integration}.`,
  profileName: 'Nom',
  identityProviderName: 'Nom du fournisseur d’identité',
  profileNameHint: 'Les personnes voient ce nom quand elles peuvent choisir.',
  profileNameMissing: 'Saisissez un nom de 100 caractères au maximum.',
  profileDescription: 'Description',
  baseUrlTitle: 'URL de base',
  notationTitle: 'Les noms entre accolades représentent des valeurs',
  notation: {
    '{tenant}': 'est la partie de l’adresse propre au client. Chaque personne saisit la sienne.',
    '{{siteId}}': 'est le site choisi après la connexion.',
    '{{accessToken}}': 'est le jeton d’accès.',
    '{{key}}': 'est ce qui a été saisi dans le champ de formulaire ayant cette clé. Utilisez vos propres clés.',
    '{{basic}}': 'est le nom d’utilisateur et le mot de passe, encodés pour l’authentification Basic.',
  },
  checkUrlTitle: 'URL de vérification de l’autorisation',
  checkUrlHint: (method) => `Le bot l’appelle avec ${method} pour vérifier ce qui a été saisi.`,
  clientId: 'ID client',
  clientIdMissing: 'Saisissez l’ID client de l’application que vous avez enregistrée chez le produit.',
  clientSecret: 'Secret client',
  clientSecretHint: 'Stocké chiffré et jamais réaffiché. Un client public n’en a pas.',
  clientSecretKept: (ending, fingerprint) =>
    `Enregistré : il se termine par ${ending}, empreinte ${fingerprint}. Laissez le champ vide pour le conserver.`,
  authorizationUrl: 'URL d’autorisation',
  tokenUrl: 'URL de demande de jeton',
  scope: 'Scope',
  scopeHint: 'Séparés par des espaces.',
  refreshUrl: 'URL d’actualisation du jeton',
  refreshUrlHint: 'Laissez le champ vide pour utiliser l’URL de demande de jeton.',
  revocationUrl: 'URL de révocation',
  revocationUrlHint: 'Appelée pour mettre fin à l’accès quand quelqu’un se déconnecte (RFC 7009).',
  revocationEnds: 'Ce à quoi une révocation met fin',
  revocationEndsOptions: {
    grant: 'À tout l’accès du compte : attendre qu’aucune autre connexion ne l’utilise',
    token: 'Seulement au jeton envoyé',
  },
  additionalFields: 'Champs supplémentaires',
  additionalFieldsHint: 'Ajoutés à l’URL d’autorisation. Un par ligne : key = value',
  tokenFields: 'Champs de jeton supplémentaires',
  tokenFieldsHint: 'Ajoutés à chaque demande de jeton. Un par ligne : key = value',
  linesProblem: 'Chaque ligne a besoin d’une clé, d’un signe égal et d’une valeur.',
  advanced: 'Plus de paramètres',
  clientAuthentication: 'Authentification du client',
  clientAuthenticationOptions: {
    client_secret_post: 'Dans le corps',
    client_secret_basic: 'Dans l’en-tête (HTTP Basic)',
    none: 'Sans secret (client public)',
  },
  tokenFormat: 'Format de la demande de jeton',
  tokenFormatOptions: { form: 'Formulaire (le standard)', json: 'JSON' },
  pkce: 'PKCE',
  pkceOptions: { on: 'Activé (le standard)', off: 'Désactivé : seulement si le serveur le refuse' },
  formFieldsTitle: 'Champs du formulaire',
  formFieldsLead: 'Ce qui est demandé aux personnes. Pour retirer un champ, effacez son titre et sa clé.',
  formFieldMore: 'Ajouter un champ',
  formField: (number) => `Champ ${number}`,
  fieldTitle: 'Titre du champ',
  fieldKey: 'Clé du champ',
  fieldHint: 'Texte d’aide',
  fieldType: 'Type du champ',
  fieldTypeOptions: { textbox: 'Zone de texte', password: 'Mot de passe (masqué)' },
  fieldMandatory: 'Obligatoire',
  fieldMandatoryOptions: { yes: 'Oui', no: 'Non' },
  userName: 'Nom d’utilisateur',
  userNameHint:
    'De quoi se compose le nom d’utilisateur, par exemple {{email}}/token. Laissez vide pour utiliser le premier champ non masqué.',
  passwordTemplate: 'Mot de passe',
  passwordTemplateHint: 'De quoi se compose le mot de passe. Laissez vide pour utiliser le premier champ masqué.',
  placementsTitle: 'Champs d’autorisation',
  placementsLead: 'Où vont les valeurs dans chaque requête. Pour en retirer un, effacez sa clé et sa valeur.',
  placementMore: 'Ajouter un champ d’autorisation',
  placement: (number) => `Champ d’autorisation ${number}`,
  placementIn: 'Emplacement du champ',
  placementInOptions: {
    header: 'En-tête',
    query: 'Chaîne de requête',
    body: 'Corps',
    path: 'Paramètre de chemin',
  },
  placementName: 'Clé dans la requête',
  placementValue: 'Valeur dans la requête',
  saveProfile: 'Enregistrer le profil',
  saveDraft: 'Enregistrer comme brouillon',
  profileInvalid:
    'Ce profil ne peut pas encore fonctionner. Corrigez-le, ou enregistrez-le comme brouillon. Les brouillons ne sont proposés à personne.',
  profileProblem: (problem) => `${problem}.`,
  profileSaved: (name) => `« ${name} » est enregistré. Sélectionnez-le sur la page de l’intégration pour l’utiliser.`,
  draftSaved: (name) => `« ${name} » est enregistré comme brouillon. Les brouillons ne sont proposés à personne.`,
  copyName: (name) => `Copie de ${name}`,
  deleteProfileTitle: (name) => `Supprimer « ${name} » ?`,
  deleteProfileLead: 'Cette action est irréversible.',
  deleteProfileUsedBy: (integration) =>
    `Il est sélectionné pour ${integration} : personne ne pourra s’y connecter tant que vous n’aurez pas sélectionné un autre profil.`,
  deleteProfileConnections: (count) =>
    `${plural(count, { one: '# connexion a été établie avec lui et prend fin', other: '# connexions ont été établies avec lui et prennent fin' })} immédiatement. Les personnes concernées seront invitées à se connecter à nouveau. L’accès chez le produit reste tant qu’il n’y est pas retiré : s’il doit aussi prendre fin, révoquez d’abord les connexions.`,
  deleteProfileUnused: 'Rien ne l’utilise.',
  deleteProfileAction: 'Supprimer le profil',
  testTitle: (name) => `Tester « ${name} »`,
  testLead: (integration) =>
    `Fait un appel sans conséquence à ${integration} avec ce que vous saisissez. Rien n’est enregistré.`,
  testAction: 'Tester',
  testOAuthLead: (integration) =>
    `OAuth se teste en se connectant : choisissez « Préautoriser l’intégration » sur la page de ${integration}, sélectionnez ce profil et autorisez. Rien n’est utilisé avant que vous n’activiez l’intégration.`,
  testOAuthLink: (integration) => `Ouvrir ${integration}`,
  testAccepted: (account) => `Cela fonctionne. C’est le compte ${account}.`,
  testRefused: (integration) => `${integration} a refusé ce que vous avez saisi. Vérifiez et réessayez.`,
  testUnanswered: (integration) =>
    `${integration} n’a pas répondu. Ce que vous avez saisi n’a donc pas été vérifié. Réessayez dans quelques minutes.`,
  testRequest: 'Requête',
  testResponse: 'Réponse',
  testHeaders: 'En-têtes',
  testBody: 'Corps',
  testStatus: 'Statut',
  testMasked: 'Les secrets sont masqués. Seuls les 4 000 premiers caractères de la réponse sont affichés.',

  // connections
  connectionsTitle: 'Connexions',
  connectionsLead: 'Les comptes connectés et leur état. Les secrets ne sont jamais affichés.',
  connectionsEmpty: {
    title: 'Aucune connexion pour le moment',
    text: 'Elles apparaissent quand quelqu’un demande au bot une action qui a besoin d’un compte, ou quand vous préautorisez une intégration.',
  },
  connectionsEmptyFor: (name) => `Personne n’est connecté à ${name}.`,
  connectionsSearch: 'Personne ou compte',
  connectionsNotFound: 'Aucune connexion ne correspond.',
  filterIntegration: 'Intégration',
  filterAll: 'Toutes',
  filterAction: 'Afficher',
  columnAccount: 'Compte',
  columnOwner: 'Appartient à',
  columnConnected: 'Connecté',
  columnUsed: 'Dernière utilisation',
  neverUsed: 'pas encore',
  connectionState: { active: 'Fonctionne', needs_reauth: 'Doit être reconnecté' },
  revoke: 'Révoquer…',
  revokeTitle: (account, integration) => `Révoquer ${account} sur ${integration} ?`,
  revokeOwn: 'Cette personne sera invitée à se connecter à nouveau quand une action en aura besoin.',
  revokeShared: 'Plus personne ne peut utiliser ce compte partagé.',
  revokeAction: 'Révoquer',
  revoked: (account, atProduct) => {
    switch (atProduct) {
      case 'revoked':
        return `${account} est retiré ici, et révoqué chez le produit.`;
      case 'in_use':
        return `${account} est retiré ici. L’accès chez le produit reste : une autre connexion du compte l’utilise.`;
      case 'queued':
        return `${account} est retiré ici. Le produit n’a pas répondu ; le bot continuera d’essayer d’y révoquer l’accès.`;
      case 'unsupported':
        return `${account} est retiré ici. Le produit ne permet pas de révoquer l’accès depuis ici : faites-le dans les paramètres du produit.`;
    }
  },
  nextPage: 'Page suivante',
  firstPage: 'Première page',

  // authorizations under way
  authorizationsTitle: 'Autorisations en cours',
  authorizationsLead: 'Personnes en train de connecter un compte. Les liens expirent au bout de dix minutes.',
  authorizationsEmpty: {
    title: 'Personne ne connecte de compte en ce moment',
    text: 'Quand le bot demande un compte à quelqu’un, la demande apparaît ici jusqu’à ce qu’elle soit terminée, annulée ou expirée.',
  },
  columnAskedFor: 'Demandé par',
  columnPurpose: 'But',
  sharedPurpose: 'agir pour toutes les personnes avec qui il est partagé',
  columnExpires: 'Expire',
  authorizationState: {
    new: 'Demandée ; pas encore ouverte',
    claimed: 'Ouverte dans un navigateur',
    redirected: 'Connexion au produit en cours',
    exchanging: 'En cours de finalisation',
    quarantined: 'En attente du code dans la conversation',
    done: 'Terminée',
    expired: 'Expirée',
    failed: 'Échouée',
    cancelled: 'Annulée',
    revoked: 'Révoquée',
  },
  stopAuthorization: 'Mettre fin',
  stopAuthorizationOf: (person, integration) => ` à la connexion de ${person} à ${integration}`,
  authorizationStopped: 'La connexion est arrêtée, et le bot prévient la personne.',
  authorizationOver: 'Cette connexion était déjà terminée.',
  choosingSite: (noun) => `Choix en cours : ${noun}`,

  // the audit log
  auditLead:
    'Qui a fait quoi, quand, et avec quel résultat. Le plus récent d’abord. Des entrées sont ajoutées, jamais modifiées.',
  auditFilterHint: 'Cliquez sur un nom ou un objet pour ne voir que ses entrées.',
  auditFilter: 'Filtrer',
  auditClear: 'Tout afficher',

  // keys
  keysTitle: 'Clés',
  keysLead:
    'Les clés qui scellent tout ce qui est stocké. Les nouveaux enregistrements sont scellés avec la première clé de LATCHKEY_KEYS ; les autres ne font qu’ouvrir les plus anciens.',
  columnKey: 'Clé',
  columnRole: 'Usage',
  columnRows: 'Enregistrements scellés avec elle',
  keyRole: {
    seals: 'Scelle les nouveaux enregistrements',
    opens: 'Ouvre les anciens enregistrements',
    missing: 'Manquante : ces enregistrements sont illisibles',
  },
  keyCanGo: 'Plus aucun enregistrement n’est scellé avec elle. Vous pouvez la retirer de LATCHKEY_KEYS.',
  rotateTitle: 'Rotation',
  rotateSteps: [
    'Ajoutez une nouvelle clé devant les autres dans LATCHKEY_KEYS, sur chaque instance, et redémarrez les instances.',
    'Appuyez sur le bouton : tout est scellé à nouveau avec la nouvelle clé pendant que le bot continue de fonctionner.',
    'Quand l’ancienne clé ne scelle plus rien, retirez-la de LATCHKEY_KEYS.',
  ],
  rotateAction: 'Tout sceller avec la première clé',
  rotateNothing: 'Tout est déjà scellé avec la première clé. Pour une rotation, ajoutez une nouvelle clé devant elle.',
  rotated: (resealed) =>
    `Terminé : ${plural(resealed, { one: '# enregistrement a été scellé', other: '# enregistrements ont été scellés' })} à nouveau. Vous pouvez retirer les clés qui ne scellent rien.`,
  rotationUnfinished:
    'Pas terminé : un autre processus scelle encore avec une clé plus ancienne. Donnez la nouvelle clé à chaque processus, puis appuyez encore une fois sur le bouton.',

  // the operator's own account
  accountTitle: 'Votre compte',
  accountLead: (name) => `Vous êtes connecté en tant que ${name}.`,
  changePasswordTitle: 'Changer le mot de passe',
  currentPassword: 'Mot de passe actuel',
  changePasswordAction: 'Changer le mot de passe',
  passwordChanged: 'Le mot de passe est changé. Vous êtes déconnecté partout ailleurs.',
  noPassword: 'Vous vous connectez avec votre compte d’entreprise : il n’y a donc pas de mot de passe ici.',
  sessionsTitle: 'Où vous êtes connecté',
  columnBrowser: 'Navigateur',
  columnStarted: 'Depuis',
  thisSession: 'Celle-ci',
  endSession: 'Terminer',
  endOthers: 'Terminer toutes les autres',
  sessionEnded: 'La session est terminée.',

  // all developers
  developersLink: 'Tous les développeurs de cette console',
  developersTitle: 'Développeurs',
  developersLead: 'Toutes les personnes qui ont un compte sur cette console. Elles y ont toutes les mêmes droits.',
  columnSignInWay: 'Se connecte avec',
  columnSignedIn: 'Dernière connexion',
  signInWay: {
    password: 'Mot de passe',
    company: 'Compte d’entreprise',
    company_refused: 'Compte d’entreprise qu’openId.allowed n’autorise plus',
  },
  signedInUnknown: 'inconnue',
  thisIsYou: 'C’est vous',
  removeDeveloper: 'Supprimer…',
  removeDeveloperTitle: (name) => `Supprimer ${name} ?`,
  removeDeveloperLead: 'Son compte sur cette console est supprimé. Ce que cette personne a configuré est conservé.',
  removeSessions:
    'Toutes ses sessions se terminent immédiatement, ainsi que l’autorisation d’un compte partagé qu’elle n’a pas encore achevée.',
  removeComesBack:
    'Cette personne figure encore dans openId.allowed. Retirez-la de ce paramètre et redémarrez le bot, sinon elle pourra se reconnecter.',
  removeLastPassword:
    'Plus personne ne se connectera avec un mot de passe. Gardez openId dans les paramètres, sinon personne ne pourra se connecter.',
  removeDeveloperAction: 'Supprimer',
  developerRemoved: (name) => `${name} est supprimé et déconnecté partout.`,
  removeOneself: (alone) => ({
    title: 'Vous ne pouvez pas vous supprimer vous-même',
    text: alone
      ? 'Vous seul avez un compte ici, et le dernier compte est conservé. Pour passer la main, autorisez une autre personne dans openId.allowed. Une fois connectée, elle pourra supprimer votre compte.'
      : 'Vous ne pouvez pas supprimer votre propre compte. Demandez à un autre développeur de le faire.',
  }),
};

function connections(count: number): string {
  return plural(count, { one: '# connexion', other: '# connexions' });
}

/** The bot's name, or what a bot without a name is called. */
function called(bot: string): string {
  return bot === UNNAMED_BOT ? 'ce bot' : bot;
}
