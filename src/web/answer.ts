import type { ServerResponse } from 'node:http';

/** Sends a complete page. */
export function answerPage(response: ServerResponse, status: number, page: string): void {
  answerText(response, status, 'text/html; charset=utf-8', page);
}

export function answerText(response: ServerResponse, status: number, type: string, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length });
  response.end(bytes);
}

/** 303 always: 307 would send a form, with a key in it, once more (RFC 9700 section 4.12). `path` is one of ours. */
export function answerSeeOther(response: ServerResponse, path: string): void {
  response.writeHead(303, { Location: path, 'Content-Length': 0 });
  response.end();
}
