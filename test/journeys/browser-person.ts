/** A page as a browser without scripts sees it. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly html: string;
  /** Without tags. */
  readonly text: string;
}

/** A person in front of a browser of their own: a cookie jar, links and forms. */
export interface BrowserPerson {
  get(url: string, init?: Pick<RequestInit, 'method' | 'headers'>): Promise<Page>;
  /** Fills and sends the form of a page. */
  submit(page: Page, fields?: Readonly<Record<string, string>>): Promise<Page>;
  /** Where a page moves on to by itself. */
  onward(page: Page): string;
  /** From now on what is sent to one origin goes to another, as behind a load balancer. */
  through(from: string, to: string): void;
  /** Has the cookies of another one from now on, as a second tab or client of the same person. */
  share(other: BrowserPerson): void;
  readonly cookies: ReadonlyMap<string, string>;
}

/** @param onPage told every answer, for whoever looks for what must not be in any */
export function openBrowser(onPage: (page: Page, headers: Headers) => void = () => {}): BrowserPerson {
  const cookies = new Map<string, string>();
  const routes = new Map<string, string>();

  const request = async (url: string, init: RequestInit = {}, hops = 0): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, ...(cookie === '' ? {} : { cookie }) };
    const { origin } = new URL(url);
    const answer = await fetch(url.replace(origin, routes.get(origin) ?? origin), {
      ...init,
      headers,
      redirect: 'manual',
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      cookies.set(name, value.join('='));
    }
    const html = await answer.text();
    const page = { url, status: answer.status, html, text: textOf(html) };
    onPage(page, answer.headers);
    const location = answer.headers.get('location');
    if (location === null || answer.status < 300 || answer.status >= 400) return page;
    if (hops === 5) throw new Error(`${url} is redirected again and again`);
    return request(new URL(location, url).href, {}, hops + 1);
  };

  return {
    cookies,
    get: (url, init) => request(url, init),
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
    share: (other) => {
      for (const [name, value] of other.cookies) cookies.set(name, value);
    },
    through: (from, to) => void routes.set(new URL(from).origin, new URL(to).origin),
  };
}

/** The confirmation code that a page shows. */
export function codeOn(page: Page): string {
  const code = /\b([B-Z]{4}-[B-Z]{4})\b/.exec(page.text)?.[1];
  if (code === undefined) throw new Error(`no code on ${page.url}: ${page.text}`);
  return code;
}

function textOf(html: string): string {
  return html
    .replace(/<(?:style|title)[\s\S]*?<\/(?:style|title)>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
