const MARKS = /\\([\\`*_{}[\]()<>#+!|~])|\*\*((?:\\.|[^*\\])+)\*\*|\*((?:\\.|[^*\\])+)\*/g;

/** One of our sentences for a channel that would show its marks: what is to be typed is in quotes. */
export function withoutMarkdown(text: string): string {
  return text.replace(MARKS, (_, escaped?: string, strong?: string, typed?: string) => {
    if (escaped !== undefined) return escaped;
    return strong === undefined ? `“${withoutMarkdown(typed ?? '')}”` : withoutMarkdown(strong);
  });
}
