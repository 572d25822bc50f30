import { audit } from './audit.ts';
import type { Command } from './command.ts';
import { forgetUser } from './connections/forget-user.ts';
import { listConnections } from './connections/list.ts';
import { revokeConnection } from './connections/revoke.ts';
import { revokeAllConnections } from './connections/revoke-all.ts';
import { doctor } from './doctor.ts';
import { init } from './init.ts';
import { addIntegration } from './integrations/add.ts';
import { showCatalog } from './integrations/catalog.ts';
import { connectShared } from './integrations/connect.ts';
import { deleteIntegration } from './integrations/delete.ts';
import { disableIntegration, enableIntegration } from './integrations/enable.ts';
import { listIntegrations } from './integrations/list.ts';
import { selectProfile } from './integrations/select-profile.ts';
import { shareIntegration } from './integrations/share.ts';
import { showIntegration } from './integrations/show.ts';
import { unshareIntegration } from './integrations/unshare.ts';
import { listKeys } from './keys/list.ts';
import { newKey } from './keys/new.ts';
import { rotateKeys } from './keys/rotate.ts';
import { migrate } from './migrate.ts';
import { createProfile } from './profiles/create.ts';
import { deleteProfile } from './profiles/delete.ts';
import { duplicateProfile } from './profiles/duplicate.ts';
import { editProfile } from './profiles/edit.ts';
import { listProfiles } from './profiles/list.ts';
import { testProfile } from './profiles/test.ts';

/** All commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  init,
  doctor,
  migrate,
  audit,

  showCatalog,
  addIntegration,
  listIntegrations,
  showIntegration,
  enableIntegration,
  disableIntegration,
  selectProfile,
  connectShared,
  shareIntegration,
  unshareIntegration,
  deleteIntegration,

  listProfiles,
  createProfile,
  editProfile,
  duplicateProfile,
  testProfile,
  deleteProfile,

  listConnections,
  revokeConnection,
  revokeAllConnections,
  forgetUser,

  listKeys,
  newKey,
  rotateKeys,
];
