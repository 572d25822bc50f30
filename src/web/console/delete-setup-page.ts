import { deleteSetup } from '../../flows/operator/change-setup.ts';
import { describeIntegration, type IntegrationOverview } from '../../flows/operator/list-integrations.ts';
import { answerPage, answerSeeOther } from '../answer.ts';
import { pathSegment } from '../request-target.ts';
import type { FieldError } from '../views/field-row.ts';
import { answerNotFound } from './answers.ts';
import { PROOF_FIELD, proofProblem, proofRow } from './proof.ts';
import { confirmView } from './views/confirm.ts';
import { frameOf } from './views/console-layout.ts';
import { sharedName } from './views/shared-name.ts';
import { changing, signedIn, type Visit } from './visit.ts';

/** `GET /console/integrations/:integration/delete` */
export const deleteSetupPage = signedIn(async (visit) => {
  const overview = await describeIntegration(visit.web.services, pathSegment(visit.request, 2));
  if (overview === undefined) return answerNotFound(visit.web, visit.response, visit);
  answerPage(visit.response, 200, render(visit, overview));
});

/** `POST /console/integrations/:integration/delete` */
export const removeSetup = changing([PROOF_FIELD], async (visit, form) => {
  const { web, response, actor } = visit;
  const overview = await describeIntegration(web.services, pathSegment(visit.request, 2));
  if (overview === undefined) return answerNotFound(web, response, visit);
  const problem = await proofProblem(visit, form);
  if (problem !== undefined) return answerPage(response, 422, render(visit, overview, [problem]));
  await deleteSetup(web.services, { actor, integration: overview.id });
  answerSeeOther(response, `${web.base}/integrations/${overview.id}`);
});

function render(visit: Visit, overview: IntegrationOverview, errors: readonly FieldError[] = []): string {
  const { web, session } = visit;
  const { texts, base } = web;
  const path = `${base}/integrations/${overview.id}`;
  return confirmView(frameOf(web, visit), {
    section: 'integrations',
    title: texts.deleteTitle(overview.name),
    lead: texts.deleteLead(overview.name),
    consequences: [
      ...(overview.shared === undefined ? [] : [texts.deleteShared(sharedName(texts, overview.shared))]),
      texts.deleteSelection,
      texts.deleteStays,
    ],
    action: `${path}/delete`,
    actionText: texts.deleteAction,
    backPath: path,
    formToken: session.formToken,
    proof: proofRow(visit, errors),
    errors,
  });
}
