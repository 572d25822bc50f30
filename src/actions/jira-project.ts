import { ActionRefusedError, ApiCallError } from '../errors.ts';
import type { Api } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { chosenFrom, named, offer } from './offer.ts';
import { type Listener, say } from './sentences/said/say.ts';

export interface JiraIssueType {
  readonly id: string;
  /** In the language of the site. */
  readonly name: string;
  readonly untranslatedName: string;
}

/** A project in which the person can create issues. */
export interface JiraProject {
  readonly key: string;
  readonly types: readonly JiraIssueType[];
}

/**
 * The project with this key or name in which the person can create issues. Without a name, the only one; if there are several, we
 * offer them, the most recently changed first.
 *
 * `GET /rest/api/3/issue/createmeta/{project}/issuetypes` finds a project only if the person can create issues in it. If that fails,
 * `GET /rest/api/3/project/search?action=create` lists the projects that remain.
 * @throws InputRefusedError with the projects to choose from
 * @throws ActionRefusedError if there are none
 */
export async function projectNamed(api: Api, given: string, listener: Listener): Promise<JiraProject> {
  const key = keyIn(given);
  const types = key === undefined ? undefined : await issueTypesOf(api, key);
  if (key !== undefined && types !== undefined) return { key, types };
  const { projects, areAll } = await creatableProjects(api);
  if (projects.length === 0) {
    throw new ActionRefusedError('Your Jira account is not allowed to create issues in any project.');
  }
  const found = given === '' ? onlyOne(projects) : await projectCalled(api, given, projects, areAll);
  const its = found === undefined ? undefined : await issueTypesOf(api, found.key);
  if (found !== undefined && its !== undefined) return { key: found.key, types: its };
  return offer(
    'project',
    problem(given, areAll, listener),
    projects.map(({ key: one, name }) => `${one}: ${name}`),
  );
}

function problem(given: string, areAll: boolean, listener: Listener): string | undefined {
  if (given !== '') {
    return say(listener, 'There is no project “{project}” where you can create issues.', { project: given });
  }
  return areAll ? undefined : 'These projects changed most recently. You can also name another one.';
}

/** Looks among the projects already listed, then asks Jira by name. */
async function projectCalled(api: Api, given: string, first: readonly Listed[], areAll: boolean) {
  const found = named(first, given, ({ name }) => name);
  if (found !== undefined || areAll) return found;
  const { projects } = await creatableProjects(api, given);
  return named(projects, given, ({ name }) => name);
}

/** From `KAN`, or from `KAN: Kanban board` as we offer it. */
function keyIn(given: string): string | undefined {
  return /^([A-Za-z][A-Za-z0-9_]{1,9})(?::\s.*)?$/.exec(given)?.[1]?.toUpperCase();
}

function onlyOne<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}

/** Undefined if there is no such project, or if this person cannot create issues in it. */
async function issueTypesOf(api: Api, project: string): Promise<readonly JiraIssueType[] | undefined> {
  try {
    const path = `/rest/api/3/issue/createmeta/${encodeURIComponent(project)}/issuetypes`;
    const { data } = await api.get<unknown>(path, { params: { maxResults: 50 } });
    // a subtask needs a parent
    return documentedEntries(record(data).issueTypes, 'id', 'name')
      .filter(({ subtask }) => subtask !== true)
      .map(({ id, name, untranslatedName }) => ({
        id: text(id),
        name: text(name),
        untranslatedName: text(untranslatedName) || text(name),
      }));
  } catch (error) {
    const absent = error instanceof ApiCallError && [400, 403, 404].includes(error.status);
    if (!absent) throw error;
    return undefined;
  }
}

interface Listed {
  readonly key: string;
  readonly name: string;
}

/** Nobody reads more than this in a chat. */
const OFFERED = 20;

/** @param query part of the key or the name; default: any project */
async function creatableProjects(
  api: Api,
  query?: string,
): Promise<{ readonly projects: readonly Listed[]; readonly areAll: boolean }> {
  const params = {
    action: 'create',
    maxResults: OFFERED,
    orderBy: '-lastIssueUpdatedTime',
    ...(query === undefined ? {} : { query }),
  };
  const { data } = await api.get<unknown>('/rest/api/3/project/search', { params });
  const { values, isLast } = record(data);
  const projects = documentedEntries(values, 'key', 'name').map(({ key, name }) => ({
    key: text(key),
    name: text(name),
  }));
  return { projects, areAll: isLast !== false };
}

/**
 * The type with this name, in the project's language or in English. Without a name, Jira's Task, or the only type there is.
 * @throws InputRefusedError with the types to choose from
 */
export function issueTypeNamed({ key, types }: JiraProject, given: string, listener: Listener): JiraIssueType {
  const { found: chosen, choices } = chosenFrom(
    types,
    given,
    ({ name }) => name,
    ({ id }) => id,
  );
  const found =
    given === ''
      ? (types.find(({ untranslatedName }) => untranslatedName === 'Task') ?? onlyOne(types))
      : (chosen ?? named(types, given, ({ untranslatedName }) => untranslatedName));
  if (found !== undefined) return found;
  const sentence =
    given === ''
      ? say(listener, "The project {project} doesn't use tasks.", { project: key })
      : say(listener, 'The project {project} has no issue type called “{type}”.', { project: key, type: given });
  return offer('type', sentence, choices);
}
