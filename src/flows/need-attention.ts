import type { Attention, Services } from './services.ts';

/** Tells the developers, and the log, which names no account. */
export function needAttention(services: Services, need: Attention): void {
  services.log({ event: 'needs_attention', integration: need.integration, why: need.why });
  services.attention(need);
}
