import type { Services } from '../services.ts';
import { changeSetup, deleteSetup } from './change-setup.ts';
import { deleteProfile, useOfProfile } from './delete-profile.ts';
import { duplicateProfile } from './duplicate-profile.ts';
import { forgetOwner } from './forget-owner.ts';
import { keysInUse } from './keys-in-use.ts';
import { describeIntegration, listIntegrations } from './list-integrations.ts';
import { listProfiles } from './list-profiles.ts';
import { listAllConnections, revokeAllConnections, revokeConnection } from './revoke-connections.ts';
import { rotateKeys } from './rotate-keys.ts';
import { saveProfile } from './save-profile.ts';
import { shareConnection } from './share-connection.ts';
import { testProfile } from './test-profile.ts';

type Input<Flow extends (services: Services, input: never) => unknown> = Parameters<Flow>[1];

/** What the console and the command line do, for code: each verb is one flow. Every change names its actor for the audit log. */
export function operatorVerbs(services: Services) {
  return {
    listIntegrations: () => listIntegrations(services),
    describeIntegration: (id: string) => describeIntegration(services, id),
    changeSetup: (input: Input<typeof changeSetup>) => changeSetup(services, input),
    deleteSetup: (input: Input<typeof deleteSetup>) => deleteSetup(services, input),
    shareConnection: (input: Input<typeof shareConnection>) => shareConnection(services, input),

    listProfiles: (input: Input<typeof listProfiles> = {}) => listProfiles(services, input),
    saveProfile: (input: Input<typeof saveProfile>) => saveProfile(services, input),
    duplicateProfile: (input: Input<typeof duplicateProfile>) => duplicateProfile(services, input),
    testProfile: (input: Input<typeof testProfile>) => testProfile(services, input),
    useOfProfile: (id: string) => useOfProfile(services, id),
    deleteProfile: (input: Input<typeof deleteProfile>) => deleteProfile(services, input),

    listConnections: (input: Input<typeof listAllConnections>) => listAllConnections(services, input),
    revokeConnection: (input: Input<typeof revokeConnection>) => revokeConnection(services, input),
    revokeAllConnections: (input: Input<typeof revokeAllConnections>) => revokeAllConnections(services, input),
    forgetOwner: (input: Input<typeof forgetOwner>) => forgetOwner(services, input),

    keysInUse: () => keysInUse(services),
    rotateKeys: (input: Input<typeof rotateKeys>) => rotateKeys(services, input),
  };
}
