import type { Account } from '../model/credential.ts';
import type { FailureKind, Integration } from '../model/integration.ts';
import { record, text } from '../model/json.ts';

export interface JotformOptions {
  /** A stand-in on this machine; switches the refusal of plain http and loopback addresses off for it. */
  readonly sandbox?: { readonly url: string };
}

/**
 * Jotform by API key.
 * @see https://api.jotform.com/docs/
 */
export function jotform(options: JotformOptions = {}): Integration {
  return {
    id: 'jotform',
    name: 'Jotform',
    baseUrl: options.sandbox?.url ?? 'https://api.jotform.com',
    profiles: [
      {
        id: 'api-key',
        title: 'API key',
        method: 'api_key',
        fields: [
          {
            key: 'apiKey',
            title: 'Jotform API key',
            hint: 'In Jotform: your picture → Settings → API → Create New Key',
            type: 'password',
            pattern: '^[A-Za-z0-9_-]{8,64}$',
          },
        ],
        // a header, so that the key never stands in an address
        placements: [{ in: 'header', name: 'APIKEY', value: '{{apiKey}}' }],
      },
    ],
    // not /form/{id}: Jotform answers the same 401 for a wrong key and for somebody else's form
    check: { method: 'GET', path: '/user', account: readAccount },
    manageUrl: 'https://www.jotform.com/myaccount/api',
    statusOf,
    judgeFailure,
    ...(options.sandbox === undefined ? {} : { allowInsecureLoopback: true }),
  };
}

function readAccount(body: unknown): Account | undefined {
  const user = record(record(body).content);
  const id = text(user.username);
  return id === '' ? undefined : { id, label: text(user.email) || id };
}

/** The envelope's `responseCode` counts, also where HTTP says 200. */
function statusOf(answer: { readonly status: number; readonly body: unknown }): number {
  const code = record(answer.body).responseCode;
  return typeof code === 'number' && answer.status === 200 ? code : answer.status;
}

/** The key is only proven wrong where no form is involved: "You're not authorized to use (/user) ". */
function judgeFailure(failure: { readonly status: number; readonly body: unknown }): FailureKind {
  const aboutUser = text(record(failure.body).message).includes('(/user');
  return failure.status === 401 && aboutUser ? 'credential' : 'other';
}
