import type { Services } from '../flows/services.ts';
import { answerText } from './answer.ts';
import type { Handler } from './web-context.ts';

/** Milliseconds. A load balancer that has to wait longer should use another instance. */
const PATIENCE = 2_000;
/** Milliseconds for which a result is reused, however many clients ask. */
const GOOD_FOR = 5_000;

/** `GET /healthz`: the process is alive. */
export const healthz: Handler = async (_web, _request, response) => {
  answerText(response, 200, 'application/json', '{"status":"ok"}');
};

/**
 * `GET /readyz`: the process is not closing, the store accepts a write, and the keys are the ones that the store was sealed
 * with. The reason for a failure goes to the log only.
 */
export const readyz: Handler = async ({ services }, _request, response) => {
  const ready = !services.underWay.isClosing && (await readiness(services));
  answerText(response, ready ? 200 : 503, 'application/json', `{"status":"${ready ? 'ready' : 'unavailable'}"}`);
};

const asked = new WeakMap<Services, { readonly at: number; readonly answer: Promise<boolean> }>();

function readiness(services: Services): Promise<boolean> {
  const last = asked.get(services);
  if (last !== undefined && performance.now() - last.at < GOOD_FOR) return last.answer;
  const answer = answersInTime(services);
  asked.set(services, { at: performance.now(), answer });
  return answer;
}

function answersInTime({ vault }: Services): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE).unref();
    const answer = (ready: boolean) => {
      clearTimeout(timer);
      resolve(ready);
    };
    vault.ping().then(
      () => answer(true),
      () => answer(false),
    );
  });
}
