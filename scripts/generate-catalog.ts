import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generatedFiles } from './catalog-files.ts';

/** Writes all that is made of src/integrations/catalog/*.json. */
const root = resolve(import.meta.dirname, '..');
for (const [file, content] of generatedFiles()) writeFileSync(join(root, file), content);
console.log(`wrote ${generatedFiles().size} files`);
