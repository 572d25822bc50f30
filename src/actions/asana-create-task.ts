import { z } from 'zod';
import { ActionRefusedError } from '../errors.ts';
import { defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { createdId, documentedEntries } from './documented.ts';
import { named, offer } from './offer.ts';
import { say } from './sentences/said/say.ts';

/** `POST /tasks`, for the person; which workspace it is for is asked where there are several. */
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
      .meta({ title: 'What is to be done?' }),
    /** Asked for where the person has several. */
    workspace: z.string().trim().optional().meta({ description: 'Which workspace is it for?' }),
  }),
  phrases: [/^(?:create|add) (?:a |an )?(?:new )?asana task(?:\s*[:,-]\s+(?<name>.+))?$/i],
  run: async (api, { name, workspace = '' }, context) => {
    const me = await api.get<unknown>('/users/me');
    const workspaces = documentedEntries(record(record(me.data).data).workspaces, 'gid').map(readWorkspace);
    const chosen = workspaces.length === 1 ? workspaces[0] : named(workspaces, workspace, (one) => one.name);
    if (chosen === undefined) {
      const names = workspaces.map((one) => one.name);
      if (names.length === 0) throw new ActionRefusedError('You have no workspace in Asana.');
      const said = say(context, 'You have no workspace {workspace} in Asana.', { workspace });
      return offer('workspace', workspace === '' ? undefined : said, names);
    }
    const task = { name, workspace: chosen.id, assignee: 'me' };
    const { data } = await api.post<unknown>('/tasks', { data: task });
    const { gid, permalink_url: url } = record(record(data).data);
    return { id: createdId(gid), name, workspace: chosen.name, url: text(url) };
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
