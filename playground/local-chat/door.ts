import type { Request, RequestHandler, Response } from 'restify';
import { isRecord } from './chat-activity.ts';
import { whyRefused } from './local-only.ts';

/** What a handler is given: the request, and what is in it. */
export type Visit = {
  readonly req: Request;
  readonly res: Response;
  /** A part of the path, such as `conversationId`. */
  readonly part: (name: string) => string;
  readonly body: () => Promise<Readonly<Record<string, unknown>>>;
};

export type Reply = { readonly status: number; readonly body: unknown };

/** Ends a request with an error in the format that Direct Line and the Connector share. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
  }
}

/** Turns a function that returns JSON into a restify handler, and its errors into responses. */
export function door(answer: (visit: Visit) => Reply | Promise<Reply>): RequestHandler {
  return async (req: Request, res: Response) => {
    const reply = await answerOrRefusal(req, res, answer);
    if (res.writableEnded || res.destroyed) return;
    res.writeHead(reply.status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
    res.end(JSON.stringify(reply.body));
  };
}

const LARGEST_BODY = 256 * 1024;

async function answerOrRefusal(req: Request, res: Response, answer: (visit: Visit) => Reply | Promise<Reply>) {
  try {
    const refusal = whyRefused(req);
    if (refusal) throw new Refusal(403, 'Forbidden', refusal);
    return await answer({ req, res, part: (name) => pathPart(req, name), body: () => readBody(req) });
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    console.warn('The local chat failed:', error);
    return refused(new Refusal(500, 'LocalChatFailed', 'The local chat failed; its log says why.'));
  }
}

function refused({ status, code, message }: Refusal): Reply {
  return { status, body: { error: { code, message } } };
}

function pathPart(req: Request, name: string): string {
  const parts: unknown = req.params;
  const value = isRecord(parts) ? parts[name] : undefined;
  if (typeof value !== 'string') throw new Refusal(404, 'NotFound', 'There is nothing here.');
  return value;
}

/** The body as a JSON object; an absent body is an empty one. */
async function readBody(req: Request): Promise<Readonly<Record<string, unknown>>> {
  if (Number(req.headers['content-length'] ?? 0) > LARGEST_BODY) throw tooLarge();
  const body = parsedByServer(req) ?? parseJson(req, await readText(req));
  if (!isRecord(body)) throw new Refusal(400, 'BadSyntax', 'The body is not a JSON object.');
  return body;
}

/** A server that parses every body has already read the stream. */
function parsedByServer(req: Request): unknown {
  const body: unknown = req.body;
  if (body === undefined || body === null) return undefined;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  if (Buffer.byteLength(text) > LARGEST_BODY) throw tooLarge();
  return typeof body === 'string' ? parseJson(req, body) : body;
}

async function readText(req: Request): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_BODY) throw tooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(req: Request, text: string): unknown {
  if (text === '') return {};
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(req.headers['content-type'] ?? '')) {
    throw new Refusal(415, 'UnsupportedMediaType', 'The body must be JSON.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'BadSyntax', 'The body is not JSON.');
  }
}

function tooLarge(): Refusal {
  return new Refusal(413, 'MessageSizeTooBig', 'The body is larger than 256 KiB.');
}
