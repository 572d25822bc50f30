import { type Day, isoDay } from './day.ts';

/** Two digits mean the year that is at most 50 years ahead or 49 years back. */
export function yearMeant(digits: string, today: Day): number {
  if (digits.length === 4) return Number(digits);
  const present = Number(today.slice(0, 4));
  const year = present - (present % 100) + Number(digits);
  if (year > present + 50) return year - 100;
  return year <= present - 50 ? year + 100 : year;
}

/** The year of the next such day, which may be today. `month`: 1 to 12. */
export function yearOfNext(month: number, day: number, today: Day): number {
  const present = Number(today.slice(0, 4));
  // 29 February may be eight years away
  for (let year = present; year <= present + 8; year += 1) {
    const found = isoDay(year, month, day);
    if (found !== undefined && found >= today) return year;
  }
  return present;
}
