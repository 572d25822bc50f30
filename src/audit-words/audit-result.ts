import type { AuditFacts } from '../model/audit-facts.ts';
import { isolatedName } from '../model/shown-name.ts';
import type { AuditTexts } from './texts/audit-texts.ts';

/** The texts in the reader's language, the translation of names that come with a product, and the names of channels. */
export interface Reader {
  readonly texts: AuditTexts;
  readonly inWords: (text: string) => string;
  readonly channel: (id: string) => string;
}

/** The outcome of an entry, in the reader's language. Names cannot affect the direction of the words around them. */
export function auditResult(reader: Reader, facts: AuditFacts): string {
  const { texts } = reader;
  switch (facts.kind) {
    case 'product':
    case 'site':
      // the subject already names it
      return texts.auditResults.ok;
    case 'removed':
      return texts.auditResults[facts.atProduct];
    case 'ended':
      return texts.auditEnded[facts.why];
    case 'setup':
      return changes(reader, facts).join(' ');
    case 'profile':
      return nameOf(reader, facts);
    case 'developer':
      return isolatedName(facts.name);
    case 'rotation':
      return rotation(texts, facts);
    case 'forgotten':
      return forgotten(texts, facts);
    case 'wrong_password':
      return texts.auditWrongPassword(facts.address === undefined ? undefined : isolatedName(facts.address));
    case 'openid_refused':
      return openId(texts, facts.code);
    case 'looked_for':
      return texts.auditLookedFor(texts.auditWords[facts.event]);
    default:
      return texts.auditResults[facts.kind];
  }
}

type Of<Kind extends AuditFacts['kind']> = Extract<AuditFacts, { readonly kind: Kind }>;

function changes(reader: Reader, { enabled, mode, profile, audience }: Of<'setup'>): readonly string[] {
  const { auditSetup, auditProfileSelected, auditAudience, audienceInWords } = reader.texts;
  return [
    enabled === undefined ? undefined : enabled ? auditSetup.enabled : auditSetup.disabled,
    mode && auditSetup[mode],
    profile === undefined
      ? undefined
      : profile === null
        ? auditSetup.noProfile
        : auditProfileSelected(nameOf(reader, profile)),
    audience && auditAudience(audienceInWords(audience)),
  ].filter((part) => part !== undefined);
}

function nameOf({ inWords }: Reader, { name, builtIn }: { readonly name: string; readonly builtIn?: boolean }): string {
  return isolatedName(builtIn === true ? inWords(name) : name);
}

function rotation(texts: AuditTexts, { status, resealed, broken }: Of<'rotation'>): string {
  return [
    texts.auditResealed(resealed),
    ...(broken > 0 ? [texts.rotationBroken(broken)] : []),
    ...(status === 'unfinished' ? [texts.auditRotationUnfinished] : []),
  ].join(' ');
}

function forgotten(texts: AuditTexts, { connections, revocations }: Of<'forgotten'>): string {
  const deleted = texts.auditForgotConnections(connections);
  return revocations === 0 ? deleted : `${deleted} ${texts.auditForgotRevocations(revocations)}`;
}

function openId({ auditOpenIdRefused, auditOpenIdFailed }: AuditTexts, code: string): string {
  switch (code) {
    case 'not_allowed':
    case 'cancelled':
    case 'refused':
    case 'unreachable':
      return auditOpenIdRefused[code];
    default:
      return auditOpenIdFailed(isolatedName(code));
  }
}
