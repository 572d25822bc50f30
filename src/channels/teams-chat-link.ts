/** A bot's id in an activity of Teams. */
const BOT = /^28:[0-9a-z-]+$/i;

/**
 * A link to the person's own chat with the bot in Teams, with a message ready to send: learn.microsoft.com, "Deep link to a Teams
 * chat". Undefined if this is not the id of a bot.
 */
export function teamsChatLink(bot: string, message: string): string | undefined {
  if (!BOT.test(bot)) return undefined;
  const written = message === '' ? '' : `&message=${inMarkdown(encodeURIComponent(message))}`;
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(bot)}${written}`;
}

/** A closing parenthesis would end the Markdown link. */
function inMarkdown(encoded: string): string {
  return encoded.replaceAll('(', '%28').replaceAll(')', '%29');
}
