import { html } from '../html.ts';
import { pageScript } from './page-script.ts';

/** Shows a page's copy buttons if the browser lets pages copy. A button copies the value next to it. */
export const copyButtons = pageScript(html`(() => {
  if (!navigator.clipboard) return;
  for (const row of document.querySelectorAll('.copy')) {
    const button = row.querySelector('button');
    const said = row.querySelector('[role=status]');
    row.hidden = false;
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(button.dataset.copy).then(
        () => { said.textContent = button.dataset.done; },
        () => { row.hidden = true; },
      );
    });
  }
})();`);
