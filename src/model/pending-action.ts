import type { ConversationAddress } from './conversation.ts';
import type { Owner } from './owner.ts';

/** An action that waits for its authorization, with everything needed to run it after a restart. */
export interface PendingAction {
  readonly id: string;
  readonly version: number;
  readonly authorizationId: string;
  readonly owner: Owner;
  readonly conversation: ConversationAddress;
  readonly actionId: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** `dialog`: a dialog is waiting for it. `detached`: nobody is; the answer is sent to the conversation. */
  readonly mode: 'dialog' | 'detached';
  /**
   * `waiting → running → done | failed`; `dropped` when its authorization ended or it became too old.
   * Running is claimed by compare-and-swap, so it runs at most once.
   */
  readonly status: 'waiting' | 'running' | 'done' | 'failed' | 'dropped';
  readonly createdAt: number;
  /** When its status last changed. */
  readonly updatedAt: number;
}

/** Milliseconds after which an action is too old to go on by itself (security.md R19). */
export const RESUME_WITHIN = 15 * 60_000;
