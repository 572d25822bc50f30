/**
 * The choices of a question that uses one of Jotform's own lists, which its member `special` names. Undefined for a list that we do
 * not know; its answers are free text. Jotform documents none of the lists and accepts any text as an answer, so these hold too much
 * rather than too little: the names in Jotform's own form builder (`specialOptions`, which has these lists for dropdowns, and Gender,
 * Days and Months for single and multiple choice too; compared in November 2026), and other usual names.
 *
 * @param year the current year, with which "Last 100 Years" begins
 */
export function optionList(special: string, year: number): readonly string[] | undefined {
  return Object.hasOwn(LISTS, special) ? LISTS[special]?.(year) : undefined;
}

const LISTS: Readonly<Record<string, (year: number) => readonly string[]>> = {
  Countries: () => countries(),
  'US States': () => STATES.map(([, name]) => name),
  'US States Abbr': () => STATES.map(([code]) => code),
  'Canadian Provinces': () => PROVINCES,
  'Last 100 Years': (year) => Array.from({ length: 101 }, (_, index) => String(year - index)),
  Gender: () => ['Male', 'Female', 'N/A'],
  Months: () => namesOf('month', 12, (index) => new Date(Date.UTC(2024, index, 1))),
  Days: () => namesOf('weekday', 7, (index) => new Date(Date.UTC(2024, 0, 1 + index))),
};

function namesOf(part: 'month' | 'weekday', count: number, dateAt: (index: number) => Date): readonly string[] {
  const format = new Intl.DateTimeFormat('en', { [part]: 'long', timeZone: 'UTC' });
  return Array.from({ length: count }, (_, index) => format.format(dateAt(index)));
}

/** The name of every ISO 3166-1 code, without codes for groups of countries and for places that are not countries. */
function countries(): readonly string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !NO_COUNTRY.test(code));
  const all = codes.map((code) => names.of(code)).filter((name) => name !== undefined);
  return [...new Set([...all, ...AS_JOTFORM_WRITES])].toSorted((one, other) => one.localeCompare(other, 'en'));
}

/** Names that Jotform spells differently, and names on its list that have no code. */
const AS_JOTFORM_WRITES = [
  "People's Republic of China",
  'Republic of China',
  'Nagorno-Karabakh',
  'Netherlands Antilles',
  'South Ossetia',
  'Swaziland',
  'Transnistria Pridnestrovie',
  'Turkish Republic of Northern Cyprus',
  'Antigua and Barbuda',
  'The Bahamas',
  'Bosnia and Herzegovina',
  'Congo',
  "Cote d'Ivoire",
  'Curacao',
  'Czech Republic',
  'Democratic Republic of the Congo',
  'eSwatini',
  'The Gambia',
  'Hong Kong',
  'Macau',
  'Macedonia',
  'Myanmar',
  'Northern Mariana',
  'Palestine',
  'Republic of the Congo',
  'Saint Barthelemy',
  'Saint Helena',
  'Saint Kitts and Nevis',
  'Saint Lucia',
  'Saint Martin',
  'Saint Pierre and Miquelon',
  'Saint Vincent and the Grenadines',
  'Sao Tome and Principe',
  'Somaliland',
  'Svalbard',
  'Trinidad and Tobago',
  'Tristan da Cunha',
  'Turkey',
  'Turks and Caicos Islands',
  'US Virgin Islands',
  'Wallis and Futuna',
];

const NO_COUNTRY = /^(?:EU|EZ|UN|QO|X[ABCDE]|ZZ|AC|CP|CQ|DG|EA|IC|TA)$/;

const STATES = Object.entries({
  AL: 'Alabama',
  AK: 'Alaska',
  AZ: 'Arizona',
  AR: 'Arkansas',
  CA: 'California',
  CO: 'Colorado',
  CT: 'Connecticut',
  DE: 'Delaware',
  DC: 'District of Columbia',
  FL: 'Florida',
  GA: 'Georgia',
  HI: 'Hawaii',
  ID: 'Idaho',
  IL: 'Illinois',
  IN: 'Indiana',
  IA: 'Iowa',
  KS: 'Kansas',
  KY: 'Kentucky',
  LA: 'Louisiana',
  ME: 'Maine',
  MD: 'Maryland',
  MA: 'Massachusetts',
  MI: 'Michigan',
  MN: 'Minnesota',
  MS: 'Mississippi',
  MO: 'Missouri',
  MT: 'Montana',
  NE: 'Nebraska',
  NV: 'Nevada',
  NH: 'New Hampshire',
  NJ: 'New Jersey',
  NM: 'New Mexico',
  NY: 'New York',
  NC: 'North Carolina',
  ND: 'North Dakota',
  OH: 'Ohio',
  OK: 'Oklahoma',
  OR: 'Oregon',
  PA: 'Pennsylvania',
  PR: 'Puerto Rico',
  RI: 'Rhode Island',
  SC: 'South Carolina',
  SD: 'South Dakota',
  TN: 'Tennessee',
  TX: 'Texas',
  UT: 'Utah',
  VT: 'Vermont',
  VI: 'Virgin Islands',
  VA: 'Virginia',
  WA: 'Washington',
  WV: 'West Virginia',
  WI: 'Wisconsin',
  WY: 'Wyoming',
});

const PROVINCES = [
  'Alberta',
  'British Columbia',
  'Manitoba',
  'New Brunswick',
  'Newfoundland',
  'Newfoundland and Labrador',
  'Northwest Territories',
  'Nova Scotia',
  'Nunavut',
  'Ontario',
  'Prince Edward Island',
  'Quebec',
  'Saskatchewan',
  'Yukon',
];
