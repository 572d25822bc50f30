import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { whyRefused } from '../local-chat/local-only.ts';
import { chatPage } from './chat-page.ts';
import { webChatBundle } from './web-chat-bundle.ts';

export type WebChatPageOptions = {
  /** The bot's name on the page. Default: `Latchkey`. */
  readonly botName?: string;
  /** Serves Web Chat's script. Default: the pinned one, fetched by npm at first use and cached. */
  readonly bundle?: () => Promise<Buffer>;
};

/**
 * Serves the chat's page on a restify server that has the local chat: `GET /` (`?user=bob`, `?conversation=x` for a shared
 * one) and the scripts and styles it needs. The page loads nothing from elsewhere.
 */
export function mountWebChatPage(server: Server, options: WebChatPageOptions = {}): void {
  const { botName = 'Latchkey', bundle = webChatBundle } = options;
  const bundled = once(bundle);
  const file = (name: string) => () => readFile(new URL(name, import.meta.url));

  server.get(
    '/',
    page('text/html; charset=utf-8', async ({ url }) => chatPage(botName, queryOf(url))),
  );
  server.get('/webchat.js', page('text/javascript; charset=utf-8', bundled, 'private, max-age=86400'));
  for (const name of ['chat.js', 'ignore-second-click.js', 'keep-reconnecting.js']) {
    server.get(`/${name}`, page('text/javascript; charset=utf-8', file(name)));
  }
  server.get('/logo.svg', page('image/svg+xml; charset=utf-8', file('logo.svg')));
  server.get('/chat.css', page('text/css; charset=utf-8', file('chat.css')));
}

/** Web Chat uses inline styles; everything else must come from this server. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

function page(type: string, content: (req: Request) => Promise<string | Buffer>, caching = 'no-cache') {
  return async (req: Request, res: Response): Promise<void> => {
    const refusal = whyRefused(req);
    if (refusal) return sendText(res, 403, refusal);
    try {
      const body = await content(req);
      res.writeHead(200, {
        'Content-Type': type,
        'Cache-Control': caching,
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
      });
      res.end(body);
    } catch (error) {
      sendText(res, 503, error instanceof Error ? error.message : 'The chat page could not be made.');
    }
  };
}

function queryOf(url = '/'): URLSearchParams {
  return new URL(url, 'http://localhost').searchParams;
}

function sendText(res: ServerResponse, status: number, text: string): void {
  res.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  res.end(text);
}

/** Remembers a success. After a failure, the next call tries again. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
