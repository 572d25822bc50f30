// Web Chat's Direct Line ends for good at the first poll that fails, and takes a message that does not get through for lost.
// Here both wait until the server is back and go out again. The server knows a message by its `clientActivityID`, so that one
// that had arrived is not said twice.

/** Milliseconds for which a message waits to get through; after that Web Chat says that it failed, and offers to retry. */
export const MESSAGE_WAITS = 120_000;

/** @param tell is given whether the connection is lost, when that changes */
export function keepReconnecting({ services }, tell) {
  let back;
  const untilBack = () => {
    back ??= serverIsBack(tell).finally(() => {
      back = undefined;
    });
    return back;
  };
  const { ajax } = services;
  services.ajax = (request) => {
    const deadline = request.method === 'GET' ? Number.POSITIVE_INFINITY : performance.now() + MESSAGE_WAITS;
    return ajax(request).retryWhen((failures) =>
      failures.mergeMap(async (failure) => {
        if (isRefusal(failure)) throw failure;
        await untilBack();
        if (performance.now() > deadline) throw failure;
      }),
    );
  };
}

/** A server that starts has no doors yet: its 404 is no answer. */
function isRefusal({ status }) {
  return status >= 400 && status < 500 && status !== 404;
}

/** Milliseconds. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 2000;

/** Asks for something that is answered at once; a poll would wait until somebody speaks. */
async function serverIsBack(tell) {
  tell(true);
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const answer = await fetch(import.meta.url, { cache: 'no-store' }).catch(() => undefined);
    if (answer?.ok) break;
  }
  tell(false);
}
