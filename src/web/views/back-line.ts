import { type Html, html } from '../html.ts';
import type { Frame } from './layout.ts';

/** Where to return to: the chat, or the page of the integration in the console. */
export function backLine(
  { texts, consoleUrl }: Frame,
  view: { readonly botName: string; readonly integration?: string },
): Html | undefined {
  if (view.integration === undefined) return html`<p>${texts.backToChat(view.botName)}</p>`;
  if (consoleUrl === undefined) return undefined;
  const url = `${consoleUrl}/integrations/${view.integration}`;
  return html`<p><a class="button" href="${url}">${texts.backToConsole}</a></p>`;
}
