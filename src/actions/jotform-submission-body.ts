import type { FormAnswer, FormAnswers } from '../model/form-question.ts';

/** Answers as Jotform wants them: `submission[3]`, `submission[3_first]`, `submission[3][0]`. */
export function submissionBody(answers: FormAnswers): URLSearchParams {
  // an answer is empty if the person took it back
  const given = Object.entries(answers).filter(([, answer]) => answer !== '');
  const entries = given.flatMap(([name, answer]) => {
    const [qid = '', type = '', clock] = name.split(':');
    return partsOf(type, answer, clock === '12').map(([part, value]): [string, string] => [
      `submission[${qid}${part}`,
      value,
    ]);
  });
  return new URLSearchParams(entries);
}

const NAMES: Readonly<Record<string, string>> = {
  street: 'addr_line1',
  city: 'city',
  state: 'state',
  postal: 'postal',
  country: 'country',
};

type Part = readonly [string, string];

function partsOf(type: string, answer: FormAnswer, hasTwelveHours: boolean): readonly Part[] {
  if (Array.isArray(answer)) return answer.map((choice, index) => [`][${index}]`, choice]);
  if (typeof answer === 'object') {
    return Object.entries(answer).map(([part, value]) => [`_${NAMES[part] ?? part}]`, value]);
  }
  if (type === 'control_datetime') {
    const [year = '', month = '', day = ''] = answer.split('-');
    return [
      ['_month]', month],
      ['_day]', day],
      ['_year]', year],
    ];
  }
  if (type === 'control_time') return hasTwelveHours ? twelveHours(answer) : timeParts(answer);
  return type === 'control_phone' ? [['_full]', answer]] : [[']', answer]];
}

function timeParts(time: string): readonly Part[] {
  const [hour = '', minute = ''] = time.split(':');
  return [
    ['_hourSelect]', hour],
    ['_minuteSelect]', minute],
  ];
}

/** `18:30` as 6:30 PM. */
function twelveHours(time: string): readonly Part[] {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return [
    ['_hourSelect]', String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, '0')],
    ['_minuteSelect]', String(minute).padStart(2, '0')],
    ['_ampm]', hour < 12 ? 'AM' : 'PM'],
  ];
}
