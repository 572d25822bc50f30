/** The English name of a bot that was given none. */
export const UNNAMED_BOT = 'this bot';
