import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { type Answer, json } from './answer.ts';
import { oauthProductNames, type SandboxControl } from './control.ts';
import { faultKinds } from './faults.ts';
import { productNames } from './product.ts';
import { readRequestBody } from './request-body.ts';

const product = z.enum(productNames);

const status = z.int().min(200).max(599).default(503);

const command = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('now') }),
  z.object({ verb: z.literal('advance'), milliseconds: z.number() }),
  z.object({
    verb: z.literal('failNext'),
    product,
    kind: z.enum(faultKinds),
    status,
    times: z.int().positive().default(1),
    route: z.string().default(''),
  }),
  z.object({
    verb: z.literal('setMood'),
    product,
    kind: z.enum(['usual', ...faultKinds]),
    status,
    route: z.string().default(''),
  }),
  z.object({ verb: z.literal('revokeGrants'), product, user: z.string().optional() }),
  z.object({
    verb: z.literal('setRedirectUris'),
    product: z.enum(oauthProductNames),
    registration: z.union([z.literal('loopback'), z.array(z.string())]),
  }),
  z.object({ verb: z.literal('setJiraRefreshRefusal'), error: z.enum(['invalid_grant', 'unauthorized_client']) }),
  z.object({
    verb: z.literal('setJotformQuota'),
    callsLeft: z.int().nonnegative(),
    refusal: z.enum(['http_429', 'http_200']).default('http_429'),
  }),
  z.object({ verb: z.literal('retireZendeskApiTokens'), retired: z.boolean().default(true) }),
  z.object({ verb: z.literal('setZendeskTokenStatus'), status: z.union([z.literal(200), z.literal(201)]) }),
  z.object({ verb: z.literal('setGithubSingleSignOn'), mode: z.enum(['off', 'partial_results', 'required']) }),
  z.object({ verb: z.literal('enforceRateLimits'), enforced: z.boolean() }),
  z.object({ verb: z.literal('counters') }),
  z.object({ verb: z.literal('requests') }),
  z.object({ verb: z.literal('reset') }),
]);

/**
 * `POST /control` with `{"verb":"advance","milliseconds":60000}`: the verbs of `SandboxControl`, not part of any
 * imitation. JSON only, which also keeps out other sites' forms.
 */
export function mountControlRoute(server: Server, control: SandboxControl): void {
  server.post('/control', async (incoming: Request, outgoing: Response) => {
    const body = await readRequestBody(incoming);
    const answer = runCommand(control, body.encoding === 'json' ? body.value : undefined);
    outgoing.writeHead(answer.status, answer.headers);
    outgoing.end(answer.body);
  });
}

function runCommand(control: SandboxControl, value: unknown): Answer {
  const parsed = command.safeParse(value);
  if (!parsed.success) return json(400, { problem: 'not a command', issues: parsed.error.issues });
  try {
    return json(200, { result: apply(control, parsed.data) ?? null });
  } catch (error) {
    if (error instanceof RangeError) return json(400, { problem: error.message });
    throw error;
  }
}

function apply(control: SandboxControl, given: z.infer<typeof command>): unknown {
  switch (given.verb) {
    case 'now':
      return control.now();
    case 'advance':
      return control.advance(given.milliseconds);
    case 'failNext':
      return control.failNext(given.product, given);
    case 'setMood':
      return control.setMood(given.product, given.kind === 'usual' ? undefined : { ...given, kind: given.kind });
    case 'revokeGrants':
      return control.revokeGrants(given.product, given.user);
    case 'setRedirectUris':
      return control.setRedirectUris(given.product, given.registration);
    case 'setJiraRefreshRefusal':
      return control.setJiraRefreshRefusal(given.error);
    case 'setJotformQuota':
      return control.setJotformQuota(given.callsLeft, given.refusal);
    case 'retireZendeskApiTokens':
      return control.retireZendeskApiTokens(given.retired);
    case 'setZendeskTokenStatus':
      return control.setZendeskTokenStatus(given.status);
    case 'setGithubSingleSignOn':
      return control.setGithubSingleSignOn(given.mode);
    case 'enforceRateLimits':
      return control.enforceRateLimits(given.enforced);
    case 'counters':
      return control.counters();
    case 'requests':
      return control.requests();
    case 'reset':
      return control.reset();
  }
}
