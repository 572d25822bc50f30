import type { OperatorOverview } from '../../../flows/operator/list-operators.ts';
import { type HtmlValue, html } from '../../html.ts';
import { type ConsoleFrame, consoleLayout } from './console-layout.ts';
import { table } from './table.ts';
import { when } from './when.ts';

export interface DevelopersView {
  readonly developers: readonly OperatorOverview[];
  /** Id of the developer who reads the page. */
  readonly ownId: string;
  readonly notice?: string | undefined;
}

/** Everybody who has an account at the console. */
export function developersView(frame: ConsoleFrame, { developers, ownId, notice }: DevelopersView): string {
  const { texts } = frame;
  const columns = [texts.nameLabel, texts.columnSignInWay, texts.columnSignedIn, texts.columnActions];
  return consoleLayout(frame, {
    title: texts.developersTitle,
    body: html`<h1>${texts.developersTitle}</h1>
<p class="lead">${texts.developersLead}</p>
${notice !== undefined && html`<p class="good" role="status">${notice}</p>`}
${table({ caption: texts.developersTitle, columns, rows: developers.map((one) => rowOf(frame, one, ownId)) })}
<p class="hint">${texts.removeOneself(developers.length === 1).text}</p>`,
  });
}

function rowOf({ texts, base }: ConsoleFrame, developer: OperatorOverview, ownId: string): readonly HtmlValue[] {
  const { id, name, way, signedInAt } = developer;
  return [
    html`<strong><bdi>${name}</bdi></strong>`,
    texts.signInWay[way],
    signedInAt === undefined ? texts.signedInUnknown : when(texts.lang, signedInAt),
    id === ownId
      ? texts.thisIsYou
      : html`<a href="${base}/developers/${id}/remove">${texts.removeDeveloper}<span class="unseen">${texts.actionOn(name)}</span></a>`,
  ];
}
