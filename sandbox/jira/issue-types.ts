/** Names are in the language of the site; `untranslatedName` is the one that Jira came with. */
export interface JiraIssueType {
  readonly id: string;
  readonly name: string;
  readonly untranslatedName: string;
  readonly subtask: boolean;
  /** 0 is an ordinary issue, 1 an epic, -1 a subtask. */
  readonly hierarchyLevel: number;
}

const type = (id: number, name: string, untranslatedName: string, hierarchyLevel = 0): JiraIssueType => ({
  id: String(id),
  name,
  untranslatedName,
  subtask: hierarchyLevel < 0,
  hierarchyLevel,
});

export const englishTypes: readonly JiraIssueType[] = [
  type(10_001, 'Task', 'Task'),
  type(10_002, 'Bug', 'Bug'),
  type(10_003, 'Story', 'Story'),
  type(10_004, 'Epic', 'Epic', 1),
  type(10_005, 'Subtask', 'Subtask', -1),
];

export const germanTypes: readonly JiraIssueType[] = [
  type(10_011, 'Aufgabe', 'Task'),
  type(10_012, 'Fehler', 'Bug'),
  type(10_015, 'Teilaufgabe', 'Subtask', -1),
];

/** A project without the type that every new one has. */
export const operationsTypes: readonly JiraIssueType[] = [
  type(10_021, 'Incident', 'Incident'),
  type(10_022, 'Change', 'Change'),
  type(10_025, 'Subtask', 'Subtask', -1),
];
