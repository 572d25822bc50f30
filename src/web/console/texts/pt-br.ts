import { brazilianAuditTexts } from '../../../audit-words/texts/pt-br.ts';
import { grammarOf } from '../../../languages/grammar.ts';
import { UNNAMED_BOT } from '../../../languages/unnamed-bot.ts';
import type { ConsoleTexts } from './console-texts.ts';

const { plural, duration } = grammarOf('pt-BR');

/** Speaks to people as “você”. */
export const brazilianConsoleTexts: ConsoleTexts = {
  ...brazilianAuditTexts,
  lang: 'pt-BR',
  dir: 'ltr',
  brand: 'Console do Latchkey',
  footer: 'Protegido por Latchkey',
  errorPrefix: 'Erro: ',
  errorTitle: 'Confira isto',
  optional: 'opcional',
  skip: 'Ir para o conteúdo',
  navLabel: 'Navegação do console',
  languageLabel: 'Idioma',
  sections: {
    integrations: 'Integrações',
    profiles: 'Perfis',
    connections: 'Conexões',
    authorizations: 'Autorizações abertas',
    audit: 'Registro de auditoria',
    keys: 'Chaves',
  },
  signedInAs: 'Sua conta:',
  signOut: 'Sair',
  cancel: 'Cancelar',
  back: 'Voltar',
  toStart: 'Ir para a página inicial do console',
  copy: 'Copiar',
  copied: 'Copiado',
  none: 'nenhum',

  // messages that any page can show
  notFound: { title: 'Não encontrado.', text: 'Esta página não existe, ou não existe mais.' },
  foreignForm: {
    title: 'Este formulário não pode ser usado',
    text: 'Ele é antigo demais, ou não foi enviado deste console. Nada foi alterado. Abra a página de novo e repita a alteração.',
  },
  signedOut: {
    title: 'Sua sessão não está aberta',
    text: 'Nada foi alterado. Entre e repita a alteração.',
  },
  conflict: {
    title: 'Alterado nesse meio-tempo',
    text: 'Alguém alterou isto enquanto você estava com a página aberta, então sua alteração não foi salva. Abra a página de novo.',
  },
  tooMany: (seconds) => ({ title: 'Espere um pouco', text: `Pedidos demais. Espere ${duration(seconds)}.` }),
  restarting: { title: 'Um momento', text: 'O bot está reiniciando. Recarregue esta página em alguns segundos.' },
  failed: (ref) => ({
    title: 'Algo deu errado',
    text: `Algo deu errado aqui (${ref}). Nada foi alterado. Os detalhes estão no log, com esta referência.`,
  }),

  // signing in
  signInTitle: 'Entrar',
  signInLead: (name) => `Para os desenvolvedores ${name === UNNAMED_BOT ? 'deste bot' : `de ${name}`}.`,
  nameLabel: 'Nome',
  passwordLabel: 'Senha',
  signInAction: 'Entrar',
  signedOutNow: 'Você saiu.',
  signInRefused: 'Nome ou senha incorretos.',
  signInWait: (seconds) => `Senhas erradas demais. Espere ${duration(seconds)} e tente de novo.`,
  openIdAction: 'Entrar com a conta da empresa',
  openIdOr: 'ou com uma senha',
  openIdMoving: { title: 'Abrindo o login da sua empresa', text: 'Se nada acontecer, use o link.' },
  openIdMovingAction: 'Continuar para o login',
  openIdRefused:
    'Sua conta da empresa não tem permissão para entrar aqui. Peça às pessoas que configuraram o console que a permitam.',
  openIdFailed: 'O login com a conta da empresa falhou. Tente de novo.',
  openIdCancelled: 'Você cancelou o login com a conta da empresa. Nada foi alterado.',
  openIdUnreachable: 'O login da sua empresa não está respondendo. Tente de novo em alguns minutos.',
  openIdMisconfigured: (reason) =>
    `A configuração do console não bate com o login da sua empresa (${reason}). Confira openId.issuer, clientId, clientSecret e a URI de redirecionamento registrada lá.`,

  // first run
  setupTitle: 'Configurar o console',
  setupLead: (name) => `Ninguém tem uma conta aqui ainda. Escolha um nome e uma senha para gerenciar ${bot(name)}.`,
  setupTokenLabel: 'Token de configuração',
  setupTokenHint: 'Ele está no log do bot. Vale uma única vez, por 30 minutos.',
  setupTokenRefused:
    'Este token de configuração está errado, expirou ou já foi usado, ou uma inicialização posterior o substituiu. Reinicie o bot para receber um novo.',
  setupNameHint: 'Por exemplo, seu e-mail.',
  newPasswordLabel: 'Nova senha',
  newPasswordHint:
    'Pelo menos 12 caracteres. Quatro ou mais palavras formam uma boa senha; uma de um gerenciador de senhas é melhor.',
  repeatLabel: 'Repita a nova senha',
  setupAction: 'Criar a conta e entrar',
  passwordsDiffer: 'As duas senhas não são iguais.',
  passwordProblem: (reason) => {
    switch (reason) {
      case 'too_short':
        return 'A senha precisa de pelo menos 12 caracteres.';
      case 'too_long':
        return 'A senha tem mais de 128 caracteres.';
      case 'common':
        return 'Esta é uma das senhas mais comuns. Escolha outra.';
      case 'contains_name':
        return 'A senha não pode conter seu nome.';
      default:
        return 'Esta senha não pode ser usada. Escolha outra.';
    }
  },
  nameProblem: 'Um nome tem de 2 a 100 caracteres.',
  notSetUp: {
    title: 'Ainda não configurado',
    text: 'Ninguém tem uma conta aqui ainda. O bot escreveu um link de configuração no log ao iniciar. Abra esse link: ele vale uma única vez, por 30 minutos. Reinicie o bot para receber um novo.',
  },

  // proving one's identity again
  proofLabel: 'Sua senha',
  proofHint: 'Pedimos a senha porque isto não pode ser desfeito, ou dá acesso a outras pessoas.',
  proofMissing: 'Digite sua senha para continuar.',
  proofWrong: 'Esta senha está errada.',
  proofByCompany: 'Isto exige um login com a conta da empresa nos últimos cinco minutos.',
  proofByCompanyAction: 'Confirmar que é você',
  proofTitle: 'Confirme que é você',
  proofLead: 'Entre mais uma vez com a conta da empresa. Depois você volta a esta página.',

  // integrations
  integrationsTitle: 'Integrações',
  integrationsLead: (name) => `Os produtos com que ${bot(name)} trabalha, e de quem são as contas usadas.`,
  integrationsInUse: 'Em uso',
  integrationsOthers: 'Ainda sem uso',
  searchLabel: 'Procurar um produto',
  searchAction: 'Procurar',
  searchAll: 'Mostrar tudo',
  searchNothing: (search) =>
    `Nenhum produto se chama “${search}”. Você pode adicionar qualquer produto com uma definição própria.`,
  catalogTitle: 'No catálogo',
  catalogLead: 'Produtos que você pode adicionar a este bot. Cada comando grava um deles na sua pasta de integrações.',
  columnWays: 'Formas de conectar',
  columnVerified: 'Comparado com a documentação',
  columnAdd: 'Adicionar',
  catalogVerified: (on, unverified) =>
    unverified === 0
      ? `${on}, completo`
      : `${on}, ${plural(unverified, { one: '# dado não foi encontrado lá', other: '# dados não foram encontrados lá' })}`,
  integrationsEmpty: {
    title: 'Ainda não há integrações',
    text: 'Adicione uma no código: createAuthorizer({ integrations: [ … ] }). Ela aparece aqui depois da próxima inicialização.',
  },
  state: {
    not_configured: 'Não configurada',
    configured: 'Configurada',
    enabled: 'Ativada',
    needs_attention: 'Precisa de atenção',
  },
  stateNote: ({ state, mode, name, profiles }) => {
    switch (state) {
      case 'enabled':
        return mode === 'users'
          ? `Quando algo precisa do ${name}, o bot pede a cada pessoa a própria conta, na conversa.`
          : `Todas as pessoas com quem você a compartilha usam uma mesma conta do ${name}.`;
      case 'configured':
        return 'Está tudo pronto, mas a integração está desativada. Ative-a abaixo.';
      case 'needs_attention':
        return mode === 'users'
          ? 'O perfil que estava selecionado não existe mais. Selecione outro.'
          : `A conta compartilhada do ${name} não funciona mais, ou o perfil selecionado não existe mais. Autorize-a de novo.`;
      case 'not_configured':
        if (mode === 'users' && profiles.length > 0) {
          return profiles.every(({ grant }) => grant === 'client_credentials')
            ? 'Com estes perfis, o bot entra em seu próprio nome, então não é possível pedir uma conta às pessoas. Pré-autorize a integração, ou crie um perfil para pessoas.'
            : 'Nenhum perfil de autorização está selecionado ainda. Selecione um abaixo.';
        }
        return mode === 'users'
          ? 'Ainda não há nenhum perfil de autorização. Crie um primeiro.'
          : `Nenhuma conta do ${name} está autorizada ainda. Siga os passos abaixo.`;
    }
  },
  accountAt: (account, place) => `${account} em ${place}`,
  columnIntegration: 'Integração',
  columnState: 'Estado',
  columnWho: 'Quem autoriza',
  whoAuthorizes: (mode, account, audience) => {
    if (mode === 'users') return 'Cada pessoa, na conversa';
    return account === undefined ? 'Você, com antecedência' : `${account}, para ${audience}`;
  },
  mode: {
    preauthorized: {
      title: 'Pré-autorizar a integração',
      hint: 'Você conecta uma conta agora, e as pessoas que você escolher a usam.',
    },
    users: {
      title: 'Permitir que os usuários autorizem a integração',
      hint: 'Cada pessoa conecta a própria conta, na conversa.',
    },
  },
  stepWho: 'Quem autoriza',
  stepWhoLegend: 'Autorização',
  stepProfileLegend: 'Selecione a autorização',
  profileEach: 'Deixar cada pessoa escolher',
  profileEachHint: (ways) => `Entre os perfis incluídos: ${ways}.`,
  builtIn: 'incluído',
  systemApp: 'com o aplicativo que o código configura',
  ownProfile: 'próprio',
  saveWho: 'Salvar quem autoriza',
  createProfile: 'Criar um novo perfil',
  profileMissing: 'Selecione o perfil com que se autoriza.',
  profileNotForPeople:
    'Com este perfil, o bot entra em seu próprio nome, então não é possível pedir uma conta às pessoas. Selecione outro perfil, ou conecte uma conta compartilhada.',
  offlineTitle: (name) => `Desativar o ${name} por enquanto?`,
  offlineLead:
    'Com a pré-autorização, primeiro é preciso ter uma conta autorizada por você. Depois você ativa de novo.',
  offlineUntil: (name) => `Até lá, o bot recusa tudo o que precisar do ${name}.`,
  offlineOwn: (name) =>
    `As pessoas não poderão mais usar as próprias contas do ${name} com o bot. As conexões delas são mantidas.`,
  offlineAction: 'Desativar e pré-autorizar',
  stepAuthorize: 'Autorizar',
  stepAuthorizeLead: (name) => `Conecte a conta do ${name} que outras pessoas vão usar.`,
  authorizeByOAuth: (name) => `Você entra no ${name} e volta para cá.`,
  authorizeAction: (name) => `Autorizar no ${name}`,
  authorizeKeyAction: 'Autorizar',
  authorizeAgain: 'Autorizar de novo, ou com outra conta',
  authorized: (account) => `Autorizado como ${account}.`,
  authorizedOtherwise: (account) =>
    `Autorizado como ${account}, mas não com o perfil selecionado. Autorize de novo para usá-lo.`,
  authorizedEnds: (product, day, why) =>
    why === 'unused'
      ? `O ${product} encerra este acesso em ${day} (UTC) se ninguém o usar antes. Qualquer ação com ele adia essa data.`
      : `O ${product} encerra este acesso em ${day} (UTC). Autorize-o de novo antes disso.`,
  authorizedDead: (account) => `${account} não funciona mais. Autorize de novo.`,
  authorizeRefused: (name) => `O ${name} recusou o que foi digitado. Nada foi salvo.`,
  authorizeUnreachable: (name) => `O ${name} não respondeu. Nada foi salvo. Tente de novo em alguns minutos.`,
  authorizeUnknownTenant: (name) =>
    `Nenhum aplicativo está registrado para este endereço do ${name}. Registre um, ou selecione outro perfil.`,
  authorizeOtherHost: (host) =>
    `Depois do login, o navegador volta para ${host}, então isto só funciona no console desse endereço. Abra o console lá.`,
  movingTitle: (name) => `Abrindo o ${name}`,
  movingText: 'Se nada acontecer, use o botão.',
  stepAudience: 'Quem pode usá-la',
  stepAudienceLead: (account) =>
    `O bot age como ${account} para todas as pessoas que você escolher aqui. No chat, o bot diz de quem é a conta que usou.`,
  audienceLegend: 'Quem pode usá-la',
  audience: {
    nobody: { title: 'Ninguém ainda', hint: 'É o padrão.' },
    everyone: { title: 'Todos os usuários', hint: 'Qualquer pessoa que possa escrever para o bot.' },
    tenants: {
      title: 'Locatários (tenants) inteiros',
      hint: 'Por exemplo, os locatários do Microsoft Teams listados abaixo.',
    },
    users: { title: 'Só os usuários da lista', hint: 'As pessoas listadas abaixo.' },
  },
  audienceListLabel: 'Locatários ou usuários',
  audienceListHint: 'Um por linha. As pessoas não precisam ter se conectado antes.',
  audienceHelpTitle: 'Como escrever locatários e usuários',
  audienceHelp: [
    'Um locatário (tenant) é escrito com o ID dele, por exemplo o ID do locatário do Microsoft Entra ou o ID da equipe do Slack.',
    'Um usuário é escrito como channel/tenant/user: o nome do canal, o ID do locatário e o ID do usuário.',
    'No Microsoft Teams, o ID do usuário é o ID do objeto no Microsoft Entra: msteams/ID DO LOCATÁRIO/ID DO OBJETO.',
    'Quando um canal não tem locatários, deixe essa parte vazia: telegram//ID DO USUÁRIO.',
  ],
  audienceKnown:
    'Pessoas que pediram e foram recusadas, que estão conectadas ou que receberam o pedido para se conectar:',
  audienceUsersNotWhole: (users) =>
    `Escreva cada usuário como channel/tenant/user. Aqui está incompleto: ${users.join(', ')}`,
  audienceListMissing: 'Digite pelo menos um ID, um por linha.',
  audienceMissing: 'Escolha quem pode usá-la.',
  audienceAction: 'Salvar quem pode usá-la',
  stepEnable: 'Ativar',
  isEnabled: (name) => `O ${name} está ativado: o bot o usa.`,
  isDisabled: (name) =>
    `O ${name} está desativado: o bot recusa os pedidos que precisam dele. A configuração é mantida.`,
  isNotReady: (mode) =>
    mode === 'users'
      ? 'Poderá ser usada quando você tiver escolhido acima quem autoriza, e com qual perfil.'
      : 'Poderá ser ativada quando uma conta estiver autorizada.',
  enable: 'Ativar',
  disable: 'Desativar',
  notAuthorized: 'Autorize primeiro uma conta e depois ative a integração.',
  nobodyYet: 'Ninguém pode usar a conta ainda. Escolha quem pode no passo acima.',
  callbackTitle: 'URL de retorno (callback)',
  callbackHint: (name) => `Registre esta URL no ${name}, exatamente como mostrada. Clique nela para selecioná-la.`,
  guideTitle: 'Onde encontrar:',
  guideOpen: (name) => `Abrir o ${name}`,
  scopesLabel: 'Permissões que o bot pede',
  moreTitle: 'Mais',
  showConnections: (name) => `Conexões com o ${name}`,
  showProfiles: 'Perfis de autorização',
  revokeAllLink: 'Revogar todas as conexões…',
  deleteLink: 'Excluir a configuração…',
  deleteTitle: (name) => `Excluir a configuração do ${name}?`,
  deleteLead: (name) => `Não dá para desfazer. O ${name} volta às configurações do código.`,
  deleteStops: 'O que deixa de funcionar',
  deleteShared: (account) =>
    `A conta compartilhada ${account} é removida aqui, e também no produto, se possível. Ninguém mais poderá usá-la.`,
  deleteSelection:
    'Estas escolhas são excluídas: quem autoriza, o perfil selecionado, quem pode usar e se está ativada.',
  deleteStays: 'Os perfis e as conexões próprias das pessoas continuam.',
  deleteAction: 'Excluir a configuração',
  revokeAllTitle: (name) => `Revogar todas as conexões com o ${name}?`,
  revokeAllLead: (count) =>
    `Isto encerra ${count} aqui, e também no produto, se possível. Quem precisar de uma receberá o pedido para conectar de novo.`,
  revokeAllAction: 'Revogar todas',
  countConnections: connections,
  revokedMany: (count, name) =>
    plural(count, { one: `# conexão com o ${name} revogada.`, other: `# conexões com o ${name} revogadas.` }),

  // profiles
  profilesTitle: 'Perfis de autorização',
  profilesLead:
    'Como o bot entra em um produto. Os perfis incluídos vêm com a integração; os seus próprios você pode alterar.',
  profilesOwn: 'Seus próprios perfis',
  profilesBuiltIn: 'Incluídos',
  profilesEmpty:
    'Você ainda não tem perfis próprios. Só precisa de um para usar um aplicativo OAuth que você mesmo registrou, ou outra forma de entrar.',
  profilesNotFound: 'Você não tem nenhum perfil próprio para este produto.',
  newProfile: 'Criar um perfil',
  columnProfile: 'Perfil',
  columnKind: 'Tipo de autorização',
  columnUse: 'Usado por',
  columnActions: 'Ações',
  kind: {
    api_key: 'Chave de API',
    basic: 'Basic',
    oauth2: 'OAuth 2.0',
    client_credentials: 'OAuth 2.0, credenciais do cliente',
  },
  kindHint: {
    api_key: 'Uma única chave, que a pessoa ou você digita.',
    basic: 'Um nome de usuário com uma senha ou uma chave.',
    oauth2: 'As pessoas entram no produto, com um aplicativo que você registrou lá.',
    client_credentials: 'O bot entra em seu próprio nome, então isto só serve para contas compartilhadas.',
  },
  draft: 'Rascunho',
  usedBy: (uses) => {
    const parts = [...uses.setups, ...(uses.connections === 0 ? [] : [connections(uses.connections)])];
    return parts.length === 0 ? 'ninguém' : parts.join(', ');
  },
  edit: 'Editar',
  test: 'Testar',
  duplicate: 'Duplicar',
  remove: 'Excluir',
  actionOn: (name) => ` ${name}`,
  newProfileTitle: 'Criar um perfil de autorização',
  newProfileLead: 'Para qual integração ele é, e como o bot entra?',
  newProfileIntegration: 'Integração',
  newProfileKind: 'Tipo de autorização',
  newProfileNext: 'Continuar',
  editorTitle: (name, kind) => `Perfil do ${name}: ${kind}`,
  editorLead: (integration) => `Um perfil de autorização para o ${integration}.`,
  profileName: 'Nome',
  identityProviderName: 'Nome do provedor de identidade',
  profileNameHint: 'As pessoas veem este nome quando podem escolher.',
  profileNameMissing: 'Digite um nome de até 100 caracteres.',
  profileDescription: 'Descrição',
  baseUrlTitle: 'URL base',
  notationTitle: 'Os nomes entre chaves representam valores',
  notation: {
    '{tenant}': 'é a parte do endereço própria do cliente. Cada pessoa digita a sua.',
    '{{siteId}}': 'é o site escolhido depois do login.',
    '{{accessToken}}': 'é o token de acesso.',
    '{{key}}': 'é o que foi digitado no campo do formulário com esta chave. Use suas próprias chaves.',
    '{{basic}}': 'é o nome de usuário e a senha, codificados para a autenticação Basic.',
  },
  checkUrlTitle: 'URL de verificação da autorização',
  checkUrlHint: (method) => `O bot a chama com ${method} para verificar o que foi digitado.`,
  clientId: 'ID do cliente',
  clientIdMissing: 'Digite o ID do cliente do aplicativo que você registrou no produto.',
  clientSecret: 'Segredo do cliente',
  clientSecretHint: 'Fica guardado com criptografia e nunca mais é mostrado. Um cliente público não tem segredo.',
  clientSecretKept: (ending, fingerprint) =>
    `Guardado: termina em ${ending}, impressão digital ${fingerprint}. Deixe vazio para mantê-lo.`,
  authorizationUrl: 'URL de autorização',
  tokenUrl: 'URL de solicitação do token',
  scope: 'Escopos',
  scopeHint: 'Separados por espaços.',
  refreshUrl: 'URL de renovação do token',
  refreshUrlHint: 'Deixe vazio para usar a URL de solicitação do token.',
  revocationUrl: 'URL de revogação',
  revocationUrlHint: 'É chamada para encerrar o acesso quando alguém desconecta (RFC 7009).',
  revocationEnds: 'O que uma revogação encerra',
  revocationEndsOptions: {
    grant: 'Todo o acesso da conta: é preciso esperar até que nenhuma outra conexão o use',
    token: 'Só o token enviado',
  },
  additionalFields: 'Campos adicionais',
  additionalFieldsHint: 'São acrescentados à URL de autorização. Um por linha: chave = valor',
  tokenFields: 'Campos adicionais do token',
  tokenFieldsHint: 'São acrescentados a cada solicitação do token. Um por linha: chave = valor',
  linesProblem: 'Cada linha precisa de uma chave, um sinal de igual e um valor.',
  advanced: 'Mais opções',
  clientAuthentication: 'Autenticação do cliente',
  clientAuthenticationOptions: {
    client_secret_post: 'No corpo',
    client_secret_basic: 'No cabeçalho (HTTP Basic)',
    none: 'Sem segredo (cliente público)',
  },
  tokenFormat: 'Formato da solicitação do token',
  tokenFormatOptions: { form: 'Formulário (o padrão)', json: 'JSON' },
  pkce: 'PKCE',
  pkceOptions: { on: 'Ativado (o padrão)', off: 'Desativado: só se o servidor o recusar' },
  formFieldsTitle: 'Campos do formulário',
  formFieldsLead: 'O que se pede às pessoas. Para remover um campo, apague o título e a chave dele.',
  formFieldMore: 'Adicionar um campo',
  formField: (number) => `Campo ${number}`,
  fieldTitle: 'Título do campo',
  fieldKey: 'Chave do campo',
  fieldHint: 'Texto de ajuda',
  fieldType: 'Tipo do campo',
  fieldTypeOptions: { textbox: 'Caixa de texto', password: 'Senha (oculta)' },
  fieldMandatory: 'Obrigatório',
  fieldMandatoryOptions: { yes: 'Sim', no: 'Não' },
  userName: 'Nome de usuário',
  userNameHint:
    'De que é feito o nome de usuário, por exemplo {{email}}/token. Deixe vazio para usar o primeiro campo que não seja oculto.',
  passwordTemplate: 'Senha',
  passwordTemplateHint: 'De que é feita a senha. Deixe vazio para usar o primeiro campo oculto.',
  placementsTitle: 'Campos de autorização',
  placementsLead: 'Onde os valores vão em cada requisição. Para remover um, apague a chave e o valor dele.',
  placementMore: 'Adicionar um campo de autorização',
  placement: (number) => `Campo de autorização ${number}`,
  placementIn: 'Tipo do campo',
  placementInOptions: {
    header: 'Cabeçalho',
    query: 'Cadeia de consulta (query)',
    body: 'Corpo (payload)',
    path: 'Parâmetro de caminho (path)',
  },
  placementName: 'Chave do campo',
  placementValue: 'Valor do campo',
  saveProfile: 'Salvar o perfil',
  saveDraft: 'Salvar como rascunho',
  profileInvalid:
    'Este perfil ainda não pode funcionar. Corrija-o, ou salve-o como rascunho. Rascunhos não são oferecidos a ninguém.',
  profileProblem: (problem) => `${problem}.`,
  profileSaved: (name) => `“${name}” foi salvo. Selecione-o na página da integração para usá-lo.`,
  draftSaved: (name) => `“${name}” foi salvo como rascunho. Rascunhos não são oferecidos a ninguém.`,
  copyName: (name) => `Cópia de ${name}`,
  deleteProfileTitle: (name) => `Excluir “${name}”?`,
  deleteProfileLead: 'Não dá para desfazer.',
  deleteProfileUsedBy: (integration) =>
    `Ele está selecionado para o ${integration}: ninguém poderá se conectar lá até você selecionar outro perfil.`,
  deleteProfileConnections: (count) =>
    `${plural(count, {
      one: '# conexão foi feita com ele e termina na hora: quem a fez receberá o pedido para conectar de novo.',
      other: '# conexões foram feitas com ele e terminam na hora: quem as fez receberá o pedido para conectar de novo.',
    })} O acesso no produto continua até ser removido lá; se ele também precisa terminar, revogue antes as conexões.`,
  deleteProfileUnused: 'Ninguém o usa.',
  deleteProfileAction: 'Excluir o perfil',
  testTitle: (name) => `Testar “${name}”`,
  testLead: (integration) => `Faz uma chamada inofensiva ao ${integration} com o que você digitar. Nada é salvo.`,
  testAction: 'Testar',
  testOAuthLead: (integration) =>
    `O OAuth é testado com um login: escolha “Pré-autorizar a integração” na página do ${integration}, selecione este perfil e autorize. Nada é usado antes que você ative.`,
  testOAuthLink: (integration) => `Abrir o ${integration}`,
  testAccepted: (account) => `Funciona. É a conta ${account}.`,
  testRefused: (integration) => `O ${integration} recusou o que você digitou. Confira e tente de novo.`,
  testUnanswered: (integration) =>
    `O ${integration} não respondeu, então o que você digitou não foi verificado. Tente de novo em alguns minutos.`,
  testRequest: 'Requisição',
  testResponse: 'Resposta',
  testHeaders: 'Cabeçalhos',
  testBody: 'Corpo',
  testStatus: 'Status da resposta',
  testMasked: 'Os segredos ficam ocultos. Só os primeiros 4.000 caracteres da resposta são mostrados.',

  // connections
  connectionsTitle: 'Conexões',
  connectionsLead: 'As contas conectadas e seus estados. Os segredos nunca são mostrados.',
  connectionsEmpty: {
    title: 'Ainda não há conexões',
    text: 'Elas aparecem quando alguém pede ao bot algo que precisa de uma conta, ou quando você pré-autoriza uma integração.',
  },
  connectionsEmptyFor: (name) => `Ninguém está conectado ao ${name}.`,
  connectionsSearch: 'Pessoa ou conta',
  connectionsNotFound: 'Nenhuma conexão corresponde.',
  filterIntegration: 'Integração',
  filterAll: 'Tudo',
  filterAction: 'Mostrar',
  columnAccount: 'Conta',
  columnOwner: 'Pertence a',
  columnConnected: 'Conectada',
  columnUsed: 'Último uso',
  neverUsed: 'ainda não',
  connectionState: { active: 'Funciona', needs_reauth: 'Precisa ser reconectada' },
  revoke: 'Revogar…',
  revokeTitle: (account, integration) => `Revogar ${account} no ${integration}?`,
  revokeOwn: 'Quando algo precisar dela, esta pessoa receberá o pedido para conectar de novo.',
  revokeShared: 'Ninguém mais poderá usar esta conta compartilhada.',
  revokeAction: 'Revogar',
  revoked: (account, atProduct) => {
    switch (atProduct) {
      case 'revoked':
        return `${account}: removido aqui, e revogado no produto.`;
      case 'in_use':
        return `${account}: removido aqui. O acesso no produto continua: outra conexão da conta o usa.`;
      case 'queued':
        return `${account}: removido aqui. O produto não respondeu; o bot vai continuar tentando revogar o acesso lá.`;
      case 'unsupported':
        return `${account}: removido aqui. O produto não permite revogar o acesso a partir daqui: faça isso nas configurações do produto.`;
    }
  },
  nextPage: 'Próxima página',
  firstPage: 'Primeira página',

  // authorizations under way
  authorizationsTitle: 'Autorizações abertas',
  authorizationsLead: 'Pessoas que estão conectando uma conta agora. Os links expiram depois de dez minutos.',
  authorizationsEmpty: {
    title: 'Ninguém está conectando uma conta agora',
    text: 'Quando o bot pede uma conta a alguém, isso aparece aqui até terminar, ser cancelado ou expirar.',
  },
  columnAskedFor: 'Pedida por',
  columnPurpose: 'Para quê',
  sharedPurpose: 'agir por todas as pessoas com quem é compartilhado',
  columnExpires: 'Expira',
  authorizationState: {
    new: 'Pedida; ainda não aberta',
    claimed: 'Aberta em um navegador',
    redirected: 'Fazendo login no produto',
    exchanging: 'Concluindo',
    quarantined: 'Esperando o código no chat',
    done: 'Concluída',
    expired: 'Expirada',
    failed: 'Falhou',
    cancelled: 'Cancelada',
    revoked: 'Revogada',
  },
  stopAuthorization: 'Encerrar',
  stopAuthorizationOf: (person, integration) => ` o login de ${person} no ${integration}`,
  authorizationStopped: 'O login foi encerrado, e o bot avisa a pessoa.',
  authorizationOver: 'Este login já tinha terminado.',
  choosingSite: (noun) => `Escolhendo: ${noun}`,

  auditLead:
    'Quem fez o quê, quando, e qual foi o resultado. As mais recentes primeiro. As entradas são acrescentadas, nunca alteradas.',
  auditFilterHint: 'Clique em um nome ou em um objeto para ver só as entradas dele.',
  auditFilter: 'Filtrar',
  auditClear: 'Mostrar tudo',

  // keys
  keysTitle: 'Chaves',
  keysLead:
    'As chaves que criptografam tudo o que é guardado. Os registros novos são criptografados com a primeira chave de LATCHKEY_KEYS; as outras só abrem os anteriores.',
  columnKey: 'Chave',
  columnRole: 'Uso',
  columnRows: 'Registros criptografados com ela',
  keyRole: {
    seals: 'Criptografa os registros novos',
    opens: 'Abre os registros anteriores',
    missing: 'Ausente: estes registros não podem ser lidos',
  },
  keyCanGo: 'Nenhum registro está mais criptografado com ela. Você pode removê-la de LATCHKEY_KEYS.',
  rotateTitle: 'Rotação',
  rotateSteps: [
    'Coloque uma nova chave antes das outras em LATCHKEY_KEYS, em todas as instâncias, e reinicie-as.',
    'Aperte o botão: tudo é criptografado de novo com a nova chave enquanto o bot continua funcionando.',
    'Quando nada mais estiver criptografado com a chave antiga, remova-a de LATCHKEY_KEYS.',
  ],
  rotateAction: 'Criptografar tudo com a primeira chave',
  rotateNothing:
    'Tudo já está criptografado com a primeira chave. Para fazer a rotação, coloque uma nova chave antes dela.',
  rotated: (resealed) =>
    `Feito: ${plural(resealed, { one: '# registro foi criptografado', other: '# registros foram criptografados' })} de novo. Você pode remover as chaves que não criptografam mais nada.`,
  rotationUnfinished:
    'Não terminou: outro processo ainda criptografa com uma chave anterior. Dê a nova chave a todos os processos e aperte o botão de novo.',

  // the operator's own account
  accountTitle: 'Sua conta',
  accountLead: (name) => `Você entrou como ${name}.`,
  changePasswordTitle: 'Alterar a senha',
  currentPassword: 'Senha atual',
  changePasswordAction: 'Alterar a senha',
  passwordChanged: 'A senha foi alterada. Suas sessões em todos os outros lugares foram encerradas.',
  noPassword: 'Você entra com a conta da empresa, então não há senha aqui.',
  sessionsTitle: 'Onde você está com a sessão aberta',
  columnBrowser: 'Navegador',
  columnStarted: 'Desde',
  thisSession: 'Esta',
  endSession: 'Encerrar',
  endOthers: 'Encerrar todas as outras',
  sessionEnded: 'A sessão foi encerrada.',

  // all developers
  developersLink: 'Todos os desenvolvedores deste console',
  developersTitle: 'Desenvolvedores',
  developersLead: 'Todas as pessoas que têm uma conta neste console. Todas podem fazer as mesmas coisas aqui.',
  columnSignInWay: 'Entra com',
  columnSignedIn: 'Último login',
  signInWay: {
    password: 'Senha',
    company: 'Conta da empresa',
    company_refused: 'Conta da empresa que openId.allowed não permite mais',
  },
  signedInUnknown: 'não se sabe',
  thisIsYou: 'É você',
  removeDeveloper: 'Remover…',
  removeDeveloperTitle: (name) => `Remover ${name}?`,
  removeDeveloperLead: 'A conta neste console é excluída. O que essa pessoa configurou continua valendo.',
  removeSessions:
    'Todas as sessões dessa pessoa são encerradas na hora, assim como a autorização de uma conta compartilhada que ela ainda não concluiu.',
  removeComesBack:
    'Essa pessoa ainda está em openId.allowed. Tire-a de lá e reinicie o bot; senão, ela poderá entrar de novo.',
  removeLastPassword:
    'Não restará ninguém que entre com senha. Mantenha openId na configuração; senão, ninguém poderá entrar.',
  removeDeveloperAction: 'Remover',
  developerRemoved: (name) => `${name} foi removido, e todas as suas sessões foram encerradas.`,
  removeOneself: (alone) => ({
    title: 'Você não pode remover a si mesmo',
    text: alone
      ? 'Só você tem uma conta aqui, e a última conta não pode ser removida. Para passar o console adiante, permita outra pessoa em openId.allowed. Depois de entrar, ela poderá remover você.'
      : 'Você não pode remover a própria conta. Peça a outro desenvolvedor que faça isso.',
  }),
};

function connections(count: number): string {
  return plural(count, { one: '# conexão', other: '# conexões' });
}

/** The bot's name, or what a bot without a name is called. */
function bot(name: string): string {
  return name === UNNAMED_BOT ? 'este bot' : name;
}
