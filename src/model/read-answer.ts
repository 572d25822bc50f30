import type { HttpResponse } from './http.ts';
import type { ProductAnswer } from './judge-answer.ts';

/** A back-channel answer as it is judged; never throws. `body` is undefined where it is no JSON. */
export function readAnswer({ status, headers, body }: HttpResponse): ProductAnswer {
  return { status, contentType: headers['content-type'], opening: body.trimStart().slice(0, 1), body: parsed(body) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.trimStart());
  } catch {
    return undefined;
  }
}
