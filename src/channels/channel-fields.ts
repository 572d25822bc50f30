import type { TurnActivity } from './activity.ts';
import type { Channel } from './channels.ts';

/** A path into the activity. `part` selects one of the pieces between colons. */
export interface Field {
  readonly path: string;
  readonly part?: number;
}

export interface Sign extends Field {
  /** Matches a personal conversation. */
  readonly personal: RegExp;
  /** Matches a group. Default: whatever is not `personal`. */
  readonly group?: RegExp;
}

/** The first field that exists and is not empty. */
export function firstOf(activity: TurnActivity, fields: readonly Field[]): string {
  for (const field of fields) {
    const value = valueIn(activity, field);
    if (value !== undefined && value !== '') return value;
  }
  return '';
}

/** A group if anything in the activity says so. Personal only if the service itself says so. */
export function saysPersonal(activity: TurnActivity, { groups }: Pick<Channel, 'groups'>): boolean {
  if (saysGroup(activity)) return false;
  if (groups === 'none') return true;
  const said = groups.map((sign) => verdictOf(activity, sign));
  return said.includes('personal') && !said.includes('group');
}

function saysGroup({ conversation }: TurnActivity): boolean {
  const type = conversation?.conversationType || 'personal';
  return conversation?.isGroup === true || type !== 'personal';
}

function verdictOf(activity: TurnActivity, sign: Sign): 'personal' | 'group' | undefined {
  const value = valueIn(activity, sign);
  if (value === undefined) return undefined;
  if (sign.personal.test(value)) return 'personal';
  return sign.group === undefined || sign.group.test(value) ? 'group' : undefined;
}

function valueIn(activity: TurnActivity, { path, part }: Field): string | undefined {
  let found: unknown = activity;
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = Reflect.get(found, name);
  }
  if (typeof found !== 'string' && typeof found !== 'boolean') return undefined;
  return part === undefined ? String(found) : String(found).split(':')[part];
}
