import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
import { type ClientRequest, ServerResponse } from 'node:http';
import { StatementSync } from 'node:sqlite';
import pg from 'pg';

export interface MortalSteps {
  /** A step that others can see. The process is killed before it, if its time has come. */
  step(what: string): void;
  /** Counts from here. */
  doom(left: number, file: string): void;
}

/**
 * Counts each write and each commit of either database driver, each request, each answer that arrives, and each page that
 * leaves, beneath everything of ours. The one whose turn it is never happens: the process ends itself with `SIGKILL` before.
 */
export function mortalSteps(): MortalSteps {
  let left = Number.POSITIVE_INFINITY;
  let file: string | undefined;
  const step = (what: string): void => {
    if (file !== undefined) appendFileSync(file, `${what}\n`);
    if (left === 0) {
      process.kill(process.pid, 'SIGKILL');
      // nothing happens between the signal and the end
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
    left -= 1;
  };
  const statement = (text: string): void => {
    const [verb = '', next = '', third = ''] = text.trim().toLowerCase().split(/\s+/);
    if (/^(?:insert|update|delete|commit)$/.test(verb)) step(`${verb} ${verb === 'update' ? next : third}`.trim());
  };
  for (const verb of ['run', 'all', 'get', 'iterate'] as const) {
    const real: (...input: never[]) => unknown = StatementSync.prototype[verb];
    Object.defineProperty(StatementSync.prototype, verb, {
      value(this: StatementSync, ...input: never[]) {
        statement(this.sourceSQL);
        return Reflect.apply(real, this, input);
      },
    });
  }
  const query: (...input: never[]) => unknown = pg.Client.prototype.query;
  Object.defineProperty(pg.Client.prototype, 'query', {
    value(this: pg.Client, ...input: never[]) {
      const [what] = input as unknown as readonly [string | { readonly text?: string }];
      statement(typeof what === 'string' ? what : (what.text ?? ''));
      return Reflect.apply(query, this, input);
    },
  });
  subscribe('http.client.request.created', (message) => {
    const { request } = message as { readonly request: ClientRequest };
    step(`request ${request.path.split('?')[0]}`);
  });
  subscribe('http.client.response.finish', (message) => {
    const { request } = message as { readonly request: ClientRequest };
    step(`answered ${request.path.split('?')[0]}`);
  });
  const end: (...input: never[]) => unknown = ServerResponse.prototype.end;
  Object.defineProperty(ServerResponse.prototype, 'end', {
    value(this: ServerResponse, ...input: never[]) {
      step('page');
      return Reflect.apply(end, this, input);
    },
  });
  return {
    step,
    doom: (steps, to) => {
      left = steps;
      file = to;
    },
  };
}
