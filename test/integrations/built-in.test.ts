import { expect, it } from 'vitest';
import { APP_PRODUCTS, builtInIntegrations } from '../../src/integrations/built-in.ts';
import { checkIntegrations } from '../../src/integrations/check-integration.ts';
import * as made from '../../src/integrations/index.ts';

const app = (product: string) => ({ clientId: `${product}-id`, clientSecret: `${product}-secret` });

it('holds every product that the package has', () => {
  const { CATALOG, defineIntegration, fromCatalog, loadIntegrations, readCatalog, ...builtIn } = made;
  const products = Object.keys(builtIn);
  const ids = builtInIntegrations(() => undefined).map(({ id }) => id);
  expect([...ids].sort()).toEqual(products.sort());
});

it('can work with all of the apps, and with none', () => {
  expect(() => checkIntegrations(builtInIntegrations(app))).not.toThrow();
  expect(() => checkIntegrations(builtInIntegrations(() => undefined))).not.toThrow();
});

it('gives each product its own app and nobody else’s', () => {
  const clients = builtInIntegrations(app).flatMap(({ id, profiles }) =>
    profiles.flatMap((profile) => (profile.method === 'oauth2' ? [[id, profile.clientId]] : [])),
  );
  expect(clients).toEqual(APP_PRODUCTS.map((product) => [product, `${product}-id`]));
});

it('leaves room for a profile of the developer where there is no app', () => {
  for (const { id, customProfile } of builtInIntegrations(() => undefined)) {
    expect(customProfile !== undefined, id).toBe(APP_PRODUCTS.includes(id));
  }
});
