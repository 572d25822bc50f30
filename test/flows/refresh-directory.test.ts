import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeSetup } from '../../src/flows/operator/change-setup.ts';
import { refreshDirectory } from '../../src/flows/refresh-directory.ts';
import { KEYS } from '../vault/records.ts';
import { tracker } from '../web/integrations.ts';
import { openServices } from './operator/open-services.ts';

let services: Awaited<ReturnType<typeof openServices>>;

beforeEach(async () => {
  services = await openServices('sqlite::memory:', KEYS, { declared: [tracker()] });
  await refreshDirectory(services);
});
afterEach(() => services.vault.close());

test('a slow read of what developers decided never undoes a change that was made meanwhile', async () => {
  const { setups } = services.vault;
  let arrive = () => {};
  const slow = {
    ...services,
    vault: {
      ...services.vault,
      setups: {
        ...setups,
        list: async () => {
          const before = await setups.list();
          await new Promise<void>((resolve) => {
            arrive = resolve;
          });
          return before;
        },
      },
    },
  };
  const round = refreshDirectory(slow);
  const actor = { name: 'olivia' };
  await changeSetup(services, { actor, integration: 'tracker', change: { enabled: false } });
  expect(services.setups.get('tracker')).toMatchObject({ enabled: false });
  arrive();
  await round;
  expect(services.setups.get('tracker')).toMatchObject({ enabled: false });
});
