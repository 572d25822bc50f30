import { provePassword } from '../../flows/operator/sign-in.ts';
import { type Html, html } from '../html.ts';
import { pathOf } from '../request-target.ts';
import type { FieldError } from '../views/field-row.ts';
import type { ConsoleForm } from './console-form.ts';
import { PROOF_LIFETIME } from './console-session.ts';
import { whereFrom } from './remembered-browser.ts';
import { textRow } from './views/rows.ts';
import type { Visit } from './visit.ts';

/** The field for the password, asked again before changes that cannot be undone or that give others access. */
export const PROOF_FIELD = 'current_password';

/** Undefined while the last proof is recent. */
export function proofRow(visit: Visit, errors: readonly FieldError[] = []): Html | undefined {
  if (isFresh(visit)) return undefined;
  const { texts } = visit.web;
  if (visit.operator.passwordHash === undefined) {
    const back = pathOf(visit.request).slice('/console'.length);
    const url = `${visit.web.base}/prove?${new URLSearchParams({ to: back }).toString()}`;
    return html`<p class="caution">${texts.proofByCompany} <a href="${url}">${texts.proofByCompanyAction}</a></p>`;
  }
  return textRow(texts, {
    name: PROOF_FIELD,
    title: texts.proofLabel,
    hint: texts.proofHint,
    type: 'password',
    autocomplete: 'current-password',
    errors,
  });
}

/** Undefined if the operator has proved their identity. */
export async function proofProblem(visit: Visit, form: ConsoleForm): Promise<FieldError | undefined> {
  if (isFresh(visit)) return undefined;
  const { web, operator, request, response } = visit;
  const { texts } = web;
  if (operator.passwordHash === undefined) return { text: texts.proofByCompany };
  const password = form.one(PROOF_FIELD) ?? '';
  if (password === '') return { text: texts.proofMissing, field: PROOF_FIELD };
  const outcome = await provePassword(web.services, {
    ...whereFrom(web, request),
    operatorId: operator.id,
    password,
  });
  if (outcome.status === 'wait') return { text: texts.signInWait(outcome.seconds), field: PROOF_FIELD };
  if (outcome.status !== 'proved') return { text: texts.proofWrong, field: PROOF_FIELD };
  await web.sessions.prove(request, response);
  return undefined;
}

function isFresh({ web, session }: Visit): boolean {
  return web.services.now() - session.provedAt < PROOF_LIFETIME;
}
