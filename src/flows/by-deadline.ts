/**
 * Rejects when `work` has not settled in time. What it does afterwards counts for nothing, so it should look at the signal
 * before it begins something that others can see.
 */
export async function byDeadline<T>(milliseconds: number, work: (late: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      controller.abort();
      reject(new DeadlineError());
    }, milliseconds);
  });
  try {
    return await Promise.race([work(controller.signal), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}
