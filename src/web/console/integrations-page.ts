import { listIntegrations } from '../../flows/operator/list-integrations.ts';
import { answerPage } from '../answer.ts';
import { onlyValue } from '../read-form.ts';
import { queryOf } from '../request-target.ts';
import { frameOf } from './views/console-layout.ts';
import { integrationsView } from './views/integrations.ts';
import { signedIn } from './visit.ts';

/** `GET /console?q=`: those in use first, then the bot's others, then what the catalogue has besides. */
export const integrationsPage = signedIn(async (visit) => {
  const { web, request, response } = visit;
  const search = (onlyValue(queryOf(request), 'q') ?? '').trim().slice(0, LONGEST_SEARCH);
  const own = await listIntegrations(web.services);
  const isMeant = ({ id, name }: { readonly id: string; readonly name: string }) =>
    [id, name].some((word) => plain(word).includes(plain(search)));
  const view = {
    search,
    own: own.filter(isMeant),
    catalog: web.catalog.filter((product) => isMeant(product) && !own.some(({ id }) => id === product.id)),
  };
  answerPage(response, 200, integrationsView(frameOf(web, visit), view));
});

const LONGEST_SEARCH = 100;

/** Compared without case, accents, blanks and punctuation: "monday" finds monday.com, "hub spot" HubSpot. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
