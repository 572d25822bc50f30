import { describe, expect, it } from 'vitest';
import { FACTS_OF, PLAIN_FACTS } from '../../src/model/audit-facts.ts';
import { readFacts, storedFacts } from '../../src/model/stored-facts.ts';
import { AUDIT_EXAMPLES } from '../audit-examples.ts';

describe('the facts of a line of the audit log', () => {
  it.each(AUDIT_EXAMPLES)('are read as they were written: $what, $facts', ({ what, facts }) => {
    const stored = storedFacts(facts);
    expect(readFacts(what, stored)).toEqual(facts);
    expect(stored).toMatch(/^(?:[a-z_]+|\{"kind":"[a-z_]+".*\})$/u);
  });

  it('are all the facts that there are: none is of no event', () => {
    const kinds = new Set(Object.values(FACTS_OF).flat());
    expect(PLAIN_FACTS.filter((kind) => !new Set<string>(kinds).has(kind))).toEqual([]);
    expect(new Set(AUDIT_EXAMPLES.map(({ facts }) => facts.kind))).toEqual(kinds);
  });

  it('have names of one line and 100 characters, without characters that nobody sees', () => {
    const stored = storedFacts({ kind: 'developer', name: `a\u202e\n\u0007b\u2066${'c'.repeat(10_000)}` });
    expect(stored.length).toBeLessThan(150);
    expect(readFacts('operator_removed', stored)).toEqual({ kind: 'developer', name: `a b${'c'.repeat(96)}…` });
    const setup = storedFacts({ kind: 'setup', profile: { name: 'x'.repeat(10_000) } });
    expect(setup.length).toBeLessThan(200);
  });

  it.each([
    '{"kind":"revoked"}',
    '"},{"kind":"ok"}',
    '{{name}}',
    'ok',
    'changed_meanwhile',
    'constructor',
    '__proto__',
    '$1',
    'refused: changed meanwhile',
  ])('keep a name that looks like facts: %s', (name) => {
    const facts = { kind: 'profile', name } as const;
    expect(readFacts('profile_created', storedFacts(facts))).toEqual(facts);
  });

  it.each([
    ['connected', '{"kind":"ended","why":"cancelled"}'],
    ['profile_created', 'revoked'],
    ['profile_created', 'ok'],
    ['profile_created', '{"kind":"profile"}'],
    ['profile_created', '{"kind":"profile","name":{"kind":"profile"}}'],
    ['profile_created', 'constructor'],
    ['keys_rotated', '{"kind":"rotation","status":"done","resealed":-1,"broken":0}'],
    ['keys_rotated', '{"kind":"rotation","status":"done","resealed":1e99,"broken":0}'],
    ['keys_rotated', '{"kind":"rotation","status":"lost","resealed":1,"broken":0}'],
    ['connection_revoked', '{"kind":"removed","integration":"jira","atProduct":"kept"}'],
    ['authorization_ended', '{"kind":"ended","why":"toString"}'],
    ['authorization_ended', 'failed: toString'],
    ['audit_viewed', '{"kind":"looked_for","event":"constructor"}'],
    ['audit_viewed', '[{"kind":"ok"}]'],
    ['audit_viewed', '{"kind":"ok"'],
    ['constructor', 'ok'],
    ['a_later_event', 'ok'],
  ])('of another event, or that are none, are a text: %s %s', (what, stored) => {
    expect(readFacts(what, stored)).toBeUndefined();
  });
});

describe('what earlier versions stored', () => {
  it.each([
    ['link_claimed', 'refused: other browser', { kind: 'other_browser' }],
    ['credential_submitted', 'refused: other owner or conversation', { kind: 'other_person' }],
    ['new_link_asked', 'refused: too_many', { kind: 'too_many' }],
    ['setup_changed', 'refused: changed meanwhile', { kind: 'changed_meanwhile' }],
    ['authorization_ended', 'failed: other_browser', { kind: 'ended', why: 'other_browser' }],
    ['authorization_ended', 'expired: expired', { kind: 'ended', why: 'expired' }],
    ['connected', 'jira', { kind: 'product', integration: 'jira' }],
    ['connection_revoked', 'jira: queued', { kind: 'removed', integration: 'jira', atProduct: 'queued' }],
    ['site_switched', '7c1e', { kind: 'site', id: '7c1e' }],
    ['setup_deleted', 'setup and shared account', { kind: 'setup_and_account' }],
    ['signed_in', 'OpenID', { kind: 'openid' }],
    ['signed_in', 'password', { kind: 'password' }],
    ['disconnected', 'revoked', { kind: 'revoked' }],
    ['profile_tested', 'unanswered', { kind: 'unanswered' }],
  ] as const)('in fixed words is understood: %s %s', (what, stored, facts) => {
    expect(readFacts(what, stored)).toEqual(facts);
  });

  it.each([
    ['setup_changed', 'switched on, for 2 people'],
    ['sharing_begun', 'profile “Ledger key”'],
    ['profile_deleted', 'My profile'],
    ['keys_rotated', 'done: 1 resealed, 0 broken'],
    ['owner_forgotten', '1 connections, 1 to be ended at their products'],
    ['sign_in_refused', 'from 127.0.0.1'],
  ])('in free words stays a text: %s %s', (what, stored) => {
    expect(readFacts(what, stored)).toBeUndefined();
  });
});
