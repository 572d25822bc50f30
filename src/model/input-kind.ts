/**
 * The kind of an action's input, derived from its zod schema. It decides how the bot asks and how it reads an answer. The
 * list is complete: `defineAction` refuses any other kind.
 */
export type InputKind = SingleKind | { readonly kind: 'list'; readonly of: SingleKind };

export type SingleKind =
  | { readonly kind: 'text' }
  /** `asText`: the schema takes digits as text and converts them itself. */
  | { readonly kind: 'number'; readonly asText?: true }
  | { readonly kind: 'yes_no'; readonly asText?: true }
  /** ISO 8601 in text: `2026-11-27`, `18:30`, `2026-11-27T17:30:00Z`. */
  | { readonly kind: 'day' | 'time' | 'moment' }
  /** A `Date`. A day is midnight in UTC. */
  | { readonly kind: 'date' }
  | { readonly kind: 'choice'; readonly options: readonly InputOption[] };

export interface InputOption {
  /** What people read and say. */
  readonly label: string;
  /** What the schema accepts. */
  readonly value: string | number | boolean;
}

/** The part of a zod 4 schema that we look at. Structural, so that it fits every copy of zod. */
interface AnySchema {
  readonly _zod: { readonly def: SchemaDefinition };
  meta?(): Readonly<Record<string, unknown>> | undefined;
}

/** A schema that can parse. */
export interface InputSchema extends AnySchema {
  readonly _zod: AnySchema['_zod'] & {
    /** Returns a promise if a rule is asynchronous. */
    run(payload: InputPayload, context: { readonly async: true }): InputPayload | Promise<InputPayload>;
  };
  safeParse(value: unknown, settings?: ParseSettings): InputParsed;
  safeParseAsync(value: unknown, settings?: ParseSettings): Promise<InputParsed>;
}

/** What zod passes from rule to rule. */
export interface InputPayload {
  readonly value: unknown;
  readonly issues: readonly unknown[];
}

export interface ParseSettings {
  readonly error: () => string;
}

export type InputParsed =
  | { readonly success: true; readonly data: unknown }
  | { readonly success: false; readonly error: { readonly issues: readonly InputIssue[] } };

/** See https://zod.dev/error-customization */
export interface InputIssue {
  readonly code: string;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly origin?: string;
  readonly format?: string | undefined;
  readonly expected?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly inclusive?: boolean;
  readonly divisor?: number | bigint;
}

/** `.meta({ … })` */
export interface SchemaMeta {
  /** The question. */
  readonly title?: string;
  /** The hint after the question. */
  readonly description?: string;
  readonly examples?: readonly unknown[];
  /** Labels for the values of an enum. */
  readonly labels?: Labels;
}

type Labels = Readonly<Record<string, string>>;

interface SchemaDefinition {
  readonly type: string;
  readonly format?: string | undefined;
  readonly checks?: readonly {
    readonly _zod: { readonly def: { readonly check?: string; readonly format?: string } };
  }[];
  readonly innerType?: AnySchema;
  readonly in?: AnySchema;
  readonly out?: AnySchema;
  readonly element?: AnySchema;
  readonly options?: readonly AnySchema[];
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly values?: readonly unknown[];
}

/** Undefined for a kind that the bot cannot ask for. */
export function inputKindOf(schema: AnySchema, outerLabels: Labels = {}): InputKind | undefined {
  const { def } = schema._zod;
  const labels = { ...outerLabels, ...ownMetaOf(schema).labels };
  switch (def.type) {
    case 'string':
      return { kind: textKindOf(def) };
    case 'template_literal':
      return { kind: 'text' };
    case 'number':
    case 'date':
      return { kind: def.type };
    case 'boolean':
      return { kind: 'yes_no' };
    case 'enum':
    case 'literal':
      return choiceOf(optionsOf(schema, labels));
    case 'union':
      return unionKind(def.options ?? [], labels);
    case 'array':
      return listOf(def.element && inputKindOf(def.element, labels));
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return def.innerType && inputKindOf(def.innerType, labels);
    case 'pipe':
      return pipeKind(def, labels);
    default:
      return undefined;
  }
}

/** Metadata of the schema, or else of the schema it wraps: `.optional()` and others have none of their own. */
export function inputMetaOf(schema: AnySchema): SchemaMeta {
  const { innerType, in: first } = schema._zod.def;
  const inner = innerType ?? first;
  return { ...(inner === undefined ? {} : inputMetaOf(inner)), ...ownMetaOf(schema) };
}

function ownMetaOf(schema: AnySchema): SchemaMeta {
  const { title, description, examples, labels } = schema.meta?.() ?? {};
  return {
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    ...(Array.isArray(examples) ? { examples } : {}),
    ...(typeof labels === 'object' && labels !== null ? { labels: labelsIn(labels) } : {}),
  };
}

function labelsIn(labels: object): Labels {
  return Object.fromEntries(Object.entries(labels).map(([value, label]) => [value, String(label)]));
}

function textKindOf({ format, checks = [] }: SchemaDefinition): 'text' | 'day' | 'time' | 'moment' {
  const formats = [format, ...checks.map((check) => check._zod.def.format)];
  if (formats.includes('date')) return 'day';
  if (formats.includes('time')) return 'time';
  return formats.includes('datetime') ? 'moment' : 'text';
}

function choiceOf(options: readonly InputOption[] | undefined): SingleKind | undefined {
  return options === undefined || options.length === 0 ? undefined : { kind: 'choice', options };
}

function optionsOf(schema: AnySchema, labels: Labels): readonly InputOption[] | undefined {
  const { entries, values } = schema._zod.def;
  const { title } = inputMetaOf(schema);
  if (entries !== undefined) {
    return (
      Object.entries(entries)
        // TypeScript's numeric enums list each member a second time, under its number
        .filter(([name, value]) => !(typeof value === 'string' && entries[value] === Number(name)))
        .map(([name, value]) => ({
          label: labels[String(value)] ?? labels[name] ?? (typeof value === 'string' ? value : name),
          value,
        }))
    );
  }
  const usable = (values ?? []).filter((value) => isOptionValue(value));
  if (usable.length !== (values ?? []).length) return undefined;
  // if there is only one literal, it has its own label
  const own = usable.length === 1 ? title : undefined;
  return usable.map((value) => ({ label: labels[String(value)] ?? own ?? String(value), value }));
}

function isOptionValue(value: unknown): value is InputOption['value'] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Literals and enums together are one choice. A union with free text is text. */
function unionKind(schemas: readonly AnySchema[], labels: Labels): InputKind | undefined {
  const asked = schemas.filter(({ _zod: { def } }) => !isNothing(def));
  const kinds = asked.map((schema) => inputKindOf(schema, labels));
  const [first, ...others] = kinds;
  if (first === undefined || others.includes(undefined)) return undefined;
  if (others.length === 0) return first;
  const known = kinds.filter((kind) => kind !== undefined);
  const options = known.flatMap((kind) => (kind.kind === 'choice' ? kind.options : []));
  if (known.every(({ kind }) => kind === 'choice')) return { kind: 'choice', options };
  const canBeText = known.every(({ kind }) => kind === 'text' || kind === 'choice' || kind === 'number');
  return canBeText && known.some(({ kind }) => kind === 'text') ? { kind: 'text' } : undefined;
}

/** Says only that the input may be absent. */
function isNothing({ type, values }: SchemaDefinition): boolean {
  return type === 'null' || type === 'undefined' || (type === 'literal' && (values ?? []).every((one) => one == null));
}

function listOf(kind: InputKind | undefined): InputKind | undefined {
  return kind === undefined || kind.kind === 'list' ? undefined : { kind: 'list', of: kind };
}

/** The kind of what goes into a pipe. If that is text for a number or a yes, people can answer as they usually write it. */
function pipeKind({ in: first, out }: SchemaDefinition, labels: Labels): InputKind | undefined {
  if (first === undefined) return undefined;
  // `z.preprocess` accepts anything, so the bot asks for what comes out
  if (first._zod.def.type === 'transform') return out && inputKindOf(out, labels);
  const kind = inputKindOf(first, labels);
  const made = kind?.kind === 'text' && out !== undefined ? inputKindOf(out, labels) : undefined;
  if (made?.kind === 'number' || made?.kind === 'yes_no') return { kind: made.kind, asText: true };
  return kind;
}
