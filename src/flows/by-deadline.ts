/**
 * Rejects with `DeadlineError` if `work` does not settle in time. Its later result is ignored, so it should check the signal
 * before it does something that others can see.
 */
export async function byDeadline<T>(milliseconds: number, work: (late: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  return settledWithin(milliseconds, work(controller.signal), () => controller.abort());
}

/** The same for work that has begun and cannot be stopped. */
export async function settledWithin<T>(milliseconds: number, work: Promise<T>, onLate?: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      onLate?.();
      reject(new DeadlineError());
    }, milliseconds);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}
