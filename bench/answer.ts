/** What every contestant's bot says in the end. */
export const ANSWER = 'Here is what you asked for.';
