import { CATALOG } from '../../integrations/catalog-index.ts';
import { type Command, done, readWords } from '../command.ts';
import { table } from '../table.ts';

export const showCatalog: Command = {
  name: 'integrations catalog',
  summary: 'list the products that can be added',
  usage: '[<text>]',
  help: [['<text>', 'only products whose name or id contains it']],
  run: async (words) => {
    const [wanted = ''] = readWords(words, ['[<text>]'], {}).operands;
    const found = CATALOG.filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(wanted.toLowerCase()));
    const rows = found.map(({ id, name, ways, verifiedOn }) => [id, name, ways.join(', '), verifiedOn]);
    return done({ catalog: found }, table(['ID', 'NAME', 'PROFILES', 'VERIFIED'], rows, 'no such products'));
  },
};
