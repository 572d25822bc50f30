import type { PluralForms } from '../../../languages/grammar.ts';
import type { LanguageTag } from '../../../languages/language-tag.ts';

/** The sentences of our actions that contain values, as `{name}`, and the words that can be such a value. In English. */
export const SAID = [
  'Assigned {key} to {name}',
  'Assigned {key} to nobody',
  '{key} has to be assigned to someone.',
  "{key} can't be assigned to {name}.",
  'Your Jira account is not allowed to assign {key}.',
  "There is no issue {key}, or your account can't see it.",
  "I couldn't find anyone called “{who}” to assign {key} to.",
  'Several people are called “{who}”.',
  'Commented on {key}',
  'Your Jira account is not allowed to comment on {key}.',
  'Created {key}',
  'Your Jira account is not allowed to create issues in {project}.',
  'There is no project “{project}” where you can create issues.',
  'The project {project} also needs a value for “{field}”.',
  'Deleted {key}',
  '{key} has subtasks. Delete them first.',
  'Your Jira account is not allowed to delete {key}.',
  'Moved {key} to {status}',
  'Your Jira account is not allowed to move {key} from its status.',
  "{key} can't be moved to “{status}”.",
  "Jira won't move {key} to “{status}” until more fields are filled in.",
  'Your Jira account is not allowed to move {key}.',
  'Someone else is changing {key} right now. Please try again.',
  'Your Jira account is not allowed to see {key}.',
  "The project {project} doesn't use tasks.",
  'The project {project} has no issue type called “{type}”.',
  'Changed the {field} of {key}',
  'Your Jira account is not allowed to change {key}.',
  "Jira doesn't accept this {field} for {key}.",
  'Your GitHub access does not allow comments on {issue}.',
  "There is no issue {issue}, or your access can't reach it.",
  '{issue} was deleted.',
  'Your GitHub access does not allow creating issues in {repository}.',
  "There is no repository {repository}, or your access can't reach it.",
  'Issues are turned off in {repository}.',
  "{product} doesn't accept this {field}.",
  'Created ticket #{id}',
  'Replied to ticket #{id}',
  'Ticket #{id} is {status}',
  'Your {product} account is not allowed to reply to ticket #{ticket}.',
  'Your {product} account is not allowed to change ticket #{ticket}.',
  'Your {product} account is not allowed to see ticket #{ticket}.',
  "There is no ticket #{ticket}, or your account can't see it.",
  'Someone else is changing ticket #{ticket} right now. Please try again.',
  'Ticket #{ticket} is closed. Open a new one instead.',
  'Zendesk also needs a value for the {field}.',
  'I found no tickets for “{words}”.',
  'Tickets for “{words}”',
  "Ticket #{ticket} didn't come by e-mail, so I can't reply to it. Please reply in Gorgias.",
  'There is no customer with the e-mail address {email}.',
  'Added the note to {target}',
  "There is no {target}, or your key can't see it.",
  'Created the contact {name}',
  'A contact with the e-mail address {email} already exists.',
  'Created the deal “{name}”',
  'I found no contact for “{who}”.',
  'Contacts for “{who}”',
  'I found no deal for “{name}”.',
  'Deals for “{name}”',
  'There is no stage called “{stage}”.',
  'Form {form} is in the trash.',
  "Form {form} isn't accepting answers at the moment.",
  'Your Jotform account has no form with the number {form}.',
  'You have no form “{form}” in Jotform.',
  'This form asks for a file.',
  'This form asks for a file ({title}).',
  "This form has a question that can't be asked in a chat.",
  "This form has a question that can't be asked in a chat ({title}).",
  'Please use your browser to fill it in.',
  'Please use your browser to fill it in: {url}',
  'form {id}',
  'contact {id}',
  'deal {id}',
  'summary',
  'description',
  'priority',
  'subject',
  'message',
  'title',
  'text',
  'stage',
  'amount',
  'name',
  'first name',
  'e-mail address',
  "customer's e-mail address",
  'open',
  'pending',
  'solved',
  'nobody',
  'issue',
  'pull request',
  'No subject',
  'Question',
  'Your GitLab access does not allow creating issues in {project}.',
  "There is no project {project}, or your access can't reach it.",
  'Sent to {channel}',
  'Due {day}',
  'I found no page for “{words}”.',
  'Pages for “{words}”',
  'You have no workspace “{workspace}” in Asana.',
  'Created in {workspace}',
] as const;

/** A language that lacks one does not compile. */
export type Said = (typeof SAID)[number];

/** The names of the values in a sentence. */
export type ValueIn<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ValueIn<Rest>
  : never;

/** Sentences with a number of things. */
export type Counted = 'customers' | 'submissions' | 'withoutOrganizations';

export type PluralsOf<Name extends string, Language extends LanguageTag = LanguageTag> = Readonly<
  Record<Name, PluralForms<Language>>
>;

export interface SaidInLanguage<Language extends LanguageTag = LanguageTag> {
  readonly words: Readonly<Record<Said, string>>;
  readonly counts: PluralsOf<Counted, Language>;
}
