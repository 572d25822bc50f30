import type { Page } from 'playwright-core';

/**
 * Waits until Web Chat is connected, which it shows by the first message in its feed. Before that its send box can be typed into,
 * but it sends nothing: it says "Unable to connect" to whoever presses Enter, and keeps the text.
 */
export async function isConnected(page: Page): Promise<void> {
  await page.getByRole('feed').getByRole('article').first().waitFor();
}
