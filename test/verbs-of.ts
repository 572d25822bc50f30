import type { Authorizer } from 'latchkey';
import { chatPortOf } from '../src/chat/chat-port.ts';
import { connectRefusal, offeredProfiles } from '../src/flows/access.ts';
import { askedSecrets } from '../src/flows/asked-secrets.ts';
import { beginAuthorization } from '../src/flows/begin-authorization.ts';
import { cancelAuthorization } from '../src/flows/cancel-authorization.ts';
import { burnCode, codeAwaited, confirmAuthorization } from '../src/flows/confirm-authorization.ts';
import { disconnect } from '../src/flows/disconnect.ts';
import { errandsHere } from '../src/flows/errands-here.ts';
import { exchangeToken } from '../src/flows/exchange-token.ts';
import { lacksCredential } from '../src/flows/lacks-credential.ts';
import { listConnections } from '../src/flows/list-connections.ts';
import { runAction } from '../src/flows/run-action.ts';
import { integrationOf } from '../src/flows/services.ts';
import { submitCredentialInChat } from '../src/flows/submit-credential.ts';
import { useConnection } from '../src/flows/use-connection.ts';
import { useSite } from '../src/flows/use-site.ts';
import { type Owner, ownerKey } from '../src/model/owner.ts';
import { publicAuthorization } from '../src/model/public-authorization.ts';
import { publicIntegration, publicProfile } from '../src/model/public-profile.ts';

type Input<Flow extends (services: never, input: never) => unknown> = Parameters<Flow>[1];

/** What the chat does with an authorizer, for tests that need no conversation for it. */
export function verbsOf(authorizer: Authorizer) {
  const port = chatPortOf(authorizer, 'verbsOf(authorizer)');
  const { services } = port;
  const { vault } = services;
  return {
    port,
    services,
    attach: port.attach,
    begin: port.begin,
    beginAuthorization: (input: Input<typeof beginAuthorization>) => beginAuthorization(services, input),
    authorizationById: async (id: string) => {
      const attempt = await vault.authorizations.byId(id);
      return attempt && publicAuthorization(attempt);
    },
    openAuthorizations: async (owner: Owner) =>
      (await vault.authorizations.openOf(ownerKey(owner))).map(publicAuthorization),
    cancelAuthorization: (input: Input<typeof cancelAuthorization>) => cancelAuthorization(services, input),
    confirmAuthorization: (input: Input<typeof confirmAuthorization>) => confirmAuthorization(services, input),
    burnCode: (input: Input<typeof burnCode>) => burnCode(services, input),
    codeAwaited: (input: Input<typeof codeAwaited>) => codeAwaited(services, input),
    submitCredential: (input: Input<typeof submitCredentialInChat>) => submitCredentialInChat(services, input),
    askedSecrets: (input: Input<typeof askedSecrets>) => askedSecrets(services, input),
    exchangeTokenFor: (input: Input<typeof exchangeToken>) => exchangeToken(services, input),
    runAction: (input: Input<typeof runAction>) => runAction(services, input),
    lacksCredential: (input: Input<typeof lacksCredential>) => lacksCredential(services, input),
    errandsHere: (owner: Owner, conversationKey: string) => errandsHere(services, owner, conversationKey),
    /** As the console has it now. */
    integration: (id: string) => publicIntegration(integrationOf(services, id)),
    offeredProfiles: (integration: string) => offeredProfiles(services, integration).map(publicProfile),
    connectRefusal: (wanted: Input<typeof connectRefusal>) => connectRefusal(services, wanted),
    listConnections: (owner: Owner) => listConnections(services, owner),
    useConnection: (input: Input<typeof useConnection>) => useConnection(services, input),
    useSite: (input: Input<typeof useSite>) => useSite(services, input),
    disconnect: (input: Input<typeof disconnect>) => disconnect(services, input),
  };
}
