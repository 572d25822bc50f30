const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/New_York',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** Jotform's clock: US Eastern, `2013-06-24 18:43:21`. The day of the quota ends at its midnight. */
export function easternTime(time: number): string {
  return format.format(time);
}
