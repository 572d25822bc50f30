import type { SaidInLanguage } from './said.ts';

export const frenchSaid: SaidInLanguage<'fr'> = {
  words: {
    'Assigned {key} to {name}': '{key} est maintenant attribué à {name}',
    'Assigned {key} to nobody': '{key} n’est plus attribué à personne',
    '{key} has to be assigned to someone.': '{key} doit être attribué à quelqu’un.',
    "{key} can't be assigned to {name}.": '{key} ne peut pas être attribué à {name}.',
    'Your Jira account is not allowed to assign {key}.': 'Votre compte Jira n’est pas autorisé à attribuer {key}.',
    "There is no issue {key}, or your account can't see it.":
      'Le ticket {key} n’existe pas, ou votre compte ne peut pas le voir.',
    "I couldn't find anyone called “{who}” to assign {key} to.":
      'Je n’ai trouvé personne du nom de « {who} » à qui attribuer {key}.',
    'Several people are called “{who}”.': 'Il y a plusieurs personnes du nom de « {who} ».',
    'Commented on {key}': 'Commentaire ajouté à {key}',
    'Your Jira account is not allowed to comment on {key}.': 'Votre compte Jira n’est pas autorisé à commenter {key}.',
    'Created {key}': '{key} a été créé',
    'Your Jira account is not allowed to create issues in {project}.':
      'Votre compte Jira n’est pas autorisé à créer des tickets dans {project}.',
    'There is no project “{project}” where you can create issues.':
      'Il n’y a pas de projet « {project} » où vous pouvez créer des tickets.',
    'The project {project} also needs a value for “{field}”.':
      'Le projet {project} demande aussi une valeur pour « {field} ».',
    'Deleted {key}': '{key} a été supprimé',
    '{key} has subtasks. Delete them first.': '{key} a des sous-tâches. Supprimez-les d’abord.',
    'Your Jira account is not allowed to delete {key}.': 'Votre compte Jira n’est pas autorisé à supprimer {key}.',
    'Moved {key} to {status}': '{key} est passé à « {status} »',
    'Your Jira account is not allowed to move {key} from its status.': 'Vous ne pouvez pas changer l’état de {key}.',
    "{key} can't be moved to “{status}”.": '{key} ne peut pas passer à « {status} ».',
    "Jira won't move {key} to “{status}” until more fields are filled in.":
      'Jira ne fait pas passer {key} à « {status} » : son projet demande de remplir d’autres champs avant.',
    'Your Jira account is not allowed to move {key}.': 'Votre compte Jira n’est pas autorisé à déplacer {key}.',
    'Someone else is changing {key} right now. Please try again.':
      'Quelqu’un d’autre modifie {key} en ce moment. Veuillez réessayer.',
    'Your Jira account is not allowed to see {key}.': 'Votre compte Jira n’est pas autorisé à voir {key}.',
    "The project {project} doesn't use tasks.": 'Le projet {project} n’a pas de tâches.',
    'The project {project} has no issue type called “{type}”.':
      'Le projet {project} n’a pas de type de ticket appelé « {type} ».',
    'Changed the {field} of {key}': '« {field} » de {key} a été modifié',
    'Your Jira account is not allowed to change {key}.': 'Votre compte Jira n’est pas autorisé à modifier {key}.',
    "Jira doesn't accept this {field} for {key}.": 'Jira n’accepte pas cela comme « {field} » de {key}.',
    'Your GitHub access does not allow comments on {issue}.': 'Votre accès GitHub ne permet pas de commenter {issue}.',
    "There is no issue {issue}, or your access can't reach it.":
      'Le ticket {issue} n’existe pas, ou votre accès ne va pas jusque-là.',
    '{issue} was deleted.': '{issue} a été supprimé.',
    'Your GitHub access does not allow creating issues in {repository}.':
      'Votre accès GitHub ne permet pas de créer des tickets dans {repository}.',
    "There is no repository {repository}, or your access can't reach it.":
      'Le dépôt {repository} n’existe pas, ou votre accès ne va pas jusque-là.',
    'Issues are turned off in {repository}.': '{repository} n’a pas de tickets : ils y sont désactivés.',
    "{product} doesn't accept this {field}.": '{product} n’accepte pas cela comme « {field} ».',
    'Created ticket #{id}': 'Ticket n° {id} créé',
    'Replied to ticket #{id}': 'Réponse envoyée au ticket n° {id}',
    'Ticket #{id} is {status}': 'Le ticket n° {id} est maintenant « {status} »',
    'Your {product} account is not allowed to reply to ticket #{ticket}.':
      'Votre compte {product} n’est pas autorisé à répondre au ticket n° {ticket}.',
    'Your {product} account is not allowed to change ticket #{ticket}.':
      'Votre compte {product} n’est pas autorisé à modifier le ticket n° {ticket}.',
    'Your {product} account is not allowed to see ticket #{ticket}.':
      'Votre compte {product} n’est pas autorisé à voir le ticket n° {ticket}.',
    "There is no ticket #{ticket}, or your account can't see it.":
      'Le ticket n° {ticket} n’existe pas, ou votre compte ne peut pas le voir.',
    'Someone else is changing ticket #{ticket} right now. Please try again.':
      'Quelqu’un d’autre modifie le ticket n° {ticket} en ce moment. Veuillez réessayer.',
    'Ticket #{ticket} is closed. Open a new one instead.': 'Le ticket n° {ticket} est fermé. Ouvrez-en un nouveau.',
    'Zendesk also needs a value for the {field}.': 'Zendesk demande aussi une valeur pour « {field} ».',
    'I found no tickets for “{words}”.': 'Je n’ai trouvé aucun ticket pour « {words} ».',
    'Tickets for “{words}”': 'Tickets pour « {words} »',
    "Ticket #{ticket} didn't come by e-mail, so I can't reply to it. Please reply in Gorgias.":
      'Le ticket n° {ticket} n’a pas été envoyé par e-mail, je ne peux donc pas y répondre. Veuillez répondre dans Gorgias.',
    'There is no customer with the e-mail address {email}.': 'Il n’y a pas de client avec l’adresse e-mail {email}.',
    'Added the note to {target}': 'Note ajoutée à {target}',
    "There is no {target}, or your key can't see it.": '{target} n’existe pas, ou votre clé ne permet pas de le voir.',
    'Created the contact {name}': 'Contact {name} créé',
    'A contact with the e-mail address {email} already exists.':
      'Il y a déjà un contact avec l’adresse e-mail {email}.',
    'Created the deal “{name}”': 'Affaire « {name} » créée',
    'I found no contact for “{who}”.': 'Je n’ai trouvé aucun contact pour « {who} ».',
    'Contacts for “{who}”': 'Contacts pour « {who} »',
    'I found no deal for “{name}”.': 'Je n’ai trouvé aucune affaire pour « {name} ».',
    'Deals for “{name}”': 'Affaires pour « {name} »',
    'There is no stage called “{stage}”.': 'Il n’y a pas d’étape appelée « {stage} ».',
    'Form {form} is in the trash.': 'Le formulaire {form} est dans la corbeille.',
    "Form {form} isn't accepting answers at the moment.":
      'Le formulaire {form} n’accepte pas de réponses en ce moment.',
    'Your Jotform account has no form with the number {form}.':
      'Votre compte Jotform n’a pas de formulaire portant le numéro {form}.',
    'You have no form “{form}” in Jotform.': 'Vous n’avez pas de formulaire « {form} » dans Jotform.',
    'This form asks for a file.': 'Ce formulaire demande un fichier.',
    'This form asks for a file ({title}).': 'Ce formulaire demande un fichier ({title}).',
    "This form has a question that can't be asked in a chat.":
      'Ce formulaire a une question qui ne peut pas être posée dans une conversation.',
    "This form has a question that can't be asked in a chat ({title}).":
      'Ce formulaire a une question qui ne peut pas être posée dans une conversation ({title}).',
    'Please use your browser to fill it in.': 'Veuillez le remplir dans le navigateur.',
    'Please use your browser to fill it in: {url}': 'Veuillez le remplir dans le navigateur : {url}',
    'form {id}': 'formulaire {id}',
    'contact {id}': 'contact {id}',
    'deal {id}': 'affaire {id}',
    summary: 'résumé',
    description: 'description',
    priority: 'priorité',
    subject: 'objet',
    message: 'message',
    title: 'titre',
    text: 'texte',
    stage: 'étape',
    amount: 'montant',
    name: 'nom',
    'first name': 'prénom',
    'e-mail address': 'adresse e-mail',
    "customer's e-mail address": 'adresse e-mail d’un client',
    open: 'ouvert',
    pending: 'en attente',
    solved: 'résolu',
    nobody: 'personne',
    issue: 'ticket',
    'pull request': 'demande de tirage',
    'No subject': 'Sans objet',
    Question: 'Question',
    'Your GitLab access does not allow creating issues in {project}.':
      'Votre accès GitLab ne permet pas de créer des tickets dans {project}.',
    "There is no project {project}, or your access can't reach it.":
      'Il n’y a pas de projet {project}, ou votre accès ne l’atteint pas.',
    'Sent to {channel}': 'Envoyé à {channel}',
    'Due {day}': 'Échéance : {day}',
    'I found no page for “{words}”.': 'Je n’ai trouvé aucune page pour « {words} ».',
    'Pages for “{words}”': 'Pages pour « {words} »',
    'You have no workspace “{workspace}” in Asana.': 'Vous n’avez pas d’espace de travail « {workspace} » dans Asana.',
    'Created in {workspace}': 'Créée dans {workspace}',
  },
  counts: {
    customers: { one: '# client', other: '# clients' },
    submissions: { one: '# réponse', other: '# réponses' },
    withoutOrganizations: {
      one: 'Sans ceux d’une organisation qui exige l’authentification unique (SSO) : votre accès ne l’a pas passée.',
      other:
        'Sans ceux de # organisations qui exigent l’authentification unique (SSO) : votre accès ne l’a pas passée.',
    },
  },
};
