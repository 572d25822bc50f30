import { listIntegrations } from '../../flows/operator/list-integrations.ts';
import { answerPage } from '../answer.ts';
import { frameOf } from './views/console-layout.ts';
import { integrationsView } from './views/integrations.ts';
import { signedIn } from './visit.ts';

/** `GET /console` */
export const integrationsPage = signedIn(async (visit) => {
  const overviews = await listIntegrations(visit.web.services);
  answerPage(visit.response, 200, integrationsView(frameOf(visit.web, visit), overviews));
});
