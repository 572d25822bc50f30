import { isLoopbackHost } from '../../../model/loopback.ts';
import { publicUrlProblem, usablePublicUrl, writtenPublicUrl } from '../../../model/public-url.ts';
import type { Check, Observation } from './deployment.ts';

export const checkPublicUrl: Check = {
  id: 'public_url',
  title: 'The public URL is one under which browsers keep a cookie',
  run: ({ publicUrl }) => {
    const url = usablePublicUrl(publicUrl);
    if (url === undefined) {
      const fix = 'set it to the https:// address under which people reach the bot';
      return [{ verdict: 'problem', text: problemText(publicUrl), fix }];
    }
    if (isLoopbackHost(url.hostname)) {
      return [
        {
          verdict: 'warning',
          text: `${url.href} leads to this machine only`,
          fix: 'set LATCHKEY_PUBLIC_URL to the https:// address under which people reach the bot, before others use it',
        },
      ];
    }
    return [{ verdict: 'ok', text: url.href }];
  },
};

/** A user name or a query may hold a secret, and is not repeated. */
function problemText(publicUrl: string): string {
  if (publicUrl === '') return 'LATCHKEY_PUBLIC_URL is empty';
  return publicUrlProblem(publicUrl) ?? `LATCHKEY_PUBLIC_URL is "${publicUrl}"`;
}

export const checkReachable: Check = {
  id: 'reachable',
  title: 'The bot answers under its public URL',
  run: async ({ publicUrl }, probe) => {
    const url = usablePublicUrl(publicUrl);
    if (url === undefined) return [];
    const address = `${writtenPublicUrl(publicUrl)}/healthz`;
    const answer = await probe.ask('GET', address);
    if (answer.status === 'refused') {
      return [
        {
          verdict: 'manual',
          text: `${url.host} is a private address from here (${answer.reason})`,
          fix: `open ${address} in a browser from outside: it must show {"status":"ok"}`,
        },
      ];
    }
    if (answer.status === 'silent') {
      return [
        {
          verdict: 'problem',
          text: `${address} does not answer (${answer.reason})`,
          fix: 'start the bot, and look at its DNS name, certificate, firewall and proxy',
        },
      ];
    }
    return [judge(address, answer.status, answer.body)];
  },
};

function judge(address: string, status: number, body: string): Observation {
  if (status === 200 && body.includes('"status":"ok"')) return { verdict: 'ok', text: `${address} answers` };
  return {
    verdict: 'problem',
    text: `${address} answers ${status}, and not as this bot does`,
    fix: 'let the proxy pass /healthz, /readyz, /connect, /oauth, /done and /assets on to the bot as they are',
  };
}
