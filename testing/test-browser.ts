/** A page as a browser without scripts sees it. */
export interface TestPage {
  readonly url: string;
  readonly html: string;
  /** Without tags. */
  readonly text: string;
  /** The address to which the page redirects by itself. */
  readonly movesTo?: string;
}

export interface TestBrowser {
  get(url: string): Promise<TestPage>;
  /** Fills and sends the form of a page. */
  submit(page: TestPage, fields?: Readonly<Record<string, string>>): Promise<TestPage>;
}

/** A browser with its own cookie jar. It follows up to five redirects. */
export function openTestBrowser(): TestBrowser {
  const cookies = new Map<string, string>();

  const request = async (url: string, init: RequestInit = {}, hops = 0): Promise<TestPage> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, ...(cookie === '' ? {} : { cookie }) };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) return pageOf(url, await answer.text());
    if (hops === 5) throw new Error(`${url} is redirected again and again`);
    return request(new URL(location, url).href, {}, hops + 1);
  };

  return {
    get: (url) => request(url),
    submit: ({ url, html, text }, fields = {}) => {
      const [form] = /<form[\s\S]*?<\/form>/.exec(html) ?? [];
      if (form === undefined) throw new Error(`no form on ${url}: ${text}`);
      const body = new URLSearchParams();
      const hidden = form.matchAll(/type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g);
      for (const [, name = '', value = ''] of hidden) body.append(name, value);
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      const target = new URL(/action="([^"]*)"/.exec(form)?.[1] ?? '', url).href;
      return request(target, { method: 'POST', body, headers: { origin: new URL(url).origin } });
    },
  };
}

function pageOf(url: string, html: string): TestPage {
  const moves = /http-equiv="refresh"[^>]*url=([^"]+)"/i.exec(html)?.[1];
  const text = html
    .replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { url, html, text, ...(moves === undefined ? {} : { movesTo: moves.replaceAll('&amp;', '&') }) };
}
