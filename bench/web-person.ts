/** A person's browser between the chat and the product, without the product's own pages. */
export interface Claimed {
  readonly cookie: string;
  /** Where the browser is sent, with `state` in it. */
  readonly state: string;
}

/** Opens the link, presses its button, and stops where the product's consent would be. */
export async function claimInBrowser(link: string): Promise<Claimed> {
  const { origin } = new URL(link);
  const page = await fetch(link);
  const token = /name="form_token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const moving = await fetch(link, {
    method: 'POST',
    headers: { origin, cookie: cookiesOf(page), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ form_token: token }),
  });
  const state = /[?&;]state=([\w-]+)/.exec(await moving.text())?.[1];
  if (state === undefined) throw new Error(`the link's button answered ${moving.status}`);
  return { cookie: cookiesOf(moving), state };
}

/** Comes back from the product. Returns the address of the result. */
export async function comeBack(publicUrl: string, integration: string, { cookie, state }: Claimed): Promise<string> {
  const address = `${publicUrl}/oauth/callback/${integration}?${new URLSearchParams({ code: 'the-code', state })}`;
  const landed = await fetch(address, { headers: { cookie }, redirect: 'manual' });
  await landed.arrayBuffer();
  if (landed.status !== 303) throw new Error(`the callback answered ${landed.status}`);
  return new URL(landed.headers.get('location') ?? '', publicUrl).href;
}

export async function readCode(result: string, { cookie }: Claimed): Promise<string> {
  const code = /\b[B-Z]{4}-[B-Z]{4}\b/.exec(await (await fetch(result, { headers: { cookie } })).text())?.[0];
  if (code === undefined) throw new Error('the page shows no code');
  return code;
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0] ?? '')
    .join('; ');
}
