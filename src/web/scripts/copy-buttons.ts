import { html } from '../html.ts';
import { pageScript } from './page-script.ts';

/** Shows the copy buttons of a page where the browser lets pages copy, and copies what is beside them. */
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
