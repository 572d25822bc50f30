import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type SandboxState, sandboxState } from './state.ts';

export interface StateFile {
  /** The state of an earlier run; undefined if the file is missing, damaged or of another version. */
  load(): SandboxState | undefined;
  /** Writes a temporary file and renames it, so that a crash leaves the old or the new state, never half of one. */
  save(state: SandboxState): void;
}

export function createStateFile(path: string): StateFile {
  let written = '';

  return {
    load() {
      const parsed = sandboxState.safeParse(readJson(path));
      return parsed.success ? parsed.data : undefined;
    },
    save(state) {
      const text = JSON.stringify(state);
      if (text === written) return;
      mkdirSync(dirname(path), { recursive: true });
      const beside = `${path}.${process.pid}.tmp`;
      writeFileSync(beside, text, { mode: 0o600 });
      renameSync(beside, path);
      written = text;
    },
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
