import { type Authorization, LINK_LIFETIME } from '../model/authorization.ts';
import { type Owner, ownerKey, sourceOf } from '../model/owner.ts';
import { endAuthorization } from './end-authorization.ts';
import type { Services } from './services.ts';

const OPEN_PER_OWNER = 5;
const BEGUN_PER_HOUR = 20;
/** Links for each person and product. */
export const LINKS_PER_MINUTE = 5;
/** Open attempts for each bot, channel and tenant, so that somebody who can invent people there displaces nobody elsewhere. */
export const OPEN_PER_SOURCE = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The attempts that the limits count, at one moment. */
export interface Begun {
  /** The person's attempts that are not over. */
  readonly open: readonly Authorization[];
  /** Those of the last hour, over or not, up to the limit. */
  readonly lately: readonly Authorization[];
}

export async function begunLately(services: Services, owner: Owner, open: readonly Authorization[]): Promise<Begun> {
  const since = services.now() - HOUR;
  return { open, lately: await services.vault.authorizations.begunOf(ownerKey(owner), since, BEGUN_PER_HOUR) };
}

/** True if the person has had `LINKS_PER_MINUTE` links to this product in the last minute, in all attempts together. */
export function hasLinksEnough({ open, lately }: Begun, integration: string, now: number): boolean {
  const older = open.filter(({ id }) => !lately.some((attempt) => attempt.id === id));
  const times = [...lately, ...older]
    .filter((attempt) => attempt.integration === integration)
    .flatMap(({ linkTimes = [], createdAt }) => (linkTimes.length === 0 ? [createdAt] : linkTimes));
  return times.filter((time) => time > now - MINUTE).length >= LINKS_PER_MINUTE;
}

/** Minutes to wait if there are too many attempts. Undefined if another one may begin. */
export async function minutesUntilPlace(
  services: Services,
  owner: Owner,
  { open, lately }: Begun,
): Promise<number | undefined> {
  const now = services.now();
  if (open.filter(({ expiresAt }) => now < expiresAt).length >= OPEN_PER_OWNER) return LINK_LIFETIME / MINUTE;
  if (lately.length >= BEGUN_PER_HOUR) return HOUR / MINUTE;
  return (await hasPlace(services, owner)) ? undefined : LINK_LIFETIME / MINUTE;
}

/**
 * If there are too many attempts, the newest takes the place of the oldest unopened one from the same source. Its owner is
 * told.
 */
async function hasPlace(services: Services, owner: Owner): Promise<boolean> {
  const { authorizations } = services.vault;
  const source = sourceOf(owner);
  const now = services.now();
  if (!(await authorizations.isFull(source, now, OPEN_PER_SOURCE))) return true;
  const oldest = await authorizations.oldestNewFrom(source, now);
  if (oldest === undefined) return false;
  await endAuthorization(services, oldest, { status: 'failed', why: 'crowded_out', tell: 'unattended' });
  return true;
}
