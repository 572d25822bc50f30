import { answerText } from './answer.ts';
import type { Handler } from './web-context.ts';

/** `GET /healthz`: the process lives. */
export const healthz: Handler = async (_web, _request, response) => {
  answerText(response, 200, 'application/json', '{"status":"ok"}');
};

/** `GET /readyz`: the store answers and the keys open it. Why it does not is for the log only. */
export const readyz: Handler = async (web, _request, response) => {
  const ready = await web.services.vault.ping().then(
    () => true,
    () => false,
  );
  answerText(response, ready ? 200 : 503, 'application/json', `{"status":"${ready ? 'ready' : 'unavailable'}"}`);
};
