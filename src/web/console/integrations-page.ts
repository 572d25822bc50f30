import { listIntegrations } from '../../flows/operator/list-integrations.ts';
import { answerPage } from '../answer.ts';
import { isFound, searchIn } from './search.ts';
import { frameOf } from './views/console-layout.ts';
import { integrationsView } from './views/integrations.ts';
import { signedIn } from './visit.ts';

/** `GET /console?q=`: the integrations in use, then the bot's others, then the rest of the catalogue. */
export const integrationsPage = signedIn(async (visit) => {
  const { web, request, response } = visit;
  const search = searchIn(request);
  const all = await listIntegrations(web.services);
  const own = all.filter(({ id, name }) => isFound(search, [id, name]));
  const missing = web.catalog.filter(({ id }) => !all.some((integration) => integration.id === id));
  const catalog = missing.filter(({ id, name }) => isFound(search, [id, name]));
  answerPage(response, 200, integrationsView(frameOf(web, visit), { search, own, catalog }));
});
