import { displayName } from '../local-chat/chat-activity.ts';
import { isUsableId, personalConversationId } from '../local-chat/conversation.ts';
import type { PlaygroundWords } from '../words/playground-words.ts';
import { wordsFor } from '../words/words-for.ts';
import { type Html, html } from './html.ts';

/** The page for one person in one conversation; `query` comes from the address and may contain anything. */
export function chatPage(botName: string, query: URLSearchParams): string {
  const user = usable(query.get('user')) ?? FIRST_PERSON;
  const locale = LOCALES.find((one) => one === query.get('locale')) ?? FIRST_LOCALE;
  const words = wordsFor(locale);
  const own = personalConversationId(user);
  const conversation = usable(query.get('conversation')) ?? own;
  const name = displayName(user);
  const isGroup = conversation !== own;
  const place = isGroup ? words.groupChat(conversation) : words.personalChat;

  return html`<!doctype html>
<html lang="${words.lang}" dir="${words.dir}">
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
<body data-user="${user}" data-name="${name}" data-conversation="${conversation}" data-bot="${botName}" data-locale="${locale}" data-logo="${LOGO}" data-placeholder="${words.placeholder(botName)}" data-reconnecting="${words.reconnecting}" data-not-loaded="${words.notLoaded}">
<header>
<img class="logo" src="${LOGO}" width="36" height="36" alt="">
<div class="title"><h1><bdi>${botName}</bdi></h1><p>${place}</p></div>
<button class="person" type="button" popovertarget="people" aria-label="${words.beSomebodyElse(name)}">
<span class="initial" data-initial="${name.charAt(0)}"></span>${name}
</button>
<nav class="people" id="people" popover aria-label="${words.chats}">
<p>${words.youAre(name)}</p>
${join(links(words, { user, conversation, isGroup, locale }))}
<p>${words.languages}</p>
${join(languageLinks(user, conversation, locale))}
</nav>
</header>
<p class="connection" id="connection" role="status"></p>
<main id="chat" aria-label="${words.chatWith(botName)}"><noscript><p class="notice">${words.needsScript}</p></noscript></main>
</body>
</html>
`.html;
}

/** The languages that a client can be set to, which the bot then uses. */
const LOCALES = ['en-US', 'de', 'fr', 'es', 'pt-BR', 'ja', 'ar'] as const;
const FIRST_LOCALE = LOCALES[0];

const PEOPLE = ['alice', 'bob'] as const;
const FIRST_PERSON = 'alice';
const GROUP = 'team';

/** The same as on the library's pages. */
const LOGO = '/logo.svg';

interface Seen {
  readonly user: string;
  readonly conversation: string;
  readonly isGroup: boolean;
  readonly locale: string;
}

function links(words: PlaygroundWords, { user, conversation, isGroup, locale }: Seen): readonly Html[] {
  const address = (query: Readonly<Record<string, string>>) =>
    `/?${new URLSearchParams({ ...query, ...(locale === FIRST_LOCALE ? {} : { locale }) })}`;
  const others = PEOPLE.filter((person) => person !== user);
  const asOthers = others.map((person) => link(address({ user: person }), words.openAs(displayName(person))));
  if (!isGroup) return [...asOthers, link(address({ user, conversation: GROUP }), words.openGroup)];
  return [
    ...others.map((person) => link(address({ user: person, conversation }), words.openGroupAs(displayName(person)))),
    ...asOthers,
    link(address({ user }), words.openOwn),
  ];
}

function languageLinks(user: string, conversation: string, spoken: string): readonly Html[] {
  return LOCALES.filter((locale) => locale !== spoken).map((locale) => {
    const address = new URLSearchParams({ user, conversation, locale });
    const name = new Intl.DisplayNames(wordsFor(locale).lang, { type: 'language' }).of(wordsFor(locale).lang) ?? locale;
    return html`<a href="/?${address.toString()}" lang="${locale}">${name.charAt(0).toLocaleUpperCase(locale)}${name.slice(1)}</a>`;
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
