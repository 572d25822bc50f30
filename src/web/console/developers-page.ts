import { listOperators, type OperatorOverview } from '../../flows/operator/list-operators.ts';
import { removeOperator } from '../../flows/operator/remove-operator.ts';
import { answerPage } from '../answer.ts';
import { pathSegment } from '../request-target.ts';
import type { FieldError } from '../views/field-row.ts';
import { answerMessage, answerNotFound, answerSignedOut } from './answers.ts';
import { PROOF_FIELD, proofProblem, proofRow } from './proof.ts';
import { confirmView } from './views/confirm.ts';
import { frameOf } from './views/console-layout.ts';
import { developersView } from './views/developers.ts';
import { changing, signedIn, type Visit } from './visit.ts';

/** `GET /console/developers` */
export const developersPage = signedIn((visit) => answerDevelopers(visit));

/** `GET /console/developers/:id/remove` */
export const removeDeveloperPage = signedIn(async (visit) => {
  const removal = await removalOf(visit);
  if (removal === undefined) return answerNotFound(visit.web, visit.response, visit);
  if (removal.developer.id === visit.operator.id) return answerOneself(visit, removal.others);
  answerPage(visit.response, 200, render(visit, removal));
});

/** `POST /console/developers/:id/remove` */
export const removeDeveloper = changing([PROOF_FIELD], async (visit, form) => {
  const { web, response, operator } = visit;
  const removal = await removalOf(visit);
  if (removal === undefined) return answerNotFound(web, response, visit);
  const { developer, others } = removal;
  if (developer.id === operator.id) return answerOneself(visit, others);
  const problem = await proofProblem(visit, form);
  if (problem !== undefined) return answerPage(response, 422, render(visit, removal, [problem]));
  switch (await removeOperator(web.services, { actor: operator, id: developer.id })) {
    case 'removed':
      return answerDevelopers(visit, web.texts.developerRemoved(developer.name));
    case 'oneself':
      return answerOneself(visit, others);
    case 'not_found':
      return answerNotFound(web, response, visit);
    case 'actor_gone':
      return answerSignedOut(web, response);
  }
});

interface Removal {
  readonly developer: OperatorOverview;
  readonly others: readonly OperatorOverview[];
}

async function removalOf({ web, request }: Visit): Promise<Removal | undefined> {
  const all = await listOperators(web.services, web.openId);
  const id = pathSegment(request, 2);
  const developer = all.find((one) => one.id === id);
  return developer && { developer, others: all.filter((one) => one !== developer) };
}

async function answerDevelopers(visit: Visit, notice?: string): Promise<void> {
  const developers = await listOperators(visit.web.services, visit.web.openId);
  const view = { developers, ownId: visit.operator.id, notice };
  answerPage(visit.response, 200, developersView(frameOf(visit.web, visit), view));
}

function answerOneself(visit: Visit, others: readonly OperatorOverview[]): void {
  const { removeOneself } = visit.web.texts;
  answerMessage(visit.web, visit.response, 409, removeOneself(others.length === 0), visit);
}

function render(visit: Visit, { developer, others }: Removal, errors: readonly FieldError[] = []): string {
  const { web, session } = visit;
  const { texts, base } = web;
  const { id, name, way } = developer;
  const isLastPassword = way === 'password' && others.every((other) => other.way !== 'password');
  return confirmView(frameOf(web, visit), {
    section: undefined,
    title: texts.removeDeveloperTitle(name),
    lead: texts.removeDeveloperLead,
    consequences: [
      texts.removeSessions,
      ...(way === 'company' ? [texts.removeComesBack] : []),
      ...(isLastPassword ? [texts.removeLastPassword] : []),
    ],
    action: `${base}/developers/${id}/remove`,
    actionText: texts.removeDeveloperAction,
    backPath: `${base}/developers`,
    formToken: session.formToken,
    proof: proofRow(visit, errors),
    errors,
  });
}
