/** The reply of every contestant's bot. */
export const ANSWER = 'Here is what you asked for.';
