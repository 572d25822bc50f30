import { keysInUse } from '../../flows/operator/keys-in-use.ts';
import { type Rotation, rotateKeys } from '../../flows/operator/rotate-keys.ts';
import { answerPage } from '../answer.ts';
import { type Html, html } from '../html.ts';
import { errorSummary } from '../views/error-summary.ts';
import type { FieldError } from '../views/field-row.ts';
import { PROOF_FIELD, proofProblem, proofRow } from './proof.ts';
import { consoleLayout, formToken, frameOf } from './views/console-layout.ts';
import { grammarIn } from './views/grammar-in.ts';
import { table } from './views/table.ts';
import { changing, signedIn, type Visit } from './visit.ts';

/** `GET /console/keys` */
export const keysPage = signedIn(async (visit) => {
  answerPage(visit.response, 200, await render(visit, {}));
});

/** `POST /console/keys`: seals everything with the first key. */
export const rotate = changing([PROOF_FIELD], async (visit, form) => {
  const error = await proofProblem(visit, form);
  if (error !== undefined) return answerPage(visit.response, 422, await render(visit, { error }));
  const rotation = await rotateKeys(visit.web.services, { actor: visit.actor });
  answerPage(visit.response, 200, await render(visit, { rotation }));
});

async function render(
  visit: Visit,
  view: { readonly error?: FieldError; readonly rotation?: Rotation },
): Promise<string> {
  const { web, session } = visit;
  const { services, texts, base } = web;
  const keys = await keysInUse(services);
  const isDue = keys.some(({ role, rows }) => role === 'opens' && rows > 0);
  const rows = keys.map(({ id, role, rows: count }) => [
    html`<code>${id}</code>`,
    html`${texts.keyRole[role] ?? role}${role === 'opens' && count === 0 && html`<br><small>${texts.keyCanGo}</small>`}`,
    grammarIn(texts.lang).number(count),
  ]);
  const columns = [texts.columnKey, texts.columnRole, texts.columnRows];
  const body = html`<h1>${texts.keysTitle}</h1>
<p class="lead">${texts.keysLead}</p>
${errorSummary(texts.errorTitle, view.error && [view.error])}
${view.rotation !== undefined && outcome(visit, view.rotation)}
${table({ caption: texts.keysTitle, columns, rows })}
<section class="panel"><h2>${texts.rotateTitle}</h2>
<ol>${texts.rotateSteps.map((step) => html`<li>${step}</li>`)}</ol>
${
  isDue
    ? html`<form method="post" action="${base}/keys">${formToken(session.formToken)}${proofRow(visit, view.error && [view.error])}
<div class="actions"><button type="submit">${texts.rotateAction}</button></div></form>`
    : html`<p class="hint">${texts.rotateNothing}</p>`
}</section>`;
  const hasError = view.error !== undefined;
  return consoleLayout(frameOf(web, visit), { title: texts.keysTitle, section: 'keys', body, hasError });
}

function outcome({ web: { texts } }: Visit, { status, resealed, broken }: Rotation): Html {
  return html`${status === 'done' ? html`<p class="good" role="status">${texts.rotated(resealed)}</p>` : html`<p class="caution" role="status">${texts.rotationUnfinished}</p>`}
${broken > 0 && html`<p class="caution">${texts.rotationBroken(broken)}</p>`}`;
}
