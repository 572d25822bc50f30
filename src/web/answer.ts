import type { ServerResponse } from 'node:http';
import { policyOf } from './page-policy.ts';

/**
 * Sends a complete page. One with a form lets the browser name its own origin to us, and to us only: with `no-referrer` it
 * would say `Origin: null`, and older browsers say nothing else that tells our forms from others'.
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

/** 303 always: 307 would send a form, with a key in it, once more (RFC 9700 section 4.12). `path` is one of ours. */
export function answerSeeOther(response: ServerResponse, path: string): void {
  response.writeHead(303, { Location: path, 'Content-Length': 0 });
  response.end();
}
