import { inspect } from 'node:util';
import type { Authorizer } from 'latchkey';
import { AuthorizeDialog, authorizerMiddleware } from 'latchkey/dialogs';
import { RecordingAdapter, startTestAuthorizer } from 'latchkey/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatPortOf } from '../../src/chat/chat-port.ts';

let authorizer: Authorizer;
beforeAll(async () => {
  authorizer = await startTestAuthorizer({ integrations: [] });
});
afterAll(() => authorizer.close());

describe('an authorizer', () => {
  it('shows a bot these and nothing else', () => {
    expect(Object.keys(authorizer).toSorted()).toEqual([
      'close',
      'consoleHandler',
      'converse',
      'deliver',
      'exchangeToken',
      'handler',
      'integrations',
      'log',
      'mount',
      'mountConsole',
      'newReference',
      'operator',
      'register',
      'run',
      'settings',
      'storage',
      'sweep',
      'textsIn',
      'translate',
    ]);
  });

  it('prints nothing of what is behind it', () => {
    expect(inspect(authorizer, { depth: 9 })).not.toMatch(/vault|keyring/i);
  });

  it('may be wrapped by who adds something to it', () => {
    const wrapped = { ...authorizer, note: 'mine' };
    expect(chatPortOf(wrapped, 'a test')).toBe(chatPortOf(authorizer, 'a test'));
  });

  it('is refused where something else, or its promise, is in its place', () => {
    const promise: unknown = Promise.resolve(authorizer);
    expect(() => authorizerMiddleware(promise as Authorizer, { adapter: new RecordingAdapter() })).toThrow(
      'the authorizer is a promise',
    );
    const settings: unknown = {};
    expect(() => new AuthorizeDialog('connect', settings as Authorizer)).toThrow(
      'new AuthorizeDialog(dialogId, authorizer): the authorizer is missing',
    );
  });
});
