import { type AnyAction, defineAction, InputRefusedError, z } from 'latchkey';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nearestLanguage } from '../../src/languages/language-tag.ts';
import { chatTexts } from '../../src/texts/tables.ts';
import { codeOn } from './browser-person.ts';
import { type ChatPerson, type Heard, linkOn, suggestionsOn, textsOf } from './chat-person.ts';
import { countThings, startStrictProduct } from './strict-product.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

/** An action that tells what it was given. */
function telling(id: string, title: string, input: AnyAction['input'], more: Partial<AnyAction> = {}): AnyAction {
  return defineAction({
    id: `acme.${id}`,
    title,
    purpose: 'tell',
    integration: 'acme',
    scopes: ['things'],
    input,
    run: async (_api, given) => given,
    answer: (given) => ({ title: `Given: ${JSON.stringify(given)}` }),
    ...more,
  });
}

const summary = z.string().trim().min(1).meta({ title: 'What is it about?' });
const order = telling(
  'order',
  'Order things',
  z.object({
    count: z.int().min(1).max(5000).meta({ title: 'How many?' }),
    price: z.number().meta({ title: 'What do they cost?' }),
    due: z.date().meta({ title: 'When?' }),
    gift: z.boolean().meta({ title: 'Is it a gift?' }),
  }),
);
const plan = telling(
  'plan',
  'Plan things',
  z.object({
    day: z.iso.date().meta({ title: 'Which day?' }),
    time: z.iso.time().meta({ title: 'What time?' }),
    moment: z.iso.datetime().meta({ title: 'When exactly?' }),
  }),
);
const paint = telling(
  'paint',
  'Paint things',
  z.object({
    colors: z
      .array(z.enum(['red', 'blue', 'mix']))
      .min(1)
      .meta({ title: 'Which colors?', labels: { mix: 'Red, white and blue' } }),
    finish: z
      .union([z.literal('m').meta({ title: 'Matt' }), z.literal('g').meta({ title: 'Glossy' })])
      .meta({ title: 'Which finish?' }),
    coats: z.number().default(2).meta({ title: 'How many coats?' }),
    note: z.string().optional().meta({ title: 'Anything else?' }),
    quiet: z.boolean().optional(),
  }),
);
const note = telling('note', 'Note something', z.object({ summary }));
const come = telling('come', 'Say whether I come', z.object({}), {
  form: async () => [
    { name: 'come', title: 'Will you come back?', kind: 'choice', required: true, choices: ['Yes', 'No', 'Maybe'] },
    { name: 'word', title: 'Choose a word', kind: 'choice', required: true, choices: ['stop', 'quit', 'help'] },
    { name: 'why', title: 'Why?', kind: 'text', required: true },
    {
      name: 'days',
      title: 'Which days?',
      kind: 'choices',
      required: true,
      choices: ['Monday', 'Tuesday', 'No, never'],
    },
    { name: 'on', title: 'From when?', kind: 'date', required: false },
  ],
  run: async (_api, _input, _context, answers) => answers,
});
const party = telling('party', 'Plan a party', z.object({}), {
  form: async () => [
    { name: 'guests', title: 'Do you bring guests?', kind: 'choice', required: true, choices: ['Yes', 'No'] },
    {
      name: 'many',
      title: 'How many?',
      kind: 'number',
      required: true,
      when: { terms: [{ question: 'guests', is: 'equal', value: 'Yes' }], link: 'all' },
    },
    { name: 'on', title: 'Date', kind: 'date', required: true },
    { name: 'at', title: 'Time', kind: 'time', required: true },
    { name: 'cost', title: 'Budget', kind: 'number', required: true },
    { name: 'one', title: 'Name', kind: 'text', required: true },
    { name: 'two', title: 'Name', kind: 'text', required: false },
  ],
  run: async (_api, _input, _context, answers) => answers,
});
const wipe = telling('wipe', 'Wipe things', z.object({ amount: z.number().meta({ title: 'How many?' }) }), {
  destructive: true,
});
const clear = telling('clear', 'Clear a shelf', z.object({ shelf: z.string().meta({ title: 'Which shelf?' }) }), {
  purpose: 'clear the shelf',
  destructive: true,
});
const file = telling(
  'file',
  'File something',
  z.object({
    project: z
      .string()
      .regex(/^[A-Z]+$/)
      .meta({ title: 'Which project?' }),
    summary,
  }),
  {
    run: async (_api, given: Readonly<Record<string, unknown>>) => {
      if (given.project !== 'KAN')
        throw new InputRefusedError('project', `There is no ${given.project}.`, ['KAN', 'WEB']);
      return given;
    },
  },
);
const pair = telling(
  'pair',
  'Pair things',
  z
    .object({ least: z.number().meta({ title: 'At least?' }), most: z.number().meta({ title: 'At most?' }) })
    .refine(({ least, most }) => least <= most, { path: ['most'], message: 'That is less than the least.' }),
);
const taken = telling(
  'taken',
  'Take a name',
  z.object({
    name: z
      .string()
      .refine(async (name) => name !== 'ann', 'That name is taken.')
      .meta({ title: 'Which name?' }),
  }),
);

let product: Awaited<ReturnType<typeof startStrictProduct>>;
let bot: TestBot;
beforeAll(async () => {
  product = await startStrictProduct(() => bot.now());
  bot = await openTestBot({
    integrations: () => [product.integration],
    actions: [countThings, order, plan, paint, note, come, party, wipe, clear, file, pair, taken],
  });
});
afterAll(async () => {
  await bot.close();
  await product.close();
});
beforeEach(() => bot.advance(61_000));

let people = 0;
/** Somebody who has connected Acme, on Wednesday 25 November 2026 in Vienna. */
async function someone(locale = 'en-US'): Promise<ChatPerson> {
  const chat = await bot.chat(`inputs${++people}`, {
    locale,
    localTimezone: 'Europe/Vienna',
    timestamp: new Date('2026-11-25T10:00:00Z'),
  });
  const browser = bot.browser();
  const moving = await browser.submit(await browser.get(linkOn(await chat.say('Count my things'))));
  await chat.say(codeOn(await browser.get(browser.onward(moving))));
  return chat;
}

async function sayAll(chat: ChatPerson, said: readonly string[]): Promise<readonly Heard[]> {
  let heard: readonly Heard[] = [];
  for (const one of said) heard = await chat.say(one);
  return heard;
}

function given(heard: readonly Heard[]): unknown {
  const json = /Given: (.*)$/m.exec(textsOf(heard))?.[1];
  if (json === undefined) throw new Error(`nothing was given in ${textsOf(heard)}`);
  return JSON.parse(json);
}

describe('an input', () => {
  it.each([
    ['en-US', ['1,200', '$12.50', '03/04/2027', 'sure'], '2027-03-04'],
    ['de-DE', ['1.200', '12,50 €', '3. April 2027', 'klar'], '2027-04-03'],
    ['fr-FR', ['1 200', '12,5', '03/04/2027', 'oui'], '2027-04-03'],
    ['es-ES', ['1.200', '12,5', '3 de abril de 2027', 'sí'], '2027-04-03'],
    ['pt-BR', ['1.200', 'R$ 12,50', '03/04/2027', 'sim'], '2027-04-03'],
    ['ja-JP', ['１，２００', '¥12.5', '2027年4月3日', 'はい'], '2027-04-03'],
    ['ar-EG', ['١٬٢٠٠', '١٢٫٥', '٣ أبريل ٢٠٢٧', 'نعم'], '2027-04-03'],
  ] as const)('is read as people write it in %s', async (locale, said, due) => {
    const chat = await someone(locale);
    const heard = await sayAll(chat, ['Order things', ...said]);
    expect(given(heard)).toEqual({ count: 1200, price: 12.5, due: `${due}T00:00:00.000Z`, gift: true });
  });

  it.each([
    ['en-US', ['about five', "it's $12.50, thanks", 'tomorrow please 🙏', 'Yes please 👍']],
    ['de-DE', ['ca. fünf', '12,50 € bitte', 'Morgen bitte!', 'ja, gerne 👍']],
    ['fr-FR', ['environ cinq', '12,50 € s’il vous plaît', 'demain, merci', 'oui bien sûr']],
    ['es-ES', ['unos cinco', 'son 12,50 €, gracias', 'mañana por favor', '¡Claro que sí!']],
    ['pt-BR', ['uns cinco', 'R$ 12,50 por favor', 'amanhã, obrigada', 'sim, claro']],
    ['ja-JP', ['五くらい', '12.5円です', '明日でお願いします', 'はい、もちろん']],
    ['ar-EG', ['حوالي خمسة', '١٢٫٥ من فضلك', 'غدًا من فضلك', 'نعم بالتأكيد']],
  ] as const)('is read as people say it in passing in %s', async (locale, said) => {
    const chat = await someone(locale);
    const heard = await sayAll(chat, ['Order things', ...said]);
    expect(given(heard)).toEqual({ count: 5, price: 12.5, due: '2026-11-26T00:00:00.000Z', gift: true });
  });

  it.each([
    ['How many?', [], ['less than 5', '5 or 6', '5-6', '5 apples and 2 pears', 'what do you mean?', '🤷']],
    ['What do they cost?', ['3'], ['5 to 6 dollars', 'free?', '(5)']],
    ['When?', ['3', '4'], ['Friday or Monday', 'sometime next week', 'not tomorrow', '31 November']],
    ['Is it a gift?', ['3', '4', 'tomorrow'], ['yes and no', 'not sure', 'thanks', 'yes, but wrap it']],
  ] as const)('is asked for again where it could mean several things: %s', async (question, before, unclear) => {
    const chat = await someone();
    expect(textsOf(await sayAll(chat, ['Order things', ...before]))).toContain(question);
    for (const said of unclear) expect(textsOf(await chat.say(said)), said).toMatch(/^Please (?:give|say) /);
  });

  it('is asked for, and refused in words that say what to write', async () => {
    const chat = await someone();
    expect(textsOf(await chat.say('Order things'))).toBe('How many?');
    expect(textsOf(await chat.say('lots'))).toBe('Please give a number, like 1,200.5.');
    expect(textsOf(await chat.say('2.5'))).toBe('Please give a whole number.');
    expect(textsOf(await chat.say('0'))).toBe('That is too small. The minimum is 1.');
    expect(textsOf(await chat.say('6000'))).toBe('That is too large. The maximum is 5,000.');
    expect(textsOf(await chat.say('3'))).toBe('What do they cost?');
    expect(textsOf(await chat.say('1'))).toBe('When?');
    expect(textsOf(await chat.say('whenever'))).toBe('Please give a day, like November 26, 2026.');
    const unclear = await chat.say('next Friday');
    expect(textsOf(unclear)).toContain('Which day do you mean?');
    expect(textsOf(await chat.say('Friday, November 27, 2026'))).toContain('Is it a gift?');
    expect(textsOf(await chat.say('perhaps'))).toContain('Please say yes or no.');
    expect(given(await chat.say('No'))).toEqual({
      count: 3,
      price: 1,
      due: '2026-11-27T00:00:00.000Z',
      gift: false,
    });
  });

  it('of days and times is what the action wants, in the time zone of the person', async () => {
    const chat = await someone();
    const heard = await sayAll(chat, ['Plan things', 'tomorrow', '6:30 pm', 'Friday at 6:30 pm']);
    expect(given(heard)).toEqual({ day: '2026-11-26', time: '18:30', moment: '2026-11-27T17:30:00.000Z' });
  });

  it('of several choices takes them in one sentence, by their words and their labels', async () => {
    const chat = await someone();
    await chat.say('Paint things');
    expect(textsOf(await chat.say('green'))).toContain('Please choose one of these.');
    expect(textsOf(await chat.say('Red, white and blue, and red'))).toContain('Which finish?');
    expect(textsOf(await chat.say('the second'))).toContain('How many coats?');
    expect(textsOf(await chat.say('skip'))).toContain('Anything else?');
    expect(given(await chat.say('help me paint'))).toEqual({
      colors: ['mix', 'red'],
      finish: 'g',
      coats: 2,
      note: 'help me paint',
    });
  });

  it('that may be left out is skipped by a word that is offered', async () => {
    const chat = await someone();
    const asked = await sayAll(chat, ['Paint things', 'blue', 'matt']);
    expect(suggestionsOn(asked)).toContain('skip');
    expect(given(await sayAll(chat, ['3', 'skip']))).toEqual({ colors: ['blue'], finish: 'm', coats: 3 });
  });

  it('that the product refuses is asked for again, with what it would take, and the rest is kept', async () => {
    const chat = await someone();
    const refused = await sayAll(chat, ['File something', 'ABC', 'The lift is stuck']);
    expect(textsOf(refused)).toContain('There is no ABC. Which project?');
    expect(given(await chat.say('1'))).toEqual({ project: 'KAN', summary: 'The lift is stuck' });
  });

  it('that does not go with another one is asked for again', async () => {
    const chat = await someone();
    expect(textsOf(await sayAll(chat, ['Pair things', '5', '3']))).toContain('That is less than the least. At most?');
    expect(given(await chat.say('7'))).toEqual({ least: 5, most: 7 });
  });

  it('with a rule that asks elsewhere is refused when the action runs, and asked for again', async () => {
    const chat = await someone();
    expect(textsOf(await sayAll(chat, ['Take a name', 'ann']))).toContain('That name is taken. Which name?');
    expect(given(await chat.say('bob'))).toEqual({ name: 'bob' });
  });

  it('is shown as the person writes it, before something is done that cannot be undone', async () => {
    const chat = await someone('de-DE');
    expect(textsOf(await sayAll(chat, ['Wipe things', '1.200,5']))).toContain('1.200,5');
    expect(given(await chat.say('ja'))).toEqual({ amount: 1200.5 });
  });
});

describe('the review before a long form is sent', () => {
  const english = ['yes', '3', 'tomorrow', '6:30 pm', '1,200', 'Ann', 'Bob'];

  it.each([
    ['en-US', english, ['3. Date: Thursday, November 26, 2026', '4. Time: 6:30 PM', '5. Budget: 1,200']],
    [
      'de-DE',
      ['Yes', '3', 'morgen', '18:30', '1.200', 'Ann', 'Bob'],
      ['3. Date: Donnerstag, 26. November 2026', '4. Time: 18:30', '5. Budget: 1.200'],
    ],
    [
      'ja-JP',
      ['Yes', '3', '明日', '18時半', '1200', 'Ann', 'Bob'],
      ['3. Date: 2026年11月26日木曜日', '4. Time: 18:30', '5. Budget: 1,200'],
    ],
  ] as const)('shows the answers as they are written in %s', async (locale, said, lines) => {
    const chat = await someone(locale);
    const heard = textsOf(await sayAll(chat, ['Plan a party', ...said]));
    for (const line of lines) expect(heard.replace(/\u202f/g, ' ')).toContain(line);
  });

  it('goes back to the very answer whose number is said, also where two questions have one title', async () => {
    const chat = await someone();
    await sayAll(chat, ['Plan a party', ...english]);
    expect(textsOf(await chat.say('7'))).toContain('7/7 Name');
    expect(textsOf(await chat.say('Bea'))).toMatch(/6\. Name: Ann\n7\. Name: Bea/);
    expect(textsOf(await chat.say('the second one'))).toContain('2/7 How many?');
    expect(textsOf(await chat.say('four'))).toContain('2. How many?: 4');
  });

  it('sends no answer to a question that a change has hidden, and nothing before it is told to', async () => {
    const chat = await someone();
    await sayAll(chat, ['Plan a party', ...english]);
    expect(textsOf(await chat.say('1'))).toContain('Do you bring guests?');
    const changed = textsOf(await chat.say('no'));
    expect(changed).toContain('1. Do you bring guests?: No');
    expect(changed).not.toContain('How many?');
    expect(given(await chat.say('send'))).toEqual({
      guests: 'No',
      many: '',
      on: '2026-11-26',
      at: '18:30',
      cost: '1200',
      one: 'Ann',
      two: 'Bob',
    });
  });

  it.each([
    ['en-US', 'no', 'Which answer should I change? Say its number', ['send', 'cancel']],
    ['en-US', 'No thanks.', 'Which answer should I change?', ['send', 'cancel']],
    ['en-US', '👎', 'Which answer should I change?', ['send', 'cancel']],
    ['de-DE', 'nein', 'Welche Antwort soll ich ändern? Sagen Sie ihre Nummer', ['absenden', 'abbrechen']],
    ['fr-FR', 'non merci', 'Quelle réponse dois-je changer ? Dites son numéro', ['envoyer', 'annuler']],
    ['es-ES', 'no', '¿Qué respuesta debo cambiar? Diga su número', ['enviar', 'cancelar']],
    ['pt-BR', 'não', 'Qual resposta devo mudar? Diga o número dela', ['enviar', 'cancelar']],
    ['ja-JP', 'いいえ', 'どの回答を変更しますか？', ['送信', 'キャンセル']],
    ['ar-EG', 'لا', 'أي إجابة تريد تغييرها؟', ['إرسال', 'إلغاء']],
  ] as const)('asks what to change and loses nothing, in %s after "%s"', async (locale, no, asked, [send, cancel]) => {
    const chat = await someone(locale);
    await sayAll(chat, ['Plan a party', ...english.with(4, '1200')]);
    for (const _ of ['once', 'and again']) {
      const heard = await chat.say(no);
      expect(textsOf(heard)).toContain(asked);
      expect(textsOf(heard)).toContain(`*${send}*`);
      expect(suggestionsOn(heard)).toEqual([send, cancel]);
    }
    expect(textsOf(await chat.say('2'))).toContain('2/7 How many?');
    await chat.say('4');
    expect(given(await chat.say(send))).toMatchObject({ guests: 'Yes', many: '4', one: 'Ann', two: 'Bob' });
  });

  it.each([
    ['en-US', 'cancel'],
    ['en-US', 'never mind'],
    ['de-DE', 'abbrechen'],
    ['ar-EG', 'إلغاء'],
    ['ar-EG', 'لا أريد'],
  ])('sends nothing after what cancels, also after "no", in %s: %s', async (locale, cancel) => {
    const chat = await someone(locale);
    await sayAll(chat, ['Plan a party', ...english.with(4, '1200'), 'no']);
    const stopped = textsOf(await chat.say(cancel));
    expect(stopped).toBe(chatTexts[nearestLanguage(locale)].notDone('tell', 'Acme', true));
  });

  it('takes back an answer that is skipped the second time', async () => {
    const chat = await someone();
    await sayAll(chat, ['Plan a party', ...english]);
    expect(textsOf(await sayAll(chat, ['7', 'skip']))).toContain('7. Name: –');
    expect(given(await chat.say('send'))).toMatchObject({ one: 'Ann', two: '' });
  });
});

describe('"no" to a question of a form that is no yes or no', () => {
  it('loses no answer: what is needed is asked again', async () => {
    const chat = await someone();
    await sayAll(chat, ['Plan a party', 'yes', '3']);
    const again = textsOf(await chat.say('no'));
    expect(again).toContain('Please give a day');
    expect(again).toContain('3/7 Date');
    expect(textsOf(await sayAll(chat, ['tomorrow', '18:30', '1200', 'Ann', 'Bob']))).toContain('2. How many?: 3');
  });

  it('leaves out what is not needed', async () => {
    const chat = await someone();
    const heard = await sayAll(chat, ['Say whether I come', 'Yes', 'quit', 'It was good', 'Monday', 'no thanks']);
    expect(given(heard)).toEqual({ come: 'Yes', word: 'quit', why: 'It was good', days: ['Monday'] });
  });
});

describe('what somebody typed, in the middle of a sentence', () => {
  it.each([
    ['en-US', 'the one by the door in Rome', 'Really clear the shelf “the one by the door in Rome” in Acme?'],
    ['en-US', 'A7', 'Really clear the shelf A7 in Acme?'],
    ['de-DE', 'das an der Tür', 'Wirklich in Acme clear the shelf (das an der Tür)?'],
    ['fr-FR', 'celle de gauche', 'Vraiment clear the shelf (celle de gauche) dans Acme ?'],
    ['es-ES', 'el de la puerta', '¿De verdad quiere clear the shelf (el de la puerta) en Acme?'],
    ['pt-BR', 'a da porta', 'Quer mesmo clear the shelf (a da porta) no Acme?'],
    ['ja-JP', 'ドア の 横', '本当に Acme で「clear the shelf」を実行しますか？（ドア の 横）'],
    ['ar-EG', 'الذي عند الباب', '(الذي عند الباب) في Acme؟'],
  ])('is told apart from it in %s: %s', async (locale, shelf, asked) => {
    const chat = await someone(locale);
    const heard = textsOf(await sayAll(chat, ['Clear a shelf', shelf]));
    expect(heard.replace(/\s/g, ' ')).toContain(asked);
  });
});

describe('an exact answer to the open question', () => {
  it('wins over every word that means something else elsewhere', async () => {
    const chat = await someone();
    expect(textsOf(await chat.say('Say whether I come'))).toContain('Will you come back?');
    expect(textsOf(await chat.say('No'))).toContain('Choose a word');
    expect(textsOf(await chat.say('quit'))).toContain('Why?');
    expect(textsOf(await chat.say('stop'))).toContain('Which days?');
    expect(textsOf(await chat.say('No, never'))).toContain('From when?');
    expect(given(await chat.say('tomorrow'))).toEqual({
      come: 'No',
      word: 'quit',
      why: 'stop',
      days: ['No, never'],
      on: '2026-11-26',
    });
  });

  it('is none where the word is not among the choices', async () => {
    const chat = await someone();
    await sayAll(chat, ['Say whether I come', 'Maybe']);
    expect(textsOf(await chat.say('never mind'))).toMatch(/^OK, I won't .+\.$/);
  });

  it('is no or cancel where the bot asks whether it really shall', async () => {
    for (const word of ['no', 'cancel', 'nope']) {
      const chat = await someone();
      expect(textsOf(await sayAll(chat, ['Wipe things', '1', word]))).toMatch(/^OK, I won't .+\.$/);
    }
  });
});

describe('while any text would be an answer', () => {
  it.each(['stop', 'No', 'quit', 'forget it', 'cancel the meeting room'])('"%s" is text', async (said) => {
    const chat = await someone();
    expect(given(await sayAll(chat, ['Note something', said]))).toEqual({ summary: said });
  });

  it('the cancel word by itself cancels', async () => {
    const chat = await someone();
    expect(textsOf(await sayAll(chat, ['Note something', 'cancel']))).toMatch(/^OK, I won't .+\.$/);
  });

  it('help and what is about connections are still heard, and the question is asked again', async () => {
    const chat = await someone();
    expect(textsOf(await sayAll(chat, ['Note something', 'help']))).toMatch(
      /^This is what I can do for you:[\s\S]*What is it about\?$/,
    );
    expect(textsOf(await chat.say('connections'))).toMatch(/Your connections[\s\S]*What is it about\?/);
    expect(textsOf(await chat.say('disconnect acme'))).toMatch(/^Removed[\s\S]*What is it about\?/);
  });
});

it('an action whose input nobody can be asked for is refused when it is defined', () => {
  const define = (schema: z.ZodType) => () => telling('odd', 'Odd', z.object({ thing: schema }));
  for (const schema of [z.object({}), z.record(z.string(), z.string()), z.any(), z.map(z.string(), z.string())]) {
    expect(define(schema)).toThrow(
      /the action acme\.odd cannot ask for its input thing, which is a zod \w+: use a string/,
    );
  }
});

it('an action with two values of one label is refused when it is defined: people choose by the label', () => {
  const size = z.enum(['s', 'm', 'l']).meta({ labels: { s: 'Small', m: 'Medium', l: 'Small ' } });
  const define = (schema: z.ZodType) => () => telling('odd', 'Odd', z.object({ size: schema }));
  for (const schema of [size, z.array(size), size.optional()]) {
    expect(define(schema)).toThrow(/the action acme\.odd has two values with the label "Small" for its input size/);
  }
  expect(define(z.union([z.literal('red'), z.enum(['red', 'Red'])]))).not.toThrow();
});

describe('what people can always say', () => {
  it('is heard in the language of their client, and in English', async () => {
    const german = await someone('de-DE');
    expect(textsOf(await sayAll(german, ['Note something', 'abbrechen']))).toMatch(/^OK, abgebrochen: /);
    expect(textsOf(await sayAll(german, ['Note something', 'cancel']))).toMatch(/^OK, abgebrochen: /);
    expect(given(await sayAll(german, ['Note something', 'annuler']))).toEqual({ summary: 'annuler' });
    expect(textsOf(await german.say('meine Verbindungen'))).toContain('Ihre Verbindungen');
    expect(textsOf(await german.say('trenne acme'))).toMatch(/ntfernt/);
    const japanese = await someone('ja-JP');
    expect(textsOf(await sayAll(japanese, ['Wipe things', '１', 'いいえ']))).toMatch(/^「.+」をキャンセルしました。/);
    expect(textsOf(await japanese.say('acmeを切断'))).toContain('削除');
    const arabic = await someone('ar-EG');
    expect(textsOf(await sayAll(arabic, ['Note something', 'إلغاء']))).toMatch(/^حسنًا، أُلغي /);
  });
});
