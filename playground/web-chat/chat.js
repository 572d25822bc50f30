// Web Chat in the page: who speaks where stands on the body, what it looks like follows the system's colours.
import { ignoreSecondClick } from './ignore-second-click.js';
import { keepReconnecting, MESSAGE_WAITS } from './keep-reconnecting.js';

const { user, name, conversation, bot, logo, locale, placeholder, reconnecting, notLoaded } = document.body.dataset;
const chat = document.getElementById('chat');
const connection = document.getElementById('connection');
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const isNarrow = window.matchMedia('(max-width: 480px)');

if (window.WebChat) start();
else explain();

function start() {
  const directLine = window.WebChat.createDirectLine({
    // the locale goes along: nothing else says it before somebody speaks
    token: `local.${user}/${locale}`,
    domain: `${location.origin}/v3/directline`,
    webSocket: false,
    pollingInterval: 200,
    conversationId: conversation,
    userID: user,
  });
  keepReconnecting(directLine, (isLost) => {
    connection.textContent = isLost ? reconnecting : '';
  });
  ignoreSecondClick(window);
  const store = window.WebChat.createStore();
  const render = () =>
    window.WebChat.renderWebChat(
      {
        directLine,
        store,
        userID: user,
        username: name,
        locale,
        dir: document.documentElement.dir,
        styleOptions: styleOptions(),
        adaptiveCardsHostConfig: cardStyle(),
        avatarMiddleware,
        activityStatusMiddleware,
        groupActivitiesMiddleware,
        overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: placeholder },
      },
      chat,
    );
  render();
  dark.addEventListener('change', render);
  isNarrow.addEventListener('change', render);
}

/** The server says why it has no Web Chat. */
async function explain() {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.setAttribute('role', 'alert');
  const response = await fetch('/webchat.js').catch(() => undefined);
  notice.textContent = response && !response.ok ? await response.text() : notLoaded;
  chat.replaceChildren(notice);
}

/** In a group, the others are people too: their initial stands where the bot has its logo, their name before the time. */
function avatarMiddleware() {
  return (next) => (args) => {
    const other = otherPerson(args.activity);
    return other ? () => other.charAt(0) : next(args);
  };
}

function activityStatusMiddleware() {
  return (next) => (args) => {
    const other = otherPerson(args.activity);
    const status = next(args);
    return other && status ? span(status, `${other} · `, status) : status;
  };
}

/** Web Chat keeps its React to itself, and takes elements only: this makes one after the pattern of one that it made. */
function span(pattern, ...children) {
  return { ...pattern, type: 'span', key: null, ref: null, props: { className: 'status', children } };
}

/** Web Chat puts what all others say into one group; we make a group for each of them. */
function groupActivitiesMiddleware() {
  return (next) => (args) => ({
    sender: bySender(args.activities),
    status: next(args).status.flatMap(bySender),
  });
}

function bySender(activities) {
  const groups = [];
  for (const activity of activities) {
    const last = groups.at(-1);
    if (last?.[0].from.id === activity.from.id) last.push(activity);
    else groups.push([activity]);
  }
  return groups;
}

function otherPerson(activity) {
  const from = activity?.from;
  return from && from.role !== 'user' && from.id !== user && from.id !== 'bot' ? from.name : undefined;
}

function colours() {
  return dark.matches
    ? {
        page: '#14141c',
        surface: '#1e1e29',
        ink: '#ececf3',
        muted: '#a3a3b8',
        line: '#34344a',
        accent: '#8b85ff',
        own: '#4f46e5',
        hover: '#2a2a3a',
        bad: '#ff8f8f',
        good: '#6fd08c',
        warning: '#f0b35a',
      }
    : {
        page: '#f4f4f7',
        surface: '#ffffff',
        ink: '#1c1c28',
        muted: '#5d5d70',
        line: '#e1e1e9',
        accent: '#4f46e5',
        own: '#4f46e5',
        hover: '#f0f0f6',
        bad: '#b3261e',
        good: '#1a7a3c',
        warning: '#9a5b00',
      };
}

function fontOfPage() {
  return getComputedStyle(document.documentElement).fontFamily;
}

function styleOptions() {
  const { page, surface, ink, muted, line, accent, own, hover } = colours();
  return {
    accent,
    backgroundColor: page,
    subtle: muted,
    primaryFont: fontOfPage(),
    paddingRegular: 12,
    avatarSize: 28,
    botAvatarImage: logo,
    botAvatarBackgroundColor: 'transparent',
    botAvatarInitials: bot,
    bubbleBackground: surface,
    bubbleBorderColor: line,
    bubbleBorderRadius: 14,
    bubbleTextColor: ink,
    bubbleMinHeight: 40,
    bubbleMinWidth: isNarrow.matches ? 200 : 250,
    bubbleMaxWidth: 520,
    bubbleFromUserBackground: own,
    bubbleFromUserBorderColor: own,
    bubbleFromUserBorderRadius: 14,
    bubbleFromUserTextColor: '#ffffff',
    cardEmphasisBackgroundColor: hover,
    cardPushButtonBackgroundColor: accent,
    hideUploadButton: true,
    sendBoxBackground: surface,
    sendBoxTextColor: ink,
    sendBoxPlaceholderColor: muted,
    sendTimeout: MESSAGE_WAITS,
    sendBoxHeight: 52,
    sendBoxBorderTop: `solid 1px ${line}`,
    sendBoxButtonColor: accent,
    sendBoxButtonShadeBorderRadius: 10,
    sendBoxButtonShadeInset: 6,
    sendBoxButtonShadeColorOnHover: hover,
    sendBoxButtonShadeColorOnActive: hover,
    suggestedActionBackgroundColor: surface,
    suggestedActionBackgroundColorOnHover: hover,
    suggestedActionBackgroundColorOnActive: hover,
    suggestedActionBorderColor: line,
    suggestedActionBorderRadius: 18,
    suggestedActionBorderWidth: 1,
    suggestedActionHeight: 36,
    suggestedActionTextColor: accent,
    suggestedActionLayout: 'flow',
    // six of one line each, as long words need on a phone
    suggestedActionsFlowMaxHeight: isNarrow.matches ? 'min(300px, 40vh)' : 184,
    timestampColor: muted,
  };
}

/** Adaptive Cards paint themselves; these are their colours and measures. */
function cardStyle() {
  const { ink, muted, accent, hover, line, bad, good, warning } = colours();
  const colour = (value) => ({ default: value, subtle: muted });
  const foregroundColors = {
    default: colour(ink),
    accent: colour(accent),
    attention: colour(bad),
    good: colour(good),
    warning: colour(warning),
    dark: colour(ink),
    light: colour(muted),
  };
  const tinted = { backgroundColor: hover, foregroundColors };
  return {
    supportsInteractivity: true,
    fontFamily: fontOfPage(),
    fontSizes: { small: 13, default: 15, medium: 16, large: 18, extraLarge: 22 },
    spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    imageSizes: { small: 40, medium: 80, large: 160 },
    containerStyles: {
      default: { backgroundColor: 'transparent', foregroundColors },
      emphasis: tinted,
      accent: tinted,
      good: tinted,
      attention: tinted,
      warning: tinted,
    },
    actions: {
      actionsOrientation: 'vertical',
      actionAlignment: 'stretch',
      buttonSpacing: 8,
      maxActions: 20,
      spacing: 'default',
      showCard: { actionMode: 'inline', inlineTopMargin: 8 },
    },
    adaptiveCard: { allowCustomStyle: false },
    inputs: {
      label: { inputSpacing: 'small', requiredInputs: { suffix: ' *', suffixColor: 'attention' }, optionalInputs: {} },
      errorMessage: { spacing: 'small', color: 'attention', size: 'small' },
    },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 150 },
      value: { wrap: true },
      spacing: 10,
    },
    textBlock: { headingLevel: 2 },
  };
}
