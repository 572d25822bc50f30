import { z } from 'zod';
import { ActionRefusedError } from '../errors.ts';
import { defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { createdId, documentedEntries } from './documented.ts';
import { chosenFrom, offer } from './offer.ts';
import { productLink } from './product-link.ts';
import { say } from './sentences/said/say.ts';

/** `POST /tasks`, assigned to the person. */
export const asanaCreateTask = defineAction({
  id: 'asana.createTask',
  title: 'Create an Asana task',
  purpose: 'create the task',
  integration: 'asana',
  scopes: ['tasks:write', 'users:read'],
  input: z.object({
    name: z
      .string()
      .trim()
      .min(1, 'The name cannot be empty.')
      .max(1024, 'Asana allows at most 1,024 characters.')
      .meta({ title: 'What needs to be done?' }),
    /** Asked for if the person has several. */
    workspace: z.string().trim().optional().meta({ description: 'Which workspace is it for?' }),
  }),
  phrases: [/^(?:create|add) (?:a |an )?(?:new )?asana task(?:\s*[:,-]\s+(?<name>.+))?$/i],
  run: async (api, { name, workspace = '' }, context) => {
    const me = await api.get<unknown>('/users/me');
    const workspaces = documentedEntries(record(record(me.data).data).workspaces, 'gid', 'name').map(readWorkspace);
    const { found, choices } = chosenFrom(
      workspaces,
      workspace,
      (one) => one.name,
      (one) => one.id,
    );
    const chosen = workspaces.length === 1 ? workspaces[0] : found;
    if (chosen === undefined) {
      if (choices.length === 0) throw new ActionRefusedError('You have no workspace in Asana.');
      const said = say(context, 'You have no workspace “{workspace}” in Asana.', { workspace });
      return offer('workspace', workspace === '' ? undefined : said, choices);
    }
    const task = { name, workspace: chosen.id, assignee: 'me' };
    const { data } = await api.post<unknown>('/tasks', { data: task });
    const { gid, permalink_url: url } = record(record(data).data);
    return { id: createdId(gid), name, workspace: chosen.name, url: productLink(api, url, ['asana.com']) };
  },
  answer: ({ name, workspace, url }, context) => ({
    title: say(context, 'Created in {workspace}', { workspace }),
    text: name,
    ...(url === '' ? {} : { url }),
  }),
});

function readWorkspace(entry: unknown): { readonly id: string; readonly name: string } {
  const { gid, name } = record(entry);
  return { id: text(gid), name: text(name) };
}
