import { afterAll, beforeAll, describe } from 'vitest';
import { products } from '../../scripts/catalog-files.ts';
import { fromCatalog } from '../../src/integrations/from-catalog.ts';
import { optionName, secretsIn } from '../../src/integrations/secrets-in.ts';
import { type CatalogSubject, catalogContract, tried } from '../contracts/catalog-contract.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from '../stores/test-postgres.ts';
import { ownHosts, secretOf } from './played-world.ts';

const subjects: readonly CatalogSubject[] = products().map(({ json }) => {
  const options = secretsIn(json).map((secret) => [optionName(String(json.id), secret), secretOf(secret)] as const);
  return { json, integration: fromCatalog(json, { ...Object.fromEntries(options), ...ownHosts(json) }) };
});

describe('the catalogue, on SQLite', () => {
  for (const subject of subjects) catalogContract(subject, () => 'sqlite::memory:');
  const { products: known, ways, wires } = tried;

  afterAll(() => {
    console.log(`catalogue: ${known} products, ${ways} ways in, ${wires} wrong ways to send a credential`);
  });
});

describe('the catalogue, on PostgreSQL', () => {
  let server: TestPostgres;
  let database: TestDatabase;
  beforeAll(async () => {
    server = await startTestPostgres();
    database = await server.newDatabase();
  });
  afterAll(async () => {
    await database.drop();
    await server.stop();
  });

  for (const subject of subjects) catalogContract(subject, () => database.url, { wires: false });
});
