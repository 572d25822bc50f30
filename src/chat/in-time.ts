/** Milliseconds after which a message counts as not sent: then somebody else says it. */
const SEND_WITHIN = 8_000;

/** What a channel does not take in time is said again, so nobody may wait for it for ever. */
export async function inTime<T>(sending: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError('the channel took no message in time')), SEND_WITHIN).unref();
  });
  try {
    return await Promise.race([sending, late]);
  } finally {
    clearTimeout(timer);
  }
}

class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}
