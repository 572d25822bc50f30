import type { PlaygroundWords } from './playground-words.ts';

export const english: PlaygroundWords = {
  lang: 'en',
  dir: 'ltr',
  greetings: ['hi', 'hello', 'hey', 'good morning', 'good afternoon', 'what can you do', 'what can i do', 'menu'],
  thanks: [
    'thanks',
    'thank you',
    'thx',
    'cheers',
    'many thanks',
    'thanks a lot',
    'thanks so much',
    'thank you so much',
    'thank you very much',
    'ok thanks',
    'ok thank you',
  ],
  products: ['products', 'all products', 'list products', 'more products'],

  welcome: (name) =>
    `Hello ${name}! I work with your accounts at Jira, Zendesk and other products, right here in the chat. What shall I do? Say *help* for more.`,
  youAreWelcome: "You're welcome!",
  notUnderstood: 'I did not get that. Say *help* for what I can do, or choose one of these:',
  canDo: 'This is what I can do for you:',
  canConnect: (count, examples) =>
    `I can connect ${count} more products too, for example: ${examples.join(' · ')}. Say *products* to see them all.`,
  always: (product) =>
    `*connections* shows what is connected, *connect ${product}* and *disconnect ${product}* change it, and *cancel* works everywhere.`,
  canAlsoDo: 'I can do this at other products:',
  onlyConnect: (names) => `These I can only connect: ${names}.`,
  connect: (product) => `connect ${product}`,

  notReached: 'The bot could not be reached, so this did not get through. Please try again.',
  notTaken: (status) => `The bot returned ${status}, so this did not get through. Please try again.`,

  personalChat: 'Personal chat',
  groupChat: (name) => `Group chat “${name}”`,
  youAre: (name) => `You are ${name}`,
  beSomebodyElse: (name) => `You are ${name}. Chat as somebody else`,
  chats: 'Chats',
  languages: 'Languages',
  openAs: (name) => `Open as ${name}`,
  openGroup: 'Open the group chat',
  openGroupAs: (name) => `Open this group as ${name}`,
  openOwn: 'Open my personal chat',
  chatWith: (bot) => `Chat with ${bot}`,
  placeholder: (bot) => `Message ${bot}`,
  needsScript: 'The chat needs JavaScript. Please allow it for this page and reload.',
  reconnecting: 'Connection lost, reconnecting …',
  notLoaded: 'The chat could not be loaded. Please reload.',
};
