import { expect, it } from 'vitest';
import { cardIcon } from '../../src/channels/card-icon.ts';
import { CHANNELS, UNKNOWN } from '../../src/channels/channels.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';
const PNG = 'data:image/png;base64,iVBORw0KGgo=';
const at = 'https://bot.example/latchkey';
const shown = { icon: `${at}/assets/icons/acme` };

it.each([
  ['webchat', SVG, shown],
  ['webchat', PNG, shown],
  ['msteams', SVG, {}],
  ['msteams', PNG, shown],
  ['webchat', undefined, {}],
])('on a card in %s, an icon that is %s', (channel, icon, expected) => {
  const integration = { id: 'acme', ...(icon === undefined ? {} : { icon }) };
  expect(cardIcon(CHANNELS[channel] ?? UNKNOWN, integration, at)).toEqual(expected);
});
