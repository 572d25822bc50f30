import type { PlaygroundWords } from './playground-words.ts';

export const french: PlaygroundWords = {
  lang: 'fr',
  dir: 'ltr',
  greetings: [
    'bonjour',
    'bonsoir',
    'salut',
    'coucou',
    'que sais-tu faire',
    'que peux-tu faire',
    'que pouvez-vous faire',
    'menu',
  ],
  thanks: ['merci', 'merci beaucoup', 'merci bien', 'mille mercis', 'ok merci'],
  products: ['produits', 'tous les produits', 'autres produits'],

  welcome: (name) =>
    `Bonjour ${name} ! Je travaille avec vos comptes Jira, Zendesk et d’autres produits, directement dans cette conversation. Que dois-je faire ? Dites *aide* pour en savoir plus.`,
  youAreWelcome: 'Avec plaisir !',
  notUnderstood: 'Je n’ai pas compris. Dites *aide* pour savoir ce que je peux faire, ou choisissez :',
  canDo: 'Voici ce que je peux faire pour vous :',
  canConnect: (count, examples) =>
    `Je peux aussi connecter ${count} autres produits, par exemple : ${examples.join(' · ')}. Dites *produits* pour les voir tous.`,
  always: (product) =>
    `*connexions* montre ce qui est connecté, *connecter ${product}* et *déconnecter ${product}* le modifient, et *annuler* marche partout.`,
  canAlsoDo: 'Voici ce que je peux faire dans d’autres produits :',
  onlyConnect: (names) => `Ceux-ci, je peux seulement les connecter : ${names}.`,
  connect: (product) => `connecter ${product}`,

  notReached: 'Le bot est injoignable, rien n’est arrivé. Veuillez réessayer.',
  notTaken: (status) => `Le bot a répondu ${status}, rien n’est arrivé. Veuillez réessayer.`,

  personalChat: 'Conversation privée',
  groupChat: (name) => `Groupe « ${name} »`,
  youAre: (name) => `Vous êtes ${name}`,
  beSomebodyElse: (name) => `Vous êtes ${name}. Discuter en tant que quelqu’un d’autre`,
  chats: 'Conversations',
  languages: 'Langues',
  openAs: (name) => `Ouvrir en tant que ${name}`,
  openGroup: 'Ouvrir la conversation de groupe',
  openGroupAs: (name) => `Ouvrir ce groupe en tant que ${name}`,
  openOwn: 'Ouvrir ma conversation privée',
  chatWith: (bot) => `Conversation avec ${bot}`,
  placeholder: (bot) => `Message à ${bot}`,
  needsScript: 'Cette page a besoin de JavaScript. Autorisez-le, puis rechargez la page.',
  reconnecting: 'Connexion perdue, reconnexion en cours…',
  notLoaded: 'La conversation n’a pas pu être chargée. Veuillez recharger la page.',
};
