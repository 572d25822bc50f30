import { japaneseAuditTexts } from '../../../audit-words/texts/ja.ts';
import { grammarOf } from '../../../languages/grammar.ts';
import { UNNAMED_BOT } from '../../../languages/unnamed-bot.ts';
import type { ConsoleTexts } from './console-texts.ts';

const { number, duration } = grammarOf('ja');

const NOTHING_CHANGED = '何も変更していません。';
const NOTHING_SAVED = '何も保存していません。';
const LATER = '数分後にもう一度お試しください。';

/** Polite form (です・ます). To authorize is 認可, to revoke is 取り消し, an integration is 連携. */
export const japaneseConsoleTexts: ConsoleTexts = {
  ...japaneseAuditTexts,
  lang: 'ja',
  dir: 'ltr',
  brand: 'Latchkey コンソール',
  footer: 'Latchkey による保護',
  errorPrefix: 'エラー: ',
  errorTitle: '確認してください',
  optional: '任意',
  skip: '本文へ移動',
  navLabel: 'コンソール',
  languageLabel: '言語',
  sections: {
    integrations: '連携',
    profiles: 'プロファイル',
    connections: '接続',
    authorizations: '進行中の認可',
    audit: '監査ログ',
    keys: '鍵',
  },
  signedInAs: 'ご自分のアカウント:',
  signOut: 'サインアウト',
  cancel: 'キャンセル',
  back: '戻る',
  toStart: 'コンソールのトップページへ',
  copy: 'コピー',
  copied: 'コピーしました',
  none: 'なし',

  // messages that any page can show
  notFound: { title: '見つかりません', text: 'このページは存在しないか、なくなりました。' },
  foreignForm: {
    title: 'このフォームは使えません',
    text: `古すぎるか、このコンソールから送られたものではありません。${NOTHING_CHANGED}ページを開き直して、もう一度変更してください。`,
  },
  signedOut: {
    title: 'サインアウトしています',
    text: `${NOTHING_CHANGED}サインインして、もう一度変更してください。`,
  },
  conflict: {
    title: 'その間に変更されました',
    text: 'ページを開いている間にほかの人が変更したため、あなたの変更は保存していません。ページを開き直してください。',
  },
  tooMany: (seconds) => ({
    title: 'お待ちください',
    text: `リクエストが多すぎます。${duration(seconds)}お待ちください。`,
  }),
  restarting: {
    title: '少々お待ちください',
    text: 'ボットが再起動しています。数秒後にこのページを再読み込みしてください。',
  },
  failed: (ref) => ({
    title: '問題が発生しました',
    text: `こちらで問題が発生しました（${ref}）。${NOTHING_CHANGED}詳細は、この番号でログに記録されています。`,
  }),

  // signing in
  signInTitle: 'サインイン',
  signInLead: (name) => `${bot(name)}の開発者のためのページです。`,
  nameLabel: '名前',
  passwordLabel: 'パスワード',
  signInAction: 'サインイン',
  signedOutNow: 'サインアウトしました。',
  signInRefused: '名前かパスワードが違います。',
  signInWait: (seconds) => `パスワードの間違いが多すぎます。${duration(seconds)}待ってから、もう一度お試しください。`,
  openIdAction: '会社のアカウントでサインイン',
  openIdOr: 'またはパスワードで',
  openIdMoving: {
    title: '会社のサインインに移動しています',
    text: '移動しない場合は、リンクを使ってください。',
  },
  openIdMovingAction: 'サインインに進む',
  openIdRefused:
    'あなたの会社のアカウントには、ここへのサインインが許可されていません。コンソールを設定した人に許可を依頼してください。',
  openIdFailed: '会社のアカウントでサインインできませんでした。もう一度お試しください。',
  openIdCancelled: `会社のアカウントでのサインインをキャンセルしました。${NOTHING_CHANGED}`,
  openIdUnreachable: '会社のサインインが応答していません。数分後にもう一度お試しください。',
  openIdMisconfigured: (reason) =>
    `コンソールの設定が会社のサインインと合っていません（${reason}）。openId.issuer、clientId、clientSecret と、会社側に登録したリダイレクト URI を確認してください。`,

  // first run
  setupTitle: 'コンソールを設定',
  setupLead: (name) => `まだ誰のアカウントもありません。${bot(name)}を管理するための名前とパスワードを決めてください。`,
  setupTokenLabel: '設定用トークン',
  setupTokenHint: 'ボットのログにあります。30 分間、一度だけ使えます。',
  setupTokenRefused:
    'この設定用トークンは、間違っているか、期限切れか、使用済みか、その後の起動で置き換えられています。ボットを再起動すると、新しいトークンが発行されます。',
  setupNameHint: 'メールアドレスなど。',
  newPasswordLabel: '新しいパスワード',
  newPasswordHint:
    '12 文字以上。4 つ以上の単語を並べるとよいパスワードになります。パスワード マネージャーで作ったものなら、さらに安全です。',
  repeatLabel: '新しいパスワード（もう一度）',
  setupAction: 'アカウントを作成してサインイン',
  passwordsDiffer: '2 つのパスワードが一致しません。',
  passwordProblem: (reason) => {
    switch (reason) {
      case 'too_short':
        return 'パスワードは 12 文字以上にしてください。';
      case 'too_long':
        return 'パスワードは 128 文字以内にしてください。';
      case 'common':
        return 'これは最もよく使われるパスワードの一つです。別のものにしてください。';
      case 'contains_name':
        return 'パスワードに名前を含めないでください。';
      default:
        return 'このパスワードは使えません。別のものにしてください。';
    }
  },
  nameProblem: '名前は 2 文字以上 100 文字以内にしてください。',
  notSetUp: {
    title: 'まだ設定されていません',
    text: 'まだ誰のアカウントもありません。ボットは起動時に、設定用のリンクをログに書き出しました。そのリンクを開いてください。30 分間、一度だけ使えます。ボットを再起動すると、新しいリンクが発行されます。',
  },

  // proving one's identity again
  proofLabel: '現在のパスワード',
  proofHint: '元に戻せない操作、またはほかの人にアクセスを与える操作のため、確認しています。',
  proofMissing: '続けるには、パスワードを入力してください。',
  proofWrong: 'パスワードが違います。',
  proofByCompany: 'この操作には、会社のアカウントで 5 分以内にサインインしていることが必要です。',
  proofByCompanyAction: '本人であることを確認',
  proofTitle: '本人であることを確認',
  proofLead: '会社のアカウントで、もう一度サインインしてください。その後、このページに戻ります。',

  // integrations
  integrationsTitle: '連携',
  integrationsLead: (name) => `${bot(name)}が扱い、そのアカウントを使う製品です。`,
  integrationsInUse: '使用中',
  integrationsOthers: 'まだ使っていないもの',
  searchLabel: '製品を検索',
  searchAction: '検索',
  searchAll: 'すべて表示',
  searchNothing: (search) => `「${search}」という製品はありません。独自の定義を書けば、どの製品でも追加できます。`,
  catalogTitle: 'カタログ',
  catalogLead: 'このボットに追加できる製品です。それぞれのコマンドが、連携のフォルダーに定義を一つ書き込みます。',
  columnWays: '接続方法',
  columnVerified: 'ドキュメントとの照合',
  columnAdd: '追加',
  catalogVerified: (on, unverified) =>
    unverified === 0 ? `${on}、すべて照合済み` : `${on}、未確認の項目 ${number(unverified)} 件`,
  integrationsEmpty: {
    title: '連携はまだありません',
    text: 'コードで追加してください: createAuthorizer({ integrations: [ … ] })。次の起動後、ここに表示されます。',
  },
  state: {
    not_configured: '未設定',
    configured: '設定済み',
    enabled: '有効',
    needs_attention: '要対応',
  },
  stateNote: ({ state, mode, name, profiles }) => {
    switch (state) {
      case 'enabled':
        return mode === 'users'
          ? `${name} が必要になると、会話の中で各自のアカウントへの接続をお願いします。`
          : `共有した全員が、同じ ${name} アカウントを使います。`;
      case 'configured':
        return '準備はできていますが、連携は無効になっています。下で有効にしてください。';
      case 'needs_attention':
        return mode === 'users'
          ? '選択していたプロファイルがなくなりました。別のプロファイルを選択してください。'
          : `共有の ${name} アカウントが使えなくなったか、選択していたプロファイルがなくなりました。もう一度認可してください。`;
      case 'not_configured':
        if (mode === 'users' && profiles.length > 0) {
          return profiles.every(({ grant }) => grant === 'client_credentials')
            ? 'この連携のプロファイルではボット自身としてサインインするため、各自にアカウントの接続をお願いできません。事前に認可するか、利用者向けのプロファイルを作成してください。'
            : '認可プロファイルがまだ選択されていません。下で選択してください。';
        }
        return mode === 'users'
          ? '認可プロファイルがまだありません。まず作成してください。'
          : `${name} アカウントがまだ認可されていません。下の手順に進んでください。`;
    }
  },
  accountAt: (account, place) => `${account}（${place}）`,
  columnIntegration: '連携',
  columnState: '状態',
  columnWho: '認可する人',
  whoAuthorizes: (mode, account, audience) => {
    if (mode === 'users') return '各自が会話の中で';
    return account === undefined ? '開発者が事前に' : `${account}（対象: ${audience}）`;
  },
  mode: {
    preauthorized: {
      title: '連携を事前に認可する',
      hint: '今ここで一つのアカウントを接続し、選んだ人がそれを使います。',
    },
    users: {
      title: '利用者が連携を認可する',
      hint: '各自が会話の中で、自分のアカウントを接続します。',
    },
  },
  stepWho: '認可する人',
  stepWhoLegend: '認可',
  stepProfileLegend: '認可プロファイルを選択',
  profileEach: '各自に選んでもらう',
  profileEachHint: (ways) => `組み込みのプロファイルから: ${ways}。`,
  builtIn: '組み込み',
  systemApp: 'コードで設定したアプリを使用',
  ownProfile: '独自',
  saveWho: '認可する人を保存',
  createProfile: '新しいプロファイルを作成',
  profileMissing: '認可に使うプロファイルを選択してください。',
  profileNotForPeople:
    'このプロファイルではボット自身としてサインインするため、各自にアカウントの接続をお願いできません。別のプロファイルを選択するか、共有のアカウントを一つ接続してください。',
  offlineTitle: (name) => `${name} をいったん無効にしますか？`,
  offlineLead:
    '事前の認可に切り替えるには、まずアカウントを認可する必要があります。その後、もう一度有効にしてください。',
  offlineUntil: (name) => `それまでボットは、${name} が必要な依頼をすべて断ります。`,
  offlineOwn: (name) => `利用者は、自分の ${name} アカウントをこのボットで使えなくなります。接続そのものは残ります。`,
  offlineAction: '無効にして事前に認可する',
  stepAuthorize: '認可',
  stepAuthorizeLead: (name) => `ほかの人が使う ${name} アカウントを接続してください。`,
  authorizeByOAuth: (name) => `${name} でサインインし、ここに戻ります。`,
  authorizeAction: (name) => `${name} で認可する`,
  authorizeKeyAction: '認可する',
  authorizeAgain: 'もう一度、または別のアカウントで認可する',
  authorized: (account) => `${account} として認可済みです。`,
  authorizedOtherwise: (account) =>
    `${account} として認可済みですが、選択中のプロファイルによるものではありません。このプロファイルを使うには、もう一度認可してください。`,
  authorizedEnds: (product, day, why) =>
    why === 'unused'
      ? `それまでに誰も使わなければ、${product} はこのアクセスを${day}（UTC）に終了します。何か操作をすれば延長されます。`
      : `${product} はこのアクセスを${day}（UTC）に終了します。それまでにもう一度認可してください。`,
  authorizedDead: (account) => `${account} は使えなくなりました。もう一度認可してください。`,
  authorizeRefused: (name) => `${name} が入力内容を拒否しました。${NOTHING_SAVED}`,
  authorizeUnreachable: (name) => `${name} が応答しませんでした。${NOTHING_SAVED}${LATER}`,
  authorizeUnknownTenant: (name) =>
    `この ${name} のアドレスにはアプリが登録されていません。登録するか、別のプロファイルを選択してください。`,
  authorizeOtherHost: (host) =>
    `サインイン後、ブラウザーは ${host} に戻ります。そのため、このアドレスのコンソールからしか認可できません。そちらでコンソールを開いてください。`,
  movingTitle: (name) => `${name} に移動しています`,
  movingText: '移動しない場合は、ボタンを押してください。',
  stepAudience: '使える人',
  stepAudienceLead: (account) =>
    `ボットは、ここで選んだ全員のために ${account} として操作します。誰のアカウントを使ったかは、チャットでボットが伝えます。`,
  audienceLegend: '使える人',
  audience: {
    nobody: { title: 'まだ誰も使えない', hint: '既定の設定です。' },
    everyone: { title: 'すべてのユーザー', hint: 'ボットにメッセージを送れる人全員です。' },
    tenants: { title: 'テナント全体', hint: '下に書いた Microsoft Teams のテナントなど。' },
    users: { title: '指定したユーザーのみ', hint: '下に書いた人だけです。' },
  },
  audienceListLabel: 'テナントまたはユーザー',
  audienceListHint: '1 行に一つずつ書いてください。先に接続してもらう必要はありません。',
  audienceHelpTitle: 'テナントとユーザーの書き方',
  audienceHelp: [
    'テナントは ID で書きます。Microsoft Entra のテナント ID や Slack のチーム ID などです。',
    'ユーザーは channel/tenant/user の形で書きます。チャネルの名前、テナント ID、ユーザー ID の順です。',
    'Microsoft Teams のユーザー ID は、Microsoft Entra のオブジェクト ID です: msteams/テナント ID/オブジェクト ID',
    'チャネルにテナントがない場合は、その部分を空にします: telegram//ユーザー ID',
  ],
  audienceKnown: '利用を断られた人、接続済みの人、または接続をお願いしている人:',
  audienceUsersNotWhole: (users) =>
    `ユーザーは channel/tenant/user の形で書いてください。そうなっていないもの: ${users.join('、')}`,
  audienceListMissing: 'ID を 1 行に一つずつ、一つ以上入力してください。',
  audienceMissing: '使える人を選んでください。',
  audienceAction: '使える人を保存',
  stepEnable: '有効化',
  isEnabled: (name) => `${name} は有効です。ボットが使用しています。`,
  isDisabled: (name) => `${name} は無効です。ボットは ${name} が必要な依頼を断ります。設定は残ります。`,
  isNotReady: (mode) =>
    mode === 'users'
      ? '認可する人とプロファイルを上で選ぶと、使えるようになります。'
      : 'アカウントを認可すると、有効にできるようになります。',
  enable: '有効にする',
  disable: '無効にする',
  notAuthorized: '先にアカウントを認可してから、有効にしてください。',
  nobodyYet: 'このアカウントはまだ誰も使えません。上の手順で、使える人を選んでください。',
  callbackTitle: 'コールバック URL',
  callbackHint: (name) =>
    `この URL を、表示されているとおりに ${name} に登録してください。クリックすると選択できます。`,
  guideTitle: '見つけ方:',
  guideOpen: (name) => `${name} を開く`,
  scopesLabel: 'ボットが求める権限',
  moreTitle: 'その他',
  showConnections: (name) => `${name} への接続`,
  showProfiles: '認可プロファイル',
  revokeAllLink: 'すべての接続を取り消す…',
  deleteLink: '設定を削除…',
  deleteTitle: (name) => `${name} の設定を削除しますか？`,
  deleteLead: (name) => `元に戻せません。${name} はコードでの設定に戻ります。`,
  deleteStops: '使えなくなるもの',
  deleteShared: (account) =>
    `共有のアカウント ${account} をここから削除し、できる場合は製品側でも削除します。以後は誰も使えません。`,
  deleteSelection: '次の選択を削除します: 認可する人、選択したプロファイル、使える人、有効かどうか。',
  deleteStays: 'プロファイルと、各自の接続は残ります。',
  deleteAction: '設定を削除',
  revokeAllTitle: (name) => `${name} への接続をすべて取り消しますか？`,
  revokeAllLead: (count) =>
    `${count}がここで終了し、できる場合は製品側でも終了します。接続が必要な人には、もう一度接続をお願いします。`,
  revokeAllAction: 'すべて取り消す',
  countConnections: connections,
  revokedMany: (count, name) => `${name} への${connections(count)}を取り消しました。`,

  // profiles
  profilesTitle: '認可プロファイル',
  profilesLead:
    'ボットが製品にサインインする方法です。組み込みのプロファイルは連携に付属しています。独自のプロファイルは変更できます。',
  profilesOwn: '独自のプロファイル',
  profilesBuiltIn: '組み込み',
  profilesEmpty:
    '独自のプロファイルはまだありません。必要になるのは、ご自分で登録した OAuth アプリや、別のサインイン方法を使う場合だけです。',
  profilesNotFound: 'この製品には独自のプロファイルがありません。',
  newProfile: 'プロファイルを作成',
  columnProfile: 'プロファイル',
  columnKind: '認可の種類',
  columnUse: '使用先',
  columnActions: '操作',
  kind: {
    api_key: 'API キー',
    basic: 'Basic 認証',
    oauth2: 'OAuth 2.0',
    client_credentials: 'OAuth 2.0（クライアント クレデンシャル）',
  },
  kindHint: {
    api_key: '利用者または開発者が入力する一つのキーです。',
    basic: 'ユーザー名と、パスワードまたはキーです。',
    oauth2: '製品に登録したアプリを使い、各自が製品でサインインします。',
    client_credentials: 'ボット自身としてサインインするため、共有のアカウントでのみ使えます。',
  },
  draft: '下書き',
  usedBy: (uses) => {
    const parts = [...uses.setups, ...(uses.connections === 0 ? [] : [connections(uses.connections)])];
    return parts.length === 0 ? 'なし' : parts.join('、');
  },
  edit: '編集',
  test: 'テスト',
  duplicate: '複製',
  remove: '削除',
  actionOn: (name) => `: ${name}`,
  newProfileTitle: '認可プロファイルを作成',
  newProfileLead: 'どの連携のためのもので、ボットはどの方法でサインインしますか？',
  newProfileIntegration: '連携',
  newProfileKind: '認可の種類',
  newProfileNext: '続ける',
  editorTitle: (name, kind) => `${name}: ${kind} プロファイル`,
  editorLead: (integration) => `${integration} の認可プロファイルです。`,
  profileName: '名前',
  identityProviderName: 'ID プロバイダー名',
  profileNameHint: '利用者が選べる場合に、この名前が表示されます。',
  profileNameMissing: '100 文字以内の名前を入力してください。',
  profileDescription: '説明',
  baseUrlTitle: 'ベース URL',
  notationTitle: '波かっこで囲んだ名前は値に置き換わります',
  notation: {
    '{tenant}': 'は、アドレスのうち顧客ごとに異なる部分です。各自が自分のものを入力します。',
    '{{siteId}}': 'は、サインイン後に選んだサイトです。',
    '{{accessToken}}': 'は、アクセス トークンです。',
    '{{key}}': 'は、このキーのフォーム項目に入力された値です。ご自分のキーを使ってください。',
    '{{basic}}': 'は、ユーザー名とパスワードを Basic 認証用にエンコードした値です。',
  },
  checkUrlTitle: '認可の確認 URL',
  checkUrlHint: (method) => `入力内容を確認するため、ボットがこの URL を ${method} で呼び出します。`,
  clientId: 'クライアント ID',
  clientIdMissing: '製品に登録したアプリのクライアント ID を入力してください。',
  clientSecret: 'クライアント シークレット',
  clientSecretHint: '暗号化して保存し、再び表示することはありません。パブリック クライアントにはありません。',
  clientSecretKept: (ending, fingerprint) =>
    `保存済み: 末尾は ${ending}、フィンガープリントは ${fingerprint} です。そのまま使うには、空のままにしてください。`,
  authorizationUrl: '認可 URL',
  tokenUrl: 'トークン要求 URL',
  scope: 'スコープ',
  scopeHint: '空白で区切ってください。',
  refreshUrl: 'トークン更新 URL',
  refreshUrlHint: 'トークン要求 URL を使う場合は、空のままにしてください。',
  revocationUrl: '取り消し URL',
  revocationUrlHint: '接続が解除されたときに、アクセスを終了するために呼び出します（RFC 7009）。',
  revocationEnds: '取り消しで終了するもの',
  revocationEndsOptions: {
    grant: 'そのアカウントのすべてのアクセス（ほかの接続が使わなくなるまで待つ）',
    token: '送ったトークンだけ',
  },
  additionalFields: '追加の項目',
  additionalFieldsHint: '認可 URL に追加します。1 行に一つずつ: キー = 値',
  tokenFields: 'トークン要求の追加の項目',
  tokenFieldsHint: '毎回のトークン要求に追加します。1 行に一つずつ: キー = 値',
  linesProblem: '各行に、キー、等号、値が必要です。',
  advanced: '詳細設定',
  clientAuthentication: 'クライアント認証',
  clientAuthenticationOptions: {
    client_secret_post: '本文に入れる',
    client_secret_basic: 'ヘッダーに入れる（HTTP Basic）',
    none: 'シークレットなし（パブリック クライアント）',
  },
  tokenFormat: 'トークン要求の形式',
  tokenFormatOptions: { form: 'フォーム（標準）', json: 'JSON' },
  pkce: 'PKCE',
  pkceOptions: { on: 'オン（標準）', off: 'オフ: サーバーが拒否する場合のみ' },
  formFieldsTitle: 'フォーム項目',
  formFieldsLead: '利用者に入力してもらう項目です。項目を削除するには、タイトルとキーを空にしてください。',
  formFieldMore: '項目を追加',
  formField: (at) => `項目 ${number(at)}`,
  fieldTitle: '項目のタイトル',
  fieldKey: '項目のキー',
  fieldHint: '入力のヒント',
  fieldType: '項目の種類',
  fieldTypeOptions: { textbox: 'テキスト', password: 'パスワード（伏せ字）' },
  fieldMandatory: '必須',
  fieldMandatoryOptions: { yes: 'はい', no: 'いいえ' },
  userName: 'ユーザー名',
  userNameHint: 'ユーザー名の組み立て方です。例: {{email}}/token。空のままにすると、伏せ字でない最初の項目を使います。',
  passwordTemplate: 'パスワード',
  passwordTemplateHint: 'パスワードの組み立て方です。空のままにすると、最初の伏せ字の項目を使います。',
  placementsTitle: '認可の項目',
  placementsLead: '各リクエストのどこに値を入れるかを決めます。項目を削除するには、キーと値を空にしてください。',
  placementMore: '認可の項目を追加',
  placement: (at) => `認可の項目 ${number(at)}`,
  placementIn: '項目の種類',
  placementInOptions: {
    header: 'ヘッダー',
    query: 'クエリ文字列',
    body: 'ペイロード',
    path: 'パス パラメーター',
  },
  placementName: '項目のキー',
  placementValue: '項目の値',
  saveProfile: 'プロファイルを保存',
  saveDraft: '下書きとして保存',
  profileInvalid:
    'このプロファイルはまだ使えません。修正するか、下書きとして保存してください。下書きは誰にも表示されません。',
  profileProblem: (problem) => `${problem}。`,
  profileSaved: (name) => `「${name}」を保存しました。使うには、連携のページで選択してください。`,
  draftSaved: (name) => `「${name}」を下書きとして保存しました。下書きは誰にも表示されません。`,
  copyName: (name) => `${name} のコピー`,
  deleteProfileTitle: (name) => `「${name}」を削除しますか？`,
  deleteProfileLead: '元に戻せません。',
  deleteProfileUsedBy: (integration) =>
    `${integration} で選択されています。別のプロファイルを選択するまで、誰も接続できません。`,
  deleteProfileConnections: (count) =>
    `このプロファイルによる${connections(count)}がすぐに終了し、接続した人にはもう一度接続をお願いします。製品側のアクセスは、そちらで削除するまで残ります。それも終了する必要がある場合は、先に接続を取り消してください。`,
  deleteProfileUnused: 'どこでも使われていません。',
  deleteProfileAction: 'プロファイルを削除',
  testTitle: (name) => `「${name}」をテスト`,
  testLead: (integration) => `入力内容を使って、${integration} に無害な呼び出しを一度だけ行います。何も保存しません。`,
  testAction: 'テスト',
  testOAuthLead: (integration) =>
    `OAuth は、実際にサインインしてテストします。${integration} のページで「連携を事前に認可する」を選び、このプロファイルを選択して認可してください。有効にするまでは何も使われません。`,
  testOAuthLink: (integration) => `${integration} を開く`,
  testAccepted: (account) => `正常に動作しています。これは ${account} のアカウントです。`,
  testRefused: (integration) => `${integration} が入力内容を拒否しました。確認して、もう一度お試しください。`,
  testUnanswered: (integration) => `${integration} が応答しなかったため、入力内容を確認できませんでした。${LATER}`,
  testRequest: 'リクエスト',
  testResponse: 'レスポンス',
  testHeaders: 'ヘッダー',
  testBody: '本文',
  testStatus: 'ステータス',
  testMasked: '機密情報は伏せてあります。レスポンスは最初の 4,000 文字だけを表示しています。',

  // connections
  connectionsTitle: '接続',
  connectionsLead: '接続済みのアカウントとその状態です。機密情報は決して表示しません。',
  connectionsEmpty: {
    title: '接続はまだありません',
    text: '誰かがアカウントの必要なことをボットに依頼するか、開発者が連携を事前に認可すると、ここに表示されます。',
  },
  connectionsEmptyFor: (name) => `${name} には誰も接続していません。`,
  connectionsSearch: '人またはアカウント',
  connectionsNotFound: '一致する接続はありません。',
  filterIntegration: '連携',
  filterAll: 'すべて',
  filterAction: '表示',
  columnAccount: 'アカウント',
  columnOwner: '所有者',
  columnConnected: '接続日時',
  columnUsed: '最終使用',
  neverUsed: '未使用',
  connectionState: { active: '正常', needs_reauth: '再接続が必要' },
  revoke: '取り消す…',
  revokeTitle: (account, integration) => `${integration} の ${account} への接続を取り消しますか？`,
  revokeOwn: '必要になったときに、この人にもう一度接続をお願いします。',
  revokeShared: 'この共有のアカウントは誰も使えなくなります。',
  revokeAction: '取り消す',
  revoked: (account, atProduct) => {
    switch (atProduct) {
      case 'revoked':
        return `${account} をここから削除し、製品側でも取り消しました。`;
      case 'in_use':
        return `${account} をここから削除しました。このアカウントの別の接続が使っているため、製品側のアクセスは残ります。`;
      case 'queued':
        return `${account} をここから削除しました。製品が応答しなかったため、ボットが製品側での取り消しを試し続けます。`;
      case 'unsupported':
        return `${account} をここから削除しました。この製品はここから取り消せないため、製品の設定で取り消してください。`;
    }
  },
  nextPage: '次のページ',
  firstPage: '最初のページ',

  // authorizations under way
  authorizationsTitle: '進行中の認可',
  authorizationsLead: '今まさにアカウントを接続している人です。リンクは 10 分で期限切れになります。',
  authorizationsEmpty: {
    title: '現在、接続中の人はいません',
    text: 'ボットが誰かにアカウントの接続をお願いすると、完了、キャンセル、または期限切れになるまで、ここに表示されます。',
  },
  columnAskedFor: '依頼者',
  columnPurpose: '目的',
  sharedPurpose: '共有されている全員のために使う',
  columnExpires: '有効期限',
  authorizationState: {
    new: '依頼済み（未開封）',
    claimed: 'ブラウザーで開いた',
    redirected: '製品でサインイン中',
    exchanging: '完了処理中',
    quarantined: 'チャットでのコード入力待ち',
    done: '完了',
    expired: '期限切れ',
    failed: '失敗',
    cancelled: 'キャンセル済み',
    revoked: '取り消し済み',
  },
  stopAuthorization: '終了',
  stopAuthorizationOf: (person, integration) => `: ${person} さんの ${integration} へのサインイン`,
  authorizationStopped: 'サインインを終了しました。本人にはボットが伝えます。',
  authorizationOver: 'このサインインはすでに終わっていました。',
  choosingSite: (noun) => `選択中: ${noun}`,

  // the audit log
  auditLead: '誰が、いつ、何を行い、どうなったかを新しい順に示します。記録は追加されるだけで、変更されません。',
  auditFilterHint: '名前または対象をクリックすると、その記録だけを表示します。',
  auditFilter: '絞り込む',
  auditClear: 'すべて表示',

  // keys
  keysTitle: '鍵',
  keysLead:
    '保存するものをすべて暗号化する鍵です。新しいレコードは LATCHKEY_KEYS の最初の鍵で暗号化します。ほかの鍵は、以前のレコードの復号にだけ使います。',
  columnKey: '鍵',
  columnRole: '用途',
  columnRows: '暗号化しているレコード',
  keyRole: {
    seals: '新しいレコードの暗号化',
    opens: '以前のレコードの復号',
    missing: '鍵がないため、これらのレコードは読めません',
  },
  keyCanGo: 'この鍵で暗号化されたレコードはもうありません。LATCHKEY_KEYS から削除できます。',
  rotateTitle: 'ローテーション',
  rotateSteps: [
    'すべてのインスタンスで、LATCHKEY_KEYS の先頭に新しい鍵を追加し、再起動します。',
    'ボタンを押します。ボットを動かしたまま、すべてを新しい鍵で暗号化し直します。',
    '古い鍵で暗号化されたものがなくなったら、LATCHKEY_KEYS から削除します。',
  ],
  rotateAction: '最初の鍵ですべてを暗号化し直す',
  rotateNothing:
    'すべてがすでに最初の鍵で暗号化されています。ローテーションするには、その前に新しい鍵を追加してください。',
  rotated: (resealed) =>
    `完了しました。${number(resealed)} 件のレコードを暗号化し直しました。何も暗号化していない鍵は削除できます。`,
  rotationUnfinished:
    '完了していません。別のプロセスが、まだ古い鍵で暗号化しています。すべてのプロセスに新しい鍵を設定してから、もう一度ボタンを押してください。',

  // the operator's own account
  accountTitle: 'ご自分のアカウント',
  accountLead: (name) => `${name} としてサインインしています。`,
  changePasswordTitle: 'パスワードの変更',
  currentPassword: '現在のパスワード',
  changePasswordAction: 'パスワードを変更',
  passwordChanged: 'パスワードを変更しました。ほかの場所ではすべてサインアウトしました。',
  noPassword: '会社のアカウントでサインインしているため、ここにパスワードはありません。',
  sessionsTitle: 'サインインしている場所',
  columnBrowser: 'ブラウザー',
  columnStarted: '開始',
  thisSession: '現在のセッション',
  endSession: '終了',
  endOthers: 'ほかをすべて終了',
  sessionEnded: 'セッションを終了しました。',

  // all developers
  developersLink: 'このコンソールの開発者一覧',
  developersTitle: '開発者',
  developersLead: 'このコンソールにアカウントを持つ人の一覧です。全員が同じ操作を行えます。',
  columnSignInWay: 'サインイン方法',
  columnSignedIn: '最終サインイン',
  signInWay: {
    password: 'パスワード',
    company: '会社のアカウント',
    company_refused: '会社のアカウント（openId.allowed で許可されなくなりました）',
  },
  signedInUnknown: '不明',
  thisIsYou: 'あなたです',
  removeDeveloper: '削除…',
  removeDeveloperTitle: (name) => `${name} を削除しますか？`,
  removeDeveloperLead: 'このコンソールのアカウントを削除します。この人が行った設定は残ります。',
  removeSessions: 'この人のセッションはすべて直ちに終了します。共有アカウントの認可が途中の場合は、それも終了します。',
  removeComesBack:
    'この人は openId.allowed にまだ含まれています。そこからも外してボットを再起動してください。そうしないと、再びサインインできてしまいます。',
  removeLastPassword:
    'パスワードでサインインする人がいなくなります。設定の openId を残してください。なくすと、誰もサインインできなくなります。',
  removeDeveloperAction: '削除',
  developerRemoved: (name) => `${name} を削除し、すべての場所からサインアウトさせました。`,
  removeOneself: (alone) => ({
    title: '自分自身は削除できません',
    text: alone
      ? 'アカウントを持つのはあなただけで、最後のアカウントは削除できません。引き継ぐ場合は、openId.allowed でほかの人を許可してください。その人がサインインすれば、あなたのアカウントを削除できます。'
      : '自分のアカウントは削除できません。ほかの開発者に依頼してください。',
  }),
};

/** The bot's name, or what a bot without a name is called. */
function bot(name: string): string {
  return name === UNNAMED_BOT ? 'このボット' : name;
}

function connections(count: number): string {
  return `${number(count)} 件の接続`;
}
