import { testProfile } from '../../flows/operator/test-profile.ts';
import { redirectUriOf } from '../../flows/services.ts';
import { faultsInWords } from '../../model/field-in-words.ts';
import { answerPage } from '../answer.ts';
import { pathSegment } from '../request-target.ts';
import { FIELD_PREFIX, fieldErrors } from '../views/field-row.ts';
import { answerNotFound } from './answers.ts';
import { frameOf } from './views/console-layout.ts';
import { type ProfileTestView, profileTestView } from './views/profile-test.ts';
import { changing, signedIn, type Visit } from './visit.ts';

/** `GET /console/integrations/:integration/profiles/:profile/test` */
export const profileTestPage = signedIn(async (visit) => {
  const view = viewOf(visit);
  if (view === undefined) return answerNotFound(visit.web, visit.response, visit);
  answerPage(visit.response, 200, profileTestView(frameOf(visit.web, visit), view));
});

/** `POST …/test`: stores nothing. */
export const runProfileTest = changing([`${FIELD_PREFIX}*`], async (visit, form) => {
  const { web, response, actor } = visit;
  const view = viewOf(visit);
  if (view === undefined) return answerNotFound(web, response, visit);
  const values = form.startingWith(FIELD_PREFIX);
  const { integration, profile } = view;
  const outcome = await testProfile(web.services, {
    actor,
    integration: integration.id,
    profile: profile.id,
    values,
  });
  if (outcome.status === 'not_found') return answerNotFound(web, response, visit);
  if (outcome.status === 'invalid') {
    const errors = fieldErrors(web.pageTexts, faultsInWords(outcome.faults, web.inWords));
    return answerPage(response, 422, profileTestView(frameOf(web, visit), { ...view, values, errors }));
  }
  answerPage(response, 200, profileTestView(frameOf(web, visit), { ...view, values, outcome }));
});

function viewOf({ web, request, session }: Visit): ProfileTestView | undefined {
  const integration = web.services.integrations.get(pathSegment(request, 2));
  const profile = integration?.profiles.find(({ id }) => id === pathSegment(request, 4));
  if (integration === undefined || profile === undefined) return undefined;
  const isBuiltIn = web.services.declared.some(
    ({ id, profiles }) => id === integration.id && profiles.some((one) => one.id === profile.id),
  );
  return {
    integration,
    profile,
    title: isBuiltIn ? web.inWords(profile.title) : profile.title,
    action: `${web.base}/integrations/${integration.id}/profiles/${profile.id}/test`,
    formToken: session.formToken,
    callbackUrl: redirectUriOf(web.services, integration.id),
    values: {},
  };
}
