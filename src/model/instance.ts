/** Names of the facts that processes at work write into the store, one for each. */
export const INSTANCES = 'instance/';
