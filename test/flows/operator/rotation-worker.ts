// A process that changes keys, until it is done or killed. Says when it begins.
import { rotateKeys } from '../../../src/flows/operator/rotate-keys.ts';
import { openServices } from './open-services.ts';

const [setting = '', keys = ''] = process.argv.slice(2);
const services = await openServices(setting, keys);
process.stdout.write('begun\n');
const { status } = await rotateKeys(services, { actor: { name: 'olivia' }, batch: 1 });
process.stdout.write(`${status}\n`);
await services.vault.close();
