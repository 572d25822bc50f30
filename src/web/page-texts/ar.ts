import { grammarOf } from '../../languages/grammar.ts';
import { UNNAMED_BOT } from '../../languages/unnamed-bot.ts';
import type { EndReason } from '../../model/authorization.ts';
import type { FieldProblem } from '../../model/field.ts';
import type { Ending, PageTexts } from './page-texts.ts';

const grammar = grammarOf('ar');

const CHANNELS: Readonly<Record<string, string>> = {
  msteams: 'Microsoft Teams',
  webchat: 'Web Chat',
  directline: 'Web Chat',
  slack: 'Slack',
  telegram: 'Telegram',
  facebook: 'Messenger',
  line: 'LINE',
  sms: 'الرسائل النصية',
  email: 'البريد الإلكتروني',
  emulator: 'Bot Framework Emulator',
};

const GONE = 'انتهت صلاحية هذا الرابط أو استُخدم من قبل أو حلّ محله رابط أحدث. اطلب مني مرة أخرى وسأرسل رابطًا جديدًا.';
const OTHER_BROWSER = 'فُتح هذا الرابط في متصفح آخر. أوقفته حفاظًا على أمانك. اطلب مني رابطًا جديدًا.';
const NOTHING_SAVED = 'لم يُحفظ أي شيء.';
const RETRY = 'قل «إعادة المحاولة» في المحادثة للمحاولة مرة أخرى.';

export const arabicPageTexts: PageTexts = {
  lang: 'ar',
  dir: 'rtl',
  errorPrefix: 'خطأ: ',
  footer: 'محمي بواسطة Latchkey',
  brand: bot,
  minutes: grammar.minutes,
  channel: (id) => (Object.hasOwn(CHANNELS, id) ? (CHANNELS[id] ?? id) : id),

  connectTitle: ({ integrationName, botName }) => `ربط ${integrationName} مع ${bot(botName)}`,
  connectLead: ({ integrationName, botName, purpose }) =>
    `يحتاج ${bot(botName)} إلى الوصول إلى ${integrationName} من أجل \u2068${purpose}\u2069.`,
  ownerLabel: 'صاحب الطلب',
  inChannel: (channel) => `في ${channel}`,
  connectConsequence: ({ integrationName, botName, ownerName }) =>
    `إذا تابعت، فسيتمكن ${bot(botName)} من استخدام حسابك في ${integrationName} لتنفيذ ما يطلبه ${ownerName}.`,
  permissionsLabel: ({ botName }) => `سيتمكن ${bot(botName)} من`,
  keyPermissions: ({ integrationName }) => `ما يسمح به مفتاحك أو حسابك في ${integrationName}`,
  connectCaution: ({ botName }) => `إذا لم تطلب هذا من ${bot(botName)} في محادثتك الخاصة، فأغلق هذه الصفحة.`,
  nextLabel: 'ماذا يحدث بعد ذلك',
  nextSignIn: ({ integrationName }) => `تسجّل الدخول إلى ${integrationName} وتسمح بالوصول.`,
  nextEnterKey: ({ integrationName }) => `تُدخل بياناتك في ${integrationName} في الصفحة التالية.`,
  nextCode: 'يعرض لك هذا المتصفح رمزًا.',
  nextTypeCode: ({ botName }) => `تكتب الرمز في محادثتك مع ${bot(botName)} فيتابع العمل.`,
  nextDone: ({ botName }) => `يتابع ${bot(botName)} في محادثتك.`,
  connectAction: ({ integrationName, leavesFor }) =>
    leavesFor === 'product' ? `المتابعة إلى ${integrationName}` : 'متابعة',
  linkExpiry: (minutes) => `يمكن استخدام هذه الصفحة مرة واحدة. الوقت المتبقي: ${minutes}.`,
  phoneTitle: 'المتابعة على هاتفك',
  phoneText: 'امسح هذا الرمز بكاميرا هاتفك ثم تابع هناك. يحتوي على رابط هذه الصفحة، وهو لك وحدك: لا تُره لأحد غيرك.',
  phoneLabel: 'رمز QR يحتوي على رابط هذه الصفحة',

  movingTitle: (integrationName) => `جارٍ الانتقال إلى ${integrationName}`,
  movingText: 'إذا لم يحدث شيء، فاستخدم الزر.',
  movingAction: (integrationName) => `المتابعة إلى ${integrationName}`,

  formTitle: ({ integrationName }) => `أدخل بياناتك في ${integrationName}`,
  formLead: ({ integrationName, botName, purpose }) =>
    `يحتاج ${bot(botName)} إلى الوصول إلى ${integrationName} من أجل \u2068${purpose}\u2069.`,
  formOptional: 'اختياري',
  formPrivacy: ({ integrationName, botName }) =>
    `يتحقق ${bot(botName)} من هذا لدى ${integrationName} ويحفظه مشفّرًا. لن يُعرض مرة أخرى أبدًا، ولا حتى في المحادثة.`,
  formManage: (integrationName) => `فتح ${integrationName} للبحث عنه`,
  formAction: 'ربط',
  formErrorTitle: 'يُرجى التحقق من هذا',
  fieldProblem: (field, reason) =>
    reason === 'missing' ? `يُرجى إدخال: ${field.title}.` : `هذا لا يصلح لـ «${field.title}»: ${PROBLEMS[reason]}.`,
  keyRefused: (integrationName, triesLeft, elsewhere = []) =>
    `رفض ${integrationName} هذا المفتاح. ${NOTHING_SAVED}${perhaps(elsewhere)} ${grammar.plural(triesLeft, {
      one: 'بقيت لك محاولة واحدة.',
      two: 'بقيت لك محاولتان.',
      few: 'بقيت لك # محاولات.',
      many: 'بقيت لك # محاولة.',
      other: 'بقيت لك # محاولة.',
    })}`,
  unreachable: (integrationName) => `لا يستجيب ${integrationName} الآن. ${NOTHING_SAVED} حاول مرة أخرى بعد بضع دقائق.`,

  siteTitle: (noun) => `اختر: ${noun}`,
  siteLead: ({ integrationName, botName, noun }) =>
    `يصل حسابك في ${integrationName} إلى أكثر من مكان (${noun}). سيستخدم ${bot(botName)} ما تختاره فقط.`,
  siteMissing: (noun) => `اختر واحدًا للمتابعة: ${noun}.`,
  siteAction: 'متابعة',

  codeTitle: 'اكتب هذا الرمز في محادثتك',
  codeLabel: 'رمزك',
  copyAction: 'نسخ الرمز',
  copyDone: 'تم النسخ',
  codeTypedAction: 'كتبته',
  codeRule: (botName) => `اكتب هذا الرمز في محادثتك مع ${bot(botName)} فقط. لن يطلبه منك أحد غيره.`,
  accountLabel: (integrationName) => `حساب ${integrationName}`,
  siteLabel: 'الموقع',
  codeExpiry: (minutes) => `مدة صلاحية الرمز المتبقية: ${minutes}.`,
  notYouTitle: 'لست أنت، أو ليس حسابك؟',
  notYouText: ({ botName, minutes }) =>
    `أغلق هذه الصفحة ولا تعطِ الرمز لأحد. ما لم يُكتب الرمز لا يستطيع ${bot(botName)} استخدام أي شيء، وسيُحذف كل شيء بعد انتهاء الوقت المتبقي: ${minutes}.`,
  manageAction: (integrationName) => `إدارة الوصول في ${integrationName}`,

  connectedTitle: (integrationName) => `تم ربط ${integrationName}`,
  connectedText: ({ integrationName, account }) => `تم ربط ${integrationName} باسم ${account}.`,
  workingTitle: 'لحظة من فضلك',
  workingText: (integrationName) => `جارٍ الإكمال مع ${integrationName}. ستتابع هذه الصفحة تلقائيًا.`,
  workingAction: 'التحقق مرة أخرى',

  ended: (why, { integrationName, botName, ref }) =>
    ENDINGS[why](integrationName, bot(botName), ref === undefined ? '' : ` (${ref})`),
  askContact: (contact) => `للاستفسار: ${contact}.`,
  backToChat: (botName) => `يمكنك إغلاق هذه الصفحة والعودة إلى محادثتك مع ${bot(botName)}.`,
  sharedText: ({ integrationName, botName, account }) =>
    `يستطيع ${bot(botName)} العمل باسم ${account} في ${integrationName}. اختر الآن لمن يكون ذلك.`,
  sharedEnded: (why, integrationName) =>
    SHARED_ENDINGS[why]?.(integrationName) ?? `لم يكتمل تسجيل الدخول إلى ${integrationName}. ${NOTHING_SAVED}`,
  backToConsole: 'العودة إلى وحدة التحكم',

  goneTitle: 'لا يمكن استخدام هذا الرابط',
  gone: GONE,
  unknownTenantTitle: 'غير معدّ لهذا العنوان',
  unknownTenant: (integrationName) =>
    `لست معدًّا لعنوان ${integrationName} هذا. تحقق منه، أو اطلب من المسؤولين عني تسجيله.`,
  inUseTitle: 'قيد الاستخدام في متصفح آخر',
  inUse:
    'هذا الرابط قيد الاستخدام بالفعل في متصفح آخر، لذلك لا يمكنك استخدامه هنا. لم يتغير شيء. تابع في المتصفح الآخر على أي جهاز كان. إذا لم يكن هناك متصفح آخر، فهذا المتصفح ينسى ما أعطيه: قل «رابط جديد» في المحادثة وافتح ذلك الرابط في متصفحك المعتاد.',
  otherBrowserTitle: 'توقف حفاظًا على أمانك',
  otherBrowser: OTHER_BROWSER,
  returned: ({ integrationName }) =>
    `عدت من ${integrationName} في متصفح غير الذي بدأت فيه. لبعض التطبيقات متصفح خاص ينسى كل شيء. أوقفته حفاظًا على أمانك. ${NOTHING_SAVED}`,
  returnedSteps: ({ botName }) => [
    `اضغط على الزر. سأرسل رابطًا جديدًا مرة واحدة إلى المحادثة مع ${bot(botName)}.`,
    'افتح ذلك الرابط في متصفحك المعتاد، مثل Safari أو Chrome أو Edge أو Firefox: اضغط عليه مطولًا ثم اختر فتحه في المتصفح.',
    'ابق في ذلك المتصفح حتى يعرض لك الرمز.',
  ],
  returnedAction: 'إرسال رابط جديد إلى المحادثة',
  newLinkTitle: 'انظر في محادثتك',
  newLink: (botName) =>
    `الرابط الجديد في محادثتك مع ${bot(botName)}، أو سيصل بعد لحظة. افتحه في متصفحك المعتاد. إذا لم يكن هناك، فقل «إعادة المحاولة» في المحادثة.`,
  failedTitle: 'حدث خطأ',
  failed: (ref) => `حدث خطأ من جهتي (${ref}). عُد إلى المحادثة لترى ما تم.`,
  restartingTitle: 'لحظة من فضلك',
  restarting: 'أنا أعيد التشغيل. لم يُفقد شيء. أعد تحميل هذه الصفحة بعد ثوانٍ.',
  tooManyTitle: 'يُرجى الانتظار',
  tooMany: (minutes) => `الطلبات كثيرة جدًا. مدة الانتظار: ${minutes}.`,
  unavailableTitle: 'الصفحة غير متاحة',
  unavailable: 'هذه الصفحة غير متاحة. عُد إلى المحادثة.',
};

const ENDINGS: Readonly<Record<EndReason, (product: string, name: string, ref: string) => Ending>> = {
  expired: () => ({ title: 'فات الأوان', text: GONE, mayLeaveAccess: true }),
  denied: (product) => notConnected(`لم يمنح ${product} الوصول: فقد أُلغي أو رُفض هناك. ${NOTHING_SAVED} ${RETRY}`),
  admin_refused: (product, name) =>
    notConnected(
      `لم يسمح مسؤول حسابك في ${product} باستخدام ${name}. ${NOTHING_SAVED} اطلب منه السماح بذلك، ثم قل «إعادة المحاولة» في المحادثة.`,
    ),
  product_failed: (product, _name, ref) =>
    notConnected(`حدث خطأ في ${product} أثناء تسجيل الدخول${ref}. ${NOTHING_SAVED} ${RETRY}`),
  product_busy: (product, _name, ref) =>
    notConnected(
      `لا يستطيع ${product} تسجيل دخول أحد الآن${ref}. ${NOTHING_SAVED} انتظر بضع دقائق، ثم قل «إعادة المحاولة» في المحادثة.`,
    ),
  scope_refused: (product, name, ref) =>
    notConnected(`لا يمنح ${product} الأذونات التي يطلبها ${name}${ref}. ${notYourFault(name)}`),
  client_refused: (product, name, ref) =>
    notConnected(`لا يسمح ${product} بتسجيل دخول أحد عن طريق ${name}${ref}. ${notYourFault(name)}`),
  refused: (product, _name, ref) => notConnected(`لم يقبل ${product} تسجيل الدخول${ref}. ${NOTHING_SAVED} ${RETRY}`),
  unreachable: (product) => notConnected(`لا يستجيب ${product} الآن. ${NOTHING_SAVED} حاول مرة أخرى بعد بضع دقائق.`),
  misconfigured: (product, name, ref) => notConnected(`لم يقبل ${product} إعداد ${name}${ref}. ${notYourFault(name)}`),
  interrupted: () => ({
    ...notConnected(`انقطع تسجيل الدخول من جهتي. ${NOTHING_SAVED} ${RETRY}`),
    mayLeaveAccess: true,
  }),
  no_site: (product, name) => ({
    ...notConnected(
      `لا يصل هذا الحساب في ${product} إلى أي شيء يمكن أن يعمل معه ${name}. ${NOTHING_SAVED} حاول بحساب آخر.`,
    ),
    mayLeaveAccess: true,
  }),
  other_browser: () => ({ title: 'توقف حفاظًا على أمانك', text: OTHER_BROWSER }),
  cancelled: () => ({ title: 'أُلغي', text: `ألغيت ذلك في المحادثة. ${NOTHING_SAVED}`, mayLeaveAccess: true }),
  code_seen: () => ({
    title: 'كان بإمكان آخرين قراءة رمزك',
    text: 'كُتب الرمز حيث يستطيع آخرون قراءته، لذلك حذفت ما تم ربطه. اطلب مني مرة أخرى في محادثتنا الخاصة.',
    mayLeaveAccess: true,
  }),
  withdrawn: (product, name) => ({
    ...notConnected(`غيّر مسؤولو ${name} إعداد ${product}. ${NOTHING_SAVED} اطلب منهم المساعدة.`),
    mayLeaveAccess: true,
  }),
  stopped: (_product, name) => ({
    title: 'انتهى',
    text: `أنهى مسؤولو ${name} تسجيل الدخول هذا. ${NOTHING_SAVED} اسألهم، أو قل «إعادة المحاولة» في المحادثة.`,
    mayLeaveAccess: true,
  }),
  crowded_out: () => ({
    title: 'يُرجى الطلب مرة أخرى',
    text: 'طلب أشخاص كثيرون في الوقت نفسه، لذلك سُحب هذا الرابط. اطلب مرة أخرى في محادثتك.',
  }),
  superseded: () => ({
    title: 'هناك رابط أحدث',
    text: 'طلبت مرة أخرى في هذه الأثناء. استخدم أحدث رابط في محادثتك.',
    mayLeaveAccess: true,
  }),
  wrong_codes: () => ({
    title: 'الرموز الخاطئة كثيرة جدًا',
    text: 'حذفت ما تم ربطه. ابدأ من جديد عندما تكون جاهزًا.',
    mayLeaveAccess: true,
  }),
  wrong_credentials: (product) => notConnected(`رفض ${product} ما أُدخل مرات كثيرة جدًا. ${NOTHING_SAVED} ${RETRY}`),
};

const SHARED_ENDINGS: Readonly<Partial<Record<EndReason, (product: string) => string>>> = {
  denied: (product) => `لم يُسمح بالوصول في ${product}. ${NOTHING_SAVED}`,
  admin_refused: (product) => `لم يسمح مسؤول في ${product} بهذا التطبيق. ${NOTHING_SAVED}`,
  product_failed: (product) => `حدث خطأ في ${product} أثناء تسجيل الدخول. ${NOTHING_SAVED} حاول مرة أخرى.`,
  product_busy: (product) => `لا يستطيع ${product} تسجيل دخول أحد الآن. ${NOTHING_SAVED} حاول مرة أخرى بعد بضع دقائق.`,
  scope_refused: (product) => `لا يعرف ${product} أحد نطاقات (scopes) الملف أو لا يسمح به. ${NOTHING_SAVED}`,
  client_refused: (product) =>
    `لا يسمح ${product} لهذا العميل بتسجيل دخول أحد: ربما لم يُعتمد أو أوقف أو كان من نوع آخر. ${NOTHING_SAVED}`,
  misconfigured: (product) => `لم يقبل ${product} معرّف العميل أو سر العميل أو عنوان العودة في الملف. ${NOTHING_SAVED}`,
  unreachable: (product) => `لا يستجيب ${product} الآن. ${NOTHING_SAVED}`,
  no_site: (product) => `لا يصل هذا الحساب في ${product} إلى أي شيء يمكن العمل معه. ${NOTHING_SAVED}`,
};

const PROBLEMS: Readonly<Record<Exclude<FieldProblem, 'missing'>, string>> = {
  too_long: 'إنه طويل جدًا',
  not_printable: 'يحتوي على أحرف لا يمكن أن تكون جزءًا منه',
  not_a_choice: 'ليس أحد الخيارات',
  nobody_there: 'لا أحد لديه هذا العنوان هناك',
  has_colon: 'لا يمكن أن يحتوي على نقطتين رأسيتين',
  foreign_host: 'العنوان يخص منتجًا آخر',
  wrong_shape: 'تحقق من أنك نسخته كله ولا شيء غيره',
};

function notConnected(text: string): Ending {
  return { title: 'لم يتم الربط', text };
}

function notYourFault(name: string): string {
  return `${NOTHING_SAVED} ليس هذا خطأك: أخبر مسؤولي ${name}.`;
}

/** The bot's name, or what a bot without a name is called. */
function bot(botName: string): string {
  return botName === UNNAMED_BOT ? 'هذا البوت' : botName;
}

function perhaps(elsewhere: readonly string[]): string {
  if (elsewhere.length === 0) return '';
  return ` لا يعمل المفتاح إلا حيث يوجد حسابه: إذا كان ذلك ${grammar.or(elsewhere)} فاختره.`;
}
