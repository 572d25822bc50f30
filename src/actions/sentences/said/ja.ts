import type { SaidInLanguage } from './said.ts';

export const japaneseSaid: SaidInLanguage<'ja'> = {
  words: {
    'Assigned {key} to {name}': '{key} を {name} に割り当てました',
    'Assigned {key} to nobody': '{key} の担当者を外しました',
    '{key} has to be assigned to someone.': '{key} には担当者が必要です。',
    "{key} can't be assigned to {name}.": '{key} を {name} に割り当てることはできません。',
    'Your Jira account is not allowed to assign {key}.':
      'お使いの Jira アカウントには {key} を割り当てる権限がありません。',
    "There is no issue {key}, or your account can't see it.":
      '課題 {key} は存在しないか、お使いのアカウントでは表示できません。',
    "I couldn't find anyone called “{who}” to assign {key} to.":
      '{key} を割り当てられる「{who}」という人が見つかりませんでした。',
    'Several people are called “{who}”.': '「{who}」という人が複数います。',
    'Commented on {key}': '{key} にコメントしました',
    'Your Jira account is not allowed to comment on {key}.':
      'お使いの Jira アカウントには {key} にコメントする権限がありません。',
    'Created {key}': '{key} を作成しました',
    'Your Jira account is not allowed to create issues in {project}.':
      'お使いの Jira アカウントには {project} に課題を作成する権限がありません。',
    'There is no project “{project}” where you can create issues.':
      '課題を作成できるプロジェクト「{project}」はありません。',
    'The project {project} also needs a value for “{field}”.': 'プロジェクト {project} では「{field}」の値も必要です。',
    'Deleted {key}': '{key} を削除しました',
    '{key} has subtasks. Delete them first.': '{key} にはサブタスクがあります。先にそれらを削除してください。',
    'Your Jira account is not allowed to delete {key}.':
      'お使いの Jira アカウントには {key} を削除する権限がありません。',
    'Moved {key} to {status}': '{key} を「{status}」に移動しました',
    'Your Jira account is not allowed to move {key} from its status.': '{key} のステータスを変更できません。',
    "{key} can't be moved to “{status}”.": '{key} を「{status}」に移動することはできません。',
    "Jira won't move {key} to “{status}” until more fields are filled in.":
      'Jira は {key} を「{status}」に移動しません。プロジェクトでは、先にほかの項目の入力が必要です。',
    'Your Jira account is not allowed to move {key}.':
      'お使いの Jira アカウントには {key} を移動する権限がありません。',
    'Someone else is changing {key} right now. Please try again.':
      'ほかの人が {key} を変更しています。もう一度お試しください。',
    'Your Jira account is not allowed to see {key}.': 'お使いの Jira アカウントには {key} を表示する権限がありません。',
    "The project {project} doesn't use tasks.": 'プロジェクト {project} にはタスクがありません。',
    'The project {project} has no issue type called “{type}”.':
      'プロジェクト {project} には「{type}」という課題タイプがありません。',
    'Changed the {field} of {key}': '{key} の「{field}」を変更しました',
    'Your Jira account is not allowed to change {key}.':
      'お使いの Jira アカウントには {key} を変更する権限がありません。',
    "Jira doesn't accept this {field} for {key}.": 'Jira はこれを {key} の「{field}」として受け付けません。',
    'Your GitHub access does not allow comments on {issue}.':
      'お使いの GitHub アクセスでは {issue} にコメントできません。',
    "There is no issue {issue}, or your access can't reach it.":
      '課題 {issue} は存在しないか、お使いのアクセスでは開けません。',
    '{issue} was deleted.': '{issue} は削除されました。',
    'Your GitHub access does not allow creating issues in {repository}.':
      'お使いの GitHub アクセスでは {repository} に課題を作成できません。',
    "There is no repository {repository}, or your access can't reach it.":
      'リポジトリ {repository} は存在しないか、お使いのアクセスでは開けません。',
    'Issues are turned off in {repository}.': '{repository} には課題がありません。課題の機能がオフになっています。',
    "{product} doesn't accept this {field}.": '{product} はこれを「{field}」として受け付けません。',
    'Created ticket #{id}': 'チケット #{id} を作成しました',
    'Replied to ticket #{id}': 'チケット #{id} に返信しました',
    'Ticket #{id} is {status}': 'チケット #{id} のステータスは「{status}」です',
    'Your {product} account is not allowed to reply to ticket #{ticket}.':
      'お使いの {product} アカウントにはチケット #{ticket} に返信する権限がありません。',
    'Your {product} account is not allowed to change ticket #{ticket}.':
      'お使いの {product} アカウントにはチケット #{ticket} を変更する権限がありません。',
    'Your {product} account is not allowed to see ticket #{ticket}.':
      'お使いの {product} アカウントにはチケット #{ticket} を表示する権限がありません。',
    "There is no ticket #{ticket}, or your account can't see it.":
      'チケット #{ticket} は存在しないか、お使いのアカウントでは表示できません。',
    'Someone else is changing ticket #{ticket} right now. Please try again.':
      'ほかの人がチケット #{ticket} を変更しています。もう一度お試しください。',
    'Ticket #{ticket} is closed. Open a new one instead.':
      'チケット #{ticket} はクローズされています。新しいチケットを作成してください。',
    'Zendesk also needs a value for the {field}.': 'Zendesk では「{field}」の値も必要です。',
    'I found no tickets for “{words}”.': '「{words}」のチケットは見つかりませんでした。',
    'Tickets for “{words}”': '「{words}」のチケット',
    "Ticket #{ticket} didn't come by e-mail, so I can't reply to it. Please reply in Gorgias.":
      'チケット #{ticket} はメールで送られたものではないため、返信できません。Gorgias で返信してください。',
    'There is no customer with the e-mail address {email}.': 'メールアドレス {email} の顧客はいません。',
    'Added the note to {target}': '{target} にメモを追加しました',
    "There is no {target}, or your key can't see it.": '{target} は存在しないか、お使いのキーでは表示できません。',
    'Created the contact {name}': '連絡先 {name} を作成しました',
    'A contact with the e-mail address {email} already exists.': 'メールアドレス {email} の連絡先はすでにあります。',
    'Created the deal “{name}”': '商談「{name}」を作成しました',
    'I found no contact for “{who}”.': '「{who}」の連絡先は見つかりませんでした。',
    'Contacts for “{who}”': '「{who}」の連絡先',
    'I found no deal for “{name}”.': '「{name}」の商談は見つかりませんでした。',
    'Deals for “{name}”': '「{name}」の商談',
    'There is no stage called “{stage}”.': '「{stage}」というステージはありません。',
    'Form {form} is in the trash.': 'フォーム {form} はごみ箱にあります。',
    "Form {form} isn't accepting answers at the moment.": 'フォーム {form} は現在回答を受け付けていません。',
    'Your Jotform account has no form with the number {form}.':
      'お使いの Jotform アカウントには番号 {form} のフォームがありません。',
    'You have no form “{form}” in Jotform.': 'Jotform にフォーム「{form}」はありません。',
    'This form asks for a file.': 'このフォームではファイルが必要です。',
    'This form asks for a file ({title}).': 'このフォームではファイルが必要です（{title}）。',
    "This form has a question that can't be asked in a chat.":
      'このフォームには、チャットでは質問できない項目があります。',
    "This form has a question that can't be asked in a chat ({title}).":
      'このフォームには、チャットでは質問できない項目があります（{title}）。',
    'Please use your browser to fill it in.': 'ブラウザーで入力してください。',
    'Please use your browser to fill it in: {url}': 'ブラウザーで入力してください: {url}',
    'form {id}': 'フォーム {id}',
    'contact {id}': '連絡先 {id}',
    'deal {id}': '商談 {id}',
    summary: '要約',
    description: '説明',
    priority: '優先度',
    subject: '件名',
    message: 'メッセージ',
    title: 'タイトル',
    text: '本文',
    stage: 'ステージ',
    amount: '金額',
    name: '名前',
    'first name': '名',
    'e-mail address': 'メールアドレス',
    "customer's e-mail address": '顧客のメールアドレス',
    open: 'オープン',
    pending: '保留中',
    solved: '解決済み',
    nobody: '担当者なし',
    issue: '課題',
    'pull request': 'プルリクエスト',
    'No subject': '件名なし',
    Question: '質問',
    'Your GitLab access does not allow creating issues in {project}.':
      'お使いの GitLab のアクセス権では {project} に課題を作成できません。',
    "There is no project {project}, or your access can't reach it.":
      'プロジェクト {project} は存在しないか、アクセスできません。',
    'Sent to {channel}': '{channel} に送信しました',
    'Due {day}': '期限 {day}',
    'I found no page for “{words}”.': '「{words}」に一致するページは見つかりませんでした。',
    'Pages for “{words}”': '「{words}」のページ',
    'You have no workspace “{workspace}” in Asana.': 'Asana にワークスペース「{workspace}」はありません。',
    'Created in {workspace}': '{workspace} に作成しました',
  },
  counts: {
    customers: { other: '# 人の顧客' },
    submissions: { other: '# 件の回答' },
    withoutOrganizations: {
      other:
        'シングルサインオンを必要とする # 件の組織のものは含まれていません。お使いのアクセスはまだ認証されていません。',
    },
  },
};
