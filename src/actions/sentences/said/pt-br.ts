import type { SaidInLanguage } from './said.ts';

export const brazilianSaid: SaidInLanguage<'pt-BR'> = {
  words: {
    'Assigned {key} to {name}': '{key} agora está atribuído a {name}',
    'Assigned {key} to nobody': '{key} não está mais atribuído a ninguém',
    '{key} has to be assigned to someone.': '{key} precisa estar atribuído a alguém.',
    "{key} can't be assigned to {name}.": '{key} não pode ser atribuído a {name}.',
    'Your Jira account is not allowed to assign {key}.': 'Sua conta do Jira não tem permissão para atribuir {key}.',
    "There is no issue {key}, or your account can't see it.": 'O item {key} não existe, ou sua conta não pode vê-lo.',
    "I couldn't find anyone called “{who}” to assign {key} to.":
      'Não encontrei ninguém chamado “{who}” a quem atribuir {key}.',
    'Several people are called “{who}”.': 'Há várias pessoas chamadas “{who}”.',
    'Commented on {key}': 'Comentário adicionado a {key}',
    'Your Jira account is not allowed to comment on {key}.': 'Sua conta do Jira não tem permissão para comentar {key}.',
    'Created {key}': '{key} foi criado',
    'Your Jira account is not allowed to create issues in {project}.':
      'Sua conta do Jira não tem permissão para criar itens em {project}.',
    'There is no project “{project}” where you can create issues.':
      'Não há um projeto “{project}” em que você possa criar itens.',
    'The project {project} also needs a value for “{field}”.':
      'O projeto {project} também precisa de um valor para “{field}”.',
    'Deleted {key}': '{key} foi excluído',
    '{key} has subtasks. Delete them first.': '{key} tem subtarefas. Exclua-as primeiro.',
    'Your Jira account is not allowed to delete {key}.': 'Sua conta do Jira não tem permissão para excluir {key}.',
    'Moved {key} to {status}': '{key} passou para “{status}”',
    'Your Jira account is not allowed to move {key} from its status.': 'Você não pode mudar o status de {key}.',
    "{key} can't be moved to “{status}”.": '{key} não pode passar para “{status}”.',
    "Jira won't move {key} to “{status}” until more fields are filled in.":
      'O Jira não passa {key} para “{status}”: o projeto exige que mais campos sejam preenchidos antes.',
    'Your Jira account is not allowed to move {key}.': 'Sua conta do Jira não tem permissão para mover {key}.',
    'Someone else is changing {key} right now. Please try again.':
      'Outra pessoa está alterando {key} agora. Tente novamente.',
    'Your Jira account is not allowed to see {key}.': 'Sua conta do Jira não tem permissão para ver {key}.',
    "The project {project} doesn't use tasks.": 'O projeto {project} não tem tarefas.',
    'The project {project} has no issue type called “{type}”.':
      'O projeto {project} não tem um tipo de item chamado “{type}”.',
    'Changed the {field} of {key}': '“{field}” de {key} foi alterado',
    'Your Jira account is not allowed to change {key}.': 'Sua conta do Jira não tem permissão para alterar {key}.',
    "Jira doesn't accept this {field} for {key}.": 'O Jira não aceita isso como “{field}” de {key}.',
    'Your GitHub access does not allow comments on {issue}.': 'Seu acesso ao GitHub não permite comentar {issue}.',
    "There is no issue {issue}, or your access can't reach it.":
      'O item {issue} não existe, ou seu acesso não chega até ele.',
    '{issue} was deleted.': '{issue} foi excluído.',
    'Your GitHub access does not allow creating issues in {repository}.':
      'Seu acesso ao GitHub não permite criar itens em {repository}.',
    "There is no repository {repository}, or your access can't reach it.":
      'O repositório {repository} não existe, ou seu acesso não chega até ele.',
    'Issues are turned off in {repository}.': '{repository} não tem itens: eles estão desativados lá.',
    "{product} doesn't accept this {field}.": '{product} não aceita isso como “{field}”.',
    'Created ticket #{id}': 'Ticket nº {id} criado',
    'Replied to ticket #{id}': 'Resposta enviada ao ticket nº {id}',
    'Ticket #{id} is {status}': 'O ticket nº {id} agora está “{status}”',
    'Your {product} account is not allowed to reply to ticket #{ticket}.':
      'Sua conta do {product} não tem permissão para responder ao ticket nº {ticket}.',
    'Your {product} account is not allowed to change ticket #{ticket}.':
      'Sua conta do {product} não tem permissão para alterar o ticket nº {ticket}.',
    'Your {product} account is not allowed to see ticket #{ticket}.':
      'Sua conta do {product} não tem permissão para ver o ticket nº {ticket}.',
    "There is no ticket #{ticket}, or your account can't see it.":
      'O ticket nº {ticket} não existe, ou sua conta não pode vê-lo.',
    'Someone else is changing ticket #{ticket} right now. Please try again.':
      'Outra pessoa está alterando o ticket nº {ticket} agora. Tente novamente.',
    'Ticket #{ticket} is closed. Open a new one instead.': 'O ticket nº {ticket} está fechado. Abra um novo.',
    'Zendesk also needs a value for the {field}.': 'O Zendesk também precisa de um valor para “{field}”.',
    'I found no tickets for “{words}”.': 'Não encontrei tickets para “{words}”.',
    'Tickets for “{words}”': 'Tickets com “{words}”',
    "Ticket #{ticket} didn't come by e-mail, so I can't reply to it. Please reply in Gorgias.":
      'O ticket nº {ticket} não foi enviado por e-mail, então não posso responder. Responda no Gorgias.',
    'There is no customer with the e-mail address {email}.': 'Não há cliente com o endereço de e-mail {email}.',
    'Added the note to {target}': 'Nota adicionada a {target}',
    "There is no {target}, or your key can't see it.": 'Não existe {target}, ou sua chave não pode ver isso.',
    'Created the contact {name}': 'Contato {name} criado',
    'A contact with the e-mail address {email} already exists.':
      'Já existe um contato com o endereço de e-mail {email}.',
    'Created the deal “{name}”': 'Negócio “{name}” criado',
    'I found no contact for “{who}”.': 'Não encontrei nenhum contato para “{who}”.',
    'Contacts for “{who}”': 'Contatos para “{who}”',
    'I found no deal for “{name}”.': 'Não encontrei nenhum negócio para “{name}”.',
    'Deals for “{name}”': 'Negócios para “{name}”',
    'There is no stage called “{stage}”.': 'Não há etapa chamada “{stage}”.',
    'Form {form} is in the trash.': 'O formulário {form} está na lixeira.',
    "Form {form} isn't accepting answers at the moment.": 'O formulário {form} não aceita respostas no momento.',
    'Your Jotform account has no form with the number {form}.':
      'Sua conta do Jotform não tem um formulário com o número {form}.',
    'You have no form “{form}” in Jotform.': 'Você não tem o formulário “{form}” no Jotform.',
    'This form asks for a file.': 'Este formulário pede um arquivo.',
    'This form asks for a file ({title}).': 'Este formulário pede um arquivo ({title}).',
    "This form has a question that can't be asked in a chat.":
      'Este formulário tem uma pergunta que não pode ser feita em um chat.',
    "This form has a question that can't be asked in a chat ({title}).":
      'Este formulário tem uma pergunta que não pode ser feita em um chat ({title}).',
    'Please use your browser to fill it in.': 'Preencha-o no navegador.',
    'Please use your browser to fill it in: {url}': 'Preencha-o no navegador: {url}',
    'form {id}': 'formulário {id}',
    'contact {id}': 'contato {id}',
    'deal {id}': 'negócio {id}',
    summary: 'resumo',
    description: 'descrição',
    priority: 'prioridade',
    subject: 'assunto',
    message: 'mensagem',
    title: 'título',
    text: 'texto',
    stage: 'etapa',
    amount: 'valor',
    name: 'nome',
    'first name': 'primeiro nome',
    'e-mail address': 'endereço de e-mail',
    "customer's e-mail address": 'endereço de e-mail de um cliente',
    open: 'aberto',
    pending: 'pendente',
    solved: 'resolvido',
    nobody: 'ninguém',
    issue: 'item',
    'pull request': 'pull request',
    'No subject': 'Sem assunto',
    Question: 'Pergunta',
    'Your GitLab access does not allow creating issues in {project}.':
      'Seu acesso ao GitLab não permite criar issues em {project}.',
    "There is no project {project}, or your access can't reach it.":
      'Não existe o projeto {project}, ou seu acesso não chega a ele.',
    'Sent to {channel}': 'Enviado para {channel}',
    'Due {day}': 'Prazo: {day}',
    'I found no page for “{words}”.': 'Não encontrei nenhuma página para “{words}”.',
    'Pages for “{words}”': 'Páginas para “{words}”',
    'You have no workspace “{workspace}” in Asana.': 'Você não tem o espaço de trabalho “{workspace}” no Asana.',
    'Created in {workspace}': 'Criada em {workspace}',
  },
  counts: {
    customers: { one: '# cliente', other: '# clientes' },
    submissions: { one: '# resposta', other: '# respostas' },
    withoutOrganizations: {
      one: 'Sem os de uma organização que exige login único: seu acesso não passou por ele.',
      other: 'Sem os de # organizações que exigem login único: seu acesso não passou por ele.',
    },
  },
};
