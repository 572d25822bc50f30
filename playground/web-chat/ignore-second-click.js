/** Milliseconds. */
const AT_ONCE = 1000;

/**
 * Takes a double click on a suggestion for one click, before Web Chat sees the second: it would send the suggestion twice, and
 * leave its message box read-only.
 */
export function ignoreSecondClick(page) {
  let last = { text: '', at: Number.NEGATIVE_INFINITY };
  const judge = (event) => {
    const text = event.target.closest('.webchat__suggested-action')?.textContent;
    if (text === undefined) return;
    if (text === last.text && event.timeStamp - last.at < AT_ONCE) event.stopImmediatePropagation();
    last = { text, at: event.timeStamp };
  };
  page.addEventListener('click', judge, { capture: true });
}
