import type { Answer } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import type { World } from '../world.ts';
import { easternTime } from './eastern-time.ts';
import { failure, notAuthorized, success } from './envelope.ts';
import { ownForm } from './forms.ts';
import { jotformHosts } from './jotform-hosts.ts';
import type { KeyHolder } from './key-holder.ts';
import { pageOf } from './page-of.ts';
import { type JotformForm, jotformForms } from './seed.ts';
import type { JotformSubmission } from './state.ts';

/** `GET /form/{id}/submissions` */
export function listSubmissions(world: World, holder: KeyHolder, request: ProductRequest): Answer {
  const form = ownForm(holder, request);
  if (!form) return notAuthorized('form-id-submissions');
  const submissions = world.state().jotform.submissions.filter(({ formId }) => formId === form.id);
  const presented = submissions.map((submission) => present(submission, form));
  const { items, resultSet } = pageOf(presented, request.url.searchParams);
  return success(items, holder.callsLeft, resultSet);
}

/**
 * `POST /form/{id}/submissions`: a form with `submission[qid]`, `submission[qid_part]`, `submission[qid][n]`.
 * A read-only key gets the same response as a wrong one.
 */
export function submit(world: World, holder: KeyHolder, request: ProductRequest): Answer {
  const form = ownForm(holder, request);
  if (!form || !holder.mayWrite) return notAuthorized('form-id-submissions');
  if (request.body.encoding !== 'form') return failure(400, 'Bad Request: submission data must be form-encoded');
  const answers = readAnswers(request.body.form, form);
  if (Object.keys(answers).length === 0) return failure(400, 'Bad Request: no submission data');

  const jotform = world.state().jotform;
  jotform.lastSubmission += 1;
  const id = `59${String(jotform.lastSubmission).padStart(17, '0')}`;
  jotform.submissions.push({ id, formId: form.id, createdAt: world.now(), answers });
  const host = `${world.url()}${jotformHosts[holder.account.region]}`;
  return success({ submissionID: id, URL: `${host}/submission/${id}` }, holder.callsLeft);
}

/** `GET /submission/{id}` */
export function getSubmission(world: World, holder: KeyHolder, request: ProductRequest): Answer {
  const found = ownSubmission(world, holder, request);
  return found ? success(present(found.submission, found.form), holder.callsLeft) : notAuthorized('submission-id');
}

/** `DELETE /submission/{id}` */
export function deleteSubmission(world: World, holder: KeyHolder, request: ProductRequest): Answer {
  const found = ownSubmission(world, holder, request);
  if (!found || !holder.mayWrite) return notAuthorized('submission-id');
  const { submissions } = world.state().jotform;
  submissions.splice(submissions.indexOf(found.submission), 1);
  return success(`Submission #${found.submission.id} deleted successfully.`, holder.callsLeft);
}

function ownSubmission(world: World, { account }: KeyHolder, request: ProductRequest) {
  const submission = world.state().jotform.submissions.find(({ id }) => id === request.params.id);
  const form = jotformForms.find(({ id, username }) => id === submission?.formId && username === account.username);
  return submission && form ? { submission, form } : undefined;
}

/** Ignores questions that the form does not have. */
function readAnswers(posted: URLSearchParams, form: JotformForm): JotformSubmission['answers'] {
  const answers: JotformSubmission['answers'] = {};
  for (const [name, value] of posted) {
    const [, qid = '', underscored, bracketed] = /^submission\[(\d+)(?:_(\w+))?\](?:\[(\w+)\])?$/.exec(name) ?? [];
    if (!form.questions.some((question) => question.qid === qid)) continue;
    const part = underscored ?? bracketed;
    const earlier = answers[qid];
    if (part === undefined) answers[qid] = value;
    // several choices are returned as a list
    else if (bracketed !== undefined && /^\d+$/.test(bracketed))
      answers[qid] = [...(Array.isArray(earlier) ? earlier : []), value];
    else answers[qid] = { ...(typeof earlier === 'object' && !Array.isArray(earlier) && earlier), [part]: value };
  }
  return answers;
}

function present(submission: JotformSubmission, form: JotformForm) {
  const answers = form.questions.map(({ qid, name, text, type, order }) => {
    const answer = submission.answers[qid];
    return [qid, { name, order, text, type, ...(answer !== undefined && { answer }) }];
  });
  return {
    id: submission.id,
    form_id: submission.formId,
    ip: '127.0.0.1',
    created_at: easternTime(submission.createdAt),
    updated_at: null,
    status: submission.status ?? 'ACTIVE',
    new: '1',
    flag: '0',
    answers: Object.fromEntries(answers),
  };
}
