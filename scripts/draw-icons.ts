import { writeFile } from 'node:fs/promises';
import { encodePng } from '../playground/teams/encode-png.ts';
import { colorIcon, outlineIcon } from '../playground/teams/icons.ts';

// Draws the icons of the Teams app anew, after a change to playground/teams/icons.ts.
const directory = new URL('../playground/teams/', import.meta.url);
await writeFile(new URL('color.png', directory), encodePng(colorIcon()));
await writeFile(new URL('outline.png', directory), encodePng(outlineIcon()));
