import {
  ActivityHandler,
  ActivityTypes,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  MessageFactory,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import type { Browser, Page } from 'playwright-core';
import restify, { type Server } from 'restify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type LocalChat, mountLocalChat } from '../../playground/local-chat/mount-local-chat.ts';
import { mountWebChatPage } from '../../playground/web-chat/mount-web-chat-page.ts';
import { icon } from '../../src/web/assets/icon.ts';
import { closeServer } from '../../src/web/close-server.ts';
import { launchChromium } from './chromium.ts';
import { isConnected } from './is-connected.ts';

describe('the chat page', () => {
  let browser: Browser;
  let playground: Playground;

  beforeAll(async () => {
    browser = await launchChromium();
    playground = await startPlayground();
  });

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });

  afterAll(async () => {
    await browser?.close();
    await playground?.close();
  });

  it('welcomes a person once and says who they are', async () => {
    const alice = await open('/');
    await said(alice, 'Welcome, Alice');
    expect(await alice.title()).toBe('Alice · Echo');
    expect(await alice.getByRole('heading', { level: 1 }).textContent()).toBe('Echo');

    await alice.reload();
    await said(alice, 'Welcome, Alice');
    expect(await feed(alice).getByText('Welcome, Alice', { exact: true }).count()).toBe(1);
  });

  it('carries a message to the bot and its answer back', async () => {
    const alice = await open('/');
    await say(alice, 'hello');
    await said(alice, 'echo: hello');
  });

  it('shows everything again after a reload', async () => {
    const carol = await open('/?user=carol');
    await say(carol, 'remember this');
    await said(carol, 'echo: remember this');
    await carol.reload();
    await said(carol, 'echo: remember this');
    await said(carol, 'remember this');
  });

  it('offers suggested actions and sends the one that is pressed', async () => {
    const alice = await open('/?user=sam');
    await say(alice, 'menu');
    await alice.getByRole('toolbar').getByRole('button', { name: 'Tea' }).click();
    await said(alice, 'echo: Tea');
  });

  it('takes a double click on a suggested action for one, and goes on', async () => {
    const page = await open('/?user=dee');
    for (const drink of ['Tea', 'Coffee']) {
      await say(page, 'menu');
      await page.getByRole('toolbar').getByRole('button', { name: drink }).dblclick();
      await said(page, `echo: ${drink}`);
    }
    await say(page, 'more');
    await said(page, 'echo: more');
    expect(
      await feed(page)
        .getByText(/^echo: /)
        .allTextContents(),
    ).toEqual(['echo: Tea', 'echo: Coffee', 'echo: more']);
  });

  it('masks a secret in a card, submits it, and lets the bot change the card in its place', async () => {
    const dave = await open('/?user=dave');
    await say(dave, 'card');
    const secret = dave.getByLabel('Password');
    await secret.waitFor();
    expect(await secret.getAttribute('type')).toBe('password');

    await dave.getByLabel('User').fill('dave');
    await secret.fill('correct horse');
    await feed(dave).getByRole('button', { name: 'Connect' }).click();
    await said(dave, 'Connected with 13 characters');
    await secret.waitFor({ state: 'detached' });

    await dave.reload();
    await said(dave, 'Connected with 13 characters');
    expect(await dave.locator('body').textContent()).not.toContain('correct horse');
    expect(await dave.getByLabel('Password').count()).toBe(0);
  });

  it('opens a link of a card in a new tab', async () => {
    const erin = await open('/?user=erin');
    await say(erin, 'card');
    const [popup] = await Promise.all([
      erin.context().waitForEvent('page'),
      feed(erin).getByRole('button', { name: 'Where do I find it?' }).click(),
    ]);
    await popup.waitForURL('**/help');
    expect(await popup.evaluate('opener')).toBeNull();
  });

  it('takes away what the bot deletes', async () => {
    const fay = await open('/?user=fay');
    await say(fay, 'delete');
    await said(fay, 'done deleting');
    await feed(fay).getByText('soon gone').waitFor({ state: 'detached' });
  });

  it('shows what the bot says unasked, also when it was said while no page was open', async () => {
    const gus = await open('/?user=gus');
    await say(gus, 'remember me');
    await said(gus, 'I will');
    await playground.remind('the tea is ready');
    await said(gus, 'the tea is ready');

    await gus.close();
    await playground.remind('the tea is cold');
    await said(await open('/?user=gus'), 'the tea is cold');
  });

  it('lets two people talk in one group conversation, and shows who said what', async () => {
    const alice = await open('/?user=alice&conversation=team');
    const bob = await open('/?user=bob&conversation=team');
    await say(alice, 'hello Bob');
    await said(bob, 'hello Bob');
    await feed(bob).getByText('Alice ·').waitFor();

    await say(bob, 'where');
    await said(alice, 'a group conversation');
    await said(bob, 'a group conversation');
  });

  it('offers to open the chat as somebody else, and the group', async () => {
    const alice = await open('/');
    await alice.getByRole('button', { name: 'You are Alice' }).click();
    expect(await alice.getByRole('link', { name: 'Open as Bob' }).getAttribute('href')).toBe('/?user=bob');
    const group = await alice.getByRole('link', { name: 'Open the group chat' }).getAttribute('href');
    expect(group).toBe('/?user=alice&conversation=team');
  });

  it('puts nothing of the address line into the page but text', async () => {
    const mallory = await open('/?user=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&conversation=%3Cscript%3E');
    expect(await mallory.title()).toBe('Alice · Echo');
    expect(await mallory.locator('img[src=x]').count()).toBe(0);
  });

  it('asks nobody but its own server for anything, and breaks no rule that it sets itself', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const foreign: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(playground.url)) foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(`${playground.url}/?user=hal`);
    await say(page, 'card');
    await page.getByLabel('Password').waitFor();
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('has the logo of the pages', async () => {
    const answer = await fetch(`${playground.url}/logo.svg`);
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['image/svg+xml; charset=utf-8', icon]);
  });

  it('says why when it has no Web Chat', async () => {
    const server = restify.createServer();
    mountLocalChat(server, { toBot: async () => {} });
    mountWebChatPage(server, { bundle: () => Promise.reject(new Error('The script could not be had.')) });
    const url = await listen(server);
    try {
      const page = await browser.newPage();
      await page.goto(url);
      await page.getByRole('alert').getByText('The script could not be had.', { exact: true }).waitFor();
    } finally {
      await close(server);
    }
  });

  async function open(path: string): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(playground.url + path);
    return page;
  }
});

// Web Chat repeats texts outside the feed for a moment, for screen readers.
function feed(page: Page) {
  return page.getByRole('feed');
}

async function said(page: Page, text: string): Promise<void> {
  await feed(page).getByText(text, { exact: true }).first().waitFor();
}

async function say(page: Page, text: string): Promise<void> {
  await isConnected(page);
  const box = page.locator('[data-id="webchat-sendbox-input"]');
  await box.fill(text);
  await box.press('Enter');
}

type Playground = {
  readonly url: string;
  readonly remind: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

async function startPlayground(): Promise<Playground> {
  const server = restify.createServer();
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const bot = new EchoBot();
  server.post('/api/messages', restify.plugins.bodyParser(), async (req: restify.Request, res: restify.Response) => {
    const { body, headers, method = 'POST' } = req;
    await adapter.process({ body, headers, method }, res, (context) => bot.run(context));
  });
  server.get('/help', async (_req: restify.Request, res: restify.Response) => {
    res.end('help');
  });
  const chat = mountLocalChat(server, { botName: 'Echo' });
  mountWebChatPage(server, { botName: 'Echo' });
  const url = await listen(server);
  return {
    url,
    async remind(text) {
      if (!bot.reference) throw new Error('nobody asked to be reminded');
      await adapter.continueConversationAsync('', bot.reference, async (context) => {
        await context.sendActivity(text);
      });
    },
    close: () => close(server, chat),
  };
}

class EchoBot extends ActivityHandler {
  reference: Partial<ConversationReference> | undefined;
  card: ResourceResponse | undefined;

  constructor() {
    super();
    this.onMembersAdded(async (context, next) => {
      for (const member of context.activity.membersAdded ?? []) {
        if (member.id !== context.activity.recipient.id) await context.sendActivity(`Welcome, ${member.name}`);
      }
      await next();
    });
    this.onMessage(async (context, next) => {
      await this.answer(context);
      await next();
    });
  }

  async answer(context: TurnContext): Promise<void> {
    const { text, value, conversation } = context.activity;
    if (value) {
      const text = `Connected with ${value.password.length} characters`;
      await context.updateActivity({ ...MessageFactory.text(text), ...this.card });
      return;
    }
    switch (text) {
      case 'card':
        this.card = await context.sendActivity({ attachments: [connectCard(context)] });
        return;
      case 'menu':
        await context.sendActivity(MessageFactory.suggestedActions(['Tea', 'Coffee'], 'What would you like?'));
        return;
      case 'delete': {
        const sent = await context.sendActivity('soon gone');
        if (sent) await context.deleteActivity(sent.id);
        await context.sendActivity('done deleting');
        return;
      }
      case 'remember me':
        this.reference = TurnContext.getConversationReference(context.activity);
        await context.sendActivity('I will');
        return;
      case 'where':
        await context.sendActivity(`a ${conversation.conversationType} conversation`);
        return;
      default:
        await context.sendActivities([{ type: ActivityTypes.Typing }, MessageFactory.text(`echo: ${text}`)]);
    }
  }
}

function connectCard(context: TurnContext) {
  return CardFactory.adaptiveCard({
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: 'Connect Jira', size: 'Large', weight: 'Bolder', wrap: true },
      {
        type: 'TextBlock',
        text: 'To create the issue I need your account. What you enter is kept sealed, and only used for what you ask for.',
        wrap: true,
      },
      { type: 'Input.Text', id: 'user', label: 'User', isRequired: true, errorMessage: 'Please enter your user name.' },
      {
        type: 'Input.Text',
        id: 'password',
        label: 'Password',
        style: 'Password',
        isRequired: true,
        errorMessage: 'Please enter your password.',
      },
    ],
    actions: [
      { type: 'Action.Submit', title: 'Connect', style: 'positive', data: { latchkey: 'submit' } },
      { type: 'Action.OpenUrl', title: 'Where do I find it?', url: `${context.activity.serviceUrl}/help` },
    ],
  });
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
  });
}

async function close(server: Server, chat?: LocalChat): Promise<void> {
  await chat?.close();
  await closeServer(server, 0);
}
