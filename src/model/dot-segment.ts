/** Whether a path leads upwards, also where a server decodes more than once, or cuts parameters off a segment (`..;x`). */
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
