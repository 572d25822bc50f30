import { randomUUID } from 'node:crypto';
import { Activity } from '@microsoft/agents-activity';
import type { CloudAdapter } from '@microsoft/agents-hosting';
import { mayBeTaken } from '../src/secrets/may-be-taken.ts';
import { isEnvelope } from '../src/secrets/texts-of-activity.ts';

type Members = Readonly<Record<string, unknown>>;

/**
 * `CloudAdapter.process` logs the activity (`DEBUG=agents:*`, and OpenTelemetry logs where they are installed) before
 * any middleware can look at it. Anything that may be a secret is left out until our middleware asks for it here.
 *
 * @returns a function that gives an activity its withheld parts back, once
 */
export function withholdSecrets(adapter: CloudAdapter): (activity: Activity) => void {
  const withheld = new Map<string, Members>();
  const process = adapter.process.bind(adapter);
  adapter.process = async (request, response, logic, headerPropagation) => {
    const { body, headers, method, user } = request;
    if (!isActivity(body) || !mayBeTaken(body)) return process(request, response, logic, headerPropagation);
    const handle = `withheld ${randomUUID()}`;
    const [envelope, members] = split(Activity.fromObject(body));
    withheld.set(handle, members);
    const shown = { ...envelope, ...productIn(members), text: handle };
    try {
      await process(
        { body: shown, headers, ...(method && { method }), ...(user && { user }) },
        response,
        logic,
        headerPropagation,
      );
    } finally {
      withheld.delete(handle);
    }
  };
  return (activity) => {
    const members = withheld.get(activity.text ?? '');
    if (members === undefined) return;
    withheld.delete(activity.text ?? '');
    Reflect.deleteProperty(activity, 'text');
    Object.assign(activity, members);
  };
}

function isActivity(body: unknown): body is { readonly type: string } {
  return typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string';
}

/** The members that the channel writes, and those that people may have written. */
function split(activity: Activity): readonly [Members, Members] {
  const all = Object.entries(activity);
  return [
    Object.fromEntries(all.filter(([member]) => isEnvelope(member))),
    Object.fromEntries(all.filter(([member]) => !isEnvelope(member))),
  ];
}

/** The entity from which the SDK reads the rest of the channel's name. */
function productIn({ entities }: Members): { readonly entities?: readonly unknown[] } {
  if (!Array.isArray(entities)) return {};
  const product = entities.filter((entity) => entity?.type === 'ProductInfo');
  return product.length === 0 ? {} : { entities: product };
}
