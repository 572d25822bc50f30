/** What a bot is called that was given no name. Other languages say it in their own words. */
export const UNNAMED_BOT = 'this bot';
