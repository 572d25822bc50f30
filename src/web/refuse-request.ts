import type { IncomingMessage } from 'node:http';
import { FORM_MAX_BYTES } from './read-form.ts';
import { pathOf, queryOf } from './request-target.ts';
import { METHODS } from './routes.ts';

/** A response that says no more than "this page isn't available". */
export interface Refusal {
  readonly status: 400 | 403 | 404 | 405 | 408 | 411 | 413 | 414 | 415;
  readonly allow?: string;
}

const QUERY_MAX_CHARACTERS = 8 * 1024;
const VALUE_MAX_CHARACTERS = 2 * 1024;

/** Whether the rest of the body stays unread, so that the connection must close. */
export function leavesBody({ status }: Refusal): boolean {
  return status === 408 || status === 411 || status === 413;
}

/** Decides from the head of a request alone, so that no parser of the host reads a harmful body. */
export function refusalOf(request: IncomingMessage): Refusal | undefined {
  if (!METHODS.some((method) => method === request.method)) return { status: 405, allow: METHODS.join(', ') };
  if (!/^[\w\-./~]*$/.test(pathOf(request))) return { status: 404 };
  return queryRefusal(request) ?? bodyRefusal(request);
}

function queryRefusal(request: IncomingMessage): Refusal | undefined {
  const query = queryOf(request);
  if (query.toString().length > QUERY_MAX_CHARACTERS) return { status: 414 };
  const tooLong = [...query.values()].some((value) => value.length > VALUE_MAX_CHARACTERS);
  return tooLong ? { status: 400 } : undefined;
}

function bodyRefusal({ method, headers, httpVersionMajor }: IncomingMessage): Refusal | undefined {
  const isOfHiddenLength = httpVersionMajor > 1 && method === 'POST' && headers['content-length'] === undefined;
  if (headers['transfer-encoding'] !== undefined || isOfHiddenLength) return { status: 411 };
  const length = Number(headers['content-length'] ?? 0);
  if (length > FORM_MAX_BYTES) return { status: 413 };
  if (length === 0) return undefined;
  if (method !== 'POST') return { status: 400 };
  // a small compressed body can expand to a very large one
  if (headers['content-encoding'] !== undefined) return { status: 415 };
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  return type === 'application/x-www-form-urlencoded' ? undefined : { status: 415 };
}
