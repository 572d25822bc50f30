import { describe, expect, it } from 'vitest';
import { ICON_MAX_LENGTH, iconOf, iconProblem } from '../../src/model/icon.ts';

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"${attributes}>${inside}</svg>`;
const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('an icon', () => {
  it.each([
    svg('<rect width="32" height="32" rx="9" fill="#4f46e5"/>'),
    svg(
      '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs><path fill="url(#a)" d="M1 1"/>',
    ),
    svg('<title>Acme</title><g transform=\'scale(2)\'><circle r="3"/></g>'),
    svg('<symbol id="s"><path d="M0 0"/></symbol><use href="#s"/>'),
    `\n${svg('<path d="M0 0"/>')}\n`,
    PNG,
  ])('is an SVG of shapes, or a PNG: %s', (icon) => {
    expect(iconProblem(icon)).toBeUndefined();
  });

  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a handler', svg('<path d="M0 0" onload="alert(1)"/>')],
    ['a handler of the picture', svg('', ' onload="alert(1)"')],
    ['a page inside', svg('<foreignObject><p>x</p></foreignObject>')],
    ['a picture from elsewhere', svg('<image href="https://evil.example/x.png"/>')],
    ['a reference to elsewhere', svg('<use href="https://evil.example/x.svg#a"/>')],
    ['another old reference', svg('<use xlink:href="//evil.example/x.svg#a"/>')],
    ['a fill from elsewhere', svg('<path fill="url(https://evil.example/#a)"/>')],
    ['a fill from elsewhere, escaped', svg('<path fill="u\\72l(//evil.example)"/>')],
    ['a link', svg('<a href="javascript:alert(1)"><path d="M0 0"/></a>')],
    ['a movement that changes a link', svg('<set attributeName="href" to="https://evil.example"/>')],
    ['a style sheet', svg('<style>@import "//evil.example"</style>')],
    ['an entity', `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('&x;')}`],
    ['an attribute without quotes', svg('<path onload=alert(1) />')],
    ['a broken tag', svg('<path d="M0 0"')],
    ['no SVG', '<html></html>'],
    ['no namespace', '<svg viewBox="0 0 1 1"></svg>'],
    ['an address', 'https://acme.example/icon.svg'],
    ['an SVG as a data URL', 'data:image/svg+xml;base64,PHN2Zz4='],
    ['a page as a PNG', `data:image/png;base64,${Buffer.from('<html>').toString('base64')}`],
    ['something after the PNG', `${PNG}" onerror="alert(1)`],
    ['too long', svg(`<path d="${'M'.repeat(ICON_MAX_LENGTH)}"/>`)],
  ])('is not %s', (_what, icon) => {
    expect(iconProblem(icon)).toBeTypeOf('string');
  });

  it('is served as what it is', () => {
    expect(iconOf(svg('<path d="M0 0"/>')).type).toBe('image/svg+xml');
    expect(iconOf(PNG)).toMatchObject({ type: 'image/png' });
    expect(iconOf(PNG).bytes.subarray(1, 4).toString()).toBe('PNG');
  });
});
