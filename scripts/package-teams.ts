import { mkdir, writeFile } from 'node:fs/promises';
import { teamsPackage } from '../playground/teams/teams-package.ts';

// Creates dist/latchkey-teams.zip, for Apps > Manage your apps > Upload an app in Teams.
const { archive, notes } = await teamsPackage({
  botId: process.env.MicrosoftAppId,
  publicUrl: process.env.LATCHKEY_PUBLIC_URL,
});
const dist = new URL('../dist/', import.meta.url);
await mkdir(dist, { recursive: true });
await writeFile(new URL('latchkey-teams.zip', dist), archive);
for (const note of notes) console.log(note);
console.log('Packed dist/latchkey-teams.zip.');
