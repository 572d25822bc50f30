import { grammarOf } from '../../languages/grammar.ts';
import { UNNAMED_BOT } from '../../languages/unnamed-bot.ts';
import type { EndReason } from '../../model/authorization.ts';
import type { FieldProblem } from '../../model/field.ts';
import type { Ending, PageTexts } from './page-texts.ts';

const grammar = grammarOf('pt-BR');

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

const GONE = 'Este link expirou, já foi usado ou foi substituído por um mais recente. Peça de novo e eu envio outro.';
const OTHER_BROWSER = 'Este link foi aberto em outro navegador. Para sua segurança, parei. Peça um novo.';
const NOTHING_SAVED = 'Nada foi salvo.';
const RETRY = 'Diga “tentar de novo” no chat para tentar outra vez.';

export const brazilianPageTexts: PageTexts = {
  lang: 'pt-BR',
  dir: 'ltr',
  errorPrefix: 'Erro: ',
  footer: 'Protegido por Latchkey',
  brand: (botName) => bot(botName, 'Este bot'),
  minutes: grammar.minutes,
  channel: (id) => (Object.hasOwn(CHANNELS, id) ? (CHANNELS[id] ?? id) : id),

  connectTitle: ({ integrationName, botName }) => `Conectar ${integrationName} com ${bot(botName)}`,
  connectLead: ({ integrationName, botName, purpose }) =>
    `${bot(botName, 'Este bot')} precisa de acesso ao ${integrationName} para ${purpose}.`,
  ownerLabel: 'Pedido por',
  inChannel: (channel) => `em ${channel}`,
  connectConsequence: ({ integrationName, botName, ownerName }) =>
    `Se você continuar, ${bot(botName)} poderá usar sua conta do ${integrationName} para o que ${ownerName} pedir.`,
  permissionsLabel: ({ botName }) => `${bot(botName, 'Este bot')} poderá`,
  keyPermissions: ({ integrationName }) => `Fazer no ${integrationName} o que sua chave ou conta permite lá`,
  connectCaution: ({ botName }) => `Se você não pediu isso a ${bot(botName)} no seu próprio chat, feche esta página.`,
  nextLabel: 'O que acontece depois',
  nextSignIn: ({ integrationName }) => `Você entra no ${integrationName} e permite o acesso.`,
  nextEnterKey: ({ integrationName }) => `Você digita seus dados do ${integrationName} na próxima página.`,
  nextCode: 'Este navegador mostra um código.',
  nextTypeCode: ({ botName }) => `Você digita o código no seu chat com ${bot(botName)}, e tudo continua.`,
  nextDone: ({ botName }) => `${bot(botName, 'Este bot')} continua no seu chat.`,
  connectAction: ({ integrationName, leavesFor }) =>
    leavesFor === 'product' ? `Continuar para o ${integrationName}` : 'Continuar',
  linkExpiry: (minutes) => `Esta página ainda vale por ${minutes}, uma única vez.`,
  phoneTitle: 'Continuar no celular',
  phoneText:
    'Escaneie isto com a câmera do celular e continue lá. Ele contém o link desta página, que é só para você: não mostre a mais ninguém.',
  phoneLabel: 'Código QR com o link desta página',

  movingTitle: (integrationName) => `Abrindo o ${integrationName}`,
  movingText: 'Se nada acontecer, use o botão.',
  movingAction: (integrationName) => `Continuar para o ${integrationName}`,

  formTitle: ({ integrationName }) => `Digite seus dados do ${integrationName}`,
  formLead: ({ integrationName, botName, purpose }) =>
    `${bot(botName, 'Este bot')} precisa de acesso ao ${integrationName} para ${purpose}.`,
  formOptional: 'opcional',
  formPrivacy: ({ integrationName, botName }) =>
    `${bot(botName, 'Este bot')} verifica isso com o ${integrationName} e guarda com criptografia. Nunca mais é mostrado, nem no chat.`,
  formManage: (integrationName) => `Abrir o ${integrationName} para procurar`,
  formAction: 'Conectar',
  formErrorTitle: 'Confira isto',
  fieldProblem: (field, reason) =>
    reason === 'missing'
      ? `Falta preencher: ${field.title}.`
      : `Isso não serve para “${field.title}”: ${PROBLEMS[reason]}.`,
  keyRefused: (integrationName, triesLeft, elsewhere = []) =>
    `O ${integrationName} recusou esta chave. ${NOTHING_SAVED}${perhaps(elsewhere)} ${grammar.plural(triesLeft, { one: 'Você tem mais # tentativa.', other: 'Você tem mais # tentativas.' })}`,
  unreachable: (integrationName) =>
    `O ${integrationName} não está respondendo agora. ${NOTHING_SAVED} Tente de novo em alguns minutos.`,

  siteTitle: (noun) => `Escolha: ${noun}`,
  siteLead: ({ integrationName, botName, noun }) =>
    `Sua conta do ${integrationName} dá acesso a mais de um lugar (${noun}). ${bot(botName, 'Este bot')} vai usar só o que você escolher.`,
  siteMissing: (noun) => `Escolha uma opção para continuar: ${noun}.`,
  siteAction: 'Continuar',

  codeTitle: 'Digite este código no seu chat',
  codeLabel: 'Seu código',
  copyAction: 'Copiar o código',
  copyDone: 'Copiado',
  codeTypedAction: 'Já digitei',
  codeRule: (botName) => `Digite este código só no seu chat com ${bot(botName)}. Mais ninguém vai pedi-lo a você.`,
  accountLabel: (integrationName) => `Conta do ${integrationName}`,
  siteLabel: 'Site',
  codeExpiry: (minutes) => `O código ainda vale por ${minutes}.`,
  notYouTitle: 'Não é você, ou não é a sua conta?',
  notYouText: ({ botName, minutes }) =>
    `Feche esta página e não dê o código a ninguém. Enquanto ele não for digitado, ${bot(botName)} não pode usar nada, e em ${minutes} tudo é apagado.`,
  manageAction: (integrationName) => `Gerenciar o acesso no ${integrationName}`,

  connectedTitle: (integrationName) => `O ${integrationName} está conectado`,
  connectedText: ({ integrationName, account }) => `Conectado ao ${integrationName} como ${account}.`,
  workingTitle: 'Só um momento',
  workingText: (integrationName) => `Concluindo com o ${integrationName}. Esta página continua sozinha.`,
  workingAction: 'Ver de novo',

  ended: (why, { integrationName, botName, ref }) =>
    ENDINGS[why](integrationName, bot(botName), ref === undefined ? '' : ` (${ref})`),
  askContact: (contact) => `Fale com: ${contact}.`,
  backToChat: (botName) => `Você pode fechar esta página e voltar ao seu chat com ${bot(botName)}.`,
  sharedText: ({ integrationName, botName, account }) =>
    `${bot(botName, 'Este bot')} pode agir como ${account} no ${integrationName}. Escolha agora para quem isso vale.`,
  sharedEnded: (why, integrationName) =>
    SHARED_ENDINGS[why]?.(integrationName) ?? `O login no ${integrationName} não chegou ao fim. ${NOTHING_SAVED}`,
  backToConsole: 'Voltar ao console',

  goneTitle: 'Este link não pode ser usado',
  gone: GONE,
  unknownTenantTitle: 'Não configurado para este endereço',
  unknownTenant: (integrationName) =>
    `Não estou configurado para este endereço do ${integrationName}. Confira, ou peça aos meus responsáveis que o registrem.`,
  inUseTitle: 'Em uso em outro navegador',
  inUse:
    'Este link já está sendo usado em outro navegador, então você não pode usá-lo aqui. Nada mudou. Continue no outro navegador, em qualquer dispositivo. Se não houver outro, este navegador esquece o que eu lhe dou: diga “novo link” no chat e abra esse link no seu navegador de sempre.',
  otherBrowserTitle: 'Parado para sua segurança',
  otherBrowser: OTHER_BROWSER,
  returned: ({ integrationName }) =>
    `Você voltou do ${integrationName} em um navegador diferente daquele em que começou. Alguns aplicativos têm um navegador próprio, que esquece. Para sua segurança, parei. ${NOTHING_SAVED}`,
  returnedSteps: ({ botName }) => [
    `Aperte o botão. Eu envio um novo link, uma única vez, para o chat com ${bot(botName)}.`,
    'Abra esse link no seu navegador de sempre, como Safari, Chrome, Edge ou Firefox: toque e segure, depois escolha abrir no navegador.',
    'Fique nesse navegador até ele mostrar o código.',
  ],
  returnedAction: 'Enviar um novo link para o chat',
  newLinkTitle: 'Olhe no seu chat',
  newLink: (botName) =>
    `O novo link está no seu chat com ${bot(botName)}, ou estará em instantes. Abra-o no seu navegador de sempre. Se não estiver lá, diga “tentar de novo” no chat.`,
  failedTitle: 'Algo deu errado',
  failed: (ref) => `Algo deu errado do meu lado (${ref}). Volte ao chat para ver o que foi feito.`,
  restartingTitle: 'Um momento',
  restarting: 'Estou reiniciando. Nada se perdeu. Recarregue esta página em alguns segundos.',
  tooManyTitle: 'Espere um pouco',
  tooMany: (minutes) => `Pedidos demais. Espere ${minutes}.`,
  unavailableTitle: 'Página indisponível',
  unavailable: 'Esta página não está disponível. Volte ao chat.',
};

const ENDINGS: Readonly<Record<EndReason, (product: string, name: string, ref: string) => Ending>> = {
  expired: () => ({ title: 'Tarde demais', text: GONE, mayLeaveAccess: true }),
  denied: (product) =>
    notConnected(`O ${product} não deu acesso: foi cancelado ou recusado lá. ${NOTHING_SAVED} ${RETRY}`),
  admin_refused: (product, name) =>
    notConnected(
      `Um administrador da sua conta do ${product} não permitiu ${name}. ${NOTHING_SAVED} Peça que permita e depois diga “tentar de novo” no chat.`,
    ),
  product_failed: (product, _name, ref) =>
    notConnected(`Algo deu errado no ${product} durante o login${ref}. ${NOTHING_SAVED} ${RETRY}`),
  product_busy: (product, _name, ref) =>
    notConnected(
      `O ${product} não consegue atender logins agora${ref}. ${NOTHING_SAVED} Espere alguns minutos e depois diga “tentar de novo” no chat.`,
    ),
  scope_refused: (product, name, ref) =>
    notConnected(`O ${product} não dá a ${name} as permissões pedidas${ref}. ${notYourFault(name)}`),
  client_refused: (product, name, ref) =>
    notConnected(`O ${product} não deixa ${name} fazer login de ninguém${ref}. ${notYourFault(name)}`),
  refused: (product, _name, ref) => notConnected(`O ${product} não aceitou o login${ref}. ${NOTHING_SAVED} ${RETRY}`),
  unreachable: (product) =>
    notConnected(`O ${product} não está respondendo agora. ${NOTHING_SAVED} Tente de novo em alguns minutos.`),
  misconfigured: (product, name, ref) =>
    notConnected(`O ${product} não aceitou a configuração de ${name}${ref}. ${notYourFault(name)}`),
  interrupted: () => ({
    ...notConnected(`O login foi interrompido do meu lado. ${NOTHING_SAVED} ${RETRY}`),
    mayLeaveAccess: true,
  }),
  no_site: (product, name) => ({
    ...notConnected(
      `Esta conta do ${product} não dá acesso a nada com que ${name} possa trabalhar. ${NOTHING_SAVED} Tente com outra conta.`,
    ),
    mayLeaveAccess: true,
  }),
  other_browser: () => ({ title: 'Parado para sua segurança', text: OTHER_BROWSER }),
  cancelled: () => ({ title: 'Cancelado', text: `Você cancelou no chat. ${NOTHING_SAVED}`, mayLeaveAccess: true }),
  code_seen: () => ({
    title: 'Outras pessoas podiam ler seu código',
    text: 'O código foi digitado onde outras pessoas podem ler. Por isso apaguei o que estava conectado. Peça de novo na nossa conversa particular.',
    mayLeaveAccess: true,
  }),
  withdrawn: (product, name) => ({
    ...notConnected(
      `Os responsáveis por ${name} mudaram a configuração do ${product}. ${NOTHING_SAVED} Peça ajuda a eles.`,
    ),
    mayLeaveAccess: true,
  }),
  stopped: (_product, name) => ({
    title: 'Encerrado',
    text: `Os responsáveis por ${name} encerraram este login. ${NOTHING_SAVED} Pergunte a eles, ou diga “tentar de novo” no chat.`,
    mayLeaveAccess: true,
  }),
  crowded_out: () => ({
    title: 'Peça de novo',
    text: 'Muitas pessoas pediram ao mesmo tempo. Por isso este link foi retirado. Peça de novo no seu chat.',
  }),
  superseded: () => ({
    title: 'Há um link mais novo',
    text: 'Você pediu de novo nesse meio-tempo. Use o link mais novo do seu chat.',
    mayLeaveAccess: true,
  }),
  wrong_codes: () => ({
    title: 'Códigos errados demais',
    text: 'Apaguei o que estava conectado. Recomece quando quiser.',
    mayLeaveAccess: true,
  }),
  wrong_credentials: (product) =>
    notConnected(`O ${product} recusou vezes demais o que foi digitado. ${NOTHING_SAVED} ${RETRY}`),
};

const SHARED_ENDINGS: Readonly<Partial<Record<EndReason, (product: string) => string>>> = {
  denied: (product) => `O acesso não foi permitido no ${product}. ${NOTHING_SAVED}`,
  admin_refused: (product) => `Um administrador do ${product} não permitiu este aplicativo. ${NOTHING_SAVED}`,
  product_failed: (product) => `Algo deu errado no ${product} durante o login. ${NOTHING_SAVED} Tente de novo.`,
  product_busy: (product) =>
    `O ${product} não consegue atender logins agora. ${NOTHING_SAVED} Tente de novo em alguns minutos.`,
  scope_refused: (product) => `O ${product} não conhece ou não permite um dos escopos do perfil. ${NOTHING_SAVED}`,
  client_refused: (product) =>
    `O ${product} não deixa este cliente fazer login de ninguém: talvez não esteja aprovado, esteja suspenso ou seja de outro tipo. ${NOTHING_SAVED}`,
  misconfigured: (product) =>
    `O ${product} não aceitou o ID do cliente, o segredo do cliente ou a URL de retorno do perfil. ${NOTHING_SAVED}`,
  unreachable: (product) => `O ${product} não está respondendo agora. ${NOTHING_SAVED}`,
  no_site: (product) => `Esta conta do ${product} não dá acesso a nada com que se possa trabalhar. ${NOTHING_SAVED}`,
};

const PROBLEMS: Readonly<Record<Exclude<FieldProblem, 'missing'>, string>> = {
  too_long: 'é longo demais',
  not_printable: 'contém caracteres que não podem fazer parte',
  not_a_choice: 'não é uma das opções',
  nobody_there: 'ninguém tem esse endereço lá',
  has_colon: 'não pode conter dois-pontos',
  foreign_host: 'o endereço é de outro produto',
  wrong_shape: 'confira se copiou tudo, e nada mais',
};

function notConnected(text: string): Ending {
  return { title: 'Não conectado', text };
}

function notYourFault(name: string): string {
  return `${NOTHING_SAVED} Não é culpa sua: avise os responsáveis por ${name}.`;
}

/** The bot's name, or what a bot without a name is called at this place in a sentence. */
function bot(botName: string, unnamed = 'este bot'): string {
  return botName === UNNAMED_BOT ? unnamed : botName;
}

function perhaps(elsewhere: readonly string[]): string {
  if (elsewhere.length === 0) return '';
  return ` Uma chave só funciona onde a conta está: se for ${grammar.or(elsewhere)}, escolha essa opção.`;
}
