import { html } from '../html.ts';
import { pageScript } from './page-script.ts';

/**
 * While the QR code is open, checks every few seconds whether the link is still unclaimed. Once a phone has claimed it,
 * reloads the page, which then says so.
 */
export const watchClaim = pageScript(html`(() => {
  const phone = document.querySelector('details.phone');
  if (!phone || !window.fetch) return;
  let looking;
  const look = () => fetch(location.href, { method: 'HEAD', cache: 'no-store', redirect: 'manual' }).then(
    ({ status }) => { if (status !== 200 && status !== 429 && status < 500) location.reload(); },
    () => {},
  );
  phone.addEventListener('toggle', () => {
    clearInterval(looking);
    if (phone.open) looking = setInterval(look, 4000);
  });
})();`);
