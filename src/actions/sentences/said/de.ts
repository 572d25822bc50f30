import type { SaidInLanguage } from './said.ts';

export const germanSaid: SaidInLanguage<'de'> = {
  words: {
    'Assigned {key} to {name}': '{key} ist jetzt {name} zugewiesen',
    'Assigned {key} to nobody': '{key} ist jetzt niemandem zugewiesen',
    '{key} has to be assigned to someone.': 'Jemand muss für {key} zuständig sein.',
    "{key} can't be assigned to {name}.": '{key} kann {name} nicht zugewiesen werden.',
    'Your Jira account is not allowed to assign {key}.': 'Ihr Jira-Konto darf {key} nicht zuweisen.',
    "There is no issue {key}, or your account can't see it.":
      'Es gibt kein Issue {key}, oder Ihr Konto kann es nicht sehen.',
    "I couldn't find anyone called “{who}” to assign {key} to.":
      'Ich habe niemanden namens „{who}“ gefunden, dem {key} zugewiesen werden kann.',
    'Several people are called “{who}”.': 'Es gibt mehrere namens „{who}“.',
    'Commented on {key}': '{key} kommentiert',
    'Your Jira account is not allowed to comment on {key}.': 'Ihr Jira-Konto darf {key} nicht kommentieren.',
    'Created {key}': '{key} angelegt',
    'Your Jira account is not allowed to create issues in {project}.':
      'Ihr Jira-Konto darf in {project} keine Issues anlegen.',
    'There is no project “{project}” where you can create issues.':
      'Es gibt kein Projekt „{project}“, in dem Sie Issues anlegen können.',
    'The project {project} also needs a value for “{field}”.':
      'Das Projekt {project} verlangt auch einen Wert für „{field}“.',
    'Deleted {key}': '{key} gelöscht',
    '{key} has subtasks. Delete them first.': '{key} hat Unteraufgaben. Löschen Sie zuerst diese.',
    'Your Jira account is not allowed to delete {key}.': 'Ihr Jira-Konto darf {key} nicht löschen.',
    'Moved {key} to {status}': '{key} hat jetzt den Status „{status}“',
    'Your Jira account is not allowed to move {key} from its status.': 'Sie können den Status von {key} nicht ändern.',
    "{key} can't be moved to “{status}”.": '{key} kann nicht in den Status „{status}“ verschoben werden.',
    "Jira won't move {key} to “{status}” until more fields are filled in.":
      'Jira verschiebt {key} nicht in den Status „{status}“: Das Projekt verlangt, dass vorher mehr ausgefüllt wird.',
    'Your Jira account is not allowed to move {key}.': 'Ihr Jira-Konto darf {key} nicht verschieben.',
    'Someone else is changing {key} right now. Please try again.':
      'Jemand anders ändert {key} gerade. Bitte versuchen Sie es noch einmal.',
    'Your Jira account is not allowed to see {key}.': 'Ihr Jira-Konto darf {key} nicht sehen.',
    "The project {project} doesn't use tasks.": 'Im Projekt {project} gibt es keine Aufgaben.',
    'The project {project} has no issue type called “{type}”.':
      'Im Projekt {project} gibt es keinen Issue-Typ namens „{type}“.',
    'Changed the {field} of {key}': '„{field}“ von {key} geändert',
    'Your Jira account is not allowed to change {key}.': 'Ihr Jira-Konto darf {key} nicht ändern.',
    "Jira doesn't accept this {field} for {key}.": 'Jira nimmt das nicht als „{field}“ von {key} an.',
    'Your GitHub access does not allow comments on {issue}.': 'Ihr GitHub-Zugang darf {issue} nicht kommentieren.',
    "There is no issue {issue}, or your access can't reach it.":
      'Es gibt kein Issue {issue}, oder Ihr Zugang reicht nicht so weit.',
    '{issue} was deleted.': '{issue} wurde gelöscht.',
    'Your GitHub access does not allow creating issues in {repository}.':
      'Ihr GitHub-Zugang darf in {repository} keine Issues anlegen.',
    "There is no repository {repository}, or your access can't reach it.":
      'Es gibt kein Repository {repository}, oder Ihr Zugang reicht nicht so weit.',
    'Issues are turned off in {repository}.': 'In {repository} gibt es keine Issues: Sie sind dort abgeschaltet.',
    "{product} doesn't accept this {field}.": '{product} nimmt das nicht als „{field}“ an.',
    'Created ticket #{id}': 'Ticket #{id} angelegt',
    'Replied to ticket #{id}': 'Ticket #{id} beantwortet',
    'Ticket #{id} is {status}': 'Ticket #{id} hat jetzt den Status „{status}“',
    'Your {product} account is not allowed to reply to ticket #{ticket}.':
      'Ihr {product}-Konto darf Ticket #{ticket} nicht beantworten.',
    'Your {product} account is not allowed to change ticket #{ticket}.':
      'Ihr {product}-Konto darf Ticket #{ticket} nicht ändern.',
    'Your {product} account is not allowed to see ticket #{ticket}.':
      'Ihr {product}-Konto darf Ticket #{ticket} nicht sehen.',
    "There is no ticket #{ticket}, or your account can't see it.":
      'Es gibt kein Ticket #{ticket}, oder Ihr Konto kann es nicht sehen.',
    'Someone else is changing ticket #{ticket} right now. Please try again.':
      'Jemand anders ändert Ticket #{ticket} gerade. Bitte versuchen Sie es noch einmal.',
    'Ticket #{ticket} is closed. Open a new one instead.':
      'Ticket #{ticket} ist geschlossen. Legen Sie stattdessen ein neues an.',
    'Zendesk also needs a value for the {field}.': 'Zendesk verlangt auch einen Wert für „{field}“.',
    'I found no tickets for “{words}”.': 'Ich habe keine Tickets zu „{words}“ gefunden.',
    'Tickets for “{words}”': 'Tickets zu „{words}“',
    "Ticket #{ticket} didn't come by e-mail, so I can't reply to it. Please reply in Gorgias.":
      'Ticket #{ticket} kam nicht per E-Mail, deshalb kann ich es nicht beantworten. Bitte antworten Sie in Gorgias.',
    'There is no customer with the e-mail address {email}.': 'Es gibt keinen Kunden mit der E-Mail-Adresse {email}.',
    'Added the note to {target}': 'Notiz hinzugefügt: {target}',
    "There is no {target}, or your key can't see it.":
      '{target} gibt es nicht, oder Ihr Schlüssel kann es nicht sehen.',
    'Created the contact {name}': 'Kontakt {name} angelegt',
    'A contact with the e-mail address {email} already exists.':
      'Es gibt schon einen Kontakt mit der E-Mail-Adresse {email}.',
    'Created the deal “{name}”': 'Deal „{name}“ angelegt',
    'I found no contact for “{who}”.': 'Ich habe keinen Kontakt zu „{who}“ gefunden.',
    'Contacts for “{who}”': 'Kontakte zu „{who}“',
    'I found no deal for “{name}”.': 'Ich habe keinen Deal zu „{name}“ gefunden.',
    'Deals for “{name}”': 'Deals zu „{name}“',
    'There is no stage called “{stage}”.': 'Es gibt keine Phase namens „{stage}“.',
    'Form {form} is in the trash.': 'Formular {form} liegt im Papierkorb.',
    "Form {form} isn't accepting answers at the moment.": 'Formular {form} nimmt zurzeit keine Antworten an.',
    'Your Jotform account has no form with the number {form}.':
      'Ihr Jotform-Konto hat kein Formular mit der Nummer {form}.',
    'You have no form “{form}” in Jotform.': 'Sie haben in Jotform kein Formular „{form}“.',
    'This form asks for a file.': 'Dieses Formular verlangt eine Datei.',
    'This form asks for a file ({title}).': 'Dieses Formular verlangt eine Datei ({title}).',
    "This form has a question that can't be asked in a chat.":
      'Dieses Formular hat eine Frage, die sich im Chat nicht stellen lässt.',
    "This form has a question that can't be asked in a chat ({title}).":
      'Dieses Formular hat eine Frage, die sich im Chat nicht stellen lässt ({title}).',
    'Please use your browser to fill it in.': 'Bitte füllen Sie es im Browser aus.',
    'Please use your browser to fill it in: {url}': 'Bitte füllen Sie es im Browser aus: {url}',
    'form {id}': 'Formular {id}',
    'contact {id}': 'Kontakt {id}',
    'deal {id}': 'Deal {id}',
    summary: 'Zusammenfassung',
    description: 'Beschreibung',
    priority: 'Priorität',
    subject: 'Betreff',
    message: 'Nachricht',
    title: 'Titel',
    text: 'Text',
    stage: 'Phase',
    amount: 'Betrag',
    name: 'Name',
    'first name': 'Vorname',
    'e-mail address': 'E-Mail-Adresse',
    "customer's e-mail address": 'E-Mail-Adresse eines Kunden',
    open: 'offen',
    pending: 'wartend',
    solved: 'gelöst',
    nobody: 'niemand',
    issue: 'Issue',
    'pull request': 'Pull Request',
    'No subject': 'Ohne Betreff',
    Question: 'Frage',
    'Your GitLab access does not allow creating issues in {project}.':
      'Ihr GitLab-Zugang darf in {project} keine Issues anlegen.',
    "There is no project {project}, or your access can't reach it.":
      'Es gibt kein Projekt {project}, oder Ihr Zugang reicht nicht so weit.',
    'Sent to {channel}': 'An {channel} gesendet',
    'Due {day}': 'Fällig am {day}',
    'I found no page for “{words}”.': 'Ich habe keine Seite zu „{words}“ gefunden.',
    'Pages for “{words}”': 'Seiten zu „{words}“',
    'You have no workspace “{workspace}” in Asana.': 'Sie haben in Asana keinen Workspace „{workspace}“.',
    'Created in {workspace}': 'In {workspace} angelegt',
  },
  counts: {
    customers: { one: 'Ein Kunde', other: '# Kunden' },
    submissions: { one: '# Antwort', other: '# Antworten' },
    withoutOrganizations: {
      one: 'Ohne die einer Organisation, die Single Sign-on verlangt: Ihr Zugang hat es nicht durchlaufen.',
      other: 'Ohne die von # Organisationen, die Single Sign-on verlangen: Ihr Zugang hat es nicht durchlaufen.',
    },
  },
};
