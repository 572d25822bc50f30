import { lookUp } from '../look-up.ts';
import { documentText } from './document-format.ts';
import { statusCategories } from './present-issue.ts';
import type { JiraIssue } from './state.ts';

/** What a query depends on, besides its text. */
export interface JqlContext {
  readonly userId: string;
  readonly now: number;
}

export interface Jql {
  /** Jira refuses a search without any restriction. */
  readonly restricted: boolean;
  readonly matches: (issue: JiraIssue) => boolean;
  readonly compare: (one: JiraIssue, other: JiraIssue) => number;
}

type Matches = Jql['matches'];
/** A value of a clause: words, and the few functions we know already resolved. */
type Operand = string | null;

/**
 * The part of JQL a bot needs: clauses with `= != ~ !~ < <= > >= in, not in, is, is not`, `AND`, `OR`, parentheses,
 * `ORDER BY`, `currentUser()`, relative dates such as `-7d`.
 * @see https://support.atlassian.com/jira-software-cloud/docs/jql-fields/
 */
export function parseJql(text: string, context: JqlContext): Jql | { readonly problem: string } {
  const tokens = tokenize(text);
  if (!tokens) return { problem: 'Error in the JQL Query: the query could not be read.' };
  try {
    const reader = createReader(tokens);
    const restricted = reader.peek() !== undefined && !reader.nextIs('order');
    const matches = restricted ? readOr(reader, context) : () => true;
    const compare = readOrder(reader);
    if (reader.peek() !== undefined)
      throw new SyntaxError(`Error in the JQL Query: unexpected '${reader.peek()?.text}'.`);
    return { restricted, matches, compare };
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: error.message };
    throw error;
  }
}

interface Token {
  readonly text: string;
  readonly quoted: boolean;
}

function tokenize(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const quoted = /^"((?:[^"\\]|\\.)*)"|^'((?:[^'\\]|\\.)*)'/.exec(rest);
    const plain = /^(?:!=|!~|<=|>=|[=~<>(),]|[^\s"'=~<>!(),]+)/.exec(rest);
    const match = quoted ?? plain;
    if (!match) return undefined;
    tokens.push(
      quoted
        ? { text: (quoted[1] ?? quoted[2] ?? '').replaceAll(/\\(.)/g, '$1'), quoted: true }
        : { text: match[0], quoted: false },
    );
    rest = rest.slice(match[0].length).trimStart();
  }
  return tokens;
}

type Reader = ReturnType<typeof createReader>;

function createReader(tokens: readonly Token[]) {
  let position = 0;
  const nextIs = (word: string) => {
    const token = tokens[position];
    return token !== undefined && !token.quoted && token.text.toLowerCase() === word;
  };
  return {
    nextIs,
    peek: () => tokens[position],
    take(): Token {
      const token = tokens[position];
      if (!token) throw new SyntaxError('Error in the JQL Query: unexpected end of the query.');
      position += 1;
      return token;
    },
    skip(word: string): boolean {
      if (!nextIs(word)) return false;
      position += 1;
      return true;
    },
    expect(word: string): void {
      if (!nextIs(word)) throw new SyntaxError(`Error in the JQL Query: expecting '${word}'.`);
      position += 1;
    },
  };
}

function readOr(reader: Reader, context: JqlContext): Matches {
  const parts = [readAnd(reader, context)];
  while (reader.skip('or')) parts.push(readAnd(reader, context));
  return (issue) => parts.some((matches) => matches(issue));
}

function readAnd(reader: Reader, context: JqlContext): Matches {
  const parts = [readClause(reader, context)];
  while (reader.skip('and')) parts.push(readClause(reader, context));
  return (issue) => parts.every((matches) => matches(issue));
}

function readClause(reader: Reader, context: JqlContext): Matches {
  if (reader.skip('(')) {
    const inner = readOr(reader, context);
    reader.expect(')');
    return inner;
  }
  const name = reader.take().text;
  const values = valuesOf(name);
  const operator = readOperator(reader);
  const operands =
    operator === 'in' || operator === 'not in' ? readList(reader, context) : [readOperand(reader, context)];
  return compareWith(operator, operands, values, context);
}

function readOperator(reader: Reader): string {
  if (reader.skip('not')) {
    reader.expect('in');
    return 'not in';
  }
  if (reader.skip('is')) return reader.skip('not') ? '!=' : '=';
  const operator = reader.take().text.toLowerCase();
  if (['=', '!=', '~', '!~', '<', '<=', '>', '>=', 'in'].includes(operator)) return operator;
  throw new SyntaxError(`Error in the JQL Query: '${operator}' is not an operator.`);
}

function readList(reader: Reader, context: JqlContext): readonly Operand[] {
  reader.expect('(');
  const operands = [readOperand(reader, context)];
  while (reader.skip(',')) operands.push(readOperand(reader, context));
  reader.expect(')');
  return operands;
}

function readOperand(reader: Reader, context: JqlContext): Operand {
  const { text, quoted } = reader.take();
  if (quoted) return text;
  if (text.toLowerCase() === 'empty' || text.toLowerCase() === 'null') return null;
  if (!reader.skip('(')) return text;
  reader.expect(')');
  if (text.toLowerCase() === 'currentuser') return context.userId;
  if (text.toLowerCase() === 'now') return new Date(context.now).toISOString();
  if (text.toLowerCase() === 'startofday') return new Date(context.now).toISOString().slice(0, 10);
  throw new SyntaxError(`Unable to find JQL function '${text}()'.`);
}

type Value = string | number | null;

/** What an issue holds under a JQL field name; several values for fields that search in several places. */
function valuesOf(name: string): (issue: JiraIssue) => readonly Value[] {
  const field = lookUp(fields, name.toLowerCase());
  if (field) return field;
  throw new SyntaxError(`Field '${name}' does not exist or you do not have permission to view it.`);
}

const keyOf = (issue: JiraIssue) => `${issue.project}-${issue.number}`;
const fields: Readonly<Record<string, (issue: JiraIssue) => readonly Value[]>> = {
  project: (issue) => [issue.project],
  key: (issue) => [keyOf(issue), issue.id],
  issuekey: (issue) => [keyOf(issue), issue.id],
  id: (issue) => [keyOf(issue), issue.id],
  summary: (issue) => [issue.summary],
  description: (issue) => [documentText(issue.description)],
  text: (issue) => [issue.summary, documentText(issue.description)],
  status: (issue) => [issue.status],
  statuscategory: (issue) => [statusCategories[issue.status]?.name ?? '', statusCategories[issue.status]?.key ?? ''],
  resolution: (issue) => [issue.status === 'Done' ? 'Done' : 'Unresolved', ...(issue.status === 'Done' ? [] : [null])],
  assignee: (issue) => [issue.assignee],
  reporter: (issue) => [issue.reporter],
  creator: (issue) => [issue.reporter],
  issuetype: (issue) => [issue.issueType],
  type: (issue) => [issue.issueType],
  priority: (issue) => [issue.priority],
  labels: (issue) => (issue.labels.length > 0 ? issue.labels : [null]),
  duedate: (issue) => [issue.dueDate === null ? null : Date.parse(issue.dueDate)],
  due: (issue) => [issue.dueDate === null ? null : Date.parse(issue.dueDate)],
  created: (issue) => [issue.created],
  updated: (issue) => [issue.updated],
};

function compareWith(
  operator: string,
  operands: readonly Operand[],
  values: (issue: JiraIssue) => readonly Value[],
  context: JqlContext,
): Matches {
  const equal = (issue: JiraIssue) => values(issue).some((value) => operands.some((operand) => isSame(value, operand)));
  const contains = (issue: JiraIssue) => values(issue).some((value) => containsWords(value, operands[0] ?? ''));
  const against = (judge: (value: number, limit: number) => boolean) => {
    const limit = readTime(operands[0] ?? '', context);
    return (issue: JiraIssue) => values(issue).some((value) => typeof value === 'number' && judge(value, limit));
  };
  if (operator === '=' || operator === 'in') return equal;
  if (operator === '!=' || operator === 'not in') return (issue) => !equal(issue);
  if (operator === '~') return contains;
  if (operator === '!~') return (issue) => !contains(issue);
  if (operator === '<') return against((value, limit) => value < limit);
  if (operator === '<=') return against((value, limit) => value <= limit);
  if (operator === '>') return against((value, limit) => value > limit);
  return against((value, limit) => value >= limit);
}

function isSame(value: Value, operand: Operand): boolean {
  if (value === null || operand === null) return value === operand;
  return String(value).toLowerCase() === operand.toLowerCase();
}

function containsWords(value: Value, operand: string): boolean {
  const words = operand.toLowerCase().replaceAll(/["*]/g, '').split(/\s+/).filter(Boolean);
  return (
    words.length > 0 &&
    words.every((word) =>
      String(value ?? '')
        .toLowerCase()
        .includes(word),
    )
  );
}

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

function readTime(operand: string, { now }: JqlContext): number {
  const [, sign, amount, unit] = /^([+-]?)(\d+)([mhdw])$/.exec(operand) ?? [];
  if (amount && unit) return now + (sign === '-' ? -1 : 1) * Number(amount) * (units[unit] ?? 0);
  const time = Date.parse(operand.replaceAll('/', '-'));
  if (Number.isNaN(time)) throw new SyntaxError(`Date value '${operand}' is invalid.`);
  return time;
}

function readOrder(reader: Reader): Jql['compare'] {
  if (!reader.skip('order')) return (one, other) => other.created - one.created;
  reader.expect('by');
  const orders: { readonly values: (issue: JiraIssue) => readonly Value[]; readonly direction: 1 | -1 }[] = [];
  do {
    const values = valuesOf(reader.take().text);
    const descending = reader.skip('desc');
    if (!descending) reader.skip('asc');
    orders.push({ values, direction: descending ? -1 : 1 });
  } while (reader.skip(','));
  return (one, other) => {
    for (const { values, direction } of orders) {
      const order = compareValues(values(one)[0] ?? null, values(other)[0] ?? null);
      if (order !== 0) return order * direction;
    }
    return 0;
  };
}

function compareValues(one: Value, other: Value): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one ?? '').localeCompare(String(other ?? ''), 'en', { numeric: true });
}
