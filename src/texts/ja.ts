import type { ConnectRefusal } from '../flows/access.ts';
import type { ActionFailure } from '../flows/run-action.ts';
import { grammarOf } from '../languages/grammar.ts';
import type { EndReason } from '../model/authorization.ts';
import type { FieldProblem } from '../model/field.ts';
import type { FormQuestion } from '../model/form-question.ts';
import type { InputProblem } from '../model/input-problem.ts';
import type { News } from '../model/notice.ts';
import { shownName } from '../model/shown-name.ts';
import { escapeMarkdown, nameInChat } from './name-in-chat.ts';
import type { Texts } from './texts.ts';

const { and, or, date, minutes, duration } = grammarOf('ja');

/** Polite form (です・ます). A purpose ends in a plain verb: 「課題を作成する」. */
export const japaneseTexts: Texts = {
  dir: 'ltr',
  // asking
  needsAccess: (product, purpose) => `「${purpose}」には、${product} アカウントへのアクセスが必要です。`,
  connectionEnded: (product, purpose) =>
    `${product} との接続が切れました。「${purpose}」を続けるには、もう一度接続してください。`,
  needsMoreAccess: (product, purpose, permissions) =>
    `「${purpose}」には、現在の接続にない ${product} の権限${permissions.length === 0 ? '' : `（${and(permissions)}）`}が必要です。もう一度接続してください。`,
  linkAskedOnPage: (product) =>
    `${product} から別のブラウザー、または情報を保持しないアプリで戻られたため、中止しました。そちらで依頼された新しいリンクです。いつものブラウザーで開き、コードが表示されるまでそのブラウザーを使ってください。依頼した覚えがなければ *キャンセル* と送ってください。`,
  linkExplanation: (product) =>
    `ページを開いて ${product} にサインインし、表示されたコードを持ってここに戻ってください。リンクはあなた専用で、10 分間有効です。`,
  linkExplanationNoCode: (product) =>
    `ページを開いて ${product} にサインインしてください。リンクはあなた専用で、10 分間有効です。`,
  keyPageExplanation: (product) =>
    `ページを開いて ${product} のキーを入力し、表示されたコードを持ってここに戻ってください。キーはここに書かないでください。リンクはあなた専用で、10 分間有効です。`,
  keyPageExplanationNoCode: (product) =>
    `ページを開いて ${product} のキーを入力してください。キーはここに書かないでください。リンクはあなた専用で、10 分間有効です。`,
  connectButton: (product) => `${product}に接続`,
  credentialExplanation: (product) =>
    `入力内容は確認のため ${product} に送られ、暗号化して保存されます。ここで送った内容はチャットの履歴に残ることがありますが、ページには残りません。`,
  submitButton: '接続する',
  pageButton: '代わりにページで入力する',
  cardClosed: (product, how) => CLOSED_CARDS[how](product),
  fieldMissing: (title) => `${title}を入力してください。`,
  joined: (title, product) => `${product} に接続したら、これを実行します: ${title}。`,
  inBrowser: (product) =>
    `${product} への接続はブラウザーで進行中です。そちらで完了するか、*新しいリンク* と送ってやり直してください。`,
  stillWaiting: (product) =>
    `${product} への接続を待っています。新しいリンクが必要なら *新しいリンク*、やめるなら *キャンセル* と送ってください。`,
  awaitingCode: (product) =>
    `${product} への接続コードを待っています。ページに表示されたコードだけを BCTK-KLTK のように送ってください。やり直すなら *新しいリンク*、やめるなら *キャンセル* と送ってください。`,
  stillWaitingForKey: (product) =>
    `${product} への接続を待っています。上のカードに入力するか、新しいカードが必要なら *最初から*、やめるなら *キャンセル* と送ってください。`,
  connectHelp: (product) =>
    `${product} に接続すると続けられます。リンクを開き、ページの案内に従って、表示されたコードをここに送ってください。*新しいリンク* で新しいリンクを送り、*キャンセル* で中止します。`,
  connectHelpForKey: (product) =>
    `${product} に接続すると続けられます。上のカードに入力してボタンを押してください。*最初から* で新しいカードを送り、*キャンセル* で中止します。`,
  whichMethod: (product) => `${product} にはどの方法で接続しますか？`,
  methodEnds: (title, day, product) =>
    `${product} の「${title}」は ${date(Date.parse(day))}に終了します。それまでは使えます。`,
  connectPurpose: '依頼された操作を行う',
  groupRefused: 'ほかの人も読めるグループではアカウントを接続しません。個人チャットでもう一度お試しください。',
  openPersonalChat: '個人チャットを開く',
  contact: 'このボットの管理者',
  cannotConnect: (product, why, contact) => CONNECT_REFUSALS[why](product, contact),
  notAllowed: (contact) => `ここではこの機能を使えません。${contact}にお問い合わせください。`,
  tooMany: (count) => `リクエストが多すぎます。${minutes(count)}お待ちください。`,

  // connecting
  connected: (product, account, id) =>
    `${product} に **${nameInChat(account)}** として接続しました。心当たりがなければ *${id}を切断* と送ってください。`,
  otherSites: (sites, id) =>
    `${and(sites.map(nameInChat))}も使えます。切り替えるには *${id} ${escapeMarkdown(shownName(sites[0] ?? ''))}に切り替え* と送ってください。`,
  trimmed: '前後の空白を取り除きました。',
  wrongCode: (triesLeft) =>
    triesLeft === 0
      ? 'コードの間違いが多すぎます。接続したものは削除しました。準備ができたら最初からやり直してください。'
      : `コードが違います。${triesLeftText(triesLeft)}`,
  noCodeAwaited:
    'コードは求めていません。ここに入力するよう誰かに言われたのなら、入力しないでください。よくある手口です。',
  codeSeen: (product) =>
    `ここではほかの人もコードを読めるため、コードを無効にし、接続したものを削除しました。${product} に接続するには、個人チャットでもう一度お試しください。`,
  codeOfOtherChat: (product) =>
    `そのコードは ${product} を依頼したチャットに入力してください。ここでは受け付けません。`,
  codeOver: (product) =>
    `${product} のそのコードはもう使えません。使用済みか、古すぎます。まだ必要なら、もう一度依頼してください。`,
  invalidField: (field, problem) => `「${field.title}」として正しくないようです。${FIELD_PROBLEMS[problem]}。`,
  credentialRefused: (product, triesLeft, elsewhere = []) =>
    triesLeft === 0
      ? `${product} がこのキーを拒否しました。${NOTHING_SAVED}これが最後の試行でした。正しいキーが用意できたら、もう一度依頼してください。`
      : `${product} がこのキーを拒否しました。${NOTHING_SAVED}${perhaps(elsewhere)}${triesLeftText(triesLeft)}`,
  productUnreachable: (product) => `${product} が応答していません。${NOTHING_SAVED}${LATER}`,
  attemptGone: 'これはもう受け付けていません。もう一度依頼すると、新しいカードを送ります。',
  notAskedNow: 'その質問への回答は受け付けていません。',
  typedKeyStays: 'キーの入ったメッセージがチャットの履歴に残っています。削除してください。',
  secretInside:
    'キーかパスワードのようです。取り除き、使用していません。上のカードに入力するか、カードがキーだけを求めている場合はキーだけを送ってください。できればメッセージを削除してください。',
  unaskedSecret:
    '求めていない機密情報のようです。保存していません。できればメッセージを削除し、発行元でキーを取り替えてください。',

  // endings
  ended: (product, why, ref, contact) => ENDINGS[why](product, ref ?? '', contact),
  cancelled: (what) => `中止しました: ${escapeMarkdown(what)}。${NOTHING_SAVED}`,
  nothingToCancel: 'キャンセルするものはありません。',

  // actions
  confirmDestructive: (product, purpose, inputs) =>
    `本当に ${product} で「${purpose}」を実行しますか？${inputs.length === 0 ? '' : `（${inputs.map(escapeMarkdown).join('、')}）`}元に戻せません。続けるには *はい* と送ってください。`,
  cancelledAll: (titles) => `中止しました: ${titles.map(escapeMarkdown).join('、')}。${NOTHING_SAVED}`,
  notDone: (purpose, product, isConnected) =>
    `${purpose === undefined ? '' : `「${purpose}」を`}キャンセルしました。${isConnected ? `${product} の接続はそのままです。` : ''}`,
  working: '少々お待ちください…',
  tooOld: '以前の依頼は古すぎて続けられません。もう一度依頼してください。',
  interrupted: (title) =>
    `実行中に中断されました: ${title}。成功したかどうかわかりません。もう一度依頼する前に確認してください。`,
  stillRefused: (product) =>
    `${product} は、接続したばかりの接続をまだ拒否しています。何度もお願いしないよう、ここで止めました。${product} での権限を確認してください。`,
  actionFailed: (product, failure, contact) =>
    failure.text ?? FAILURES[failure.why](product, failure.ref, failure.retryAfter, contact),
  retryHint: 'もう一度試すには *再試行* と送ってください。',
  openButton: '開く',
  actingAs: (product, account) => `このボットの ${product} アカウント（${nameInChat(account)}）で実行しました。`,
  askInput: (title, hint) => (hint === undefined ? title : `${title}（${hint}）`),
  inputProblem,
  formIntroduction: (count) =>
    `質問が ${count} 件あります。やめるには *キャンセル* と送ってください。その場合、回答は送信されません。`,
  formProgress: (title, number, count) => `${number}/${count} ${title}`,
  formExpected: (kind, max, example) => EXPECTED[kind](max, example),
  moreItems: (count) => `…ほか ${count} 件`,
  canSay: (sentences) => `次のように送れます: ${sentences.map((one) => `「${one}」`).join('')}`,
  // what buttons say for the person
  sayNewLink: '新しいリンク',
  sayStartOver: '最初から',
  sayCancel: 'キャンセル',
  sayRetry: '再試行',
  sayYes: 'はい',
  sayNo: 'いいえ',
  sayDisconnect: (named) => `${named}を切断`,
  sayReconnect: (named) => `${named}に再接続`,
  sayUse: (named) => `${named}に切り替え`,
  skip: 'スキップ',
  formPart: (part) => FORM_PARTS[part] ?? part,
  formReview: (lines) =>
    [
      '回答を確認してください:',
      ...lines.map(({ title, answer }, at) => `${at + 1}. ${escapeMarkdown(title)}: ${escapeMarkdown(answer) || '–'}`),
      '送信するには *送信*、回答を変えるにはその番号を送ってください。',
    ].join('\n'),
  formChange:
    'どの回答を変更しますか？ その番号を送ってください。このまま送信するには *送信*、送信せずにやめるには *キャンセル* と送ってください。',
  formSend: '送信',
  answerButton: 'OK',

  // connections
  noConnections: 'まだ何も接続していません。',
  connectionsInGroup: '接続の一覧は個人チャットでのみ表示します。',
  connectionsTitle: '接続一覧',
  connectionState: (status) => (status === 'active' ? '接続済み' : '再接続が必要'),
  connectionInUse: '使用中',
  whichConnection: (product) => `${product} のアカウントが複数あります。どれを使いますか？`,
  nowUsing: (product, account) => `わかりました。今後 ${product} では ${nameInChat(account)} を使います。`,
  noSuchAccount: (product, names) =>
    names.length === 0
      ? `そのアカウントまたはサイトは ${product} に見つかりませんでした。`
      : `そのアカウントまたはサイトは ${product} に見つかりませんでした。選べるのは ${and(names.map(nameInChat))} です。`,
  siteRefused: (product, site) =>
    `あなたの ${product} アカウントは ${nameInChat(site)} にアクセスできません。何も変更していません。`,
  siteUnreachable: (product) => `${product} が応答していません。何も変更していません。${LATER}`,
  notConnected: (product) => `${product} は接続されていません。`,
  unknownProduct: (name) => `「${nameInChat(name)}」という製品は知りません。`,
  disconnected: (product, atProduct, manageUrl) => {
    if (atProduct === 'revoked') return `削除しました。${product} でも確認が取れました。`;
    if (atProduct === 'in_use')
      return `ここから削除しました。${product} でのアクセスは、このアカウントの別の接続が使っているため残ります。`;
    if (atProduct === 'queued') return `ここから削除しました。${product} に接続できないため、24 時間試し続けます。`;
    if (manageUrl !== undefined)
      return `ここから削除しました。${product} でのアクセスも終了するには、こちらでキーまたはこのボットのアクセスを削除してください: ${manageUrl}`;
    return `ここから削除しました。${product} でのアクセスも終了するには、そちらでキーまたはこのボットのアクセスを削除してください。`;
  },
  connectionNews: (product, account, news) =>
    connectionNews(account === '' ? product : `${product} (${nameInChat(account)})`, product, news),
  somethingWrong: (ref) =>
    `こちらで問題が発生しました（${ref}）。依頼された操作は実行された可能性があります。もう一度依頼する前に確認してください。`,
  restarting: '再起動中のため、メッセージを読めませんでした。数秒後にもう一度送ってください。',
};

const NOTHING_SAVED = '何も保存していません。';
const LATER = '数分後にもう一度お試しください。';

function inputProblem(problem: InputProblem): string {
  switch (problem.why) {
    case 'said':
      return problem.text;
    case 'not_a_kind':
      return NOT_A_KIND[problem.kind](problem.example);
    case 'not_whole':
      return '整数で答えてください。';
    case 'too_small':
      return problem.isIncluded
        ? `小さすぎます。最小値は ${problem.limit} です。`
        : `小さすぎます。${problem.limit} より大きい値にしてください。`;
    case 'too_large':
      return problem.isIncluded
        ? `大きすぎます。最大値は ${problem.limit} です。`
        : `大きすぎます。${problem.limit} より小さい値にしてください。`;
    case 'no_multiple':
      return `${problem.of} の倍数で答えてください。`;
    case 'too_short':
      return problem.limit === 1 ? '空にはできません。' : `短すぎます。${problem.limit} 文字以上で答えてください。`;
    case 'too_long':
      return `長すぎます。${problem.limit} 文字以内で答えてください。`;
    case 'too_few':
      return `${problem.limit} 個以上答えてください。`;
    case 'too_many':
      return `${problem.limit} 個以内で答えてください。`;
    case 'too_early':
      return `早すぎます。最も早い日は ${problem.limit} です。`;
    case 'too_late':
      return `遅すぎます。最も遅い日は ${problem.limit} です。`;
    case 'no_email':
      return EXPECTED.email(0, '');
    case 'no_address':
      return 'https://example.com のようなウェブアドレスで答えてください。';
    case 'which_day':
      return 'どの日のことですか？';
    case 'other':
      return 'それは使えません。別の言い方でお願いします。';
  }
}

const ANSWER_NEEDED = 'ここには回答が必要です。';
const CHOOSE_ONE = 'この中から一つ選んでください。';
const day = (example: string) => `${example} のように日付で答えてください。`;
const time = (example: string) => `${example} のように時刻で答えてください。`;

const NOT_A_KIND: Readonly<Record<Extract<InputProblem, { why: 'not_a_kind' }>['kind'], (example: string) => string>> =
  {
    text: () => ANSWER_NEEDED,
    number: (example) => `${example} のように数字で答えてください。`,
    yes_no: () => '「はい」か「いいえ」で答えてください。',
    day,
    date: day,
    time,
    moment: (example) => `${example} のように日付と時刻で答えてください。`,
    choice: () => CHOOSE_ONE,
  };

const EXPECTED: Readonly<Record<FormQuestion['kind'], (max: number, example: string) => string>> = {
  text: () => ANSWER_NEEDED,
  long_text: () => ANSWER_NEEDED,
  choice: () => CHOOSE_ONE,
  choices: () => 'この中から一つ以上、読点で区切って選んでください。',
  number: () => '数字で答えてください。',
  date: (_, example) => day(example),
  time: (_, example) => time(example),
  email: () => 'jane@example.com のようなメールアドレスで答えてください。',
  phone: () => '+43 316 123456 のような電話番号で答えてください。',
  full_name: () => '姓と名を答えてください。',
  address: () => '住所を答えてください。',
  rating: (max) => `1 から ${max} までの数字で答えてください。`,
};

const CONNECT_REFUSALS: Readonly<Record<ConnectRefusal, (product: string, contact: string) => string>> = {
  disabled: (product, contact) => `${product} は現在このボットで無効になっています。${contact}にお問い合わせください。`,
  not_allowed: (product, contact) => `ここでは ${product} を使えません。${contact}にお問い合わせください。`,
  preauthorized: (product) => `${product} に接続する必要はありません。このボットが自分のアカウントを持っています。`,
  not_set_up: (product, contact) =>
    `${product} はこのボットでまだ設定されていません。設定については${contact}にお問い合わせください。`,
};

const CLOSED_CARDS: Readonly<Record<'connected' | 'cancelled' | 'replaced' | 'over', (product: string) => string>> = {
  connected: (product) => `${product}: 接続しました`,
  cancelled: () => 'キャンセルしました',
  replaced: () => '新しいカードに置き換えました',
  over: () => '受け付けを終了しました',
};

const FORM_PARTS: Readonly<Record<string, string>> = {
  first: '名',
  last: '姓',
  street: '番地',
  city: '市区町村',
  state: '都道府県または地域',
  postal: '郵便番号',
  country: '国',
};

const FIELD_PROBLEMS: Readonly<Record<FieldProblem, string>> = {
  missing: '空です',
  too_long: '長すぎます',
  not_printable: '使えない文字が含まれています',
  wrong_shape: '長さか文字が合いません',
  not_a_choice: '選択肢にありません',
  has_colon: 'コロンが含まれています',
  foreign_host: '別の製品のアドレスです',
  nobody_there: 'そのアドレスは存在しません',
};

function connectionNews(connection: string, product: string, news: News): string {
  switch (news.what) {
    case 'other_account':
      return `${connection} との接続の使用をやめました。${product} が別のアカウントとして応答しています。正しいアカウントに接続するには *${product}に再接続* と送ってください。`;
    case 'ends':
      return news.why === 'unused'
        ? `${connection} との接続は、長い間使われていないため ${date(news.at)}に切れます。残すには、それまでに ${product} で何か依頼してください。`
        : `${connection} との接続は ${date(news.at)}に切れます。${product} がそれまでに再度のサインインを求めています。残すには *${product}に再接続* と送ってください。`;
    case 'not_revoked': {
      const where =
        news.manageUrl === undefined
          ? `${product} の設定で削除してください。`
          : `こちらで削除してください: ${news.manageUrl}`;
      return `24 時間 ${product} に接続できませんでした。${connection} へのアクセスがまだ残っている可能性があります。${where}`;
    }
  }
}

const RETRY = 'もう一度試すには *再試行* と送ってください。';
const NEW_LINK = '新しいリンクが必要なら *再試行* と送ってください。';
const AFTERWARDS = 'その後 *再試行* と送ってください。';

const ENDINGS: Readonly<Record<EndReason, (product: string, ref: string, contact: string) => string>> = {
  expired: (product) => `${product} に接続する期限が切れました。${NOTHING_SAVED}${RETRY}`,
  denied: (product) =>
    `${product} でアクセスが許可されませんでした。そちらでキャンセルまたは拒否されています。${NOTHING_SAVED}${RETRY}`,
  admin_refused: (product) =>
    `あなたの ${product} アカウントの管理者がこのボットを許可していません。${NOTHING_SAVED}許可を依頼してから *再試行* と送ってください。`,
  refused: (product, ref) => `${product} がサインインを受け付けませんでした（${ref}）。${NOTHING_SAVED}${RETRY}`,
  unreachable: (product, ref) => `${product} が応答していません（${ref}）。${NOTHING_SAVED}${RETRY}`,
  misconfigured: (product, ref, contact) =>
    `${product} が拒否しているのはあなたではなく、このボットです（${ref}）。${NOTHING_SAVED}設定の修正については${contact}にお問い合わせください。${AFTERWARDS}`,
  product_failed: (product, ref) =>
    `サインイン中に ${product} で問題が発生しました（${ref}）。${NOTHING_SAVED}${RETRY}`,
  product_busy: (product, ref) =>
    `${product} は現在サインインを受け付けられません（${ref}）。${NOTHING_SAVED}数分待ってから *再試行* と送ってください。`,
  scope_refused: (product, ref, contact) =>
    `${product} は、このボットが求める権限を与えません（${ref}）。${NOTHING_SAVED}権限の変更については${contact}にお問い合わせください。${AFTERWARDS}`,
  client_refused: (product, ref, contact) =>
    `${product} は、このボットによるサインインを許可していません（${ref}）。${NOTHING_SAVED}${product} での承認については${contact}にお問い合わせください。${AFTERWARDS}`,
  interrupted: (product) => `${product} への接続が中断されました。${NOTHING_SAVED}${RETRY}`,
  no_site: (product) => `あなたの ${product} アカウントには、使用できるサイトがありません。${NOTHING_SAVED}${RETRY}`,
  other_browser: (product) =>
    `${product} に接続するリンクが別のブラウザーで開かれました。安全のため中止しました。${NEW_LINK}`,
  cancelled: () => `中止しました。${NOTHING_SAVED}`,
  code_seen: (product) =>
    `${product} に接続するコードが、ほかの人も読める場所に入力されました。そのため、接続したものを削除しました。${NEW_LINK}`,
  withdrawn: (product) =>
    `このボットの管理者が ${product} の設定を変更したため、接続を中止しました。${NOTHING_SAVED}${RETRY}`,
  stopped: (product, _ref, contact) =>
    `このボットの管理者が ${product} へのサインインを終了しました。${NOTHING_SAVED}${contact}にお問い合わせください。${RETRY}`,
  crowded_out: (product) =>
    `同時に依頼した人が多すぎたため、${product} への接続の依頼を取り消しました。${NOTHING_SAVED}${RETRY}`,
  superseded: (product) => `別の場所で ${product} への接続を始めたため、ここでの依頼は使えません。${RETRY}`,
  wrong_codes: () => `コードの間違いが多すぎます。接続したものは削除しました。${NEW_LINK}`,
  wrong_credentials: (product) => `${product} がキーを 3 回拒否しました。${NOTHING_SAVED}${RETRY}`,
};

const FAILURES: Readonly<
  Record<
    ActionFailure['why'],
    (product: string, ref: string, retryAfter: number | undefined, contact: string) => string
  >
> = {
  refused: (product, ref) => `${product} が拒否しました（${ref}）。`,
  forbidden: (product) => `あなたの ${product} アカウントにはその権限がありません。`,
  not_found: (product) => `${product} に見つからないか、あなたのアカウントでは表示できません。`,
  invalid: (product, ref) => `${product} が内容を受け付けませんでした（${ref}）。`,
  busy: (product, _ref, retryAfter) =>
    `${product} が混み合っています。${retryAfter === undefined ? 'しばらく' : duration(retryAfter)}お待ちください。接続は保たれています。`,
  too_large: (product) => `${product} が一度に受け付ける量を超えています。減らしてお試しください。`,
  locked: (product) => `現在 ${product} でロックされています。接続は保たれています。${LATER}`,
  not_offered: (product, ref) =>
    `${product} はこの機能を終了したか、あなたのアカウントには提供していません（${ref}）。`,
  unreachable: (product) => `${product} が応答していません。接続は保たれています。${LATER}`,
  unsure: (product, ref) =>
    `${product} から成功したかどうかの返答がありません。実行されたかもしれません（${ref}）。もう一度依頼する前に ${product} で確認してください。`,
  error: (_product, ref) => `こちらで問題が発生しました（${ref}）。`,
  disabled: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.disabled(product, contact),
  not_set_up: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.not_set_up(product, contact),
  not_allowed: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.not_allowed(product, contact),
  shared_ended: (product, _ref, _retryAfter, contact) =>
    `${product} のこのボット専用アカウントが使えなくなりました。${contact}にお問い合わせください。`,
};

function triesLeftText(count: number): string {
  return `あと ${count} 回試せます。`;
}

function perhaps(elsewhere: readonly string[]): string {
  if (elsewhere.length === 0) return '';
  const places = or(elsewhere.map(escapeMarkdown));
  return `キーはアカウントのある場所でのみ有効です。${places} の場合は、それを選んでください。`;
}
