import { grammarOf } from '../../languages/grammar.ts';
import { UNNAMED_BOT } from '../../languages/unnamed-bot.ts';
import type { EndReason } from '../../model/authorization.ts';
import type { FieldProblem } from '../../model/field.ts';
import type { Ending, PageTexts } from './page-texts.ts';

const grammar = grammarOf('ja');

const CHANNELS: Readonly<Record<string, string>> = {
  msteams: 'Microsoft Teams',
  webchat: 'Web Chat',
  directline: 'Web Chat',
  slack: 'Slack',
  telegram: 'Telegram',
  facebook: 'Messenger',
  line: 'LINE',
  sms: 'SMS',
  email: 'メール',
  emulator: 'Bot Framework Emulator',
};

const GONE =
  'このリンクは期限切れか、使用済みか、より新しいリンクに置き換えられています。もう一度依頼すると、新しいリンクを送ります。';
const OTHER_BROWSER =
  'このリンクは別のブラウザーで開かれました。安全のため中止しました。新しいリンクを依頼してください。';
const NOTHING_SAVED = '何も保存していません。';
const RETRY = 'もう一度試すには、チャットで「再試行」と送ってください。';

export const japanesePageTexts: PageTexts = {
  lang: 'ja',
  dir: 'ltr',
  errorPrefix: 'エラー: ',
  footer: 'Latchkey による保護',
  brand: bot,
  minutes: grammar.minutes,
  channel: (id) => (Object.hasOwn(CHANNELS, id) ? (CHANNELS[id] ?? id) : id),

  connectTitle: ({ integrationName, botName }) => `${integrationName} を${bot(botName)}に接続`,
  connectLead: ({ integrationName, botName, purpose }) =>
    `${bot(botName)}が「${purpose}」を行うには、${integrationName} へのアクセスが必要です。`,
  ownerLabel: '依頼者',
  inChannel: (channel) => `（${channel}）`,
  connectConsequence: ({ integrationName, botName, ownerName }) =>
    `続けると、${bot(botName)}は ${ownerName} さんの依頼のために、あなたの ${integrationName} アカウントを使えるようになります。`,
  permissionsLabel: ({ botName }) => `${bot(botName)}ができるようになること`,
  keyPermissions: ({ integrationName }) => `あなたのキーまたはアカウントが ${integrationName} で許可されている操作`,
  connectCaution: ({ botName }) =>
    `ご自身のチャットで${bot(botName)}に依頼した覚えがない場合は、このページを閉じてください。`,
  nextLabel: 'この後の流れ',
  nextSignIn: ({ integrationName }) => `${integrationName} にサインインし、アクセスを許可します。`,
  nextEnterKey: ({ integrationName }) => `次のページで ${integrationName} の情報を入力します。`,
  nextCode: 'このブラウザーにコードが表示されます。',
  nextTypeCode: ({ botName }) => `${bot(botName)}とのチャットにコードを入力すると、続きが始まります。`,
  nextDone: ({ botName }) => `${bot(botName)}がチャットで続けます。`,
  connectAction: ({ integrationName, leavesFor }) => (leavesFor === 'product' ? `${integrationName} に進む` : '続ける'),
  linkExpiry: (minutes) => `このページはあと${minutes}、一度だけ使えます。`,
  phoneTitle: 'スマートフォンで続ける',
  phoneText:
    'スマートフォンのカメラで読み取り、そちらで続けてください。このページへのリンクが入っています。あなた専用なので、ほかの人には見せないでください。',
  phoneLabel: 'このページへのリンクの QR コード',

  movingTitle: (integrationName) => `${integrationName} に移動しています`,
  movingText: '移動しない場合は、ボタンを押してください。',
  movingAction: (integrationName) => `${integrationName} に進む`,

  formTitle: ({ integrationName }) => `${integrationName} の情報を入力`,
  formLead: ({ integrationName, botName, purpose }) =>
    `${bot(botName)}が「${purpose}」を行うには、${integrationName} へのアクセスが必要です。`,
  formOptional: '任意',
  formPrivacy: ({ integrationName, botName }) =>
    `${bot(botName)}は入力内容を ${integrationName} で確認し、暗号化して保存します。チャットも含め、再び表示されることはありません。`,
  formManage: (integrationName) => `${integrationName} を開いて確認する`,
  formAction: '接続する',
  formErrorTitle: '確認してください',
  fieldProblem: (field, reason) =>
    reason === 'missing'
      ? `${field.title}を入力してください。`
      : `「${field.title}」として正しくないようです。${PROBLEMS[reason]}。`,
  keyRefused: (integrationName, triesLeft, elsewhere = []) =>
    `${integrationName} がこのキーを拒否しました。${NOTHING_SAVED}${perhaps(elsewhere)}あと ${triesLeft} 回試せます。`,
  unreachable: (integrationName) =>
    `${integrationName} が応答していません。${NOTHING_SAVED}数分後にもう一度お試しください。`,

  siteTitle: (noun) => `選択してください: ${noun}`,
  siteLead: ({ integrationName, botName, noun }) =>
    `あなたの ${integrationName} アカウントは複数の場所（${noun}）にアクセスできます。${bot(botName)}は選んだものだけを使います。`,
  siteMissing: (noun) => `続けるには一つ選んでください: ${noun}。`,
  siteAction: '続ける',

  codeTitle: 'このコードをチャットに入力してください',
  codeLabel: 'あなたのコード',
  copyAction: 'コードをコピー',
  copyDone: 'コピーしました',
  codeTypedAction: '入力しました',
  codeRule: (botName) =>
    `このコードは${bot(botName)}とのチャットにだけ入力してください。ほかの誰かが尋ねることはありません。`,
  accountLabel: (integrationName) => `${integrationName} アカウント`,
  siteLabel: 'サイト',
  codeExpiry: (minutes) => `コードはあと${minutes}有効です。`,
  notYouTitle: '心当たりがない、または自分のアカウントではない場合',
  notYouText: ({ botName, minutes }) =>
    `このページを閉じ、コードを誰にも教えないでください。入力されるまで${bot(botName)}は何も使えず、${minutes}後にすべて削除されます。`,
  manageAction: (integrationName) => `${integrationName} でアクセスを管理`,

  connectedTitle: (integrationName) => `${integrationName} に接続しました`,
  connectedText: ({ integrationName, account }) => `${integrationName} に ${account} として接続しました。`,
  workingTitle: '少々お待ちください',
  workingText: (integrationName) => `${integrationName} との処理を完了しています。このページは自動的に進みます。`,
  workingAction: 'もう一度確認する',

  ended: (why, { integrationName, botName, ref }) =>
    ENDINGS[why](integrationName, bot(botName), ref === undefined ? '' : `（${ref}）`),
  askContact: (contact) => `${contact}にお問い合わせください。`,
  backToChat: (botName) => `このページを閉じて、${bot(botName)}とのチャットに戻れます。`,
  sharedText: ({ integrationName, botName, account }) =>
    `${bot(botName)}は ${integrationName} で ${account} として操作できます。次に、誰のためのものかを選んでください。`,
  sharedEnded: (why, integrationName) =>
    SHARED_ENDINGS[why]?.(integrationName) ?? `${integrationName} へのサインインは完了しませんでした。${NOTHING_SAVED}`,
  backToConsole: 'コンソールに戻る',

  goneTitle: 'このリンクは使えません',
  gone: GONE,
  unknownTenantTitle: 'このアドレスには設定されていません',
  unknownTenant: (integrationName) =>
    `この ${integrationName} のアドレスには設定されていません。アドレスを確認するか、管理者に登録を依頼してください。`,
  inUseTitle: '別のブラウザーで使用中です',
  inUse:
    'このリンクは別のブラウザーで使用中のため、ここでは使えません。何も変わっていません。どの端末でも、そのブラウザーで続けてください。心当たりがなければ、このブラウザーは渡した情報を保持していません。チャットで「新しいリンク」と送り、いつものブラウザーで開いてください。',
  otherBrowserTitle: '安全のため中止しました',
  otherBrowser: OTHER_BROWSER,
  returned: ({ integrationName }) =>
    `始めたときとは別のブラウザーで ${integrationName} から戻られました。アプリによっては、情報を保持しない独自のブラウザーがあります。安全のため中止しました。${NOTHING_SAVED}`,
  returnedSteps: ({ botName }) => [
    `ボタンを押してください。${bot(botName)}とのチャットに、新しいリンクを一度だけ送ります。`,
    'Safari、Chrome、Edge、Firefox など、いつものブラウザーでそのリンクを開いてください。長押しして、ブラウザーで開くことを選びます。',
    'コードが表示されるまで、そのブラウザーを使い続けてください。',
  ],
  returnedAction: '新しいリンクをチャットに送る',
  newLinkTitle: 'チャットをご覧ください',
  newLink: (botName) =>
    `新しいリンクは${bot(botName)}とのチャットに届いているか、まもなく届きます。いつものブラウザーで開いてください。届いていなければ、チャットで「再試行」と送ってください。`,
  failedTitle: '問題が発生しました',
  failed: (ref) => `こちらで問題が発生しました（${ref}）。チャットに戻って、どこまで行われたか確認してください。`,
  restartingTitle: '少々お待ちください',
  restarting: '再起動中です。何も失われていません。数秒後にこのページを再読み込みしてください。',
  tooManyTitle: 'お待ちください',
  tooMany: (minutes) => `リクエストが多すぎます。${minutes}お待ちください。`,
  unavailableTitle: 'ページを表示できません',
  unavailable: 'このページは表示できません。チャットに戻ってください。',
};

const ENDINGS: Readonly<Record<EndReason, (product: string, name: string, ref: string) => Ending>> = {
  expired: () => ({ title: '期限切れです', text: GONE, mayLeaveAccess: true }),
  denied: (product) =>
    notConnected(
      `${product} でアクセスが許可されませんでした。そちらでキャンセルまたは拒否されています。${NOTHING_SAVED}${RETRY}`,
    ),
  admin_refused: (product, name) =>
    notConnected(
      `あなたの ${product} アカウントの管理者が${name}を許可していません。${NOTHING_SAVED}許可を依頼してから、チャットで「再試行」と送ってください。`,
    ),
  product_failed: (product, _name, ref) =>
    notConnected(`サインイン中に ${product} で問題が発生しました${ref}。${NOTHING_SAVED}${RETRY}`),
  product_busy: (product, _name, ref) =>
    notConnected(
      `${product} は現在サインインを受け付けられません${ref}。${NOTHING_SAVED}数分待ってから、チャットで「再試行」と送ってください。`,
    ),
  scope_refused: (product, name, ref) =>
    notConnected(`${product} は、${name}が求める権限を与えません${ref}。${notYourFault(name)}`),
  client_refused: (product, name, ref) =>
    notConnected(`${product} は、${name}によるサインインを許可していません${ref}。${notYourFault(name)}`),
  refused: (product, _name, ref) =>
    notConnected(`${product} がサインインを受け付けませんでした${ref}。${NOTHING_SAVED}${RETRY}`),
  unreachable: (product) =>
    notConnected(`${product} が応答していません。${NOTHING_SAVED}数分後にもう一度お試しください。`),
  misconfigured: (product, name, ref) =>
    notConnected(`${product} が${name}の設定を受け付けませんでした${ref}。${notYourFault(name)}`),
  interrupted: () => ({
    ...notConnected(`こちらの都合でサインインが中断されました。${NOTHING_SAVED}${RETRY}`),
    mayLeaveAccess: true,
  }),
  no_site: (product, name) => ({
    ...notConnected(
      `この ${product} アカウントには、${name}が使えるものがありません。${NOTHING_SAVED}別のアカウントでお試しください。`,
    ),
    mayLeaveAccess: true,
  }),
  other_browser: () => ({ title: '安全のため中止しました', text: OTHER_BROWSER }),
  cancelled: () => ({
    title: 'キャンセルしました',
    text: `チャットでキャンセルされました。${NOTHING_SAVED}`,
    mayLeaveAccess: true,
  }),
  code_seen: () => ({
    title: 'ほかの人がコードを読める状態でした',
    text: 'コードがほかの人も読める場所に入力されたため、接続したものを削除しました。個人チャットでもう一度依頼してください。',
    mayLeaveAccess: true,
  }),
  withdrawn: (product, name) => ({
    ...notConnected(
      `${name}の管理者が ${product} の設定を変更しました。${NOTHING_SAVED}管理者にお問い合わせください。`,
    ),
    mayLeaveAccess: true,
  }),
  stopped: (_product, name) => ({
    title: '終了しました',
    text: `${name}の管理者がこのサインインを終了しました。${NOTHING_SAVED}管理者に問い合わせるか、チャットで「再試行」と送ってください。`,
    mayLeaveAccess: true,
  }),
  crowded_out: () => ({
    title: 'もう一度依頼してください',
    text: '同時に依頼した人が多すぎたため、このリンクは取り消されました。チャットでもう一度依頼してください。',
  }),
  superseded: () => ({
    title: '新しいリンクがあります',
    text: 'その後もう一度依頼されました。チャットにある最新のリンクを使ってください。',
    mayLeaveAccess: true,
  }),
  wrong_codes: () => ({
    title: 'コードの間違いが多すぎます',
    text: '接続したものは削除しました。準備ができたら最初からやり直してください。',
    mayLeaveAccess: true,
  }),
  wrong_credentials: (product) => notConnected(`${product} が入力内容を何度も拒否しました。${NOTHING_SAVED}${RETRY}`),
};

const SHARED_ENDINGS: Readonly<Partial<Record<EndReason, (product: string) => string>>> = {
  denied: (product) => `${product} でアクセスが許可されませんでした。${NOTHING_SAVED}`,
  admin_refused: (product) => `${product} の管理者がこのアプリを許可していません。${NOTHING_SAVED}`,
  product_failed: (product) =>
    `サインイン中に ${product} で問題が発生しました。${NOTHING_SAVED}もう一度お試しください。`,
  product_busy: (product) =>
    `${product} は現在サインインを受け付けられません。${NOTHING_SAVED}数分後にもう一度お試しください。`,
  scope_refused: (product) =>
    `${product} は、プロファイルのスコープのいずれかを認識しないか、許可していません。${NOTHING_SAVED}`,
  client_refused: (product) =>
    `${product} は、このクライアントによるサインインを許可していません。未承認、停止中、または種類が違う可能性があります。${NOTHING_SAVED}`,
  misconfigured: (product) =>
    `${product} が、プロファイルのクライアント ID、クライアント シークレット、またはコールバック URL を受け付けませんでした。${NOTHING_SAVED}`,
  unreachable: (product) => `${product} が応答していません。${NOTHING_SAVED}`,
  no_site: (product) => `この ${product} アカウントには、使えるものがありません。${NOTHING_SAVED}`,
};

const PROBLEMS: Readonly<Record<Exclude<FieldProblem, 'missing'>, string>> = {
  too_long: '長すぎます',
  not_printable: '使えない文字が含まれています',
  not_a_choice: '選択肢にありません',
  nobody_there: 'そのアドレスは存在しません',
  has_colon: 'コロンは使えません',
  foreign_host: '別の製品のアドレスです',
  wrong_shape: '全体を、それだけをコピーしたか確認してください',
};

function notConnected(text: string): Ending {
  return { title: '接続されていません', text };
}

function notYourFault(name: string): string {
  return `${NOTHING_SAVED}あなたのせいではありません。${name}の管理者に知らせてください。`;
}

/** The bot's name, or what a bot without a name is called. */
function bot(botName: string): string {
  return botName === UNNAMED_BOT ? 'このボット' : botName;
}

function perhaps(elsewhere: readonly string[]): string {
  if (elsewhere.length === 0) return '';
  return `キーはアカウントのある場所でのみ有効です。${grammar.or(elsewhere)} の場合は、それを選んでください。`;
}
