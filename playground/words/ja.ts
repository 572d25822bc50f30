import type { PlaygroundWords } from './playground-words.ts';

export const japanese: PlaygroundWords = {
  lang: 'ja',
  dir: 'ltr',
  greetings: [
    'こんにちは',
    'おはよう',
    'おはようございます',
    'こんばんは',
    'やあ',
    '何ができますか',
    '何ができるの',
    'メニュー',
  ],
  thanks: ['ありがとう', 'ありがとうございます', 'ありがとうございました', 'どうも', '助かりました'],
  products: ['製品一覧', '製品', 'すべての製品'],

  welcome: (name) =>
    `${name}さん、こんにちは。Jira や Zendesk などの製品のアカウントを、このチャットの中で操作できます。何をしましょうか。詳しくは *ヘルプ* と入力してください。`,
  youAreWelcome: 'どういたしまして。',
  notUnderstood: 'すみません、わかりませんでした。できることは *ヘルプ* で確認できます。次から選ぶこともできます。',
  canDo: '次のことができます。',
  canConnect: (count, examples) =>
    `ほかにも ${count} 個の製品に接続できます（例: ${examples.join(' · ')}）。*製品一覧* と入力するとすべて表示します。`,
  always: (product) =>
    `*接続一覧* で接続中の製品を表示します。*${product}に接続* と *${product}を切断* で変更でき、*キャンセル* はいつでも使えます。`,
  canAlsoDo: 'ほかの製品では次のことができます。',
  onlyConnect: (names) => `次の製品は接続だけできます: ${names}`,
  connect: (product) => `${product}に接続`,

  notReached: 'ボットに接続できないため、届きませんでした。もう一度お試しください。',
  notTaken: (status) => `ボットの応答が ${status} だったため、届きませんでした。もう一度お試しください。`,

  personalChat: '個人チャット',
  groupChat: (name) => `グループチャット「${name}」`,
  youAre: (name) => `${name}さんとして参加中`,
  beSomebodyElse: (name) => `${name}さんとして参加中。別の人として開く`,
  chats: 'チャット',
  languages: '言語',
  openAs: (name) => `${name}さんとして開く`,
  openGroup: 'グループチャットを開く',
  openGroupAs: (name) => `このグループを${name}さんとして開く`,
  openOwn: '自分の個人チャットを開く',
  chatWith: (bot) => `${bot} とのチャット`,
  placeholder: (bot) => `${bot} へのメッセージ`,
  needsScript: 'チャットには JavaScript が必要です。このページで許可してから再読み込みしてください。',
  reconnecting: '接続が切れました。再接続しています…',
  notLoaded: 'チャットを読み込めませんでした。再読み込みしてください。',
};
