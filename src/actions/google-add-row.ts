import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { createdId } from './documented.ts';
import { orRefuse } from './or-refuse.ts';

/** A link to a spreadsheet, or its ID. */
const SPREADSHEET = /^(?:https:\/\/docs\.google\.com\/spreadsheets\/(?:u\/\d+\/)?d\/)?([\w-]{20,100})(?:[/?#].*)?$/;

/**
 * `POST /v4/spreadsheets/{id}/values/A1:append` on the Sheets host: appends below the table on the first sheet. Sheets reads the cells
 * as if the person had typed them there.
 * @see https://developers.google.com/sheets/api/guides/values
 */
export const googleAddRow = defineAction({
  id: 'google.addRow',
  title: 'Add a row to a Google Sheet',
  purpose: 'add the row',
  integration: 'google',
  scopes: ['https://www.googleapis.com/auth/spreadsheets'],
  input: z.object({
    spreadsheet: z
      .string()
      .trim()
      .regex(SPREADSHEET, 'A spreadsheet link looks like docs.google.com/spreadsheets/d/….')
      .meta({ title: 'Which spreadsheet?', description: 'Its link, or its ID' }),
    cells: z
      .string()
      .trim()
      .min(1, 'It cannot be empty.')
      .max(5_000, 'That is too long.')
      .meta({ title: 'What goes into the row?', description: 'Cells separated by semicolons, like Bob; 12; done' }),
  }),
  phrases: [
    /^add (?:a )?(?:new )?row to (?:a |the )?google sheet (?<spreadsheet>https:\S+?)(?:[:,]?\s+(?<cells>.+))?$/i,
  ],
  run: async (_api, { spreadsheet, cells }, { apiAt }) => {
    const [, id = ''] = SPREADSHEET.exec(spreadsheet) ?? [];
    const row = cells.split(';').map((cell) => cell.trim());
    const params = { valueInputOption: 'USER_ENTERED', insertDataOption: 'INSERT_ROWS' };
    const call = apiAt('sheets').post<unknown>(
      `/v4/spreadsheets/${id}/values/A1:append`,
      { values: [row] },
      { params },
    );
    const { data } = await orRefuse(call, {
      400: "Google doesn't accept this row.",
      403: 'Your Google account is not allowed to change this spreadsheet.',
      404: "There is no such spreadsheet, or your account can't see it.",
    });
    const range = createdId(record(record(data).updates).updatedRange);
    return { range, row, url: `https://docs.google.com/spreadsheets/d/${id}` };
  },
  answer: ({ range, url }) => ({ title: 'Added the row', text: range, url }),
});
