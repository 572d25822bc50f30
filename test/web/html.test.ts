import { describe, expect, it } from 'vitest';
import { html } from '../../src/web/html.ts';

describe('html', () => {
  it('escapes text and quoted attributes alike', () => {
    const nasty = `"><script>alert('x')</script>&\``;
    expect(html`<p title="${nasty}">${nasty}</p>`.toString()).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&#96;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&#96;</p>',
    );
  });

  it('nests without escaping twice', () => {
    const items = ['<a>', '&'].map((text) => html`<li>${text}</li>`);
    expect(html`<ul>${items}</ul>`.toString()).toBe('<ul><li>&lt;a&gt;</li><li>&amp;</li></ul>');
  });

  it('shows nothing for what is left out, and numbers as they are', () => {
    expect(html`[${undefined}${false}${0}]`.toString()).toBe('[0]');
  });

  it('does not take a look-alike object for markup', () => {
    const forged = { toString: () => '<b>' } as unknown as string;
    expect(html`${forged}`.toString()).not.toContain('<b>');
  });

  it('shows control and direction characters as replacements', () => {
    expect(html`${'a\u0000b\u202ec\u2066d\n'}`.toString()).toBe('a\uFFFDb\uFFFDc\uFFFDd\n');
    expect(html`${'a \u2068<b>\u2069 \u2068c'}`.toString()).toBe('a \u2068&lt;b&gt;\u2069 \uFFFDc');
    expect(html`${'\u2068a\u202eb\u2069'}`.toString()).toBe('\uFFFDa\uFFFDb\uFFFD');
  });
});
