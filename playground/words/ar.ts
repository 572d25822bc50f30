import type { PlaygroundWords } from './playground-words.ts';

export const arabic: PlaygroundWords = {
  lang: 'ar',
  dir: 'rtl',
  greetings: [
    'مرحبا',
    'مرحبًا',
    'أهلا',
    'أهلًا',
    'السلام عليكم',
    'صباح الخير',
    'مساء الخير',
    'ماذا تستطيع أن تفعل',
    'ماذا يمكنك أن تفعل',
    'القائمة',
  ],
  thanks: ['شكرا', 'شكرًا', 'شكرا جزيلا', 'شكرا لك', 'ألف شكر', 'أشكرك'],
  products: ['المنتجات', 'كل المنتجات', 'جميع المنتجات'],

  welcome: (name) =>
    `مرحبًا \u2068${name}\u2069! أعمل مع حساباتك في Jira وZendesk ومنتجات أخرى، هنا في المحادثة. ماذا أفعل؟ قل *مساعدة* لمعرفة المزيد.`,
  youAreWelcome: 'على الرحب والسعة!',
  notUnderstood: 'لم أفهم ذلك. قل *مساعدة* لمعرفة ما أستطيع فعله، أو اختر من هذه:',
  canDo: 'هذا ما أستطيع فعله لك:',
  canConnect: (count, examples) =>
    `أستطيع أيضًا ربط منتجات أخرى (${count})، مثلًا: ${examples.join(' · ')}. قل *المنتجات* لعرضها كلها.`,
  always: (product) =>
    `تعرض *الاتصالات* ما تم ربطه، ويغيّره *اربط ${product}* و*افصل ${product}*، ويمكنك قول *إلغاء* في أي وقت.`,
  canAlsoDo: 'هذا ما أستطيع فعله في منتجات أخرى:',
  onlyConnect: (names) => `وهذه أستطيع ربطها فقط: ${names}.`,
  connect: (product) => `اربط ${product}`,

  notReached: 'تعذر الوصول إلى البوت، فلم تصل رسالتك. يُرجى المحاولة مرة أخرى.',
  notTaken: (status) => `كانت استجابة البوت ${status}، فلم تصل رسالتك. يُرجى المحاولة مرة أخرى.`,

  personalChat: 'محادثة شخصية',
  groupChat: (name) => `محادثة جماعية «\u2068${name}\u2069»`,
  youAre: (name) => `أنت \u2068${name}\u2069`,
  beSomebodyElse: (name) => `أنت \u2068${name}\u2069. الدردشة كشخص آخر`,
  chats: 'المحادثات',
  languages: 'اللغات',
  openAs: (name) => `فتح باسم \u2068${name}\u2069`,
  openGroup: 'فتح المحادثة الجماعية',
  openGroupAs: (name) => `فتح هذه المجموعة باسم \u2068${name}\u2069`,
  openOwn: 'فتح محادثتي الشخصية',
  chatWith: (bot) => `محادثة مع ${bot}`,
  placeholder: (bot) => `رسالة إلى ${bot}`,
  needsScript: 'تحتاج المحادثة إلى JavaScript. يُرجى السماح به لهذه الصفحة ثم إعادة تحميلها.',
  reconnecting: 'انقطع الاتصال، تجري إعادة الاتصال…',
  notLoaded: 'تعذر تحميل المحادثة. يُرجى إعادة تحميل الصفحة.',
};
