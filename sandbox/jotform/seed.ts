import type { JotformSubmission } from './state.ts';

/** An account is on exactly one of the hosts. */
export type JotformRegion = 'us' | 'eu' | 'hipaa';

export interface JotformAccount {
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly region: JotformRegion;
  readonly fullAccessKey: string;
  readonly readOnlyKey?: string;
}

/** By user name. */
export const jotformPeople = {
  bob: {
    username: 'bob',
    name: 'Bob Miller',
    email: 'bob@acme.example',
    region: 'us',
    fullAccessKey: 'b0b0000000000000000000000000f011',
    readOnlyKey: 'b0b00000000000000000000000004ead',
  },
  ann: {
    username: 'ann',
    name: 'Ann Lee',
    email: 'ann@acme.example',
    region: 'us',
    fullAccessKey: 'a220000000000000000000000000f011',
  },
  emma: {
    username: 'emma',
    name: 'Emma Braun',
    email: 'emma@acme.example',
    region: 'eu',
    fullAccessKey: 'e0000000000000000000000000000f01',
  },
  hank: {
    username: 'hank',
    name: 'Hank Stone',
    email: 'hank@clinic.example',
    region: 'hipaa',
    fullAccessKey: '41faa000000000000000000000000f01',
  },
} as const satisfies Readonly<Record<string, JotformAccount>>;

export const jotformAccounts: readonly JotformAccount[] = Object.values(jotformPeople);

/** Calls per day of the Starter plan. */
export const dailyQuota = 1000;

export interface JotformQuestion {
  readonly qid: string;
  readonly type: string;
  readonly text: string;
  readonly name: string;
  readonly order: string;
  readonly required: 'Yes' | 'No';
  readonly options?: string;
  /** Of a star rating. */
  readonly stars?: string;
  /** Of a scale rating. */
  readonly scaleAmount?: string;
  /** One of Jotform's own lists instead of options. */
  readonly special?: string;
  readonly hidden?: 'Yes';
  readonly timeFormat?: '24 Hour' | 'AM/PM';
}

export interface JotformForm {
  readonly id: string;
  readonly username: string;
  readonly title: string;
  readonly createdAt: number;
  readonly questions: readonly JotformQuestion[];
  readonly status?: 'ENABLED' | 'DISABLED' | 'DELETED';
  /** When questions are shown or hidden; Jotform gives them as JSON text in JSON. */
  readonly conditions?: string;
}

const contactQuestions: readonly JotformQuestion[] = [
  { qid: '1', type: 'control_fullname', text: 'Name', name: 'name', order: '1', required: 'Yes' },
  { qid: '2', type: 'control_email', text: 'E-mail', name: 'email', order: '2', required: 'Yes' },
  {
    qid: '3',
    type: 'control_dropdown',
    text: 'Topic',
    name: 'topic',
    order: '3',
    required: 'No',
    options: 'Sales|Support|Something else',
  },
  { qid: '4', type: 'control_textarea', text: 'Message', name: 'message', order: '4', required: 'Yes' },
];

const feedbackQuestions: readonly JotformQuestion[] = [
  {
    qid: '1',
    type: 'control_radio',
    text: 'How was it?',
    name: 'howWasIt',
    order: '1',
    required: 'Yes',
    options: 'Good|Fine|Bad',
  },
  { qid: '2', type: 'control_textarea', text: 'What should change?', name: 'change', order: '2', required: 'No' },
];

/** One question of each type that a survey in a chat supports. */
const everyQuestion: readonly JotformQuestion[] = [
  { qid: '1', type: 'control_head', text: 'Tell us about your visit', name: 'header', order: '1', required: 'No' },
  { qid: '2', type: 'control_fullname', text: 'Your name', name: 'name', order: '2', required: 'Yes' },
  { qid: '3', type: 'control_email', text: 'E-mail', name: 'email', order: '3', required: 'Yes' },
  { qid: '4', type: 'control_phone', text: 'Phone', name: 'phone', order: '4', required: 'No' },
  { qid: '5', type: 'control_address', text: 'Address', name: 'address', order: '5', required: 'No' },
  { qid: '6', type: 'control_datetime', text: 'Day of the visit', name: 'day', order: '6', required: 'Yes' },
  { qid: '7', type: 'control_time', text: 'Time of the visit', name: 'time', order: '7', required: 'No' },
  { qid: '8', type: 'control_number', text: 'How many of you', name: 'guests', order: '8', required: 'Yes' },
  {
    qid: '9',
    type: 'control_radio',
    text: 'Will you come back?',
    name: 'comeBack',
    order: '9',
    required: 'Yes',
    options: 'Yes|No|Maybe',
  },
  {
    qid: '10',
    type: 'control_checkbox',
    text: 'What did you like?',
    name: 'liked',
    order: '10',
    required: 'No',
    options: 'Food|Drinks|Music',
  },
  {
    qid: '11',
    type: 'control_dropdown',
    text: 'City',
    name: 'city',
    order: '11',
    required: 'No',
    options: 'Lyon|Graz',
  },
  { qid: '12', type: 'control_textbox', text: 'In one word', name: 'word', order: '12', required: 'No' },
  { qid: '13', type: 'control_textarea', text: 'Anything else', name: 'more', order: '13', required: 'No' },
  { qid: '14', type: 'control_rating', text: 'Stars', name: 'stars', order: '14', required: 'Yes', stars: '5' },
  {
    qid: '15',
    type: 'control_scale',
    text: 'Recommend us?',
    name: 'scale',
    order: '15',
    required: 'Yes',
    scaleAmount: '10',
  },
  { qid: '16', type: 'control_button', text: 'Submit', name: 'submit', order: '16', required: 'No' },
];

/** What real forms also contain: markup, Jotform's own lists, hidden and conditional questions, files. */
const oddQuestions: readonly JotformQuestion[] = [
  { qid: '1', type: 'control_textbox', text: 'Campaign', name: 'campaign', order: '1', required: 'Yes', hidden: 'Yes' },
  {
    qid: '2',
    type: 'control_checkbox',
    text: '<p><strong>What</strong> do you like?&nbsp;</p>',
    name: 'liked',
    order: '2',
    required: 'Yes',
    options: 'Bread, butter|Jam &amp; honey|Tea',
  },
  {
    qid: '3',
    type: 'control_dropdown',
    text: 'Country',
    name: 'country',
    order: '3',
    required: 'Yes',
    options: '',
    special: 'Countries',
  },
  {
    qid: '4',
    type: 'control_radio',
    text: 'Do you bring guests?',
    name: 'guests',
    order: '4',
    required: 'Yes',
    options: 'Yes|No',
  },
  { qid: '5', type: 'control_number', text: 'How many?', name: 'howMany', order: '5', required: 'Yes' },
  { qid: '6', type: 'control_textbox', text: 'Why not?', name: 'whyNot', order: '6', required: 'Yes' },
  {
    qid: '7',
    type: 'control_time',
    text: 'When do you come?',
    name: 'when',
    order: '7',
    required: 'Yes',
    timeFormat: 'AM/PM',
  },
  { qid: '8', type: 'control_fileupload', text: 'A photo', name: 'photo', order: '8', required: 'No' },
];

const guestConditions = JSON.stringify([
  {
    type: 'field',
    link: 'Any',
    terms: JSON.stringify([{ field: '4', operator: 'equals', value: 'Yes' }]),
    action: JSON.stringify([{ field: '5', visibility: 'Show' }]),
  },
  {
    type: 'field',
    link: 'All',
    terms: [{ field: '4', operator: 'equals', value: 'Yes' }],
    action: [{ fields: ['6'], visibility: 'HideMultiple' }],
  },
]);

export const jotformForms: readonly JotformForm[] = [
  {
    id: '242930000000103',
    username: 'bob',
    title: 'Your visit',
    createdAt: Date.UTC(2026, 7, 1, 9),
    questions: everyQuestion,
  },
  {
    id: '242930000000101',
    username: 'bob',
    title: 'Contact us',
    createdAt: Date.UTC(2026, 8, 1, 12),
    questions: contactQuestions,
  },
  {
    id: '242930000000102',
    username: 'bob',
    title: 'Workshop feedback',
    createdAt: Date.UTC(2026, 8, 15, 9),
    questions: feedbackQuestions,
  },
  {
    id: '242930000000201',
    username: 'ann',
    title: 'Trial sign-up',
    createdAt: Date.UTC(2026, 7, 20, 15),
    questions: contactQuestions,
  },
  {
    id: '242930000000202',
    username: 'ann',
    title: 'Summer <em>party</em>',
    createdAt: Date.UTC(2026, 6, 20, 15),
    questions: oddQuestions,
    conditions: guestConditions,
  },
  {
    id: '242930000000203',
    username: 'ann',
    title: 'Winter party',
    createdAt: Date.UTC(2026, 5, 20, 15),
    questions: contactQuestions,
    status: 'DELETED',
  },
  {
    id: '242930000000204',
    username: 'ann',
    title: 'Application',
    createdAt: Date.UTC(2026, 4, 20, 15),
    questions: [
      ...contactQuestions,
      { qid: '9', type: 'control_fileupload', text: 'Your CV', name: 'cv', order: '9', required: 'Yes' },
    ],
  },
  {
    id: '242930000000301',
    username: 'emma',
    title: 'Kontakt',
    createdAt: Date.UTC(2026, 9, 2, 8),
    questions: contactQuestions,
  },
  {
    id: '242930000000401',
    username: 'hank',
    title: 'Patient intake',
    createdAt: Date.UTC(2026, 9, 5, 8),
    questions: contactQuestions,
  },
];

export function seedSubmissions(now: number): JotformSubmission[] {
  return [
    {
      id: '5900000000000000001',
      formId: '242930000000101',
      createdAt: now - 26 * 3_600_000,
      answers: {
        '1': { first: 'Eve', last: 'Customer' },
        '2': 'eve@customer.example',
        '3': 'Support',
        '4': 'The coffee machine is out of beans.',
      },
    },
    {
      id: '5900000000000000003',
      formId: '242930000000202',
      createdAt: now - 2 * 3_600_000,
      answers: {
        '2': ['Bread, butter', 'Tea'],
        '3': 'Austria',
        '7': { hourSelect: '06', minuteSelect: '30', ampm: 'PM', timezone: 'Europe/Vienna (GMT+01:00)' },
        '8': ['https://www.jotform.com/uploads/ann/242930000000202/5900000000000000003/my%20photo.jpg'],
      },
    },
    {
      id: '5900000000000000004',
      formId: '242930000000202',
      createdAt: now - 3_600_000,
      status: 'DELETED',
      answers: { '3': 'Nowhere' },
    },
    {
      id: '5900000000000000002',
      formId: '242930000000102',
      createdAt: now - 3 * 3_600_000,
      answers: { '1': 'Good', '2': 'More breaks.' },
    },
  ];
}
