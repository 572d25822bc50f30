import type { HttpResponse } from './http.ts';
import { parsedJson } from './json.ts';
import type { ProductAnswer } from './judge-answer.ts';

/** A response in the form in which it is judged. Never throws. `body` is undefined if it is not JSON. */
export function readAnswer({ status, headers, body }: HttpResponse): ProductAnswer {
  return {
    status,
    headers,
    opening: body.trimStart().slice(0, 1),
    body: parsedJson(body.trimStart()),
  };
}
