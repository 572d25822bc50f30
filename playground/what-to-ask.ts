import { escapeMarkdown, type PublicIntegration } from 'latchkey';

/** What one may say, by product: the first sentence is offered as a button, all of them stand in the help. None deletes. */
export const SENTENCES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  jira: ['Create a Jira issue', 'Create issue in KAN: Order a kettle', 'My Jira issues', 'View KAN-1'],
  jotform: ['List Jotform forms', 'Fill in a Jotform form'],
  zendesk: ['My Zendesk tickets', 'Create a Zendesk ticket: The printer is on fire'],
  gorgias: ['List Gorgias tickets', 'Create a Gorgias ticket'],
  freshsales: ['List Freshsales contacts', 'Create Freshsales deal Kettles for 1200'],
  github: ['My GitHub issues'],
};

type Product = Pick<PublicIntegration, 'id' | 'name'>;

/** Web Chat makes a link of whatever looks like a host: monday.com. A word joiner keeps it a name. */
function unlinked(name: string): string {
  return name.replaceAll('.', '.\u2060');
}

/** Products that can be connected and have nothing to ask for yet: more of them share one line. */
const MOST_LINES = 4;

/** More would not be seen: they stand in a few rows above the message box. */
const MOST_BUTTONS = 6;

export function suggestions(products: readonly Product[]): readonly string[] {
  return products.flatMap(({ id }) => SENTENCES[id]?.[0] ?? []).slice(0, MOST_BUTTONS);
}

export function helpText(products: readonly Product[]): string {
  const asked = products.filter(({ id }) => SENTENCES[id] !== undefined);
  const connected = products.filter(({ id }) => SENTENCES[id] === undefined);
  const few = connected.length <= MOST_LINES ? connected : [];
  const many = connected.length <= MOST_LINES ? [] : connected;
  const lines = [...asked, ...few].map(({ id, name }) => {
    const sentences = SENTENCES[id] ?? [`connect ${id}`];
    return `- **${escapeMarkdown(name)}**: ${sentences.map((sentence) => `*${sentence}*`).join(' · ')}`;
  });
  const [first] = many;
  if (first !== undefined) {
    const names = many.map(({ name }) => unlinked(escapeMarkdown(name))).join(', ');
    lines.push(`- Or connect ${names}, for example: *connect ${first.id}*`);
  }
  return `This is what I can do for you:\n\n${lines.join('\n')}\n\n*connections* shows what is connected, *connect* and *disconnect* with the name of a product change it, and *cancel* works everywhere.`;
}
