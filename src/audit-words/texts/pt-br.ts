import { grammarOf } from '../../languages/grammar.ts';
import type { AuditTexts } from './audit-texts.ts';

const { plural } = grammarOf('pt-BR');

export const brazilianAuditTexts: AuditTexts = {
  audienceInWords: (audience) => {
    switch (audience.kind) {
      case 'nobody':
        return 'ninguém ainda';
      case 'everyone':
        return 'todos os usuários';
      case 'tenants':
        return plural(audience.count, { one: '# locatário', other: '# locatários' });
      case 'users':
        return plural(audience.count, { one: '# usuário', other: '# usuários' });
    }
  },
  ownerShared: 'compartilhada pelos desenvolvedores do bot',
  ownerUser: (channel) => `em ${channel}`,
  // audit log
  auditTitle: 'Registro de auditoria',
  auditEmpty: 'Nada corresponde.',
  auditWhat: 'Evento',
  auditActor: 'Quem',
  auditSubject: 'Objeto',
  auditResult: 'Resultado',
  auditWhen: 'Quando',
  auditWords: {
    connected: 'Conta conectada',
    disconnected: 'Conta desconectada',
    connection_stopped: 'Conexão interrompida',
    connection_ends: 'Aviso de que o acesso termina em breve',
    link_claimed: 'Link aberto',
    new_link_asked: 'Novo link pedido no chat',
    callback: 'Retorno do produto',
    credential_submitted: 'Credencial enviada',
    authorization_ended: 'Autorização encerrada',
    setup_changed: 'Integração alterada',
    setup_deleted: 'Configuração excluída',
    sharing_begun: 'Autorização de uma conta iniciada',
    profile_created: 'Perfil criado',
    profile_changed: 'Perfil alterado',
    profile_deleted: 'Perfil excluído',
    profile_tested: 'Perfil testado',
    connection_revoked: 'Conexão revogada',
    revocation: 'Revogação pedida ao produto',
    connections_viewed: 'Conexões consultadas',
    authorizations_viewed: 'Autorizações abertas consultadas',
    audit_viewed: 'Registro de auditoria consultado',
    keys_rotated: 'Chaves rotacionadas',
    key_rotation_begun: 'Rotação de chaves iniciada',
    signed_in: 'Login no console',
    signed_out: 'Saída do console',
    sign_in_refused: 'Login recusado',
    operator_created: 'Console configurado',
    operator_removed: 'Desenvolvedor removido',
    password_changed: 'Senha alterada',
    site_switched: 'Mudança para outro site',
    owner_forgotten: 'Dados de uma pessoa excluídos',
    access_refused: 'Pessoa recusada ao tentar usar uma integração',
  },
  auditBrowser: 'Um navegador',
  auditSystem: 'O próprio Latchkey',
  auditStranger: 'Uma pessoa desconhecida',
  auditSession: 'Uma sessão',
  auditOtherSessions: 'Todas as outras sessões',
  auditForgotten: 'Alguém cujos dados foram excluídos',
  auditAsked: (name) => `para ${name}`,
  auditFormerConnection: 'Uma conexão anterior',
  auditEarlierAttempt: 'Uma tentativa anterior',
  auditAll: 'Todas',
  auditResults: {
    ok: 'Feito.',
    other_browser: 'Recusado: era outro navegador.',
    too_many: 'Recusado: foram pedidos links demais.',
    refused: 'Recusado: a pessoa não pode conectar isto agora.',
    taken: 'Um novo link já estava a caminho.',
    other_person: 'Recusado: era outra pessoa, ou outra conversa.',
    changed_meanwhile: 'Recusado: foi alterado nesse meio-tempo.',
    accepted: 'O produto aceitou a credencial.',
    not_allowed: 'A conta não é compartilhada com essa pessoa.',
    not_accepted: 'O produto não aceitou a credencial.',
    invalid: 'O que foi digitado não é válido, então o produto não foi consultado.',
    unanswered: 'O produto não respondeu.',
    revoked: 'Revogado também no produto.',
    queued: 'Removido aqui. O produto não respondeu; o bot vai continuar tentando revogar o acesso lá.',
    in_use: 'Não revogado no produto: outra conexão da conta usa o mesmo acesso.',
    other_account: 'O acesso renovado pertence a outra conta.',
    unused: 'O produto vai encerrar o acesso em breve porque ninguém o usa.',
    old: 'O produto vai encerrar o acesso em breve por causa da idade dele. É preciso conectar de novo.',
    given_up:
      'Não foi possível falar com o produto por 24 horas. Revogue o acesso manualmente nas configurações do produto.',
    unsupported:
      'Removido aqui. O produto não permite revogar o acesso a partir daqui: faça isso nas configurações do produto.',
    tried_again: 'Uma sessão começou ou terminou no mesmo momento, então houve uma nova tentativa.',
    somebody_first: 'Recusado: outra pessoa chegou antes.',
    setup_only: 'A configuração foi excluída.',
    setup_and_account: 'A configuração e a conta compartilhada foram excluídas.',
    begun: 'Iniciado.',
    password: 'Com senha.',
    openid: 'Com OpenID.',
    setup_token: 'Com o token de configuração.',
    others_signed_out: 'Todas as outras sessões foram encerradas.',
  },
  auditEnded: {
    expired: 'O link ou o código expirou.',
    denied: 'Foi cancelado ou recusado no produto.',
    admin_refused: 'Um administrador do produto não permitiu.',
    product_failed: 'O produto falhou durante o login.',
    product_busy: 'O produto não conseguia atender logins.',
    scope_refused: 'O produto recusou os escopos.',
    client_refused: 'O produto não deixa este cliente fazer login de ninguém.',
    refused: 'O produto não aceitou o login.',
    unreachable: 'O produto não respondeu.',
    misconfigured: 'O produto não aceitou a configuração do bot.',
    interrupted: 'Foi interrompido, por exemplo por uma reinicialização.',
    no_site: 'A conta não tem nenhum site com que o bot possa trabalhar.',
    other_browser: 'Parado: alguém voltou em outro navegador.',
    cancelled: 'A pessoa cancelou.',
    code_seen: 'Parado: o código foi digitado onde outras pessoas podem ler.',
    withdrawn: 'Parado: a integração foi desativada, ou o perfil dela foi removido.',
    stopped: 'Um desenvolvedor encerrou no console.',
    crowded_out: 'Parado: pessoas demais pediram no mesmo canal e locatário.',
    superseded: 'A pessoa recomeçou com um link mais novo.',
    wrong_codes: 'Códigos errados demais.',
    wrong_credentials: 'O produto recusou a chave vezes demais.',
  },
  auditSetup: {
    enabled: 'Ativada.',
    disabled: 'Desativada.',
    users: 'Cada pessoa conecta a própria conta.',
    preauthorized: 'Todas as pessoas usam uma mesma conta compartilhada.',
    noProfile: 'Nenhum perfil está mais selecionado.',
  },
  auditProfileSelected: (name) => `O perfil “${name}” está selecionado.`,
  auditAudience: (audience) => `Compartilhado com ${audience}.`,
  auditResealed: (count) =>
    `${plural(count, { one: '# registro foi criptografado', other: '# registros foram criptografados' })} de novo.`,
  auditRotationUnfinished: 'Não terminou: outro processo ainda criptografa com uma chave anterior.',
  auditForgotConnections: (count) =>
    `${plural(count, { one: '# conexão foi excluída', other: '# conexões foram excluídas' })}.`,
  auditForgotRevocations: (count) =>
    plural(count, {
      one: '# acesso está sendo revogado no produto.',
      other: '# acessos estão sendo revogados nos produtos.',
    }),
  auditWrongPassword: (address) =>
    `Nome ou senha incorretos${address === undefined ? '' : `, a partir de ${address}`}.`,
  auditOpenIdRefused: {
    not_allowed: 'OpenID: esta pessoa não pode entrar aqui.',
    cancelled: 'OpenID: a pessoa cancelou.',
    refused: 'OpenID: a resposta não era válida.',
    unreachable: 'OpenID: o provedor não respondeu.',
  },
  auditOpenIdFailed: (code) => `OpenID: o login falhou (${code}).`,
  auditLookedFor: (event) => `Só as entradas deste evento: ${event}`,
  rotationBroken: (count) =>
    plural(count, {
      one: '# registro não abre com nenhuma chave. Ele é mantido.',
      other: '# registros não abrem com nenhuma chave. Eles são mantidos.',
    }),
};
