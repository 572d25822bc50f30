import { type Html, html } from '../../html.ts';
import { copyButtons } from '../../scripts/copy-buttons.ts';
import { type Document, htmlDocument } from '../../views/document.ts';
import type { ConsoleWeb } from '../console-web.ts';
import type { ConsoleTexts } from '../texts/console-texts.ts';
import type { Visit } from '../visit.ts';
import { languageSwitch } from './language-switch.ts';

/** What all pages of the console have in common. */
export interface ConsoleFrame {
  readonly texts: ConsoleTexts;
  readonly pageTexts: ConsoleWeb['pageTexts'];
  readonly inWords: ConsoleWeb['inWords'];
  readonly base: string;
  readonly botName: string;
  /** The developer who is signed in. */
  readonly visitor?: { readonly name: string; readonly formToken: string };
}

export type Section = keyof ConsoleTexts['sections'];

export interface ConsolePage {
  readonly title: string;
  readonly body: Html;
  /** The part of the navigation that the page belongs to. */
  readonly section?: Section | undefined;
  readonly hasError?: boolean;
  /** The page shows buttons that copy a value. */
  readonly hasCopyButtons?: boolean;
  readonly refresh?: Document['refresh'];
}

const PATHS: Readonly<Record<Section, string>> = {
  integrations: '',
  profiles: '/profiles',
  connections: '/connections',
  authorizations: '/authorizations',
  audit: '/audit',
  keys: '/keys',
};

export function frameOf(web: ConsoleWeb, visit?: Visit): ConsoleFrame {
  const { texts, pageTexts, inWords, base, services } = web;
  const frame = { texts, pageTexts, inWords, base, botName: services.settings.botName };
  if (visit === undefined) return frame;
  return { ...frame, visitor: { name: visit.operator.name, formToken: visit.session.formToken } };
}

export function consoleLayout(frame: ConsoleFrame, page: ConsolePage): string {
  const { texts, base, visitor } = frame;
  const botName = frame.pageTexts.brand(frame.botName);
  const title = `${page.hasError === true ? texts.errorPrefix : ''}${page.title} · ${texts.brand} · ${botName}`;
  return htmlDocument(
    { title, lang: texts.lang, dir: texts.dir, base, stylesheet: 'console.css', refresh: page.refresh },
    html`<body class="console">
<a class="skip" href="#main">${texts.skip}</a>
<header class="bar">
<div class="bar-top">
<a class="home" href="${base === '' ? '/' : base}"><img src="${base}/assets/icon.svg" width="28" height="28" alt=""><span><strong>${texts.brand}</strong> <bdi>${botName}</bdi></span></a>
${visitor !== undefined && visitorPart(frame, visitor)}
</div>
${visitor !== undefined && navigation(frame, page.section)}
</header>
<main id="main" tabindex="-1"${visitor === undefined && html` class="card"`}>
${page.body}
</main>
${page.hasCopyButtons === true && copyButtons.element}
<footer>${languageSwitch(texts, base)}
<p>${texts.footer}</p></footer>
</body>`,
  );
}

function visitorPart({ texts, base }: ConsoleFrame, visitor: NonNullable<ConsoleFrame['visitor']>): Html {
  return html`<div class="visitor"><a href="${base}/account"><span class="unseen">${texts.signedInAs} </span><bdi>${visitor.name}</bdi></a>
<form method="post" action="${base}/sign-out">${formToken(visitor.formToken)}<button type="submit" class="quiet">${texts.signOut}</button></form></div>`;
}

function navigation({ texts, base }: ConsoleFrame, section: Section | undefined): Html {
  const links = Object.entries(PATHS).map(([name, path]) => {
    const current = name === section && html` aria-current="page"`;
    return html`<li><a href="${base}${path}"${current}>${texts.sections[name as Section]}</a></li>`;
  });
  return html`<nav aria-label="${texts.navLabel}"><ul>${links}</ul></nav>`;
}

export function formToken(token: string): Html {
  return html`<input type="hidden" name="form_token" value="${token}">`;
}
