import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../src/answers/questions.ts';
import { wrappedIn } from '../answers/pasted.ts';
import { PASTED_LINKS } from './pasted-links.ts';

const WRAPPINGS = [
  { locale: 'en', how: 'by itself', paste: (link: string) => link },
  { locale: 'en', how: 'with blanks around it', paste: (link: string) => `  ${link} ` },
  { locale: 'en', how: 'as Slack writes it', paste: (link: string) => `<${link}|link>` },
  { locale: 'en', how: 'as Slack writes it without a name', paste: (link: string) => `<${link}>` },
  { locale: 'en', how: 'in Markdown', paste: (link: string) => `[the link](${link})` },
  { locale: 'en', how: 'twice', paste: (link: string) => `[${link}](${link})` },
  ...wrappedIn('links'),
];

describe.each(PASTED_LINKS)('a link to $means, for $action.title', ({ action, input, means, links }) => {
  const read = (said: string, locale: string): unknown => {
    const reading = questionsOf(action)
      .find(({ name }) => name === input)
      ?.read(said, { locale, timeZone: 'Europe/Vienna', now: Date.UTC(2026, 10, 25, 10) });
    return reading?.status === 'read' ? action.input.shape[input]?.safeParse(reading.value).data : undefined;
  };

  it.each(WRAPPINGS)('is understood $how', ({ locale, paste }) => {
    for (const link of links) expect(read(paste(link), locale), paste(link)).toBe(means);
  });

  it('is not chosen by us where another one says something else', () => {
    const [link = ''] = links;
    const other = link.replace(/(\d)(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
    if (other === link) return;
    expect(read(`${link} ${other}`, 'en')).toBeUndefined();
  });
});
