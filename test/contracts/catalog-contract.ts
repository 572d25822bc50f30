import type { Integration, Profile } from 'latchkey';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tenantOf } from '../../src/model/tenant-of.ts';
import type { Person } from '../integrations/open-products.ts';
import { atPlayed, botToken, callOf, openPlayedWorld, type PlayedWorld } from '../integrations/played-world.ts';

export interface CatalogSubject {
  /** The definition as its file has it. */
  readonly json: unknown;
  /** The same, ready for use, to know which ways it has. */
  readonly integration: Integration;
}

/** How many products and ways were tried, for the report. */
export const tried = { products: 0, ways: 0, wires: 0 };

/**
 * What every product of the catalogue keeps, in every way in that it names, against the stand-in that plays it: connect, call,
 * renew, rotate, refuse, end at the product, connect again, revoke; and the wrong customer, the wrong scheme, the wrong header.
 */
export function catalogContract(
  { json, integration }: CatalogSubject,
  store: () => string,
  /** What goes over the wire is the same on every store. */
  { wires = true }: { readonly wires?: boolean } = {},
): void {
  const { id, profiles, tenant, apis = {} } = integration;
  const forBots = profiles.filter((profile) => 'grant' in profile && profile.grant === 'client_credentials');
  const forPeople = profiles.filter((profile) => !('grant' in profile) || profile.grant !== 'client_credentials');
  if (wires) {
    tried.products += 1;
    tried.ways += profiles.length;
    tried.wires += forPeople.flatMap(wrongWires).length;
  }
  describe.each(forPeople.map((profile) => [profile.title, profile] as const))(`${id} by “%s”`, (_title, profile) => {
    let world: PlayedWorld;
    let person: Person;
    const call = () => person.run(callOf(id));
    const product = () => world.sandbox.product(id);

    beforeAll(async () => {
      world = await openPlayedWorld([json], { store: store() });
      person = world.person();
    });
    afterAll(() => world.close());

    it('connects, names the account, and calls with the credential where the product wants it', async () => {
      await connect(world, person, integration, profile);
      expect(await person.connections()).toMatchObject([{ integration: id, profile: profile.id, status: 'active' }]);
      expect(await call()).toMatchObject({ status: 'done', output: true });
      for (const name of Object.keys(apis)) {
        expect(await person.run(callOf(id, name))).toMatchObject({ status: 'done', output: true });
      }
      expect(product().complaints).toEqual([]);
    });

    if (isRenewed(profile)) {
      it('renews an ended token, again and again', async () => {
        for (const _ of [1, 2, 3]) {
          world.advance(LONG);
          product().arrived();
          expect(await call()).toMatchObject({ status: 'done' });
          const renewals = product()
            .arrived()
            .filter(({ body }) => body.includes('refresh_token'));
          expect(renewals.length).toBeGreaterThan(0);
          expect(renewals.every(({ status }) => status === 200)).toBe(true);
        }
        expect(product().complaints).toEqual([]);
      });
    }

    it('asks again when the product ended the access, and goes on once it is renewed', async () => {
      const [before] = await person.connections();
      product().endAccess();
      expect(await call()).toMatchObject({ status: 'needs_authorization', reason: 'ended' });
      expect(await person.connections()).toMatchObject([{ id: before?.id, status: 'needs_reauth' }]);
      product().restoreKeys();
      await connect(world, person, integration, profile);
      expect(await person.connections()).toMatchObject([{ id: before?.id, status: 'active' }]);
      expect(await call()).toMatchObject({ status: 'done' });
    });

    it('disconnects, at the product too where it has a way', async () => {
      product().arrived();
      const revokes = profile.method === 'oauth2' && hasRevocation(profile);
      const outcome = await person.disconnect(id);
      expect(outcome).toMatchObject({ status: 'removed', atProduct: revokes ? 'revoked' : 'unsupported' });
      expect(await person.connections()).toEqual([]);
      expect(await call()).toEqual({ status: 'needs_authorization', reason: 'none' });
      expect(product().complaints).toEqual([]);
    });

    if (profile.method === 'oauth2') {
      it('keeps nothing of whoever declines', async () => {
        const somebody = world.person();
        const declined = {
          profile: profile.id,
          decision: 'decline',
          ...customerOf(world, integration, profile),
        } as const;
        expect(await somebody.consent(id, declined)).toMatchObject({ status: 'failed', why: 'denied' });
        expect(await somebody.connections()).toEqual([]);
      });

      return;
    }

    it('refuses a wrong key, and keeps nothing of it', async () => {
      const somebody = world.person();
      product().endAccess();
      expect(await somebody.type(id, product().typed(profile.id), profile.id)).toMatchObject({ status: 'refused' });
      expect(await somebody.connections()).toEqual([]);
      product().restoreKeys();
    });

    if (!hasOthers(tenant)) return;
    it('refuses a key at another customer', async () => {
      const [, other = ''] = product().customers;
      const somebody = world.person();
      const values = { ...product().typed(profile.id), tenant: other };
      expect((await somebody.type(id, values, profile.id)).status).not.toBe('connected');
      expect(await somebody.connections()).toEqual([]);
    });
  });

  if (!wires) return;
  for (const profile of forBots) {
    it(`${id} by “${profile.title}”: the bot itself gets a token that the product takes`, async () => {
      const world = await openPlayedWorld([json]);
      try {
        if (!('exchange' in profile)) {
          const actor = { name: 'A developer' };
          const asked = {
            actor,
            integration: id,
            profile: profile.id,
            values: customerOf(world, integration, profile),
          };
          expect(await world.authorizer.operator.shareConnection(asked)).toMatchObject({ status: 'connected' });
        }
        expect(await botToken(atPlayed(json, world.sandbox), profile.id)).toMatch(/^at-/);
        expect(world.sandbox.product(id).complaints).toEqual([]);
      } finally {
        await world.close();
      }
    });
  }
  describe.each(forPeople.map((profile) => [profile.title, profile] as const))(
    `${id} by “%s”, wrongly`,
    (_t, profile) => {
      it.each(wrongWires(profile))('is refused with %s', async (_what, placements) => {
        const world = await openPlayedWorld([json], {
          store: store(),
          change: (one) => ({
            ...one,
            profiles: one.profiles.map((each) => (each.id === profile.id ? { ...each, placements } : each)),
          }),
        });
        const person = world.person();
        try {
          await expect(connect(world, person, integration, profile)).rejects.toThrow();
          expect(await person.connections()).toEqual([]);
        } finally {
          await world.close();
        }
      });
    },
  );
}

/** Longer than an access token lives, shorter than the tries of a person are counted. */
const LONG = 31 * 24 * 60 * 60 * 1000;

async function connect(world: PlayedWorld, person: Person, integration: Integration, profile: Profile): Promise<void> {
  const { id } = integration;
  if (profile.method === 'oauth2') {
    const ended = await person.consent(id, { profile: profile.id, ...customerOf(world, integration, profile) });
    if (ended.status !== 'done') throw new Error(`${ended.status} ${ended.why ?? ''}`);
    return;
  }
  const { status } = await person.type(id, world.sandbox.product(id).typed(profile.id), profile.id);
  if (status !== 'connected') throw new Error(status);
}

function customerOf(world: PlayedWorld, integration: Integration, profile: Profile): { readonly tenant?: string } {
  const asked = tenantOf(integration, profile) !== undefined;
  const [tenant] = asked ? world.sandbox.product(integration.id).customers : [];
  return tenant === undefined ? {} : { tenant };
}

function isRenewed(profile: Profile): boolean {
  return profile.method === 'oauth2' && profile.refreshTokens !== 'none';
}

function hasRevocation(profile: Extract<Profile, { readonly method: 'oauth2' }>): boolean {
  return profile.revocation !== undefined || profile.revocationUrl !== undefined;
}

/** Two customers that know nothing of each other. */
function hasOthers(tenant: Integration['tenant']): boolean {
  return tenant !== undefined && !('choices' in tenant && tenant.choices.length < 2);
}

type Placements = Profile['placements'];

/** The same credential in other places: the stand-in refuses each, or it would prove nothing about the right one. */
function wrongWires({ placements }: Profile): readonly (readonly [string, Placements])[] {
  const elsewhere = placements.map((placement) =>
    placement.in === 'header' ? { ...placement, name: `X-Other-${placement.name}` } : placement,
  );
  const otherScheme = placements.map((placement) =>
    placement.in === 'header' ? { ...placement, value: `Other ${placement.value}` } : placement,
  );
  return [
    ...(JSON.stringify(elsewhere) === JSON.stringify(placements)
      ? []
      : [['another header', elsewhere] as const, ['another scheme', otherScheme] as const]),
  ];
}
