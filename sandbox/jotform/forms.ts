import type { Answer } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import type { World } from '../world.ts';
import { easternTime } from './eastern-time.ts';
import { notAuthorized, success } from './envelope.ts';
import type { KeyHolder } from './key-holder.ts';
import { pageOf } from './page-of.ts';
import { type JotformForm, jotformForms } from './seed.ts';

/** `GET /user/forms` */
export function listForms(world: World, { account, callsLeft }: KeyHolder, request: ProductRequest): Answer {
  const forms = jotformForms.filter(({ username }) => username === account.username);
  const presented = forms.map((form) => presentForm(world, form));
  const { items, resultSet } = pageOf(presented, request.url.searchParams);
  return success(items, callsLeft, resultSet);
}

/** `GET /form/{id}` */
export function getForm(world: World, holder: KeyHolder, request: ProductRequest): Answer {
  const form = ownForm(holder, request);
  return form ? success(presentForm(world, form), holder.callsLeft) : notAuthorized('form-id');
}

/** `GET /form/{id}/questions` */
export function getQuestions(holder: KeyHolder, request: ProductRequest): Answer {
  const form = ownForm(holder, request);
  if (!form) return notAuthorized('form-id-questions');
  return success(Object.fromEntries(form.questions.map((question) => [question.qid, question])), holder.callsLeft);
}

/** `GET /form/{id}/properties` */
export function getProperties(holder: KeyHolder, request: ProductRequest): Answer {
  const form = ownForm(holder, request);
  if (!form) return notAuthorized('form-id-properties');
  const conditions = form.conditions === undefined ? {} : { conditions: form.conditions };
  return success({ id: form.id, title: form.title, status: form.status ?? 'ENABLED', ...conditions }, holder.callsLeft);
}

export function ownForm({ account }: KeyHolder, request: ProductRequest): JotformForm | undefined {
  return jotformForms.find(({ id, username }) => id === request.params.id && username === account.username);
}

/** Ids and counts are strings. */
function presentForm(world: World, form: JotformForm) {
  const submissions = world.state().jotform.submissions.filter(({ formId }) => formId === form.id);
  const last = Math.max(0, ...submissions.map(({ createdAt }) => createdAt));
  return {
    id: form.id,
    username: form.username,
    title: form.title,
    height: '539',
    status: form.status ?? 'ENABLED',
    created_at: easternTime(form.createdAt),
    updated_at: easternTime(form.createdAt),
    last_submission: last === 0 ? null : easternTime(last),
    new: String(submissions.length),
    count: String(submissions.length),
    type: 'LEGACY',
    favorite: '0',
    archived: '0',
    url: `${world.url()}/jotform-pages/${form.id}`,
  };
}
