const MARKS = /\\([\\`*_{}[\]()<>#+!|~])|\*\*((?:\\.|[^*\\])+)\*\*|\*((?:\\.|[^*\\])+)\*/g;

/** One of our sentences for a channel that would show the Markdown. Words to type get quotes. */
export function withoutMarkdown(text: string): string {
  return text.replace(MARKS, (_, escaped?: string, strong?: string, typed?: string) => {
    if (escaped !== undefined) return escaped;
    return strong === undefined ? `“${withoutMarkdown(typed ?? '')}”` : withoutMarkdown(strong);
  });
}
