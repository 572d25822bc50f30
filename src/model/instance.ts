/** Prefix of the names under which running processes write facts into the store. */
export const INSTANCES = 'instance/';
