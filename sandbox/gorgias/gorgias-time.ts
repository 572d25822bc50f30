/** `2026-11-21T01:02:03.000000+00:00` */
export function gorgiasTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '000+00:00');
}
