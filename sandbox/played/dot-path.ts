type Node = Record<string, unknown> | unknown[];

/** Sets a value at a dot path; a number in the path creates a list. */
export function setAt(target: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.split('.');
  let node: Node = target;
  steps.forEach((step, index) => {
    const next = steps[index + 1];
    if (next === undefined) assign(node, step, value);
    else node = child(node, step, /^\d+$/.test(next));
  });
}

function child(node: Node, step: string, isList: boolean): Node {
  const found: unknown = Array.isArray(node) ? node[Number(step)] : node[step];
  if (Array.isArray(found)) return found;
  if (isObject(found)) return found;
  const made: Node = isList ? [] : {};
  assign(node, step, made);
  return made;
}

function assign(node: Node, step: string, value: unknown): void {
  if (Array.isArray(node)) node[Number(step)] = value;
  else node[step] = value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
