import type { UserOwner } from '../../model/owner.ts';
import type { KeyUse } from '../../vault/keys-in-use.ts';
import type { AtProduct } from '../remove-connection.ts';
import type { Services } from '../services.ts';
import type { Actor } from './audited.ts';
import { changeSetup, deleteSetup, type SetupChange, type SetupOutcome } from './change-setup.ts';
import { deleteProfile, type ProfileUse, useOfProfile } from './delete-profile.ts';
import { duplicateProfile } from './duplicate-profile.ts';
import { type EffectOfEdit, effectOfEdit } from './effect-of-edit.ts';
import { type Forgotten, forgetOwner } from './forget-owner.ts';
import { keysInUse } from './keys-in-use.ts';
import { type AuditPage, type ListAuditInput, listAudit } from './list-audit.ts';
import { describeIntegration, type IntegrationOverview, listIntegrations } from './list-integrations.ts';
import { listProfiles, type ProfileOverview } from './list-profiles.ts';
import {
  listAllConnections,
  revokeAllConnections,
  revokeConnection,
  type UsedConnection,
} from './revoke-connections.ts';
import { type Rotation, rotateKeys } from './rotate-keys.ts';
import { type ProfileToSave, type SaveProfileOutcome, saveProfile } from './save-profile.ts';
import { type ShareInput, type ShareOutcome, shareConnection } from './share-connection.ts';
import { type ProfileTest, type TestProfileInput, testProfile } from './test-profile.ts';

/** The functions of the console and the command line, for code. Every change names its actor for the audit log. */
export interface OperatorVerbs {
  listIntegrations(): Promise<readonly IntegrationOverview[]>;
  describeIntegration(id: string): Promise<IntegrationOverview | undefined>;
  changeSetup(input: OfIntegration & { readonly change: SetupChange }): Promise<SetupOutcome>;
  /** False if there was none. */
  deleteSetup(input: OfIntegration): Promise<boolean>;
  shareConnection(input: ShareInput): Promise<ShareOutcome>;
  listProfiles(input?: { readonly integration?: string }): Promise<readonly ProfileOverview[]>;
  saveProfile(input: ProfileToSave): Promise<SaveProfileOutcome>;
  /** What saving would do to whatever uses the profile. Undefined for a new one. */
  effectOfEdit(input: Pick<ProfileToSave, 'id' | 'profile' | 'draft'>): Promise<EffectOfEdit | undefined>;
  duplicateProfile(input: OfOne & { readonly name: string }): Promise<SaveProfileOutcome>;
  testProfile(input: TestProfileInput): Promise<ProfileTest>;
  useOfProfile(id: string): Promise<ProfileUse>;
  /** False if there was none. */
  deleteProfile(input: OfOne): Promise<boolean>;
  /** In pages of `limit`. `after` is the id of the last connection on the page before. */
  listConnections(input: {
    readonly integration?: string;
    readonly after?: string;
    readonly limit: number;
  }): Promise<readonly UsedConnection[]>;
  revokeConnection(input: OfOne): Promise<AtProduct | 'not_found'>;
  /** Returns their number. */
  revokeAllConnections(input: OfIntegration): Promise<number>;
  forgetOwner(input: { readonly actor: Actor; readonly owner: UserOwner }): Promise<Forgotten>;
  /** A page of the audit log. That it was read is an entry itself. */
  listAudit(input: ListAuditInput): Promise<AuditPage>;
  keysInUse(): Promise<readonly KeyUse[]>;
  rotateKeys(input: { readonly actor: Actor; readonly batch?: number }): Promise<Rotation>;
}

export interface OfIntegration {
  readonly actor: Actor;
  readonly integration: string;
}

export interface OfOne {
  readonly actor: Actor;
  readonly id: string;
}

export function operatorVerbs(services: Services): OperatorVerbs {
  return {
    listIntegrations: () => listIntegrations(services),
    describeIntegration: (id) => describeIntegration(services, id),
    changeSetup: (input) => changeSetup(services, input),
    deleteSetup: (input) => deleteSetup(services, input),
    shareConnection: (input) => shareConnection(services, input),

    listProfiles: (input) => listProfiles(services, input),
    saveProfile: (input) => saveProfile(services, input),
    effectOfEdit: (input) => effectOfEdit(services, input),
    duplicateProfile: (input) => duplicateProfile(services, input),
    testProfile: (input) => testProfile(services, input),
    useOfProfile: (id) => useOfProfile(services, id),
    deleteProfile: (input) => deleteProfile(services, input),

    listConnections: (input) => listAllConnections(services, input),
    revokeConnection: (input) => revokeConnection(services, input),
    revokeAllConnections: (input) => revokeAllConnections(services, input),
    forgetOwner: (input) => forgetOwner(services, input),

    listAudit: (input) => listAudit(services, input),

    keysInUse: () => keysInUse(services),
    rotateKeys: (input) => rotateKeys(services, input),
  };
}
