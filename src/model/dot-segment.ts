/** Whether a path leads upwards, even on servers that decode more than once or drop parameters of a segment (`..;x`). */
export function hasDotSegment(path: string): boolean {
  let text = path;
  for (let round = 0; round < 4; round += 1) {
    if (text.split(/[/\\]/).some((segment) => /^\.{1,2}(?:;|$)/.test(segment))) return true;
    const decoded = text.replace(/%(2e|2f|5c|25|3b)/gi, decodeURIComponent);
    if (decoded === text) return false;
    text = decoded;
  }
  return true;
}
