import { displayName } from '../local-chat/chat-activity.ts';
import { isUsableId, personalConversationId } from '../local-chat/conversation.ts';
import { type Html, html } from './html.ts';

/** The page for one person in one conversation; `query` is the address line's, and may hold anything. */
export function chatPage(botName: string, query: URLSearchParams): string {
  const user = usable(query.get('user')) ?? FIRST_PERSON;
  const language = LANGUAGES.find(({ locale }) => locale === query.get('locale')) ?? LANGUAGES[0];
  const own = personalConversationId(user);
  const conversation = usable(query.get('conversation')) ?? own;
  const name = displayName(user);
  const isGroup = conversation !== own;
  const place = isGroup ? `Group chat “${conversation}”` : 'Personal chat';

  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${isGroup ? `${place} · ${name}` : name} · ${botName}</title>
<link rel="icon" href="${LOGO}" type="image/svg+xml">
<link rel="stylesheet" href="/chat.css">
<script src="/webchat.js" defer></script>
<script src="/chat.js" type="module"></script>
</head>
<body data-user="${user}" data-name="${name}" data-conversation="${conversation}" data-bot="${botName}" data-locale="${language.locale}" data-logo="${LOGO}">
<header>
<img class="logo" src="${LOGO}" width="36" height="36" alt="">
<div class="title"><h1>${botName}</h1><p>${place}</p></div>
<button class="person" type="button" popovertarget="people" aria-label="You are ${name}. Chat as somebody else">
<span class="initial" aria-hidden="true">${name.charAt(0)}</span>${name}
</button>
<nav class="people" id="people" popover aria-label="Chats">
<p>You are ${name}</p>
${join(links(user, conversation, isGroup))}
<p>Languages</p>
${join(languageLinks(user, conversation, language.locale))}
</nav>
</header>
<p class="connection" id="connection" role="status"></p>
<main id="chat" aria-label="Chat with ${botName}"><noscript><p class="notice">The chat needs JavaScript. Please allow it for this page and reload.</p></noscript></main>
</body>
</html>
`.html;
}

/** What a client can be set to, which the bot then speaks. */
const LANGUAGES = [
  { locale: 'en-US', name: 'English' },
  { locale: 'de', name: 'Deutsch' },
  { locale: 'fr', name: 'Français' },
  { locale: 'es', name: 'Español' },
  { locale: 'pt-BR', name: 'Português (Brasil)' },
  { locale: 'ja', name: '日本語' },
  { locale: 'ar', name: 'العربية' },
] as const;

const PEOPLE = ['alice', 'bob'] as const;
const FIRST_PERSON = 'alice';
const GROUP = 'team';

/** The same as on the library's pages. */
const LOGO = '/logo.svg';

function links(user: string, conversation: string, isGroup: boolean): readonly Html[] {
  const others = PEOPLE.filter((person) => person !== user);
  const asOthers = others.map((person) => link(`/?user=${person}`, `Open as ${displayName(person)}`));
  if (!isGroup) return [...asOthers, link(`/?user=${user}&conversation=${GROUP}`, 'Open the group chat')];
  return [
    ...others.map((person) =>
      link(`/?user=${person}&conversation=${conversation}`, `Open this group as ${displayName(person)}`),
    ),
    ...asOthers,
    link(`/?user=${user}`, 'Open my personal chat'),
  ];
}

function languageLinks(user: string, conversation: string, spoken: string): readonly Html[] {
  return LANGUAGES.filter(({ locale }) => locale !== spoken).map(({ locale, name }) => {
    const address = new URLSearchParams({ user, conversation, locale });
    return html`<a href="/?${address.toString()}" lang="${locale}">${name}</a>`;
  });
}

function link(href: string, text: string): Html {
  return html`<a href="${href}" target="_blank" rel="noopener">${text}</a>`;
}

function join(items: readonly Html[]): Html {
  return { html: items.map((item) => item.html).join('\n') };
}

function usable(id: string | null): string | undefined {
  return id !== null && isUsableId(id) ? id : undefined;
}
