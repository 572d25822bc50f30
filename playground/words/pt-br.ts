import type { PlaygroundWords } from './playground-words.ts';

export const brazilian: PlaygroundWords = {
  lang: 'pt-BR',
  dir: 'ltr',
  greetings: ['olá', 'oi', 'bom dia', 'boa tarde', 'boa noite', 'o que você faz', 'o que você pode fazer', 'menu'],
  thanks: ['obrigado', 'obrigada', 'muito obrigado', 'muito obrigada', 'valeu', 'ok obrigado', 'ok obrigada'],
  products: ['produtos', 'todos os produtos', 'mais produtos'],

  welcome: (name) =>
    `Olá, ${name}! Trabalho com as suas contas no Jira, no Zendesk e em outros produtos, aqui mesmo no chat. O que devo fazer? Diga *ajuda* para saber mais.`,
  youAreWelcome: 'De nada!',
  notUnderstood: 'Não entendi. Diga *ajuda* para saber o que posso fazer, ou escolha:',
  canDo: 'Isto é o que posso fazer por você:',
  canConnect: (count, examples) =>
    `Também posso conectar mais ${count} produtos, por exemplo: ${examples.join(' · ')}. Diga *produtos* para ver todos.`,
  always: (product) =>
    `*conexões* mostra o que está conectado, *conectar ${product}* e *desconectar ${product}* mudam isso, e *cancelar* funciona sempre.`,
  canAlsoDo: 'Isto é o que posso fazer em outros produtos:',
  onlyConnect: (names) => `Estes eu só posso conectar: ${names}.`,
  connect: (product) => `conectar ${product}`,

  notReached: 'Não foi possível falar com o bot, então isto não chegou. Tente de novo.',
  notTaken: (status) => `O bot respondeu ${status}, então isto não chegou. Tente de novo.`,

  personalChat: 'Conversa pessoal',
  groupChat: (name) => `Grupo “${name}”`,
  youAre: (name) => `Você é ${name}`,
  beSomebodyElse: (name) => `Você é ${name}. Conversar como outra pessoa`,
  chats: 'Conversas',
  languages: 'Idiomas',
  openAs: (name) => `Abrir como ${name}`,
  openGroup: 'Abrir a conversa em grupo',
  openGroupAs: (name) => `Abrir este grupo como ${name}`,
  openOwn: 'Abrir minha conversa pessoal',
  chatWith: (bot) => `Conversa com ${bot}`,
  placeholder: (bot) => `Mensagem para ${bot}`,
  needsScript: 'O chat precisa de JavaScript. Permita-o nesta página e recarregue.',
  reconnecting: 'Conexão perdida, reconectando…',
  notLoaded: 'Não foi possível carregar o chat. Recarregue a página.',
};
