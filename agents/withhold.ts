import { randomUUID } from 'node:crypto';
import { Activity } from '@microsoft/agents-activity';
import type { CloudAdapter, TurnContext } from '@microsoft/agents-hosting';
import { undress } from '../src/channels/dress.ts';
import { redact } from '../src/secrets/redact-secrets.ts';
import { holdsAny, type Secrets, secretsIn } from '../src/secrets/secrets-in.ts';

/** The body that the SDK sees. */
type Shown = Record<string, unknown>;

/**
 * `CloudAdapter.process` logs the activity (`DEBUG=agents:*`, and OpenTelemetry logs where they are installed) before
 * any middleware can look at it. Anything that may be a secret is left out until our middleware asks for it here.
 *
 * @returns a function that gives a turn's activity its withheld parts back, once, and says what was found in it; undefined
 *   where nobody has looked
 */
export function withholdSecrets(adapter: CloudAdapter): (turn: TurnContext) => Secrets | undefined {
  const withheld = new Map<string, ReturnType<typeof redact>>();
  const looked = new WeakMap<object, Secrets>();
  const process = adapter.process.bind(adapter);
  const passWithheld = async (body: Shown, pass: (shown: Shown) => Promise<void>) => {
    const handle = `withheld ${randomUUID()}`;
    const shown = Activity.fromObject(body);
    const product = productIn(shown);
    withheld.set(handle, redact(shown));
    try {
      await pass({ ...shown, ...product, text: handle });
    } finally {
      withheld.delete(handle);
    }
  };
  adapter.process = (request, response, logic, headerPropagation) => {
    const { body, headers, method, user } = request;
    if (!isActivity(body)) return process(request, response, logic, headerPropagation);
    // as the turn will see it
    const found = secretsIn(undress({ ...body }));
    // of all that comes with a request, only this reaches the turn as it is
    const identity = user && { ...user };
    if (identity !== undefined) looked.set(identity, found);
    const pass = (shown: Shown) =>
      process(
        { body: shown, headers, ...(method && { method }), ...(identity && { user: identity }) },
        response,
        logic,
        headerPropagation,
      );
    return holdsAny(found) ? passWithheld(body, pass) : pass(body);
  };
  return ({ activity, identity }) => {
    const handle = activity.text ?? '';
    withheld.get(handle)?.(activity);
    withheld.delete(handle);
    const found = looked.get(identity);
    // of this very activity: the bot may begin other turns with the same identity
    looked.delete(identity);
    return found;
  };
}

function isActivity(body: unknown): body is { readonly type: string } {
  return typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string';
}

/** The entity from which the SDK reads the rest of the channel's name. */
function productIn({ entities }: Activity): { readonly entities?: readonly unknown[] } {
  if (!Array.isArray(entities)) return {};
  const product = entities.filter((entity) => entity?.type === 'ProductInfo');
  return product.length === 0 ? {} : { entities: product };
}
