import type { UsedConnection } from '../../../flows/operator/revoke-connections.ts';
import { shownName } from '../../../model/shown-name.ts';
import { type Html, html } from '../../html.ts';
import { type ConsoleFrame, consoleLayout } from './console-layout.ts';
import { empty } from './integrations.ts';
import { selectRow } from './rows.ts';
import { table } from './table.ts';
import { when } from './when.ts';

export interface ConnectionsView {
  readonly connections: readonly UsedConnection[];
  readonly integrations: readonly { readonly id: string; readonly name: string }[];
  /** Shows only the connections of this integration. */
  readonly integration?: string;
  /** Id of the last connection on this page, if there are more. */
  readonly next?: string;
  readonly notice?: string;
}

/** Everybody's connections with their states, never a secret. */
export function connectionsView(frame: ConsoleFrame, view: ConnectionsView): string {
  const { texts, base } = frame;
  const nameOf = (id: string) => view.integrations.find((integration) => integration.id === id)?.name ?? id;
  const options = [
    { value: '', title: texts.filterAll },
    ...view.integrations.map(({ id, name }) => ({ value: id, title: name })),
  ];
  const columns = [
    texts.columnAccount,
    texts.columnIntegration,
    texts.columnOwner,
    texts.columnState,
    texts.columnConnected,
    texts.columnUsed,
    texts.columnActions,
  ];
  return consoleLayout(frame, {
    title: texts.connectionsTitle,
    section: 'connections',
    body: html`<h1>${texts.connectionsTitle}</h1>
<p class="lead">${texts.connectionsLead}</p>
${view.notice !== undefined && html`<p class="good" role="status">${view.notice}</p>`}
<form method="get" action="${base}/connections" class="filter">
${selectRow(texts, { name: 'integration', title: texts.filterIntegration, value: view.integration ?? '', options })}
<button type="submit" class="second">${texts.filterAction}</button>
</form>
${
  view.connections.length === 0
    ? noConnections(frame, view, nameOf)
    : table({
        caption: texts.connectionsTitle,
        columns,
        rows: view.connections.map((connection) => [
          html`<strong><bdi>${shownName(connection.account.label)}</bdi></strong>${connection.place !== undefined && connection.place !== connection.account.label && html`<br><small><bdi>${shownName(connection.place)}</bdi></small>`}`,
          nameOf(connection.integration),
          ownerOf(frame, connection),
          html`<span class="badge ${connection.status === 'active' ? 'enabled' : 'needs_attention'}">${texts.connectionState[connection.status]}</span>`,
          when(texts.lang, connection.createdAt),
          connection.lastUsedAt === undefined ? texts.neverUsed : when(texts.lang, connection.lastUsedAt),
          html`<a class="danger" href="${base}/connections/${connection.id}/revoke">${texts.revoke}<span class="unseen"> ${connection.account.label}${connection.place !== undefined && html`, ${connection.place}`}, ${nameOf(connection.integration)}</span></a>`,
        ]),
      })
}
${view.integration !== undefined && view.connections.length > 0 && html`<p><a class="danger" href="${base}/integrations/${view.integration}/revoke-all">${texts.revokeAllLink}</a></p>`}
${view.next !== undefined && html`<p><a href="${base}/connections?${nextQuery(view.integration, view.next)}">${texts.nextPage}</a></p>`}`,
  });
}

function noConnections(frame: ConsoleFrame, view: ConnectionsView, nameOf: (id: string) => string): Html {
  const { connectionsEmpty, connectionsEmptyFor } = frame.texts;
  if (view.integration === undefined) return empty(connectionsEmpty);
  return html`<p class="empty">${connectionsEmptyFor(nameOf(view.integration))}</p>`;
}

/** Shows the name. The `title` attribute has the id. */
function ownerOf({ texts, pageTexts }: ConsoleFrame, { owner, ownerName }: UsedConnection): Html {
  if (owner.kind === 'shared') return html`${texts.ownerShared}`;
  const id = `${owner.channel}/${owner.tenant}/${owner.user}`;
  return html`<bdi title="${id}">${shownName(ownerName ?? owner.user)}</bdi><br><small>${texts.ownerUser(pageTexts.channel(owner.channel))}</small>`;
}

function nextQuery(integration: string | undefined, after: string): string {
  return new URLSearchParams({ ...(integration === undefined ? {} : { integration }), after }).toString();
}
