import type { UsedConnection } from '../../../flows/operator/revoke-connections.ts';
import { shownName } from '../../../model/shown-name.ts';
import { type Html, html } from '../../html.ts';
import { type ConsoleFrame, consoleLayout } from './console-layout.ts';
import { empty } from './integrations.ts';
import { pager } from './pager.ts';
import { selectRow, textRow } from './rows.ts';
import { table } from './table.ts';
import { when } from './when.ts';

export const CONNECTION_STATES: readonly UsedConnection['status'][] = ['active', 'needs_reauth'];

/** What the list is narrowed to. */
export interface ConnectionFilter {
  readonly integration?: string;
  readonly status?: UsedConnection['status'];
  /** A person or an account. Empty for all. */
  readonly search: string;
}

export interface ConnectionsView {
  readonly connections: readonly UsedConnection[];
  readonly integrations: readonly { readonly id: string; readonly name: string }[];
  readonly filter: ConnectionFilter;
  /** The id to continue after, if there may be more. */
  readonly next?: string;
  /** Whether this is the first page. */
  readonly isFirst: boolean;
  readonly notice?: string;
}

/** Everybody's connections with their states, never a secret. */
export function connectionsView(frame: ConsoleFrame, view: ConnectionsView): string {
  const { texts, base } = frame;
  const nameOf = (id: string) => view.integrations.find((integration) => integration.id === id)?.name ?? id;
  const { filter } = view;
  const all = { value: '', title: texts.filterAll };
  const integrations = [all, ...view.integrations.map(({ id, name }) => ({ value: id, title: name }))];
  const states = [all, ...CONNECTION_STATES.map((value) => ({ value, title: texts.connectionState[value] }))];
  const isFiltered = Object.values(filter).some((value) => value !== '');
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
${selectRow(texts, { name: 'integration', title: texts.filterIntegration, value: filter.integration ?? '', options: integrations })}
${selectRow(texts, { name: 'status', title: texts.columnState, value: filter.status ?? '', options: states })}
${textRow(texts, { name: 'q', title: texts.connectionsSearch, type: 'search', value: filter.search, optional: true })}
<button type="submit" class="second">${texts.filterAction}</button>
${isFiltered && html`<a href="${base}/connections">${texts.searchAll}</a>`}
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
${filter.integration !== undefined && view.connections.length > 0 && html`<p><a class="danger" href="${base}/integrations/${filter.integration}/revoke-all">${texts.revokeAllLink}</a></p>`}
${pager(texts, {
  ...(view.isFirst ? {} : { first: pageOf(base, filter) }),
  ...(view.next === undefined ? {} : { next: pageOf(base, filter, view.next) }),
})}`,
  });
}

function noConnections(frame: ConsoleFrame, view: ConnectionsView, nameOf: (id: string) => string): Html {
  const { connectionsEmpty, connectionsEmptyFor, connectionsNotFound } = frame.texts;
  const { integration, status, search } = view.filter;
  if (status !== undefined || search !== '') return html`<p class="empty" role="status">${connectionsNotFound}</p>`;
  if (integration === undefined) return empty(connectionsEmpty);
  return html`<p class="empty">${connectionsEmptyFor(nameOf(integration))}</p>`;
}

/** Shows the name. The `title` attribute has the id. */
function ownerOf({ texts, pageTexts }: ConsoleFrame, { owner, ownerName }: UsedConnection): Html {
  if (owner.kind === 'shared') return html`${texts.ownerShared}`;
  const id = `${owner.channel}/${owner.tenant}/${owner.user}`;
  return html`<bdi title="${id}">${shownName(ownerName ?? owner.user)}</bdi><br><small>${texts.ownerUser(pageTexts.channel(owner.channel))}</small>`;
}

function pageOf(base: string, { integration, status, search }: ConnectionFilter, after?: string): string {
  const query = new URLSearchParams({
    ...(integration === undefined ? {} : { integration }),
    ...(status === undefined ? {} : { status }),
    ...(search === '' ? {} : { q: search }),
    ...(after === undefined ? {} : { after }),
  });
  return query.size === 0 ? `${base}/connections` : `${base}/connections?${query}`;
}
