import { randomUUID } from 'node:crypto';
import { Activity } from '@microsoft/agents-activity';
import type { CloudAdapter, TurnContext } from '@microsoft/agents-hosting';
import { undress } from '../src/channels/dress.ts';
import { redact } from '../src/secrets/redact-secrets.ts';
import { holdsAny, type Secrets, secretsIn } from '../src/secrets/secrets-in.ts';

/** The body that the SDK sees and logs. */
type Shown = Record<string, unknown>;

/**
 * `CloudAdapter.process` logs the activity (`DEBUG=agents:*`, and OpenTelemetry logs if installed) before any middleware
 * sees it. So anything that may be a secret is withheld until our middleware asks for it.
 *
 * @returns a function that puts the withheld parts back into a turn's activity, once, and returns what was found in it;
 *   undefined if this activity did not come through `process`
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
    // searched in the shape that the turn will see
    const found = secretsIn(undress({ ...body }));
    // the only part of a request that reaches the turn as the same object
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
    // once only: the bot may begin other turns with the same identity
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
