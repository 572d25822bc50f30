import { audit } from '../../flows/audit.ts';
import {
  listAllConnections,
  revokeAllConnections,
  revokeConnection,
  searchConnections,
  type UsedConnection,
} from '../../flows/operator/revoke-connections.ts';
import type { Connection } from '../../model/connection.ts';
import { accountName } from '../../model/connection-name.ts';
import { isolatedName } from '../../model/shown-name.ts';
import { answerPage } from '../answer.ts';
import { onlyValue } from '../read-form.ts';
import { pathSegment, queryOf } from '../request-target.ts';
import type { FieldError } from '../views/field-row.ts';
import { answerNotFound } from './answers.ts';
import { PROOF_FIELD, proofProblem, proofRow } from './proof.ts';
import { isFound, searchIn } from './search.ts';
import { confirmView } from './views/confirm.ts';
import { CONNECTION_STATES, type ConnectionFilter, connectionsView } from './views/connections.ts';
import { frameOf } from './views/console-layout.ts';
import { changing, signedIn, type Visit } from './visit.ts';

const PAGE = 50;
/** The page that asks before all are revoked counts up to this number. */
const COUNTED = 1_000;

/** `GET /console/connections?integration=&status=&q=` */
export const connectionsPage = signedIn(async (visit) => {
  const query = queryOf(visit.request);
  const integration = onlyValue(query, 'integration') || undefined;
  const status = CONNECTION_STATES.find((state) => state === onlyValue(query, 'status'));
  const after = onlyValue(query, 'after') || undefined;
  await answerConnections(visit, {
    search: searchIn(visit.request),
    ...(integration === undefined ? {} : { integration }),
    ...(status === undefined ? {} : { status }),
    ...(after === undefined ? {} : { after }),
  });
});

const ALL: ConnectionFilter = { search: '' };

/** `GET /console/connections/:id/revoke` */
export const revokePage = signedIn(async (visit) => {
  const connection = await connectionOf(visit);
  if (connection === undefined) return answerNotFound(visit.web, visit.response, visit);
  answerPage(visit.response, 200, renderRevoke(visit, connection));
});

/** `POST /console/connections/:id/revoke` */
export const revoke = changing([PROOF_FIELD], async (visit, form) => {
  const { web, response, actor } = visit;
  const connection = await connectionOf(visit);
  if (connection === undefined) return answerNotFound(web, response, visit);
  const problem = await proofProblem(visit, form);
  if (problem !== undefined) return answerPage(response, 422, renderRevoke(visit, connection, [problem]));
  const outcome = await revokeConnection(web.services, { actor, id: connection.id });
  if (outcome === 'not_found') return answerNotFound(web, response, visit);
  await answerConnections(visit, ALL, web.texts.revoked(isolatedName(connection.account.label), outcome));
});

/** `GET /console/integrations/:integration/revoke-all` */
export const revokeAllPage = signedIn(async (visit) => {
  const integration = integrationOf(visit);
  if (integration === undefined) return answerNotFound(visit.web, visit.response, visit);
  answerPage(visit.response, 200, await renderRevokeAll(visit, integration));
});

/** `POST /console/integrations/:integration/revoke-all` */
export const revokeAll = changing([PROOF_FIELD], async (visit, form) => {
  const { web, response, actor } = visit;
  const integration = integrationOf(visit);
  if (integration === undefined) return answerNotFound(web, response, visit);
  const problem = await proofProblem(visit, form);
  if (problem !== undefined) return answerPage(response, 422, await renderRevokeAll(visit, integration, [problem]));
  const count = await revokeAllConnections(web.services, { actor, integration: integration.id });
  await answerConnections(visit, ALL, web.texts.revokedMany(count, integration.name));
});

async function answerConnections(
  visit: Visit,
  wanted: ConnectionFilter & { readonly after?: string },
  notice?: string,
): Promise<void> {
  const { web, response, actor } = visit;
  const { services } = web;
  const { after, ...filter } = wanted;
  const { search, status, integration } = filter;
  const found = await searchConnections(services, {
    ...(integration === undefined ? {} : { integration }),
    ...(after === undefined ? {} : { after }),
    limit: PAGE,
    matches: (connection) =>
      (status === undefined || connection.status === status) && (search === '' || isFound(search, wordsOf(connection))),
  });
  await audit(services, { actor, what: 'connections_viewed', subject: integration ?? 'all', facts: { kind: 'ok' } });
  const view = {
    ...found,
    filter,
    isFirst: after === undefined,
    integrations: services.declared,
    ...(notice === undefined ? {} : { notice }),
  };
  answerPage(response, 200, connectionsView(frameOf(web, visit), view));
}

/** The words by which a developer can find a connection, for example from a person's question. */
function wordsOf({ account, place = '', owner, ownerName = '' }: UsedConnection): readonly string[] {
  return [account.label, place, ownerName, owner.kind === 'user' ? owner.user : ''].filter((word) => word !== '');
}

async function connectionOf(visit: Visit): Promise<Connection | undefined> {
  return (await visit.web.services.vault.connections.byId(pathSegment(visit.request, 2)))?.connection;
}

function integrationOf({ web, request }: Visit) {
  return web.services.integrations.get(pathSegment(request, 2));
}

function renderRevoke(visit: Visit, connection: Connection, errors: readonly FieldError[] = []): string {
  const { web, session } = visit;
  const { texts, base, services } = web;
  const integration = services.integrations.get(connection.integration);
  const name = integration?.name ?? connection.integration;
  return confirmView(frameOf(web, visit), {
    section: 'connections',
    title: texts.revokeTitle(isolatedName(accountName(connection, integration?.tenant)), name),
    lead: texts.deleteProfileLead,
    consequences: [connection.owner.kind === 'shared' ? texts.revokeShared : texts.revokeOwn],
    action: `${base}/connections/${connection.id}/revoke`,
    actionText: texts.revokeAction,
    backPath: `${base}/connections`,
    formToken: session.formToken,
    proof: proofRow(visit, errors),
    errors,
  });
}

async function renderRevokeAll(
  visit: Visit,
  integration: { readonly id: string; readonly name: string },
  errors: readonly FieldError[] = [],
): Promise<string> {
  const { web, session } = visit;
  const { texts, base, services } = web;
  const found = await listAllConnections(services, { integration: integration.id, limit: COUNTED });
  const shared = found.some(({ owner }) => owner.kind === 'shared');
  return confirmView(frameOf(web, visit), {
    section: 'connections',
    title: texts.revokeAllTitle(integration.name),
    lead: texts.deleteProfileLead,
    consequences: [texts.revokeAllLead(texts.countConnections(found.length)), ...(shared ? [texts.revokeShared] : [])],
    action: `${base}/integrations/${integration.id}/revoke-all`,
    actionText: texts.revokeAllAction,
    backPath: `${base}/connections?integration=${integration.id}`,
    formToken: session.formToken,
    proof: proofRow(visit, errors),
    errors,
  });
}
