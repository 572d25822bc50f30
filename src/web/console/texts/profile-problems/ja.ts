import type { ProfileProblems } from './profile-problem.ts';

export const japaneseProfileProblems: ProfileProblems = {
  'the base URL needs a field <name>': 'ベース URL にはフィールド <name> が必要です',
  'the base URL needs it, so it cannot be optional': 'このフィールドがないとベース URL が完成しません',
  'no field provides <name>': '<name> の値を渡すフィールドがありません',
  'it must be one scope, without spaces': 'スコープは 1 つずつ、空白なしで入力してください',
  'the protocol sets it': 'これはプロトコルが自動的に設定します',
  'a bot that authorizes itself needs a secret': 'ボット自身を認可するにはシークレットが必要です',
  'it is missing: enter the client id of the OAuth app': '未入力です。OAuth アプリのクライアント ID を入力してください',
  'it is missing: enter the client secret of the OAuth app':
    '未入力です。OAuth アプリのクライアントシークレットを入力してください',
  'it is empty': '未入力です',
  '<name> is an address: start with it': '<name> はアドレス全体です。これで始めてください',
  '<name> is a whole host here: write <address>': '<name> はここではホスト全体です。<address> と入力してください',
  '<name> decides the host: list its hosts': '<name> でアドレスが始まっています。使用できるホストを指定してください',
  'it must be an absolute https address, without a user name and without #':
    'https の完全なアドレスを、ユーザー名と # なしで入力してください',
  'a loopback address is only for a sandbox: set allowInsecureLoopback':
    'このコンピューターはサンドボックス専用です。allowInsecureLoopback を設定してください',
  'it must be https': 'https でなければなりません',
  'it must not contain a port': 'ポートは指定できません',
  '<host> is not a public host, so no request may go there': '<host> は公開ホストではないため、要求を送信できません',
  'the host must end in a fixed domain, as in https://{tenant}.example.com':
    'ホストは https://{tenant}.example.com のように固定のドメインで終わる必要があります',
  'the field <name> is part of a host, so it needs a pattern':
    'フィールド <name> はホストの一部なので、パターンが必要です',
  '<braces> has no meaning in an address': 'アドレスの中の <braces> には意味がありません',
  '<name> is not a known name; known names: none': '<name> はここでは使えません。使える名前はありません',
  '<name> is not a known name; known names: <names>': '<name> はここでは使えません。使えるのは <names> です',
  '{tenant} needs a `tenant` that says what people enter':
    '{tenant} にはテナントが必要です。`tenant` で何を尋ねるか指定してください',
  'another field has this key': 'このキーは別のフィールドで使われています',
  'use letters, digits and _ only, and start with a letter': '英字で始め、英字、数字、_ だけを使ってください',
  '<name> is reserved: use another name': '<name> には特別な意味があります。別の名前を使ってください',
  'another placement has this <place>': '同じ名前の指定がほかにあります（<place>）',
  'no placement contains the credential: use <names>': '資格情報がどこにも入っていません。<names> を使ってください',
  'write <name>': '<name> と入力してください',
  'it is not a header name': 'ヘッダー名として使えません',
  'a credential must not set this header': 'このヘッダーは資格情報では設定できません',
  'it needs revocationUrl': '取り消し用の URL が必要です',
  'add <scope>: without it <product> gives no refresh token':
    '<scope> を追加してください。ないと <product> は更新トークンを発行しません',
  'people are offered it, but with it the bot itself signs in':
    'ユーザー用に選択されていますが、これはボット自身がサインインするプロファイルです',
  'the API <api> needs a field <name>': 'API <api> にはフィールド <name> が必要です',
  'the API <api> needs it, so it cannot be optional': 'API <api> にはこのフィールドが欠かせません',
  'a secret must not be part of the base URL, which errors and logs contain: use a placement in the path, or make the field a textbox':
    'エラーやログに残るため、秘密の値をベース URL に含めることはできません。パスに配置するか、フィールドの種類を textbox にしてください',
  'a secret must not be part of the API <api>, which errors and logs contain: use a placement in the path, or make the field a textbox':
    'エラーやログに残るため、秘密の値を API <api> のアドレスに含めることはできません。パスに配置するか、フィールドの種類を textbox にしてください',
  'a header cannot have this value': 'ヘッダーにこの値は使えません',
};
