/** As a bot is named in an activity of Teams: its app's id. */
const BOT = /^28:[0-9a-z-]+$/i;

/**
 * Opens a person's own chat with the bot in Teams, with a message that is written and not sent: learn.microsoft.com, "Deep
 * link to a Teams chat". Undefined if the bot has no such name.
 */
export function teamsChatLink(bot: string, message: string): string | undefined {
  if (!BOT.test(bot)) return undefined;
  const written = message === '' ? '' : `&message=${inMarkdown(encodeURIComponent(message))}`;
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(bot)}${written}`;
}

/** A bracket would end the link. */
function inMarkdown(encoded: string): string {
  return encoded.replaceAll('(', '%28').replaceAll(')', '%29');
}
