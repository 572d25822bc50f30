import type { Page } from 'playwright-core';

/**
 * Controls whose focus nobody sees: no outline of at least two pixels on them or on the box around them, one with less contrast than
 * WCAG 2.2 asks for (1.4.11: 3), or one that a scrolling part of the page cuts off. Empty for a page that everybody can use.
 */
export async function unseenFocus(page: Page): Promise<readonly string[]> {
  // from here on the browser shows the focus as it does for people who use the keyboard
  await page.keyboard.press('Tab');
  return page.evaluate<readonly string[]>(`(() => {
    const channels = (color) => color.match(/[\\d.]+/g).map(Number);
    const luminance = (color) => channels(color).slice(0, 3).map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);
    const ground = (element) => {
      if (element === null) return getComputedStyle(document.documentElement).colorScheme.includes('dark') ? 'rgb(18,18,18)' : 'rgb(255,255,255)';
      const color = getComputedStyle(element).backgroundColor;
      return channels(color)[3] === 0 ? ground(element.parentElement) : color;
    };
    const contrast = (one, other) => {
      const [a, b] = [luminance(one), luminance(other)].sort((x, y) => y - x);
      return (a + 0.05) / (b + 0.05);
    };
    const isCut = (element, reach) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) {
        if (getComputedStyle(at).overflow === 'visible') continue;
        const box = at.getBoundingClientRect();
        if (left - reach < box.left - 0.5 || right + reach > box.right + 0.5) return true;
        if (top - reach < box.top - 0.5 || bottom + reach > box.bottom + 0.5) return true;
      }
      return false;
    };
    const faultOf = (element) => {
      const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(element);
      const width = parseFloat(outlineWidth);
      if (outlineStyle === 'none' || width < 2) return 'no outline';
      const seen = contrast(outlineColor, ground(element.parentElement));
      if (seen < 3) return 'contrast ' + seen.toFixed(2);
      return isCut(element, Math.max(0, width + parseFloat(outlineOffset))) ? 'cut off' : '';
    };
    const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.type !== 'hidden');
    return controls.flatMap((control) => {
      control.focus();
      if (document.activeElement !== control) return [control.outerHTML.slice(0, 120) + ' takes no focus'];
      const faults = [control, control.closest('.option')].filter((one) => one !== null).map(faultOf);
      return faults.includes('') ? [] : [control.outerHTML.slice(0, 120) + ' ' + faults[0]];
    });
  })()`);
}
