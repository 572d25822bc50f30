import type { ProfileUse } from '../../../flows/operator/delete-profile.ts';
import type { CustomProfile } from '../../../model/custom-profile.ts';
import type { Integration } from '../../../model/integration.ts';
import { type Html, html } from '../../html.ts';
import { kindOf } from '../profile-form.ts';
import { type ConsoleFrame, consoleLayout, formToken } from './console-layout.ts';
import { searchForm } from './search-form.ts';
import { table } from './table.ts';

export interface ProfilesView {
  readonly own: readonly { readonly profile: CustomProfile; readonly use: ProfileUse }[];
  /** All integrations of the bot. */
  readonly declared: readonly Integration[];
  /** The integrations whose built-in profiles are listed. */
  readonly builtIn: readonly Integration[];
  /** What the developer searched for. Empty for all. */
  readonly search: string;
  /** Says what was just done. */
  readonly notice?: string;
}

export function profilesView(frame: ConsoleFrame, view: ProfilesView): string {
  const { texts, base } = frame;
  const nameOf = (id: string) => view.declared.find((integration) => integration.id === id)?.name ?? id;
  const columns = [texts.columnProfile, texts.columnIntegration, texts.columnKind];
  return consoleLayout(frame, {
    title: texts.profilesTitle,
    section: 'profiles',
    body: html`<h1>${texts.profilesTitle}</h1>
<p class="lead">${texts.profilesLead}</p>
${view.notice !== undefined && html`<p class="good" role="status">${view.notice}</p>`}
<p><a class="button" href="${base}/profiles/new">${texts.newProfile}</a></p>
${searchForm(frame, `${base}/profiles`, view.search)}
<h2>${texts.profilesOwn}</h2>
${
  view.own.length === 0
    ? html`<p class="empty">${view.search === '' ? texts.profilesEmpty : texts.profilesNotFound}</p>`
    : table({
        caption: texts.profilesOwn,
        columns: [...columns, texts.columnUse, texts.columnActions],
        rows: view.own.map(({ profile, use }) => ownRow(frame, profile, { use, nameOf })),
      })
}
<h2>${texts.profilesBuiltIn}</h2>
${
  view.builtIn.length === 0
    ? html`<p class="empty">${texts.searchNothing(view.search)}</p>`
    : table({
        caption: texts.profilesBuiltIn,
        columns: [...columns, texts.columnActions],
        rows: view.builtIn.flatMap((integration) => builtInRows(frame, integration)),
      })
}`,
  });
}

function ownRow(
  { texts, base, visitor }: ConsoleFrame,
  custom: CustomProfile,
  { use, nameOf }: { readonly use: ProfileUse; readonly nameOf: (id: string) => string },
): readonly (string | Html)[] {
  const { id, integration, name } = custom;
  return [
    html`<a class="strong" href="${base}/profiles/${id}"><bdi>${name}</bdi></a>${custom.draft && html` <span class="badge draft">${texts.draft}</span>`}${custom.description !== '' && html`<br><small>${custom.description}</small>`}`,
    nameOf(integration),
    texts.kind[kindOf(custom.profile)],
    texts.usedBy({ setups: use.setups.map(nameOf), connections: use.connections }),
    links(
      texts.actionOn(name),
      [
        [texts.edit, `${base}/profiles/${id}`],
        ...(custom.draft ? [] : [[texts.test, `${base}/integrations/${integration}/profiles/${id}/test`] as const]),
      ],
      html`<form method="post" action="${base}/profiles/${id}/duplicate">${formToken(visitor?.formToken ?? '')}<button type="submit" class="quiet">${texts.duplicate}<span class="unseen">${texts.actionOn(name)}</span></button></form>
<a class="danger" href="${base}/profiles/${id}/delete">${texts.remove}<span class="unseen">${texts.actionOn(name)}</span></a>`,
    ),
  ];
}

function builtInRows(
  { texts, inWords, base }: ConsoleFrame,
  integration: Integration,
): readonly (readonly (string | Html)[])[] {
  return integration.profiles.map((profile) => {
    const kind = kindOf(profile);
    const copy = new URLSearchParams({ integration: integration.id, kind, from: profile.id });
    const title = inWords(profile.title);
    return [
      title,
      integration.name,
      texts.kind[kind],
      links(texts.actionOn(`${integration.name}: ${title}`), [
        [texts.test, `${base}/integrations/${integration.id}/profiles/${profile.id}/test`],
        [texts.duplicate, `${base}/profiles/new?${copy}`],
      ]),
    ];
  });
}

/** Each link names its profile for screen readers. */
function links(about: string, entries: readonly (readonly [text: string, url: string])[], last?: Html): Html {
  return html`<div class="row-actions">${entries.map(([text, url]) => html`<a href="${url}">${text}<span class="unseen">${about}</span></a> `)}${last}</div>`;
}
