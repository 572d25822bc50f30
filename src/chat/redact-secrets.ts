import type { Field } from '../model/field.ts';
import type { TurnActivity } from './sdk.ts';

/** What a submitted credential card carries, by our own card only. */
export interface SubmittedCard {
  readonly authorizationId: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The mark in a card's data; Direct Line copies it into `activity.value`. */
export const CARD_MARK = 'latchkey';

/** Takes the values of a submitted credential card out of the activity, so that nothing after this can record them. */
export function takeSubmittedCard(activity: TurnActivity): SubmittedCard | undefined {
  const value: unknown = activity.value;
  if (typeof value !== 'object' || value === null || !(CARD_MARK in value)) return undefined;
  const { [CARD_MARK]: authorizationId, ...values } = value as Record<string, unknown>;
  redact(activity);
  return { authorizationId: typeof authorizationId === 'string' ? authorizationId : '', values };
}

/** Takes a typed message out of the activity. */
export function takeTypedSecret(activity: TurnActivity): string {
  const typed = activity.text ?? '';
  redact(activity);
  return typed.trim();
}

/** Everywhere a channel may repeat what was typed. */
export function redact(activity: TurnActivity): void {
  activity.text = REDACTED;
  delete activity.value;
  delete activity.attachments;
  delete activity.textHighlights;
  delete activity.semanticAction;
  delete activity.channelData;
  delete activity.entities;
}

export const REDACTED = '[redacted]';

/** One word that is no ordinary word: it may be the value that was asked for, if one was. */
export function mayBeValue(text: string): boolean {
  const value = text.trim();
  return !/\s/.test(value) && value.length >= 8 && (/\d/.test(value) || value.length >= 20);
}

/** It has the field's shape too: taken for the value that was asked for. */
export function looksLikeValue(text: string, field: Field): boolean {
  return mayBeValue(text) && (field.pattern === undefined || new RegExp(field.pattern).test(text.trim()));
}

/** Shapes of keys and tokens that people paste by mistake. */
const SECRET_SHAPES: readonly RegExp[] = [
  /\bgh[pousr]_[A-Za-z0-9]{20,}/,
  /\bgithub_pat_[A-Za-z0-9_]{20,}/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /\bATATT[A-Za-z0-9_=-]{20,}/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bsk-[A-Za-z0-9_-]{20,}/,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/,
  /\bToken token=\S{8,}/i,
  /^(?=[A-Za-z0-9]*\d)(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{32,}$/,
];

export function looksLikeSecret(text: string): boolean {
  return SECRET_SHAPES.some((shape) => shape.test(text.trim()));
}
