import { ProviderUnreachableError } from '../errors.ts';
import type { TokenCredential } from '../model/credential.ts';
import type { Integration } from '../model/integration.ts';
import { judgeAnswer, refusesCredential } from '../model/judge-answer.ts';
import { readAnswer } from '../model/read-answer.ts';
import { guardOf } from './base-url.ts';
import type { Services } from './services.ts';

export type TokenAnswered =
  | { readonly status: 'answered'; readonly body: unknown }
  | { readonly status: 'refused' | 'unreachable' };

/** Sends one GET with the token as bearer to an address from the definition. */
export async function askWithToken(
  services: Services,
  integration: Integration,
  url: string,
  { accessToken }: TokenCredential,
): Promise<TokenAnswered> {
  const headers = { accept: 'application/json', authorization: `Bearer ${accessToken}` };
  try {
    const answer = readAnswer(await services.http.sender(guardOf(integration, url))({ method: 'GET', url, headers }));
    if (judgeAnswer(answer, integration, { fresh: true }).kind === 'success') {
      return { status: 'answered', body: answer.body };
    }
    return { status: refusesCredential(answer, integration) ? 'refused' : 'unreachable' };
  } catch (error) {
    if (error instanceof ProviderUnreachableError) return { status: 'unreachable' };
    throw error;
  }
}
