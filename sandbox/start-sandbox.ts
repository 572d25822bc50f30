import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { answerConsent, type ConsentChoice } from './answer-consent.ts';
import { createControl, type SandboxControl } from './control.ts';
import { mountControlRoute } from './control-route.ts';
import { createFaults } from './faults.ts';
import { type FreshsalesAccess, freshsalesAccess } from './freshsales/freshsales-access.ts';
import { freshsalesProduct } from './freshsales/freshsales-product.ts';
import { type GithubAccess, githubAccess } from './github/github-access.ts';
import { githubProduct } from './github/github-product.ts';
import { type GorgiasAccess, gorgiasAccess } from './gorgias/gorgias-access.ts';
import { gorgiasProduct } from './gorgias/gorgias-product.ts';
import { mountGuidePages } from './guide-pages.ts';
import { type JiraAccess, jiraAccess } from './jira/jira-access.ts';
import { jiraProduct } from './jira/jira-product.ts';
import { type JotformAccess, jotformAccess } from './jotform/jotform-access.ts';
import { jotformProduct } from './jotform/jotform-product.ts';
import { createJournal } from './journal.ts';
import { mountProduct } from './mount-product.ts';
import { seedState } from './state.ts';
import { createStateFile } from './state-file.ts';
import type { World } from './world.ts';
import { type ZendeskAccess, zendeskAccess } from './zendesk/zendesk-access.ts';
import { zendeskProduct } from './zendesk/zendesk-product.ts';

export interface SandboxOptions {
  /** Default: 0, a free port. */
  readonly port?: number;
  /** Default: `127.0.0.1`, because the sandbox is for this machine only. */
  readonly host?: string;
  /** JSON file in which codes, tokens and records survive a restart; without it they end with the process. */
  readonly stateFile?: string;
  /** The clock that `advance` moves. Default: the machine's. */
  readonly now?: () => number;
}

/** A running sandbox: the address, people and credentials of each product, and its controls. */
export interface Sandbox {
  /** Origin, e.g. `http://127.0.0.1:3979`. */
  readonly url: string;
  readonly jira: JiraAccess;
  readonly jotform: JotformAccess;
  readonly zendesk: ZendeskAccess;
  readonly gorgias: GorgiasAccess;
  readonly freshsales: FreshsalesAccess;
  readonly github: GithubAccess;
  readonly control: SandboxControl;
  /** Signs in and consents as a demo person. Resolves with the address where the browser is sent. */
  consent(authorizeUrl: string, choice?: ConsentChoice): Promise<string>;
  close(): Promise<void>;
}

/** Starts stand-ins for the products on one loopback port. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', now: clock = Date.now } = options;
  const file = options.stateFile === undefined ? undefined : createStateFile(options.stateFile);
  let state = file?.load() ?? seedState(clock());
  let url = '';
  const world: World = { now: () => clock() + state.clockOffset, url: () => url, state: () => state };
  const save = () => file?.save(state);

  const faults = createFaults();
  const journal = createJournal();
  const control = createControl({
    world,
    faults,
    journal,
    advance: (milliseconds) => {
      state.clockOffset += milliseconds;
    },
    reseed: () => {
      state = seedState(clock());
    },
    save,
  });

  const server = restify.createServer({ name: 'sandbox' });
  const products = [
    jiraProduct(world),
    jotformProduct(world),
    zendeskProduct(world),
    gorgiasProduct(world),
    freshsalesProduct(world),
    githubProduct(world),
  ];
  for (const product of products) mountProduct(server, product, { world, journal, faults, save });
  mountControlRoute(server, control);
  mountGuidePages(server, products, faults);

  server.listen(port, host);
  // Rejects when the port is taken.
  await once(server, 'listening');
  url = originOf(server.address());

  return {
    url,
    jira: jiraAccess(url),
    jotform: jotformAccess(url),
    zendesk: zendeskAccess(url),
    gorgias: gorgiasAccess(url),
    freshsales: freshsalesAccess(url),
    github: githubAccess(url),
    control,
    consent: answerConsent,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      }),
  };
}

function originOf({ address, family, port }: AddressInfo): string {
  return family === 'IPv6' ? `http://[${address}]:${port}` : `http://${address}:${port}`;
}
