import { isLoopbackHost } from '../../../model/loopback.ts';
import { publicUrlProblem, usablePublicUrl, writtenPublicUrl } from '../../../model/public-url.ts';
import type { Check, Observation } from './deployment.ts';
import type { Probe, ProbeAnswer } from './probe.ts';

export const checkPublicUrl: Check = {
  id: 'public_url',
  title: 'Browsers keep cookies at the public URL',
  run: ({ publicUrl }) => {
    const url = usablePublicUrl(publicUrl);
    if (url === undefined) {
      const fix = 'set it to the https:// address at which people reach the bot';
      return [{ verdict: 'problem', text: problemText(publicUrl), fix }];
    }
    if (isLoopbackHost(url.hostname)) {
      return [
        {
          verdict: 'warning',
          text: `${url.href} works only on this machine`,
          fix: 'before others use the bot, set LATCHKEY_PUBLIC_URL to the https:// address at which they reach it',
        },
      ];
    }
    return [{ verdict: 'ok', text: url.href }];
  },
};

/** Does not repeat a user name or a query, which may contain a secret. */
function problemText(publicUrl: string): string {
  if (publicUrl === '') return 'LATCHKEY_PUBLIC_URL is empty';
  return publicUrlProblem(publicUrl) ?? `LATCHKEY_PUBLIC_URL is "${publicUrl}"`;
}

export const checkReachable: Check = {
  id: 'reachable',
  title: 'The bot responds at its public URL',
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
          fix: `open ${address} in a browser outside this network: it must show {"status":"ok"}`,
        },
      ];
    }
    if (answer.status === 'silent') {
      return [
        {
          verdict: 'problem',
          text: `${address} does not respond (${answer.reason})`,
          fix: 'start the bot, and check its DNS name, certificate, firewall and proxy',
        },
      ];
    }
    const found = judge(address, answer.status, answer.body);
    return found.verdict === 'ok' ? [await lookAtPages(writtenPublicUrl(publicUrl) ?? '', found, probe)] : [found];
  },
};

/** No page has these addresses, so nothing is counted or logged. `/healthz` alone proves little: many servers have one. */
const NO_PAGES = ['/connect/doctor/none', '/oauth/doctor/none', '/done/doctor/none', '/assets/doctor/none'] as const;

async function lookAtPages(publicUrl: string, found: Observation, probe: Probe): Promise<Observation> {
  const answers = await Promise.all(
    NO_PAGES.map(async (path) => ({ path, answer: await probe.ask('GET', `${publicUrl}${path}`) })),
  );
  const foreign = answers.filter(({ answer }) => !isOurs(answer)).map(({ path }) => path.replace('/doctor/none', ''));
  if (foreign.length === 0) return found;
  return {
    verdict: 'problem',
    text: `${publicUrl} has other pages than this bot's below ${foreign.join(', ')}`,
    fix: FORWARD,
  };
}

/** All of our pages have the style sheet. */
function isOurs(answer: ProbeAnswer): boolean {
  return 'body' in answer && answer.body.includes('/assets/latchkey.css');
}

const FORWARD = 'make the proxy forward /healthz, /readyz, /connect, /oauth, /done and /assets to the bot unchanged';

function judge(address: string, status: number, body: string): Observation {
  if (status === 200 && body.includes('"status":"ok"')) return { verdict: 'ok', text: `${address} responds` };
  return {
    verdict: 'problem',
    text: `${address} returns status ${status}, and the response is not this bot's`,
    fix: FORWARD,
  };
}
