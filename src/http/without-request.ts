const OF_THE_REQUEST = ['headers', 'auth', 'beforeRedirect', 'beforeRedirects'] as const;

/**
 * Takes out of what a connection is made with all that only its first request needs. Node keeps these options in memory for as long
 * as the connection is open, so a credential in them would outlive its removal for as long as others use the connection.
 *
 * @param options of `createConnection`: the request has read its own already
 */
export function withoutRequest<Options extends object>(options: Options): Options {
  for (const name of OF_THE_REQUEST) Reflect.deleteProperty(options, name);
  return options;
}
