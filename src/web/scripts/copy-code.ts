import { html } from '../html.ts';
import { pageScript } from './page-script.ts';

/** Shows the copy button where the browser lets pages copy, and copies the code. */
export const copyCode = pageScript(html`(() => {
  const row = document.querySelector('.copy');
  const button = row && row.querySelector('button');
  if (!button || !navigator.clipboard) return;
  row.hidden = false;
  button.addEventListener('click', () => {
    const said = row.querySelector('[role=status]');
    navigator.clipboard.writeText(button.dataset.copy).then(
      () => { said.textContent = button.dataset.done; },
      () => { row.hidden = true; },
    );
  });
})();`);
