import type { ShareOutcome } from '../../flows/operator/share-connection.ts';
import { type Answer, type Command, done, readWords, refused } from '../command.ts';
import { faultLine } from '../fault-line.ts';
import { readFormValues } from '../read-values.ts';

export const connectShared: Command = {
  name: 'integrations connect',
  summary: 'connect the shared account of an integration with a key or password',
  usage: '<integration> <profile> --values FILE [--yes]',
  help: [
    ['--values FILE', 'JSON { "field": "value" or { "secret": "NAME OF A SETTING" } }; - reads standard input'],
    ['', 'to connect an account by signing in, use the console'],
  ],
  run: async (words, call) => {
    const { values, operands } = readWords(words, ['<integration>', '<profile>'], { values: { type: 'string' } });
    const [integration = '', profile = ''] = operands;
    const operator = await call.open();
    const overview = await operator.describeIntegration(integration);
    const chosen = overview?.profiles.find(({ id }) => id === profile);
    if (chosen === undefined) return refused('unknown_profile', 'there is no such profile');
    if (chosen.method === 'oauth2' && chosen.grant !== 'client_credentials') {
      return refused('needs_consent', 'somebody must sign in to the product: connect it in the console');
    }
    if (overview?.shared !== undefined) {
      const { label } = overview.shared.account;
      await call.confirm(`this replaces the shared account ${label} and ends its access, also at the product`);
    }
    const entered = values.values === undefined ? {} : await readFormValues(values.values, call);
    return answerOf(
      integration,
      await operator.shareConnection({ actor: call.actor, integration, profile, values: entered }),
    );
  },
};

function answerOf(integration: string, outcome: ShareOutcome): Answer {
  switch (outcome.status) {
    case 'connected': {
      const account = outcome.account.label;
      return done(
        { integration, account },
        `${integration} is connected as ${account}. Now choose who can use it: npx latchkey integrations share ${integration} --audience WHO`,
      );
    }
    case 'invalid':
      return refused('invalid', outcome.faults.map(faultLine).join('\n'));
    case 'redirect':
      return refused('needs_consent', 'somebody must sign in to the product: connect it in the console');
    case 'refused':
      return refused('refused', 'the product rejected these values');
    case 'unreachable':
      return refused('unreachable', 'the product did not answer: try again later');
    case 'signed_out':
      return refused('signed_out', 'the developer who began this was removed or signed out');
    case 'unknown_tenant':
    case 'unknown_profile':
      return refused(outcome.status, 'there is no such profile, or it has no client for this tenant');
  }
}
