import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tracker, trackerOfCustomers, trackerWithSites } from '../integrations.ts';
import { type RunningConsole, startConsole, submitAt } from './running-console.ts';

const EDITOR = '/console/profiles/new';

let web: RunningConsole;

describe('the placeholders of a profile', () => {
  it.each([
    ['api_key', tracker, ['{{key}}']],
    ['basic', tracker, ['{{key}}', '{{basic}}']],
    ['oauth2', tracker, ['{{accessToken}}']],
    ['client_credentials', tracker, ['{{accessToken}}']],
    ['oauth2', trackerWithSites, ['{{siteId}}', '{{accessToken}}']],
    ['api_key', trackerWithSites, ['{{key}}']],
    ['oauth2', trackerOfCustomers, ['{tenant}', '{{accessToken}}']],
    ['basic', trackerOfCustomers, ['{tenant}', '{{key}}', '{{basic}}']],
  ] as const)(
    'are explained once, and only those it can use, before they are needed: %s',
    async (kind, make, names) => {
      web = await startConsole({ integrations: [make()] });
      try {
        const browser = await web.signedIn();
        const { text } = await browser.get(`${EDITOR}?integration=tracker&kind=${kind}`);
        const boxes = [...text.matchAll(/<div class="notation">.*?<\/div>/gs)].map(([box]) => box);
        expect(boxes).toHaveLength(1);
        const [box = ''] = boxes;
        expect([...box.matchAll(/<code>(.*?)<\/code> \S/g)].map(([, name]) => name)).toEqual(names);
        const rest = text.replace(box, '');
        for (const [, sentence = ''] of box.matchAll(/<\/code> (.*?)<\/li>/g)) expect(rest).not.toContain(sentence);
        expect(text.indexOf(box)).toBeLessThan(text.indexOf('name="placements.0.value"'));
        expect(text.indexOf(box)).toBeLessThan(text.search(/name="(?:fields\.0\.title|clientId)"/));
      } finally {
        await web.close();
      }
    },
  );
});

describe('the empty row after the filled ones', () => {
  const page = `${EDITOR}?integration=forms&kind=api_key`;
  beforeAll(async () => {
    web = await startConsole();
  });
  afterAll(() => web.close());

  /** The titles of the rows that are seen at once, and of those behind "Add a field". */
  const rowsIn = (text: string) => {
    const titlesIn = (part: string) => [...part.matchAll(/<legend>(.*?)<\/legend>/g)].map(([, title]) => title);
    const parts = [...text.matchAll(/<details><summary>Add an? .*?<\/details>/gs)].map(([part]) => part);
    const shown = parts.reduce((rest, part) => rest.replace(part, ''), text);
    return { shown: titlesIn(shown), behind: parts.flatMap(titlesIn) };
  };
  const refused = async (fields: Readonly<Record<string, string>>) => {
    const values = { integration: 'forms', kind: 'api_key', intent: 'save', ...fields };
    const answer = await submitAt(await web.signedIn(), page, EDITOR, values);
    expect(answer.status).toBe(422);
    return rowsIn(answer.text);
  };

  it('is behind a line that says what it adds', async () => {
    const { text } = await (await web.signedIn()).get(page);
    expect(rowsIn(text)).toEqual({
      shown: ['Field 1', 'Field 2', 'Authorization field 1'],
      behind: ['Field 3', 'Authorization field 2'],
    });
  });

  it('is seen once it is filled, and another one takes its place', async () => {
    const fields = {
      'fields.0.key': 'one',
      'fields.1.key': 'two',
      'fields.2.title': 'Three',
      'placements.1.value': 'x',
    };
    expect(await refused(fields)).toEqual({
      shown: ['Field 1', 'Field 2', 'Field 3', 'Authorization field 1', 'Authorization field 2'],
      behind: ['Field 4', 'Authorization field 3'],
    });
  });

  it('is seen at once where it is the only one', async () => {
    expect(await refused({})).toEqual({ shown: ['Field 1', 'Authorization field 1'], behind: [] });
  });
});
