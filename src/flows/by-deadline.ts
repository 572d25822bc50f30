/**
 * Rejects with `DeadlineError` if `work` does not settle in time. Its later result is ignored, so it should check the signal
 * before it does something that others can see.
 */
export async function byDeadline<T>(milliseconds: number, work: (late: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  return settledWithin(milliseconds, work(controller.signal), () => controller.abort());
}

/** The same for work that has begun and cannot be stopped. */
export function settledWithin<T>(milliseconds: number, work: Promise<T>, onLate?: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      onLate?.();
      reject(new DeadlineError());
    }, milliseconds);
    work.then(
      (result) => {
        clearTimeout(timer);
        resolve(result);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}
