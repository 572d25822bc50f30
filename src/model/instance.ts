/** Prefix of the names under which working processes write facts into the store. */
export const INSTANCES = 'instance/';
