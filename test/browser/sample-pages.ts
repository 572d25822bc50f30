import { tenantField } from '../../src/model/connect-form.ts';
import type { PageTexts } from '../../src/web/page-texts/page-texts.ts';
import { chooseSiteView } from '../../src/web/views/choose-site.ts';
import { codeView } from '../../src/web/views/code.ts';
import { connectView } from '../../src/web/views/connect.ts';
import { connectedView } from '../../src/web/views/connected.ts';
import { credentialFormView } from '../../src/web/views/credential-form.ts';
import { endedView } from '../../src/web/views/ended.ts';
import { fieldError } from '../../src/web/views/field-row.ts';
import { messageView } from '../../src/web/views/message.ts';
import { movingOnView } from '../../src/web/views/moving-on.ts';
import { returnedView } from '../../src/web/views/returned.ts';
import { workingView } from '../../src/web/views/working.ts';

const who = { integrationName: 'Jira', botName: 'Helpdesk Bot', ownerName: 'Bob Jones', channel: 'msteams' };
const form = { status: 'form', ...who, integrationName: 'Zendesk', purpose: 'look up the ticket' } as const;
const expiresAt = 590_000;
const now = 0;
const long = 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung'.repeat(2);

/** One of each page in one language, as somebody would see it, and the ones that strain the layout. */
export function samplePages(texts: PageTexts): Readonly<Record<string, string>> {
  const frame = { texts, base: '', inWords: (text: string) => text, botName: 'Helpdesk Bot' };
  return {
    connect: connectView(frame, {
      link: {
        status: 'open',
        ...who,
        purpose: 'create the issue',
        method: 'oauth2',
        scopes: [
          { scope: 'read:jira-work', text: 'Read your projects and issues' },
          { scope: 'write:jira-work', text: 'Create, change and delete issues' },
          { scope: 'offline_access', text: 'Stay connected, so that you are not asked every hour' },
        ],
        expiresAt,
      },
      action: '/connect',
      formToken: 'token',
      endsWithCode: true,
      now,
    }),
    'connect-with-phone': connectView(frame, {
      link: {
        status: 'open',
        ...who,
        purpose: 'create the issue',
        method: 'oauth2',
        scopes: [{ scope: 'read:jira-work', text: 'Read your projects and issues' }],
        expiresAt,
      },
      action: '/connect',
      formToken: 'token',
      endsWithCode: true,
      now,
      phoneUrl: `https://bot.example/connect/${'A1_-'.repeat(10)}abc`,
    }),
    'connect-with-key': connectView(
      { ...frame, botName: 'this bot' },
      {
        link: {
          status: 'open',
          ...who,
          botName: 'this bot',
          integrationName: 'Jotform',
          channel: 'webchat',
          purpose: 'list your forms',
          method: 'api_key',
          scopes: [],
          expiresAt,
        },
        action: '/connect',
        formToken: 'token',
        endsWithCode: false,
        now,
      },
    ),
    'connect-long-names': connectView(
      { ...frame, botName: long },
      {
        link: {
          status: 'open',
          integrationName: long,
          botName: long,
          ownerName: long,
          channel: long,
          purpose: long,
          method: 'oauth2',
          scopes: [{ scope: long, text: long }],
          expiresAt,
        },
        action: '/connect',
        formToken: 'token',
        endsWithCode: true,
        now,
      },
    ),
    'connect-wrong-tenant': connectView(frame, {
      link: {
        status: 'open',
        ...who,
        integrationName: 'Zendesk',
        purpose: 'look up the ticket',
        method: 'oauth2',
        scopes: [{ scope: 'read', text: 'Read your tickets' }],
        expiresAt,
        tenantField: {
          key: 'tenant',
          title: 'Zendesk subdomain',
          hint: 'The first part of your address: acme in acme.zendesk.com',
        },
      },
      action: '/connect',
      formToken: 'token',
      endsWithCode: true,
      now,
      tenant: 'acme.example',
      error: fieldError(texts, tenantField({ title: 'Zendesk subdomain', suffix: '.zendesk.com' }), 'foreign_host'),
    }),
    'moving-on': withoutRefresh(movingOnView(frame, { integrationName: 'Jira', url: '/moving-on' })),
    'credential-form': credentialFormView(frame, {
      form: {
        ...form,
        fields: [
          { key: 'email', title: 'E-mail address' },
          {
            key: 'apiKey',
            title: 'API token',
            type: 'password',
            hint: 'In Zendesk: Admin Center → Apps and integrations → APIs',
          },
          {
            key: 'region',
            title: 'Region',
            required: false,
            choices: [
              { value: 'eu', title: 'Europe' },
              { value: 'us', title: 'United States' },
            ],
          },
          { key: 'base', title: 'Address', visibility: 'read-only', value: 'https://acme.zendesk.com' },
        ],
        manageUrl: 'https://www.zendesk.com',
      },
      action: '/credential-form',
      formToken: 'token',
      values: {},
    }),
    'credential-form-wrong': credentialFormView(frame, {
      form: {
        ...form,
        fields: [{ key: 'apiKey', title: 'API token', type: 'password', hint: 'In Zendesk: Admin Center' }],
      },
      action: '/credential-form',
      formToken: 'token',
      values: {},
      errors: [
        fieldError(texts, { key: 'apiKey', title: 'API token', shape: 'be 40 letters and digits' }, 'wrong_shape'),
      ],
    }),
    'credential-form-refused': credentialFormView(frame, {
      form: { ...form, fields: [{ key: 'apiKey', title: 'API token', type: 'password' }] },
      action: '/credential-form',
      formToken: 'token',
      values: {},
      errors: [{ text: texts.keyRefused('Zendesk', 2) }],
    }),
    'choose-site': chooseSiteView(frame, {
      choice: {
        status: 'choose_site',
        ...who,
        noun: 'site',
        sites: [
          { id: '1', name: 'Corp Support', url: 'https://corp-support.atlassian.net' },
          { id: '2', name: long, url: `https://${long}.atlassian.net` },
        ],
      },
      action: '/choose-site',
      formToken: 'token',
    }),
    'choose-site-missing': chooseSiteView(frame, {
      choice: {
        status: 'choose_site',
        ...who,
        noun: 'site',
        sites: [{ id: '1', name: 'Corp Support', url: 'https://corp-support.atlassian.net' }],
      },
      action: '/choose-site',
      formToken: 'token',
      error: texts.siteMissing('site'),
    }),
    code: codeView(frame, {
      description: {
        status: 'code',
        ...who,
        code: 'BCDF-GHJK',
        account: 'bob.jones@corp.example',
        site: 'Corp Support',
        expiresAt,
        manageUrl: 'https://id.atlassian.com',
      },
      now,
      url: '/code',
    }),
    'code-widest': codeView(frame, {
      description: { status: 'code', ...who, code: 'WWWW-WWWW', account: long, expiresAt },
      now,
      url: '/code-widest',
    }),
    connected: connectedView(frame, { status: 'connected', ...who, account: 'bob.jones@corp.example' }),
    working: withoutRefresh(workingView(frame, { integrationName: 'Jira', url: '/working' })),
    ended: endedView(frame, { why: 'refused', ...who, ref: '1f2e3d4c5b' }),
    'ended-with-access-left': endedView(frame, { why: 'wrong_codes', ...who, manageUrl: 'https://id.atlassian.com' }),
    returned: returnedView(frame, {
      returned: { authorizationId: 'id', ...who, mayAskForNewLink: true },
      action: '/returned',
      formToken: 'token',
    }),
    gone: messageView(frame, { title: texts.goneTitle, text: texts.gone }),
  };
}

/** They would leave before they could be looked at. */
function withoutRefresh(page: string): string {
  return page.replace(/<meta http-equiv="refresh"[^>]*>/, '');
}
