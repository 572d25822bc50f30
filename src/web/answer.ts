import type { ServerResponse } from 'node:http';
import { policyOf } from './page-policy.ts';

/**
 * Sends a complete page. A page with a form gets a referrer policy under which the browser sends us its own origin: with
 * `no-referrer` it would send `Origin: null`, and in older browsers the origin is the only sign that the form is ours.
 */
export function answerPage(response: ServerResponse, status: number, page: string): void {
  response.setHeader('Content-Security-Policy', policyOf(page));
  if (page.includes('<form ')) response.setHeader('Referrer-Policy', 'same-origin');
  answerText(response, status, 'text/html; charset=utf-8', page);
}

export function answerText(response: ServerResponse, status: number, type: string, text: string): void {
  answerBytes(response, status, type, Buffer.from(text, 'utf8'));
}

export function answerBytes(response: ServerResponse, status: number, type: string, bytes: Buffer): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length });
  response.end(bytes);
}

/**
 * Always 303: after 307 the browser would send the form, with a key in it, again (RFC 9700 section 4.12). `path` is one of
 * ours.
 */
export function answerSeeOther(response: ServerResponse, path: string): void {
  response.writeHead(303, { Location: path, 'Content-Length': 0 });
  response.end();
}
