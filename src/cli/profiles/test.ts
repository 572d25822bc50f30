import type { ProfileTest } from '../../flows/operator/test-profile.ts';
import { type Answer, type Command, done, readWords, refused } from '../command.ts';
import { faultLine } from '../fault-line.ts';
import { readFormValues } from '../read-values.ts';
import { pairs } from '../table.ts';

export const testProfile: Command = {
  name: 'profiles test',
  summary: "make a profile's check call once, store nothing, and show request and response with secrets masked",
  usage: '<integration> <profile> --values FILE',
  help: [['--values FILE', 'JSON { "field": "value" or { "secret": "NAME OF A SETTING" } }; - reads standard input']],
  run: async (words, call) => {
    const { values, operands } = readWords(words, ['<integration>', '<profile>'], { values: { type: 'string' } });
    const [integration = '', profile = ''] = operands;
    const entered = values.values === undefined ? {} : await readFormValues(values.values, call);
    const operator = await call.open();
    return answerOf(await operator.testProfile({ actor: call.actor, integration, profile, values: entered }));
  },
};

function answerOf(test: ProfileTest): Answer {
  switch (test.status) {
    case 'answered': {
      const { accepted, account, request, response } = test;
      const text = [
        accepted ? `accepted, as ${account ?? ''}` : 'not accepted',
        '',
        `${request.method} ${request.url}`,
        headers(request.headers),
        '',
        `${response.status}`,
        headers(response.headers),
        '',
        response.body,
      ].join('\n');
      if (accepted) return done({ accepted, account: account ?? null, request, response }, text);
      return { exit: 1, json: { accepted, account: null, request, response }, text };
    }
    case 'invalid':
      return refused('invalid', test.faults.map(faultLine).join('\n'));
    case 'unanswered':
      return refused('unanswered', test.reason);
    case 'needs_consent':
      return refused('needs_consent', 'somebody must sign in to the product: test it in the console, or with the bot');
    case 'not_found':
      return refused('not_found', 'there is no such profile; `npx latchkey integrations show` names them');
  }
}

function headers(list: readonly { readonly name: string; readonly value: string }[]): string {
  return list.length === 0 ? '' : pairs(list.map(({ name, value }) => [`${name}:`, value]));
}
