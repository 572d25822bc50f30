import type { Integration } from '../model/integration.ts';
import { freshsales } from './freshsales.ts';
import { github } from './github.ts';
import { gorgias } from './gorgias.ts';
import { jira } from './jira.ts';
import { jotform } from './jotform.ts';
import { zendesk } from './zendesk.ts';

/** A client that the deployment registered at a product. */
export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Products at which a deployment can have an OAuth app of its own, and the others. */
const WITH_APP = {
  jira: (app) => jira(app),
  zendesk: (app) => zendesk(system(app)),
  gorgias: (app) => gorgias(system(app)),
  github: (app) => github(system(app)),
} as const satisfies Readonly<Record<string, (app: OAuthApp | undefined) => Integration>>;
const WITHOUT_APP = [jotform, freshsales] as const;

export const APP_PRODUCTS: readonly string[] = Object.keys(WITH_APP);

/**
 * All built-in products, for a deployment that is configured by its environment. Without an app, a product offers its other
 * profiles and those that developers create.
 */
export function builtInIntegrations(appOf: (product: string) => OAuthApp | undefined): readonly Integration[] {
  return [
    ...Object.entries(WITH_APP).map(([product, make]) => make(appOf(product))),
    ...WITHOUT_APP.map((make) => make()),
  ];
}

function system(app: OAuthApp | undefined): { readonly system?: OAuthApp } {
  return app === undefined ? {} : { system: app };
}
