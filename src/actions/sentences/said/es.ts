import type { SaidInLanguage } from './said.ts';

export const spanishSaid: SaidInLanguage<'es'> = {
  words: {
    'Assigned {key} to {name}': '{key} está asignada ahora a {name}',
    'Assigned {key} to nobody': '{key} ya no está asignada a nadie',
    '{key} has to be assigned to someone.': '{key} tiene que estar asignada a alguien.',
    "{key} can't be assigned to {name}.": '{key} no se puede asignar a {name}.',
    'Your Jira account is not allowed to assign {key}.': 'Su cuenta de Jira no tiene permiso para asignar {key}.',
    "There is no issue {key}, or your account can't see it.":
      'No existe la incidencia {key}, o su cuenta no puede verla.',
    "I couldn't find anyone called “{who}” to assign {key} to.":
      'No he encontrado a nadie llamado «{who}» a quien asignar {key}.',
    'Several people are called “{who}”.': 'Hay varias personas llamadas «{who}».',
    'Commented on {key}': 'Comentario añadido a {key}',
    'Your Jira account is not allowed to comment on {key}.': 'Su cuenta de Jira no tiene permiso para comentar {key}.',
    'Created {key}': '{key} se ha creado',
    'Your Jira account is not allowed to create issues in {project}.':
      'Su cuenta de Jira no tiene permiso para crear incidencias en {project}.',
    'There is no project “{project}” where you can create issues.':
      'No hay ningún proyecto «{project}» en el que pueda crear incidencias.',
    'The project {project} also needs a value for “{field}”.':
      'El proyecto {project} también necesita un valor para «{field}».',
    'Deleted {key}': '{key} se ha eliminado',
    '{key} has subtasks. Delete them first.': '{key} tiene subtareas. Elimínelas primero.',
    'Your Jira account is not allowed to delete {key}.': 'Su cuenta de Jira no tiene permiso para eliminar {key}.',
    'Moved {key} to {status}': '{key} ha pasado a «{status}»',
    'Your Jira account is not allowed to move {key} from its status.': 'No puede cambiar el estado de {key}.',
    "{key} can't be moved to “{status}”.": '{key} no puede pasar a «{status}».',
    "Jira won't move {key} to “{status}” until more fields are filled in.":
      'Jira no pasa {key} a «{status}»: su proyecto pide que antes se rellenen más campos.',
    'Your Jira account is not allowed to move {key}.': 'Su cuenta de Jira no tiene permiso para mover {key}.',
    'Someone else is changing {key} right now. Please try again.':
      'Otra persona está cambiando {key} en este momento. Inténtelo de nuevo.',
    'Your Jira account is not allowed to see {key}.': 'Su cuenta de Jira no tiene permiso para ver {key}.',
    "The project {project} doesn't use tasks.": 'El proyecto {project} no tiene tareas.',
    'The project {project} has no issue type called “{type}”.':
      'El proyecto {project} no tiene ningún tipo de incidencia llamado «{type}».',
    'Changed the {field} of {key}': 'Se ha cambiado «{field}» de {key}',
    'Your Jira account is not allowed to change {key}.': 'Su cuenta de Jira no tiene permiso para cambiar {key}.',
    "Jira doesn't accept this {field} for {key}.": 'Jira no acepta eso como «{field}» de {key}.',
    'Your GitHub access does not allow comments on {issue}.': 'Su acceso a GitHub no permite comentar {issue}.',
    "There is no issue {issue}, or your access can't reach it.":
      'No existe la incidencia {issue}, o su acceso no llega hasta ella.',
    '{issue} was deleted.': '{issue} se eliminó.',
    'Your GitHub access does not allow creating issues in {repository}.':
      'Su acceso a GitHub no permite crear incidencias en {repository}.',
    "There is no repository {repository}, or your access can't reach it.":
      'No existe el repositorio {repository}, o su acceso no llega hasta él.',
    'Issues are turned off in {repository}.': '{repository} no tiene incidencias: allí están desactivadas.',
    "{product} doesn't accept this {field}.": '{product} no acepta eso como «{field}».',
    'Created ticket #{id}': 'Tique n.º {id} creado',
    'Replied to ticket #{id}': 'Respuesta enviada al tique n.º {id}',
    'Ticket #{id} is {status}': 'El tique n.º {id} está ahora «{status}»',
    'Your {product} account is not allowed to reply to ticket #{ticket}.':
      'Su cuenta de {product} no tiene permiso para responder al tique n.º {ticket}.',
    'Your {product} account is not allowed to change ticket #{ticket}.':
      'Su cuenta de {product} no tiene permiso para cambiar el tique n.º {ticket}.',
    'Your {product} account is not allowed to see ticket #{ticket}.':
      'Su cuenta de {product} no tiene permiso para ver el tique n.º {ticket}.',
    "There is no ticket #{ticket}, or your account can't see it.":
      'No existe el tique n.º {ticket}, o su cuenta no puede verlo.',
    'Someone else is changing ticket #{ticket} right now. Please try again.':
      'Otra persona está cambiando el tique n.º {ticket} en este momento. Inténtelo de nuevo.',
    'Ticket #{ticket} is closed. Open a new one instead.': 'El tique n.º {ticket} está cerrado. Abra uno nuevo.',
    'Zendesk also needs a value for the {field}.': 'Zendesk también necesita un valor para «{field}».',
    'I found no tickets for “{words}”.': 'No he encontrado tiques de «{words}».',
    'Tickets for “{words}”': 'Tiques de «{words}»',
    "Ticket #{ticket} didn't come by e-mail, so I can't reply to it. Please reply in Gorgias.":
      'El tique n.º {ticket} no se envió por correo electrónico, así que no puedo responder. Responda en Gorgias.',
    'There is no customer with the e-mail address {email}.':
      'No hay ningún cliente con la dirección de correo electrónico {email}.',
    'Added the note to {target}': 'Nota añadida a {target}',
    "There is no {target}, or your key can't see it.": 'No existe {target}, o su clave no puede verlo.',
    'Created the contact {name}': 'Contacto {name} creado',
    'A contact with the e-mail address {email} already exists.':
      'Ya hay un contacto con la dirección de correo electrónico {email}.',
    'Created the deal “{name}”': 'Negocio «{name}» creado',
    'I found no contact for “{who}”.': 'No he encontrado ningún contacto para «{who}».',
    'Contacts for “{who}”': 'Contactos para «{who}»',
    'I found no deal for “{name}”.': 'No he encontrado ningún negocio para «{name}».',
    'Deals for “{name}”': 'Negocios para «{name}»',
    'There is no stage called “{stage}”.': 'No hay ninguna etapa llamada «{stage}».',
    'Form {form} is in the trash.': 'El formulario {form} está en la papelera.',
    "Form {form} isn't accepting answers at the moment.": 'El formulario {form} no acepta respuestas en este momento.',
    'Your Jotform account has no form with the number {form}.':
      'Su cuenta de Jotform no tiene ningún formulario con el número {form}.',
    'You have no form “{form}” in Jotform.': 'Usted no tiene ningún formulario «{form}» en Jotform.',
    'This form asks for a file.': 'Este formulario pide un archivo.',
    'This form asks for a file ({title}).': 'Este formulario pide un archivo ({title}).',
    "This form has a question that can't be asked in a chat.":
      'Este formulario tiene una pregunta que no se puede hacer en un chat.',
    "This form has a question that can't be asked in a chat ({title}).":
      'Este formulario tiene una pregunta que no se puede hacer en un chat ({title}).',
    'Please use your browser to fill it in.': 'Rellénelo en el navegador.',
    'Please use your browser to fill it in: {url}': 'Rellénelo en el navegador: {url}',
    'form {id}': 'formulario {id}',
    'contact {id}': 'contacto {id}',
    'deal {id}': 'negocio {id}',
    summary: 'resumen',
    description: 'descripción',
    priority: 'prioridad',
    subject: 'asunto',
    message: 'mensaje',
    title: 'título',
    text: 'texto',
    stage: 'etapa',
    amount: 'importe',
    name: 'nombre',
    'first name': 'nombre de pila',
    'e-mail address': 'dirección de correo electrónico',
    "customer's e-mail address": 'dirección de correo electrónico de un cliente',
    open: 'abierto',
    pending: 'pendiente',
    solved: 'resuelto',
    nobody: 'nadie',
    issue: 'incidencia',
    'pull request': 'solicitud de incorporación de cambios',
    'No subject': 'Sin asunto',
    Question: 'Pregunta',
    'Your GitLab access does not allow creating issues in {project}.':
      'Su acceso a GitLab no permite crear incidencias en {project}.',
    "There is no project {project}, or your access can't reach it.":
      'No existe el proyecto {project}, o su acceso no llega a él.',
    'Sent to {channel}': 'Enviado a {channel}',
    'Due {day}': 'Vence el {day}',
    'I found no page for “{words}”.': 'No he encontrado ninguna página para «{words}».',
    'Pages for “{words}”': 'Páginas para «{words}»',
    'You have no workspace “{workspace}” in Asana.': 'Usted no tiene ningún espacio de trabajo «{workspace}» en Asana.',
    'Created in {workspace}': 'Creada en {workspace}',
  },
  counts: {
    customers: { one: 'Un cliente', other: '# clientes' },
    submissions: { one: '# respuesta', other: '# respuestas' },
    withoutOrganizations: {
      one: 'Sin las de una organización que exige inicio de sesión único: su acceso no ha pasado por él.',
      other: 'Sin las de # organizaciones que exigen inicio de sesión único: su acceso no ha pasado por él.',
    },
  },
};
