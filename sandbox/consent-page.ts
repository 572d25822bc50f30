import { type Html, html } from './html.ts';
import { type Brand, pageLayout } from './page-layout.ts';
import type { ProductRequest } from './product.ts';

/** Somebody the demo can sign in as. */
export interface ConsentPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly note?: string;
  /** What this person can choose from, e.g. sites. All are selected at first. */
  readonly options?: readonly ConsentOption[];
}

interface ConsentOption {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}

export interface ConsentPage {
  readonly brand: Brand;
  readonly appName: string;
  readonly people: readonly ConsentPerson[];
  /** The heading of a person's options. */
  readonly optionsLegend?: string;
  /** The requested permissions: a sentence for people, and the scope for developers. */
  readonly permissions: readonly { readonly scope: string; readonly sentence: string }[];
  /** Where the browser goes afterwards. */
  readonly returnTo: string;
  readonly acceptLabel: string;
  readonly declineLabel: string;
  /** Why the page is shown again, and what was chosen before. */
  readonly again?: { readonly problem: string; readonly userId: string };
}

/** A person's decision on the page. */
export interface ConsentDecision {
  readonly decision: 'accept' | 'decline';
  readonly userId: string;
  readonly options: readonly string[];
}

/**
 * Sign-in and consent on one page. The form posts to its own address, so the authorization request stays in the query and only
 * the choice is in the body: `user`, `option-{user}` (repeated), `decision`.
 */
export function consentPage(content: ConsentPage): Html {
  const { brand, appName, people, permissions, again } = content;
  return pageLayout({
    title: `${appName} wants to use ${brand.name}`,
    brand,
    body: html`<h1>${appName} wants to use your ${brand.name} account</h1>
${again && html`<p class="problem" role="alert">${again.problem}</p>`}
<form method="post">
<fieldset><legend>Continue as</legend>
${people.map((person, index) => personChoice(person, content, again ? again.userId === person.id : index === 0))}
</fieldset>
<h2>It asks to</h2>
<ul class="plain">${permissions.map(({ scope, sentence }) => html`<li>${sentence}<small><code>${scope}</code></small></li>`)}</ul>
<p class="soft">Afterwards you return to <code>${new URL(content.returnTo).host}</code>.</p>
<div class="buttons">
<button class="main" name="decision" value="accept">${content.acceptLabel}</button>
<button name="decision" value="decline">${content.declineLabel}</button>
</div>
</form>`,
  });
}

function personChoice(person: ConsentPerson, content: ConsentPage, chosen: boolean): Html {
  return html`<div class="person"><label><input type="radio" name="user" value="${person.id}" required${chosen && html` checked`}>
<span>${person.name}<small>${person.email}</small>${person.note && html`<small>${person.note}</small>`}</span></label>
${
  person.options &&
  person.options.length > 0 &&
  html`<div class="more" role="group" aria-label="${content.optionsLegend}"><small>${content.optionsLegend}</small>
${person.options.map(
  (
    option,
  ) => html`<label class="choice"><input type="checkbox" name="option-${person.id}" value="${option.value}" checked>
<span>${option.label}<small>${option.hint}</small></span></label>`,
)}</div>`
}</div>
`;
}

/** The decision in a posted form, if it is one: a known person, and only options this person has. */
export function readConsent(
  request: Pick<ProductRequest, 'body'>,
  people: readonly ConsentPerson[],
): ConsentDecision | undefined {
  if (request.body.encoding !== 'form') return undefined;
  const { form } = request.body;
  const person = people.find(({ id }) => id === form.get('user'));
  const decision = form.get('decision');
  if (!person || (decision !== 'accept' && decision !== 'decline')) return undefined;
  const allowed = new Set(person.options?.map(({ value }) => value));
  const options = form.getAll(`option-${person.id}`).filter((value) => allowed.has(value));
  return { decision, userId: person.id, options };
}
