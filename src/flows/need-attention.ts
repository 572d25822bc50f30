import type { Attention, Services } from './services.ts';

/** Tells the developers and writes a log event, which does not name the account. */
export function needAttention(services: Services, need: Attention): void {
  services.log({ event: 'needs_attention', integration: need.integration, why: need.why });
  services.attention(need);
}
