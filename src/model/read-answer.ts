import type { HttpResponse } from './http.ts';
import { parsedJson } from './json.ts';
import type { ProductAnswer } from './judge-answer.ts';

/** A back-channel answer as it is judged; never throws. `body` is undefined where it is no JSON. */
export function readAnswer({ status, headers, body }: HttpResponse): ProductAnswer {
  return {
    status,
    contentType: headers['content-type'],
    opening: body.trimStart().slice(0, 1),
    body: parsedJson(body.trimStart()),
  };
}
