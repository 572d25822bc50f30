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

const { plural, and, or, date, minutes, duration } = grammarOf('pt-BR');

/** Speaks to people as “você”. A purpose is an infinitive. */
export const brazilianTexts: Texts = {
  dir: 'ltr',
  // asking
  needsAccess: (product, purpose) => `Preciso de acesso à sua conta do ${product} para ${purpose}.`,
  connectionEnded: (product, purpose) =>
    `Sua conexão com o ${product} terminou. Conecte de novo para que eu possa ${purpose}.`,
  needsMoreAccess: (product, purpose, permissions) =>
    `Para ${purpose}, preciso de uma permissão do ${product} que sua conexão não tem${permissions.length === 0 ? '' : ` (${and(permissions)})`}. Conecte de novo.`,
  linkAskedOnPage: (product) =>
    `Você voltou do ${product} em outro navegador, ou em um aplicativo que não guarda nada, então eu parei. Aqui está o novo link que você pediu lá. Abra-o no seu navegador de sempre e fique nele até ver o código. Se não foi você quem pediu, diga *cancelar*.`,
  linkExplanation: (product) =>
    `Abra a página, entre no ${product} e volte com o código que a página mostra. O link é só para você e vale por 10 minutos.`,
  linkExplanationNoCode: (product) =>
    `Abra a página e entre no ${product}. O link é só para você e vale por 10 minutos.`,
  keyPageExplanation: (product) =>
    `Abra a página, digite lá sua chave do ${product} e volte com o código que a página mostra. Não digite a chave aqui. O link é só para você e vale por 10 minutos.`,
  keyPageExplanationNoCode: (product) =>
    `Abra a página e digite lá sua chave do ${product}. Não digite a chave aqui. O link é só para você e vale por 10 minutos.`,
  connectButton: (product) => `Conectar ${product}`,
  credentialExplanation: (product) =>
    `O que você digitar vai para o ${product} para verificação e fica guardado com criptografia. O histórico do chat pode manter o que você envia aqui; a página, não.`,
  submitButton: 'Conectar',
  pageButton: 'Prefiro digitar em uma página',
  cardClosed: (product, how) => CLOSED_CARDS[how](product),
  fieldMissing: (title) => `Falta preencher: ${title}.`,
  joined: (title, product) => `Vou fazer isso assim que você conectar o ${product}: ${title}.`,
  inBrowser: (product) =>
    `Você já está conectando o ${product} no navegador. Termine lá, ou diga *novo link* para recomeçar.`,
  stillWaiting: (product) =>
    `Ainda estou esperando você conectar o ${product}. Diga *novo link* para receber outro, ou *cancelar* para parar.`,
  awaitingCode: (product) =>
    `Ainda estou esperando o código do ${product}. Digite só o código que a página mostra, como BCTK-KLTK. Diga *novo link* para recomeçar, ou *cancelar* para parar.`,
  stillWaitingForKey: (product) =>
    `Ainda estou esperando você conectar o ${product}. Preencha o cartão acima, diga *recomeçar* para receber outro, ou *cancelar* para parar.`,
  connectHelp: (product) =>
    `Eu continuo assim que o ${product} estiver conectado: abra o link, faça o que a página pede e digite aqui o código que ela mostra. *novo link* envia outro link, *cancelar* para tudo.`,
  connectHelpForKey: (product) =>
    `Eu continuo assim que o ${product} estiver conectado: preencha o cartão acima e aperte o botão. *recomeçar* envia outro, *cancelar* para tudo.`,
  whichMethod: (product) => `Como você quer conectar o ${product}?`,
  methodEnds: (title, day, product) =>
    `O ${product} vai desativar “${title}” em ${date(Date.parse(day))}. Até lá, funciona.`,
  connectPurpose: 'fazer lá o que você me pedir',
  groupRefused: 'Não conecto contas em um grupo, onde outras pessoas leem. Fale comigo em particular e peça de novo.',
  openPersonalChat: 'Abrir nossa conversa',
  contact: 'o responsável por este bot',
  cannotConnect: (product, why, contact) => CONNECT_REFUSALS[why](product, contact),
  notAllowed: (contact) => `Você não tem permissão para usar isto aqui. Fale com: ${contact}.`,
  tooMany: (count) => `Pedidos demais. Espere ${minutes(count)}.`,

  // connecting
  connected: (product, account, id) =>
    `Conectado ao ${product} como **${nameInChat(account)}**. Não é você? Digite *desconectar ${id}*.`,
  otherSites: (sites, id) =>
    `Você também me deu acesso a ${and(sites.map(nameInChat))}: diga *usar ${id} ${escapeMarkdown(shownName(sites[0] ?? ''))}* para ir para lá.`,
  trimmed: 'Tirei os espaços das pontas.',
  wrongCode: (triesLeft) =>
    triesLeft === 0
      ? 'Códigos errados demais. Apaguei o que estava conectado. Recomece quando quiser.'
      : `Esse código não está certo. ${triesLeftText(triesLeft)}`,
  noCodeAwaited:
    'Não estou esperando nenhum código seu. Se alguém pediu para você digitá-lo aqui, não faça isso: é um golpe conhecido.',
  codeSeen: (product) =>
    `Outras pessoas podem ler seu código aqui. Por isso ele não vale mais, e apaguei o que estava conectado. Para conectar o ${product}, peça de novo na nossa conversa particular.`,
  codeOfOtherChat: (product) => `Digite esse código no chat em que você pediu o ${product}. Aqui eu não aceito.`,
  codeOver: (product) =>
    `Esse código do ${product} não vale mais: já foi usado ou é antigo demais. Se ainda falta algo, peça de novo.`,
  invalidField: (field, problem) => `Isso não serve para “${field.title}”: ${FIELD_PROBLEMS[problem]}.`,
  credentialRefused: (product, triesLeft, elsewhere = []) =>
    triesLeft === 0
      ? `O ${product} recusou esta chave. ${NOTHING_SAVED} Era a última tentativa; peça de novo quando tiver a certa.`
      : `O ${product} recusou esta chave. ${NOTHING_SAVED}${perhaps(elsewhere)} ${triesLeftText(triesLeft)}`,
  productUnreachable: (product) =>
    `O ${product} não está respondendo agora. ${NOTHING_SAVED} Tente de novo em alguns minutos.`,
  attemptGone: 'Isso não está mais aberto. Peça de novo e eu envio um cartão novo.',
  notAskedNow: 'Não estou esperando sua resposta a essa pergunta.',
  typedKeyStays: 'A mensagem com sua chave ainda está no histórico deste chat: apague-a lá.',
  secretInside:
    'Isso parece uma chave ou senha. Eu a removi e não usei. Preencha o cartão acima, ou envie só a chave se o cartão não pedir mais nada. Apague sua mensagem, se puder.',
  unaskedSecret:
    'Isso parece um segredo que eu não pedi. Não guardei. Apague sua mensagem, se puder, e troque a chave no produto dela.',

  // endings
  ended: (product, why, ref, contact) => ENDINGS[why](product, ref ?? '', contact),
  cancelled: (what) => `Certo, parei: ${escapeMarkdown(what)}. ${NOTHING_SAVED}`,
  nothingToCancel: 'Não há nada para cancelar.',

  // actions
  confirmDestructive: (product, purpose, inputs) =>
    `Quer mesmo ${[purpose, inputs.length === 0 ? '' : `(${inputs.map(escapeMarkdown).join(', ')})`].filter(Boolean).join(' ')} no ${product}? Não dá para desfazer. Diga *sim* para continuar.`,
  cancelledAll: (titles) => `Certo, parei: ${titles.map(escapeMarkdown).join('; ')}. ${NOTHING_SAVED}`,
  notDone: (purpose, product, isConnected) =>
    `Certo, ${purpose === undefined ? 'cancelado' : `não vou ${purpose}`}.${isConnected ? ` O ${product} continua conectado.` : ''}`,
  working: 'Um momento…',
  tooOld: 'Seu pedido anterior é antigo demais para continuar. Peça de novo.',
  interrupted: (title) =>
    `Fui interrompido enquanto fazia isto: ${title}. Não sei se deu certo; confira antes de pedir de novo.`,
  stillRefused: (product) =>
    `O ${product} continua recusando a conexão que você acabou de fazer. Parei aqui para não pedir de novo e de novo. Confira suas permissões no ${product}.`,
  actionFailed: (product, failure, contact) =>
    failure.text ?? FAILURES[failure.why](product, failure.ref, failure.retryAfter, contact),
  retryHint: 'Diga *tentar de novo* para tentar outra vez.',
  openButton: 'Abrir',
  actingAs: (product, account) => `Feito com a conta do ${product} deste bot, ${nameInChat(account)}.`,
  askInput: (title, hint) => (hint === undefined ? title : `${title} (${hint})`),
  inputProblem,
  formIntroduction: (count) =>
    `Tenho ${plural(count, { one: '# pergunta', other: '# perguntas' })} para você. Diga *cancelar* para parar; nesse caso nada é enviado.`,
  formProgress: (title, number, count) => `${number}/${count} ${title}`,
  formExpected: (kind, max, example) => EXPECTED[kind](max, example),
  moreItems: (count) => `… e mais ${count}`,
  canSay: (sentences) => `Você pode dizer: ${sentences.map((one) => `“${one}”`).join(', ')}`,
  // what buttons say for the person
  sayNewLink: 'novo link',
  sayStartOver: 'recomeçar',
  sayCancel: 'cancelar',
  sayRetry: 'tentar de novo',
  sayYes: 'sim',
  sayNo: 'não',
  sayDisconnect: (named) => `desconectar ${named}`,
  sayReconnect: (named) => `reconectar ${named}`,
  sayUse: (named) => `usar ${named}`,
  skip: 'pular',
  formPart: (part) => FORM_PARTS[part] ?? part,
  formReview: (lines) =>
    [
      'Confira suas respostas:',
      ...lines.map(({ title, answer }, at) => `${at + 1}. ${escapeMarkdown(title)}: ${escapeMarkdown(answer) || '–'}`),
      'Diga *enviar* para enviá-las, ou um número para mudar essa resposta.',
    ].join('\n'),
  formChange:
    'Qual resposta devo mudar? Diga o número dela, *enviar* para enviá-las como estão, ou *cancelar* para não enviar nada.',
  formSend: 'enviar',
  answerButton: 'OK',

  // connections
  noConnections: 'Você ainda não conectou nada.',
  connectionsInGroup: 'Só mostro suas conexões em um chat particular.',
  connectionsTitle: 'Suas conexões',
  connectionState: (status) => (status === 'active' ? 'Conectado' : 'Precisa ser reconectado'),
  connectionInUse: 'Em uso',
  whichConnection: (product) => `Você tem várias contas do ${product}. Qual delas?`,
  nowUsing: (product, account) => `Certo, no ${product} uso ${nameInChat(account)} a partir de agora.`,
  noSuchAccount: (product, names) =>
    names.length === 0
      ? `Não encontrei essa conta ou esse site no ${product}.`
      : `Não encontrei essa conta ou esse site no ${product}. Você pode escolher ${or(names.map(nameInChat))}.`,
  siteRefused: (product, site) => `Sua conta do ${product} não tem acesso a ${nameInChat(site)}. Nada foi alterado.`,
  siteUnreachable: (product) =>
    `O ${product} não está respondendo agora. Nada foi alterado. Tente de novo em alguns minutos.`,
  notConnected: (product) => `O ${product} não está conectado.`,
  unknownProduct: (name) => `Não conheço nenhum produto chamado “${nameInChat(name)}”.`,
  disconnected: (product, atProduct, manageUrl) => {
    if (atProduct === 'revoked') return `Removido. O ${product} confirmou.`;
    if (atProduct === 'in_use')
      return `Removido aqui. Seu acesso no ${product} continua: outra conexão com esta conta o usa.`;
    if (atProduct === 'queued')
      return `Removido aqui. Não consegui falar com o ${product}; vou continuar tentando por 24 h.`;
    if (manageUrl !== undefined)
      return `Removido aqui. Para encerrar o acesso também no ${product}, apague lá a chave ou o acesso deste bot: ${manageUrl}`;
    return `Removido aqui. Para encerrar o acesso também no ${product}, apague lá a chave ou o acesso deste bot.`;
  },
  connectionNews: (product, account, news) =>
    connectionNews(account === '' ? product : `${product} (${nameInChat(account)})`, product, news),
  somethingWrong: (ref) =>
    `Algo deu errado do meu lado (${ref}). Talvez o que você pediu tenha sido feito: confira antes de pedir de novo.`,
  restarting: 'Estou reiniciando e não li sua mensagem. Envie de novo em alguns segundos.',
};

const NOTHING_SAVED = 'Nada foi salvo.';

function inputProblem(problem: InputProblem): string {
  switch (problem.why) {
    case 'said':
      return problem.text;
    case 'not_a_kind':
      return NOT_A_KIND[problem.kind](problem.example);
    case 'not_whole':
      return 'Informe um número inteiro.';
    case 'too_small':
      return problem.isIncluded
        ? `É pequeno demais. O mínimo é ${problem.limit}.`
        : `É pequeno demais. Precisa ser mais que ${problem.limit}.`;
    case 'too_large':
      return problem.isIncluded
        ? `É grande demais. O máximo é ${problem.limit}.`
        : `É grande demais. Precisa ser menos que ${problem.limit}.`;
    case 'no_multiple':
      return `Informe um múltiplo de ${problem.of}.`;
    case 'too_short':
      return problem.limit === 1
        ? 'Não pode ficar vazio.'
        : `É curto demais. Use pelo menos ${problem.limit} caracteres.`;
    case 'too_long':
      return `É longo demais. Use no máximo ${problem.limit} caracteres.`;
    case 'too_few':
      return `Informe pelo menos ${problem.limit}.`;
    case 'too_many':
      return `Informe no máximo ${problem.limit}.`;
    case 'too_early':
      return `É cedo demais. O primeiro dia possível é ${problem.limit}.`;
    case 'too_late':
      return `É tarde demais. O último dia possível é ${problem.limit}.`;
    case 'no_email':
      return EXPECTED.email(0, '');
    case 'no_address':
      return 'Informe um endereço da web, como https://example.com.';
    case 'which_day':
      return 'De que dia você está falando?';
    case 'other':
      return 'Não consigo usar isso. Diga de outro jeito.';
  }
}

const ANSWER_NEEDED = 'Preciso de uma resposta aqui.';
const CHOOSE_ONE = 'Escolha uma destas opções.';
const day = (example: string) => `Informe um dia, como ${example}.`;
const time = (example: string) => `Informe um horário, como ${example}.`;

const NOT_A_KIND: Readonly<Record<Extract<InputProblem, { why: 'not_a_kind' }>['kind'], (example: string) => string>> =
  {
    text: () => ANSWER_NEEDED,
    number: (example) => `Informe um número, como ${example}.`,
    yes_no: () => 'Diga sim ou não.',
    day,
    date: day,
    time,
    moment: (example) => `Informe um dia e um horário, como ${example}.`,
    choice: () => CHOOSE_ONE,
  };

const EXPECTED: Readonly<Record<FormQuestion['kind'], (max: number, example: string) => string>> = {
  text: () => ANSWER_NEEDED,
  long_text: () => ANSWER_NEEDED,
  choice: () => CHOOSE_ONE,
  choices: () => 'Escolha uma ou mais destas opções, separadas por vírgulas.',
  number: () => 'Informe um número.',
  date: (_, example) => day(example),
  time: (_, example) => time(example),
  email: () => 'Informe um e-mail, como jane@example.com.',
  phone: () => 'Informe um telefone, como +43 316 123456.',
  full_name: () => 'Informe seu nome e sobrenome.',
  address: () => 'Informe um endereço.',
  rating: (max) => `Informe um número de 1 a ${max}.`,
};

const CONNECT_REFUSALS: Readonly<Record<ConnectRefusal, (product: string, contact: string) => string>> = {
  disabled: (product, contact) => `O ${product} está desativado neste bot no momento. Fale com: ${contact}.`,
  not_allowed: (product, contact) => `Você não tem permissão para usar o ${product} aqui. Fale com: ${contact}.`,
  preauthorized: (product) => `Você não precisa conectar o ${product}: este bot tem a própria conta lá.`,
  not_set_up: (product, contact) =>
    `O ${product} ainda não está configurado neste bot. Para concluir a configuração, fale com: ${contact}.`,
};

const CLOSED_CARDS: Readonly<Record<'connected' | 'cancelled' | 'replaced' | 'over', (product: string) => string>> = {
  connected: (product) => `${product}: conectado`,
  cancelled: () => 'Cancelado',
  replaced: () => 'Substituído por um cartão mais novo',
  over: () => 'Não está mais aberto',
};

const FORM_PARTS: Readonly<Record<string, string>> = {
  first: 'Nome',
  last: 'Sobrenome',
  street: 'Rua e número',
  city: 'Cidade',
  state: 'Estado',
  postal: 'CEP',
  country: 'País',
};

const FIELD_PROBLEMS: Readonly<Record<FieldProblem, string>> = {
  missing: 'está vazio',
  too_long: 'é longo demais',
  not_printable: 'contém caracteres inválidos',
  wrong_shape: 'o tamanho ou os caracteres não batem',
  not_a_choice: 'não é uma das opções',
  has_colon: 'contém dois-pontos',
  foreign_host: 'o endereço é de outro produto',
  nobody_there: 'ninguém tem esse endereço lá',
};

function connectionNews(connection: string, product: string, news: News): string {
  switch (news.what) {
    case 'other_account':
      return `Parei de usar sua conexão com ${connection}: o ${product} agora responde por outra conta. Diga *reconectar ${product}* para conectar a certa.`;
    case 'ends':
      return news.why === 'unused'
        ? `Sua conexão com ${connection} termina em ${date(news.at)}, porque não é usada há muito tempo. Para mantê-la, peça algo no ${product} antes disso.`
        : `Sua conexão com ${connection} termina em ${date(news.at)}: o ${product} exige que você entre de novo até lá. Diga *reconectar ${product}* para mantê-la.`;
    case 'not_revoked': {
      const where =
        news.manageUrl === undefined ? `nas suas configurações do ${product}.` : `neste endereço: ${news.manageUrl}`;
      return `Não consegui falar com o ${product} por 24 horas, então meu acesso a ${connection} pode continuar aberto lá. Remova-o ${where}`;
    }
  }
}

const RETRY = 'Diga *tentar de novo* para tentar outra vez.';
const NEW_LINK = 'Diga *tentar de novo* para receber um novo link.';
const AFTERWARDS = 'depois diga *tentar de novo*.';

const ENDINGS: Readonly<Record<EndReason, (product: string, ref: string, contact: string) => string>> = {
  expired: (product) => `O prazo para conectar o ${product} acabou. ${NOTHING_SAVED} ${RETRY}`,
  denied: (product) => `O ${product} não deu acesso: foi cancelado ou recusado lá. ${NOTHING_SAVED} ${RETRY}`,
  admin_refused: (product) =>
    `Um administrador da sua conta do ${product} não permitiu este bot. ${NOTHING_SAVED} Peça que permita e depois diga *tentar de novo*.`,
  refused: (product, ref) => `O ${product} não aceitou o login (${ref}). ${NOTHING_SAVED} ${RETRY}`,
  unreachable: (product, ref) => `O ${product} não está respondendo agora (${ref}). ${NOTHING_SAVED} ${RETRY}`,
  misconfigured: (product, ref, contact) =>
    `O ${product} recusa este bot, não você (${ref}). ${NOTHING_SAVED} Para corrigir a configuração, fale com: ${contact}; ${AFTERWARDS}`,
  product_failed: (product, ref) => `Algo deu errado no ${product} durante o login (${ref}). ${NOTHING_SAVED} ${RETRY}`,
  product_busy: (product, ref) =>
    `O ${product} não consegue atender logins agora (${ref}). ${NOTHING_SAVED} Espere alguns minutos e depois diga *tentar de novo*.`,
  scope_refused: (product, ref, contact) =>
    `O ${product} não dá a este bot as permissões que ele pede (${ref}). ${NOTHING_SAVED} Para mudá-las, fale com: ${contact}; ${AFTERWARDS}`,
  client_refused: (product, ref, contact) =>
    `O ${product} não deixa este bot fazer login de ninguém (${ref}). ${NOTHING_SAVED} Para que o ${product} o aprove, fale com: ${contact}; ${AFTERWARDS}`,
  interrupted: (product) => `A conexão com o ${product} foi interrompida. ${NOTHING_SAVED} ${RETRY}`,
  no_site: (product) => `Sua conta do ${product} não tem nenhum site que eu possa usar. ${NOTHING_SAVED} ${RETRY}`,
  other_browser: (product) =>
    `O link para conectar o ${product} foi aberto em outro navegador. Para sua segurança, parei. ${NEW_LINK}`,
  cancelled: () => `Certo, parei. ${NOTHING_SAVED}`,
  code_seen: (product) =>
    `O código para conectar o ${product} foi digitado onde outras pessoas podem ler. Por isso apaguei o que estava conectado. ${NEW_LINK}`,
  withdrawn: (product) =>
    `Os responsáveis por este bot mudaram a configuração do ${product}. Por isso parei de conectá-lo. ${NOTHING_SAVED} ${RETRY}`,
  stopped: (product, _ref, contact) =>
    `Os responsáveis por este bot encerraram o login no ${product}. ${NOTHING_SAVED} Fale com: ${contact}. ${RETRY}`,
  crowded_out: (product) =>
    `Muitas pessoas pediram ao mesmo tempo. Por isso retirei seu pedido para conectar o ${product}. ${NOTHING_SAVED} ${RETRY}`,
  superseded: (product) =>
    `Agora você está conectando o ${product} em outro lugar. O pedido feito aqui não vale mais. ${RETRY}`,
  wrong_codes: () => `Códigos errados demais. Apaguei o que estava conectado. ${NEW_LINK}`,
  wrong_credentials: (product) => `O ${product} recusou a chave três vezes. ${NOTHING_SAVED} ${RETRY}`,
};

const FAILURES: Readonly<
  Record<
    ActionFailure['why'],
    (product: string, ref: string, retryAfter: number | undefined, contact: string) => string
  >
> = {
  refused: (product, ref) => `O ${product} recusou (${ref}).`,
  forbidden: (product) => `Sua conta do ${product} não tem permissão para isso.`,
  not_found: (product) => `O ${product} não tem isso, ou sua conta não pode ver.`,
  invalid: (product, ref) => `O ${product} não aceitou os dados (${ref}).`,
  busy: (product, _ref, retryAfter) =>
    `O ${product} está ocupado e pede para esperar${retryAfter === undefined ? '' : ` ${duration(retryAfter)}`}. Sua conexão continua.`,
  too_large: (product) => `Isso é mais do que o ${product} aceita de uma vez. Tente com menos.`,
  locked: (product) =>
    `Isso está bloqueado no ${product} agora. Sua conexão continua. Tente de novo em alguns minutos.`,
  not_offered: (product, ref) => `O ${product} não oferece mais isso, ou não para sua conta (${ref}).`,
  unreachable: (product) =>
    `O ${product} não está respondendo agora. Sua conexão continua. Tente de novo em alguns minutos.`,
  unsure: (product, ref) =>
    `O ${product} não disse se deu certo: pode ter sido feito ou não (${ref}). Confira lá antes de pedir de novo.`,
  error: (_product, ref) => `Algo deu errado do meu lado (${ref}).`,
  disabled: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.disabled(product, contact),
  not_set_up: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.not_set_up(product, contact),
  not_allowed: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.not_allowed(product, contact),
  shared_ended: (product, _ref, _retryAfter, contact) =>
    `A conta deste bot no ${product} não funciona mais. Fale com: ${contact}.`,
};

function triesLeftText(count: number): string {
  return plural(count, { one: 'Você tem mais # tentativa.', other: 'Você tem mais # tentativas.' });
}

function perhaps(elsewhere: readonly string[]): string {
  if (elsewhere.length === 0) return '';
  const places = or(elsewhere.map(escapeMarkdown));
  return ` Uma chave só funciona onde a conta está: se for ${places}, escolha essa opção.`;
}
