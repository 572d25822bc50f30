import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, page } from '../answer.ts';
import { answerConsent, type ConsentChoice } from '../answer-consent.ts';
import { html } from '../html.ts';
import { pageLayout } from '../page-layout.ts';
import { readRequestBody } from '../request-body.ts';
import { type PlayedDefinition, readPlayed } from './definition.ts';
import { type Play, type PlayedAnswer, play } from './play.ts';

export interface PlayedOptions {
  /** Default: 0, a free port. */
  readonly port?: number;
  /** Default: `127.0.0.1`. */
  readonly host?: string;
  /** Default: the machine's clock. */
  readonly now?: () => number;
  /** Returns the value of `{ "secret": "NAME" }` in a definition. Default: the name in lower case. */
  readonly secrets?: (name: string) => string;
}

export type { PlayedAnswer };

/** Stand-ins that play definitions, each in a folder of its own: `https://api.acme.example/me` is `/acme/api.acme.example/me`. */
export interface PlayedSandbox {
  /** Origin, e.g. `http://127.0.0.1:3980`. */
  readonly url: string;
  product(id: string): PlayedProduct;
  /** Signs in and consents. Resolves with the address where the browser is sent. */
  consent(authorizeUrl: string, choice?: ConsentChoice): Promise<string>;
  close(): Promise<void>;
}

export interface PlayedProduct {
  /** Where its hosts have their folders. */
  readonly url: string;
  /** What a person enters to connect by key or password. */
  typed(way: string): Readonly<Record<string, string>>;
  /** What people enter for their customer or region; empty if the product does not ask. */
  readonly customers: readonly string[];
  /** Revokes every grant and every key at the product. */
  endAccess(): void;
  /** Makes the keys valid again. */
  restoreKeys(): void;
  /**
   * Sets the response to a call of its API with a valid credential.
   * @param call method and path below the base URL, without the query: `POST /projects/7/issues`
   */
  answer(call: string, answer: PlayedAnswer): void;
  /** The requests since the last call of this. */
  arrived(): readonly PlayedRequest[];
  /** Requests to a host or in a format that the definition does not declare. */
  readonly complaints: readonly string[];
}

export interface PlayedRequest {
  readonly method: string;
  /** Relative to the product's folder, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly status: number;
}

/**
 * Starts a stand-in for each definition, given as data in the format of its JSON file.
 *
 * @throws RangeError that names what it cannot play
 */
export async function startPlayed(
  definitions: readonly unknown[],
  { port = 0, host = '127.0.0.1', now = Date.now, secrets = (name) => name.toLowerCase() }: PlayedOptions = {},
): Promise<PlayedSandbox> {
  let url = '';
  const scenes = new Map(
    definitions.map((json) => {
      const definition = readPlayed(json, secrets);
      const folder = () => `${url}/${definition.id}`;
      return [definition.id, { ...sceneOf(play(definition, folder, now)), folder }] as const;
    }),
  );
  const server = createServer((request, response) => {
    answer(scenes, request)
      .catch(() => ({ status: 500, headers: {}, body: '' }))
      .then(({ status, headers, body }) => {
        // in two steps, because restify, if loaded, changes what the first one returns
        response.writeHead(status, headers);
        response.end(body);
      });
  });
  server.listen(port, host);
  await once(server, 'listening');
  url = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    url,
    product: (id) => {
      const scene = scenes.get(id);
      if (scene === undefined) throw new RangeError(`no stand-in plays ${id}`);
      const { acted, arrived, folder } = scene;
      return {
        url: folder(),
        typed: acted.typed,
        customers: acted.customers.flatMap(({ said }) => said ?? []),
        endAccess: acted.endAccess,
        restoreKeys: acted.restoreKeys,
        answer: (call, prepared) => void acted.answers.set(call, prepared),
        arrived: () => arrived.splice(0),
        complaints: acted.complaints,
      };
    },
    consent: answerConsent,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Scene {
  readonly acted: Play;
  readonly arrived: PlayedRequest[];
  readonly folder: () => string;
}

function sceneOf(acted: Play): Omit<Scene, 'folder'> {
  return { acted, arrived: [] };
}

async function answer(scenes: ReadonlyMap<string, Scene>, incoming: IncomingMessage): Promise<Answer> {
  const address = new URL(incoming.url ?? '/', 'http://stand-in.invalid');
  const [, id = '', ...rest] = address.pathname.split('/');
  const scene = scenes.get(id);
  if (scene === undefined) return startPage([...scenes.values()].map(({ acted }) => acted.definition));
  const body = await readRequestBody(incoming);
  const { method = 'GET', headers } = incoming;
  const path = rest.join('/');
  if (path === '') return productPage(scene);
  const said = scene.acted.answer({ method, path, query: address.searchParams, headers, body });
  scene.arrived.push({ method, path: `${path}${address.search}`, headers, body: body.text, status: said.status });
  if (scene.arrived.length > 200) scene.arrived.shift();
  return said;
}

function startPage(definitions: readonly PlayedDefinition[]): Answer {
  const entries = definitions.map(({ id, name }) => html`<li><a href="/${id}/">${name}</a></li>`);
  const body = html`<h1>Products of the catalogue, all on this machine</h1><ul class="plain">${entries}</ul>`;
  return page(200, pageLayout({ title: 'Stand-ins', brand: { name: 'Latchkey', accent: '#1f7a4d' }, body }));
}

/** What a developer enters to try it: these credentials exist only here. */
function productPage({ acted }: Scene): Answer {
  const { name, profiles } = acted.definition;
  const ways = profiles.map(({ id, title }) => {
    const values = Object.entries(acted.typed(id)).map(
      ([key, value]) => html`<div>${key}: <code>${value}</code></div>`,
    );
    return html`<dt>${title}</dt><dd>${values}</dd>`;
  });
  const body = html`<h1>${name}</h1><p>These values exist only here.</p><dl>${ways}</dl>`;
  return page(200, pageLayout({ title: name, brand: { name, accent: '#44546a' }, body }));
}
