import { homedir } from 'node:os';

/** The file that `sqlite:PATH` names, or `:memory:`; `~` is the home directory, as in a shell. Undefined for other stores. */
export function sqlitePath(setting: string): string | undefined {
  return /^sqlite:(.+)$/.exec(setting)?.[1]?.replace(/^~(?=\/|$)/, () => homedir());
}
