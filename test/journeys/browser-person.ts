/** A page as a browser without scripts sees it. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly html: string;
  /** Without tags. */
  readonly text: string;
}

/** A person in front of a browser of their own: a cookie jar, links, forms, and the product's consent page. */
export interface BrowserPerson {
  get(url: string): Promise<Page>;
  /** Fills and sends the form of a page. */
  submit(page: Page, fields?: Readonly<Record<string, string>>): Promise<Page>;
  /** Where a page moves on to by itself. */
  onward(page: Page): string;
}

export function openBrowser(): BrowserPerson {
  const cookies = new Map<string, string>();

  const request = async (url: string, init: RequestInit = {}, hops = 0): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, ...(cookie === '' ? {} : { cookie }) };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      cookies.set(name, value.join('='));
    }
    const location = answer.headers.get('location');
    if (location !== null && answer.status >= 300 && answer.status < 400 && hops < 5) {
      return request(new URL(location, url).href, {}, hops + 1);
    }
    const html = await answer.text();
    return { url, status: answer.status, html, text: textOf(html) };
  };

  return {
    get: (url) => request(url),
    submit: (page, fields = {}) => {
      const form = /<form[^>]*>([\s\S]*?)<\/form>/.exec(page.html);
      if (form === null) throw new Error(`no form on ${page.url}: ${page.text}`);
      const action = /action="([^"]*)"/.exec(form[0])?.[1] ?? '';
      const body = new URLSearchParams();
      for (const [, name = '', value = ''] of (form[1] ?? '').matchAll(
        /type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g,
      )) {
        body.append(name, value);
      }
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      const target = new URL(action, page.url).href;
      return request(target, { method: 'POST', body, headers: { origin: new URL(page.url).origin } });
    },
    onward: (page) => {
      const url = /http-equiv="refresh"[^>]*url=([^"]+)"/i.exec(page.html)?.[1];
      if (url === undefined) throw new Error(`${page.url} does not move on: ${page.text}`);
      return url.replaceAll('&amp;', '&');
    },
  };
}

function textOf(html: string): string {
  return html
    .replace(/<(?:style|title)[\s\S]*?<\/(?:style|title)>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
