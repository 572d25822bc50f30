import { arabicAuditTexts } from '../../../audit-words/texts/ar.ts';
import { grammarOf } from '../../../languages/grammar.ts';
import { UNNAMED_BOT } from '../../../languages/unnamed-bot.ts';
import type { ConsoleTexts } from './console-texts.ts';

const { plural, number, duration } = grammarOf('ar');

const NOTHING_CHANGED = 'لم يتغير شيء.';
const NOTHING_SAVED = 'لم يُحفظ أي شيء.';
const LATER = 'حاول مرة أخرى بعد بضع دقائق.';

/**
 * Modern Standard Arabic; buttons are verbal nouns. A sentence never begins with the name of a product or an account, and what is written
 * from left to right, such as a path, is isolated.
 */
export const arabicConsoleTexts: ConsoleTexts = {
  ...arabicAuditTexts,
  lang: 'ar',
  dir: 'rtl',
  brand: 'وحدة تحكم Latchkey',
  footer: 'محمي بواسطة Latchkey',
  errorPrefix: 'خطأ: ',
  errorTitle: 'يُرجى التحقق من هذا',
  optional: 'اختياري',
  skip: 'الانتقال إلى المحتوى',
  navLabel: 'وحدة التحكم',
  languageLabel: 'اللغة',
  sections: {
    integrations: 'التكاملات',
    profiles: 'ملفات التفويض',
    connections: 'الاتصالات',
    authorizations: 'عمليات التفويض الجارية',
    audit: 'سجل التدقيق',
    keys: 'المفاتيح',
  },
  signedInAs: 'حسابك:',
  signOut: 'تسجيل الخروج',
  cancel: 'إلغاء',
  back: 'رجوع',
  toStart: 'الانتقال إلى الصفحة الرئيسية لوحدة التحكم',
  copy: 'نسخ',
  copied: 'تم النسخ',
  none: 'لا شيء',

  // messages that any page can show
  notFound: { title: 'الصفحة غير موجودة', text: 'هذه الصفحة غير موجودة، أو لم تعد موجودة.' },
  foreignForm: {
    title: 'لا يمكن استخدام هذا النموذج',
    text: `إنه قديم جدًا، أو لم يُرسَل من وحدة التحكم هذه. ${NOTHING_CHANGED} افتح الصفحة من جديد وكرّر التغيير.`,
  },
  signedOut: {
    title: 'تم تسجيل خروجك',
    text: `${NOTHING_CHANGED} سجّل الدخول وكرّر التغيير.`,
  },
  conflict: {
    title: 'تغيّر في هذه الأثناء',
    text: 'غيّر شخص آخر هذا بينما كانت الصفحة مفتوحة لديك، لذلك لم يُحفظ تغييرك. افتح الصفحة من جديد.',
  },
  tooMany: (seconds) => ({
    title: 'يُرجى الانتظار',
    text: `الطلبات كثيرة جدًا. مدة الانتظار: ${duration(seconds)}.`,
  }),
  restarting: {
    title: 'لحظة من فضلك',
    text: 'يعيد البوت التشغيل الآن. أعد تحميل هذه الصفحة بعد ثوانٍ.',
  },
  failed: (ref) => ({
    title: 'حدث خطأ',
    text: `حدث خطأ هنا (${ref}). ${NOTHING_CHANGED} تجد التفاصيل في السجل تحت هذا المرجع.`,
  }),

  // signing in
  signInTitle: 'تسجيل الدخول',
  signInLead: (name) => `لمطوّري ${bot(name)}.`,
  nameLabel: 'الاسم',
  passwordLabel: 'كلمة المرور',
  signInAction: 'تسجيل الدخول',
  signedOutNow: 'تم تسجيل خروجك.',
  signInRefused: 'الاسم أو كلمة المرور غير صحيحة.',
  signInWait: (seconds) =>
    `كلمات المرور الخاطئة كثيرة جدًا. حاول مرة أخرى بعد انتهاء مدة الانتظار: ${duration(seconds)}.`,
  openIdAction: 'تسجيل الدخول بحساب شركتك',
  openIdOr: 'أو بكلمة مرور',
  openIdMoving: { title: 'جارٍ الانتقال إلى تسجيل الدخول لشركتك', text: 'إذا لم يحدث شيء، فاستخدم الرابط.' },
  openIdMovingAction: 'المتابعة إلى تسجيل الدخول',
  openIdRefused: 'غير مسموح لحساب شركتك بتسجيل الدخول هنا. اطلب ممن أعدّ وحدة التحكم السماح بذلك.',
  openIdFailed: 'تعذر تسجيل الدخول بحساب شركتك. حاول مرة أخرى.',
  openIdCancelled: `ألغيت تسجيل الدخول بحساب شركتك. ${NOTHING_CHANGED}`,
  openIdUnreachable: `لا يستجيب تسجيل الدخول لشركتك الآن. ${LATER}`,
  openIdMisconfigured: (reason) =>
    `لا تتوافق إعدادات وحدة التحكم مع تسجيل الدخول لشركتك (${reason}). تحقق من openId.issuer و clientId و clientSecret ومن عنوان إعادة التوجيه (redirect URI) المسجّل هناك.`,

  // first run
  setupTitle: 'إعداد وحدة التحكم',
  setupLead: (name) => `لا يملك أحد حسابًا هنا بعد. اختر اسمًا وكلمة مرور لإدارة ${bot(name)}.`,
  setupTokenLabel: 'رمز الإعداد',
  setupTokenHint: 'تجده في سجل البوت. يعمل مرة واحدة، لمدة 30 دقيقة.',
  setupTokenRefused:
    'رمز الإعداد هذا خاطئ أو منتهي الصلاحية أو مستخدَم من قبل، أو استُبدل عند تشغيل لاحق. أعد تشغيل البوت للحصول على رمز جديد.',
  setupNameHint: 'مثل عنوان بريدك الإلكتروني.',
  newPasswordLabel: 'كلمة المرور الجديدة',
  newPasswordHint: 'لا تقل عن 12 حرفًا. أربع كلمات أو أكثر تشكّل كلمة مرور جيدة، والأفضل كلمة مرور من مدير كلمات المرور.',
  repeatLabel: 'كلمة المرور الجديدة مرة أخرى',
  setupAction: 'إنشاء الحساب وتسجيل الدخول',
  passwordsDiffer: 'كلمتا المرور غير متطابقتين.',
  passwordProblem: (reason) => {
    switch (reason) {
      case 'too_short':
        return 'يجب ألا تقل كلمة المرور عن 12 حرفًا.';
      case 'too_long':
        return 'يجب ألا تزيد كلمة المرور على 128 حرفًا.';
      case 'common':
        return 'هذه من أكثر كلمات المرور شيوعًا. اختر غيرها.';
      case 'contains_name':
        return 'يجب ألا تحتوي كلمة المرور على اسمك.';
      default:
        return 'لا يمكن استخدام كلمة المرور هذه. اختر غيرها.';
    }
  },
  nameProblem: 'يجب أن يتكون الاسم من حرفين إلى 100 حرف.',
  notSetUp: {
    title: 'لم يكتمل الإعداد بعد',
    text: 'لا يملك أحد حسابًا هنا بعد. كتب البوت رابط الإعداد في سجله عند بدء التشغيل. افتح ذلك الرابط: يعمل مرة واحدة، لمدة 30 دقيقة. أعد تشغيل البوت للحصول على رابط جديد.',
  },

  // proving one's identity again
  proofLabel: 'كلمة مرورك',
  proofHint: 'نطلبها لأن هذا لا يمكن التراجع عنه، أو لأنه يمنح آخرين الوصول.',
  proofMissing: 'أدخل كلمة مرورك للمتابعة.',
  proofWrong: 'كلمة المرور هذه غير صحيحة.',
  proofByCompany: 'يتطلب هذا أن تكون قد سجّلت الدخول بحساب شركتك خلال آخر خمس دقائق.',
  proofByCompanyAction: 'تأكيد هويتك',
  proofTitle: 'تأكيد هويتك',
  proofLead: 'سجّل الدخول بحساب شركتك مرة أخرى. ستعود بعدها إلى هذه الصفحة.',

  // integrations
  integrationsTitle: 'التكاملات',
  integrationsLead: (name) => `المنتجات التي يعمل معها ${bot(name)} ويستخدم حساباتها.`,
  integrationsInUse: 'قيد الاستخدام',
  integrationsOthers: 'لم تُستخدم بعد',
  searchLabel: 'البحث عن منتج',
  searchAction: 'بحث',
  searchAll: 'عرض الكل',
  searchNothing: (search) => `لا يوجد منتج باسم «${search}». يمكنك إضافة أي منتج بتعريف تكتبه بنفسك.`,
  catalogTitle: 'في الفهرس',
  catalogLead: 'منتجات يمكنك إضافتها إلى هذا البوت. يكتب كل أمر منتجًا واحدًا في مجلد التكاملات لديك.',
  columnWays: 'طرق الربط',
  columnVerified: 'المقارنة بوثائقه',
  columnAdd: 'الإضافة',
  catalogVerified: (on, unverified) =>
    unverified === 0
      ? `${on}، كاملة`
      : `${on}، ${plural(unverified, {
          one: 'معلومة واحدة غير موجودة هناك',
          two: 'معلومتان غير موجودتين هناك',
          few: '# معلومات غير موجودة هناك',
          many: '# معلومة غير موجودة هناك',
          other: '# معلومة غير موجودة هناك',
        })}`,
  integrationsEmpty: {
    title: 'لا توجد تكاملات بعد',
    text: 'أضف تكاملًا في الشيفرة: \u2066createAuthorizer({ integrations: [ … ] })\u2069. سيظهر هنا بعد التشغيل التالي.',
  },
  state: {
    not_configured: 'غير معدّ',
    configured: 'معدّ',
    enabled: 'مفعّل',
    needs_attention: 'يحتاج إلى اهتمام',
  },
  stateNote: ({ state, mode, name, profiles }) => {
    switch (state) {
      case 'enabled':
        return mode === 'users'
          ? `يُطلب من كل شخص ربط حسابه الخاص في ${name} أثناء المحادثة عند الحاجة إليه.`
          : `يستخدم كل من تشاركه معهم حسابًا واحدًا في ${name}.`;
      case 'configured':
        return 'كل شيء جاهز، لكن التكامل معطّل. فعّله أدناه.';
      case 'needs_attention':
        return mode === 'users'
          ? 'لم يعد ملف التفويض المحدد موجودًا. حدد ملفًا آخر.'
          : `لم يعد الحساب المشترك في ${name} يعمل، أو لم يعد ملف التفويض المحدد موجودًا. نفّذ التفويض من جديد.`;
      case 'not_configured':
        if (mode === 'users' && profiles.length > 0) {
          return profiles.every(({ grant }) => grant === 'client_credentials')
            ? 'يسجّل البوت الدخول بهويته هو عن طريق ملفات هذا التكامل، لذلك لا يمكن أن يُطلب من الأشخاص حساب. نفّذ التفويض المسبق، أو أنشئ ملفًا يناسب الأشخاص.'
            : 'لم يُحدَّد ملف تفويض بعد. حدد ملفًا أدناه.';
        }
        return mode === 'users'
          ? 'لا يوجد ملف تفويض بعد. أنشئ ملفًا أولًا.'
          : `لم يُفوَّض أي حساب في ${name} بعد. اتبع الخطوات أدناه.`;
    }
  },
  accountAt: (account, place) => `${account} في ${place}`,
  columnIntegration: 'التكامل',
  columnState: 'الحالة',
  columnWho: 'من يمنح التفويض',
  whoAuthorizes: (mode, account, audience) => {
    if (mode === 'users') return 'كل شخص، أثناء المحادثة';
    return account === undefined ? 'أنت، مسبقًا' : `بالحساب ${account}، لصالح: ${audience}`;
  },
  mode: {
    preauthorized: {
      title: 'تفويض التكامل مسبقًا',
      hint: 'تربط الآن حسابًا واحدًا، ويستخدمه من تختارهم.',
    },
    users: {
      title: 'السماح للمستخدمين بتفويض التكامل',
      hint: 'يربط كل شخص حسابًا خاصًا به أثناء المحادثة.',
    },
  },
  stepWho: 'من يمنح التفويض',
  stepWhoLegend: 'التفويض',
  stepProfileLegend: 'تحديد ملف التفويض',
  profileEach: 'ترك الاختيار لكل شخص',
  profileEachHint: (ways) => `من الملفات المضمّنة: ${ways}.`,
  builtIn: 'مضمّن',
  systemApp: 'بالتطبيق المعدّ في الشيفرة',
  ownProfile: 'خاص بك',
  saveWho: 'حفظ من يمنح التفويض',
  createProfile: 'إنشاء ملف جديد',
  profileMissing: 'حدد الملف الذي يُستخدم للتفويض.',
  profileNotForPeople:
    'يسجّل البوت الدخول بهويته هو عن طريق هذا الملف، لذلك لا يمكن أن يُطلب من الأشخاص حساب. حدد ملفًا آخر، أو اربط حسابًا مشتركًا واحدًا.',
  offlineTitle: (name) => `هل تريد تعطيل ${name} في الوقت الحالي؟`,
  offlineLead: 'يحتاج التفويض المسبق أولًا إلى حساب تفوّضه، ثم تعيد التفعيل.',
  offlineUntil: (name) => `حتى ذلك الحين يرفض البوت كل ما يحتاج إلى ${name}.`,
  offlineOwn: (name) => `لن يتمكن الأشخاص من استخدام حساباتهم الخاصة في ${name} مع البوت. تبقى اتصالاتهم محفوظة.`,
  offlineAction: 'التعطيل ثم التفويض المسبق',
  stepAuthorize: 'التفويض',
  stepAuthorizeLead: (name) => `اربط الحساب الذي سيستخدمه الآخرون في ${name}.`,
  authorizeByOAuth: (name) => `تسجّل الدخول إلى ${name} ثم تعود إلى هنا.`,
  authorizeAction: (name) => `التفويض في ${name}`,
  authorizeKeyAction: 'تفويض',
  authorizeAgain: 'التفويض من جديد، أو بحساب آخر',
  authorized: (account) => `تم التفويض باسم ${account}.`,
  authorizedOtherwise: (account) =>
    `تم التفويض باسم ${account}، لكن ليس بالملف المحدد. نفّذ التفويض من جديد لاستخدام هذا الملف.`,
  authorizedEnds: (product, day, why) =>
    why === 'unused'
      ? `ينهي ${product} هذا الوصول في ${day} (UTC) إذا لم يستخدمه أحد قبل ذلك. أي إجراء به يؤجل هذا الموعد.`
      : `ينهي ${product} هذا الوصول في ${day} (UTC). نفّذ التفويض من جديد قبل ذلك.`,
  authorizedDead: (account) => `لم يعد الحساب ${account} يعمل. نفّذ التفويض من جديد.`,
  authorizeRefused: (name) => `رفض ${name} ما أُدخل. ${NOTHING_SAVED}`,
  authorizeUnreachable: (name) => `لم يستجب ${name}. ${NOTHING_SAVED} ${LATER}`,
  authorizeUnknownTenant: (name) => `لا يوجد تطبيق مسجّل لعنوان ${name} هذا. سجّل تطبيقًا، أو حدد ملفًا آخر.`,
  authorizeOtherHost: (host) =>
    `يعود المتصفح إلى ${host} بعد تسجيل الدخول، لذلك لا يعمل هذا إلا من وحدة التحكم على ذلك العنوان. افتح وحدة التحكم هناك.`,
  movingTitle: (name) => `جارٍ الانتقال إلى ${name}`,
  movingText: 'إذا لم يحدث شيء، فاستخدم الزر.',
  stepAudience: 'من يمكنه استخدامه',
  stepAudienceLead: (account) =>
    `يعمل البوت باسم ${account} لكل من تختاره هنا. يذكر البوت في المحادثة صاحب الحساب الذي استخدمه.`,
  audienceLegend: 'من يمكنه استخدامه',
  audience: {
    nobody: { title: 'لا أحد بعد', hint: 'الإعداد الافتراضي.' },
    everyone: { title: 'جميع المستخدمين', hint: 'كل من يستطيع مراسلة البوت.' },
    tenants: { title: 'مستأجرون بأكملهم', hint: 'مثل مستأجري Microsoft Teams المذكورين أدناه.' },
    users: { title: 'المستخدمون المذكورون فقط', hint: 'الأشخاص المذكورون أدناه.' },
  },
  audienceListLabel: 'المستأجرون أو المستخدمون',
  audienceListHint: 'واحد في كل سطر. لا يلزم أن يكون الأشخاص قد ربطوا شيئًا قبل ذلك.',
  audienceHelpTitle: 'طريقة كتابة المستأجرين والمستخدمين',
  audienceHelp: [
    'يُكتب المستأجر بمعرّفه، مثل معرّف المستأجر في Microsoft Entra أو معرّف الفريق في Slack.',
    'يُكتب المستخدم بالصيغة \u2066channel/tenant/user\u2069: اسم القناة، ثم معرّف المستأجر، ثم معرّف المستخدم.',
    'في Microsoft Teams يكون معرّف المستخدم هو معرّف الكائن (object ID) في Microsoft Entra: \u2066msteams/TENANT ID/OBJECT ID\u2069.',
    'إذا لم يكن للقناة مستأجرون، فاترك ذلك الجزء فارغًا: \u2066telegram//USER ID\u2069.',
  ],
  audienceKnown: 'أشخاص طلبوا ورُفضوا، أو مرتبطون، أو طُلب منهم الربط:',
  audienceUsersNotWhole: (users) =>
    `اكتب كل مستخدم بالصيغة \u2066channel/tenant/user\u2069. ما لا يطابقها: ${users.map(isolated).join('، ')}`,
  audienceListMissing: 'أدخل معرّفًا واحدًا على الأقل، واحدًا في كل سطر.',
  audienceMissing: 'اختر من يمكنه استخدامه.',
  audienceAction: 'حفظ من يمكنه استخدامه',
  stepEnable: 'التفعيل',
  isEnabled: (name) => `تم تفعيل ${name}: يستخدمه البوت.`,
  isDisabled: (name) => `تم تعطيل ${name}: يرفض البوت الطلبات التي تحتاج إليه. يبقى الإعداد محفوظًا.`,
  isNotReady: (mode) =>
    mode === 'users' ? 'يمكن استخدامه بعد أن تختار أعلاه من يمنح التفويض وبأي ملف.' : 'يمكن تفعيله بعد تفويض حساب.',
  enable: 'تفعيل',
  disable: 'تعطيل',
  notAuthorized: 'فوّض حسابًا أولًا، ثم فعّله.',
  nobodyYet: 'لا يمكن لأحد استخدام الحساب بعد. اختر من يمكنه ذلك في الخطوة أعلاه.',
  callbackTitle: 'عنوان العودة (Callback URL)',
  callbackHint: (name) => `سجّل هذا العنوان في ${name} كما هو معروض تمامًا. انقر عليه لتحديده.`,
  guideTitle: 'أين تجده:',
  guideOpen: (name) => `فتح ${name}`,
  scopesLabel: 'الأذونات التي يطلبها البوت',
  moreTitle: 'المزيد',
  showConnections: (name) => `الاتصالات مع ${name}`,
  showProfiles: 'ملفات التفويض',
  revokeAllLink: 'إبطال جميع الاتصالات…',
  deleteLink: 'حذف الإعداد…',
  deleteTitle: (name) => `هل تريد حذف إعداد ${name}؟`,
  deleteLead: (name) => `لا يمكن التراجع عن ذلك. يعود ${name} إلى الإعدادات الموجودة في الشيفرة.`,
  deleteStops: 'ما يتوقف عن العمل',
  deleteShared: (account) =>
    `يُزال الحساب المشترك ${account} هنا، وفي المنتج حيث أمكن. لن يتمكن أحد من استخدامه بعد ذلك.`,
  deleteSelection: 'تُحذف هذه الاختيارات: من يمنح التفويض، والملف المحدد، ومن يمكنه الاستخدام، وحالة التفعيل.',
  deleteStays: 'تبقى ملفات التفويض والاتصالات الخاصة بالأشخاص.',
  deleteAction: 'حذف الإعداد',
  revokeAllTitle: (name) => `هل تريد إبطال جميع الاتصالات مع ${name}؟`,
  revokeAllLead: (count) => `سينتهي هنا، وفي المنتج حيث أمكن: ${count}. يُطلب ممن يحتاج إلى اتصال أن يربطه من جديد.`,
  revokeAllAction: 'إبطال الكل',
  countConnections: connections,
  revokedMany: (count, name) => `تم الإبطال في ${name}: ${connections(count)}.`,

  // profiles
  profilesTitle: 'ملفات التفويض',
  profilesLead: 'طريقة تسجيل دخول البوت إلى المنتج. تأتي الملفات المضمّنة مع التكامل، ويمكنك تغيير ملفاتك الخاصة.',
  profilesOwn: 'ملفاتك الخاصة',
  profilesBuiltIn: 'المضمّنة',
  profilesEmpty:
    'ليست لديك ملفات خاصة بعد. لا تحتاج إليها إلا لاستخدام تطبيق OAuth سجّلته بنفسك، أو طريقة أخرى لتسجيل الدخول.',
  profilesNotFound: 'ليس لديك ملف خاص لهذا المنتج.',
  newProfile: 'إنشاء ملف',
  columnProfile: 'الملف',
  columnKind: 'نوع التفويض',
  columnUse: 'يستخدمه',
  columnActions: 'الإجراءات',
  kind: {
    api_key: 'مفتاح API',
    basic: 'مصادقة Basic',
    oauth2: 'OAuth 2.0',
    client_credentials: 'OAuth 2.0، بيانات اعتماد العميل',
  },
  kindHint: {
    api_key: 'مفتاح واحد يُدخله الشخص أو تُدخله أنت.',
    basic: 'اسم مستخدم مع كلمة مرور أو مفتاح.',
    oauth2: 'يسجّل الأشخاص الدخول في المنتج، بتطبيق سجّلته هناك.',
    client_credentials: 'يسجّل البوت الدخول بهويته هو، لذلك لا يصلح هذا إلا للحسابات المشتركة.',
  },
  draft: 'مسودة',
  usedBy: (uses) => {
    const parts = [...uses.setups, ...(uses.connections === 0 ? [] : [connections(uses.connections)])];
    return parts.length === 0 ? 'لا شيء' : parts.join('، ');
  },
  edit: 'تعديل',
  test: 'اختبار',
  duplicate: 'تكرار',
  remove: 'حذف',
  actionOn: (name) => ` ${name}`,
  newProfileTitle: 'إنشاء ملف تفويض',
  newProfileLead: 'لأي تكامل هو، وكيف يسجّل البوت الدخول؟',
  newProfileIntegration: 'التكامل',
  newProfileKind: 'نوع التفويض',
  newProfileNext: 'متابعة',
  editorTitle: (name, kind) => `ملف تفويض ${name}: ${kind}`,
  editorLead: (integration) => `ملف تفويض للتكامل مع ${integration}.`,
  profileName: 'الاسم',
  identityProviderName: 'اسم موفّر الهوية',
  profileNameHint: 'يرى الأشخاص هذا الاسم عندما يمكنهم الاختيار.',
  profileNameMissing: 'أدخل اسمًا لا يزيد على 100 حرف.',
  profileDescription: 'الوصف',
  baseUrlTitle: 'العنوان الأساسي (Base URL)',
  notationTitle: 'الأسماء بين الأقواس المعقوفة تحل محلها قيم',
  notation: {
    '{tenant}': 'هو الجزء الخاص بالعميل من العنوان. يُدخل كل شخص الجزء الخاص به.',
    '{{siteId}}': 'هو الموقع الذي اختير بعد تسجيل الدخول.',
    '{{accessToken}}': 'هو رمز الوصول (access token).',
    '{{key}}': 'هو ما أُدخل في حقل النموذج الذي له هذا المفتاح. استخدم مفاتيح حقولك.',
    '{{basic}}': 'هو اسم المستخدم وكلمة المرور بالترميز المطلوب لمصادقة Basic.',
  },
  checkUrlTitle: 'عنوان URL للتحقق من التفويض',
  checkUrlHint: (method) => `يستدعي البوت هذا العنوان بالطريقة ${method} للتحقق مما أُدخل.`,
  clientId: 'معرّف العميل (Client ID)',
  clientIdMissing: 'أدخل معرّف العميل للتطبيق الذي سجّلته في المنتج.',
  clientSecret: 'سر العميل (Client Secret)',
  clientSecretHint: 'يُحفظ مشفّرًا ولا يُعرض مرة أخرى أبدًا. ليس للعميل العام سر.',
  clientSecretKept: (ending, fingerprint) =>
    `محفوظ: ينتهي بـ ${isolated(ending)}، وبصمته ${isolated(fingerprint)}. اتركه فارغًا للاحتفاظ به.`,
  authorizationUrl: 'عنوان URL للتفويض',
  tokenUrl: 'عنوان URL لطلب الرمز المميز',
  scope: 'النطاق (Scope)',
  scopeHint: 'افصل بينها بمسافات.',
  refreshUrl: 'عنوان URL لتجديد الرمز المميز',
  refreshUrlHint: 'اتركه فارغًا لاستخدام عنوان طلب الرمز المميز.',
  revocationUrl: 'عنوان URL للإبطال',
  revocationUrlHint: 'يُستدعى لإنهاء الوصول عندما يفصل أحد حسابه (RFC 7009).',
  revocationEnds: 'ما ينهيه الإبطال',
  revocationEndsOptions: {
    grant: 'كل وصول للحساب، لذلك يُنتظر حتى لا يستخدمه اتصال آخر',
    token: 'الرمز المميز المرسَل فقط',
  },
  additionalFields: 'حقول إضافية',
  additionalFieldsHint: 'تُضاف إلى عنوان التفويض. واحد في كل سطر: \u2066key = value\u2069',
  tokenFields: 'حقول إضافية لطلب الرمز المميز',
  tokenFieldsHint: 'تُضاف إلى كل طلب للرمز المميز. واحد في كل سطر: \u2066key = value\u2069',
  linesProblem: 'يحتاج كل سطر إلى مفتاح وعلامة يساوي وقيمة.',
  advanced: 'إعدادات إضافية',
  clientAuthentication: 'مصادقة العميل',
  clientAuthenticationOptions: {
    client_secret_post: 'في نص الطلب',
    client_secret_basic: 'في الترويسة (HTTP Basic)',
    none: 'بلا سر (عميل عام)',
  },
  tokenFormat: 'تنسيق طلب الرمز المميز',
  tokenFormatOptions: { form: 'نموذج (القياسي)', json: 'JSON' },
  pkce: 'PKCE',
  pkceOptions: { on: 'مفعّل (القياسي)', off: 'معطّل: فقط إذا رفضه الخادم' },
  formFieldsTitle: 'حقول النموذج',
  formFieldsLead: 'ما يُطلب من الأشخاص إدخاله. لإزالة حقل امسح عنوانه ومفتاحه.',
  formFieldMore: 'إضافة حقل',
  formField: (at) => `الحقل ${number(at)}`,
  fieldTitle: 'عنوان الحقل',
  fieldKey: 'مفتاح الحقل',
  fieldHint: 'تلميح المساعدة',
  fieldType: 'نوع الحقل',
  fieldTypeOptions: { textbox: 'مربع نص', password: 'كلمة مرور (مخفية)' },
  fieldMandatory: 'إلزامي',
  fieldMandatoryOptions: { yes: 'نعم', no: 'لا' },
  userName: 'اسم المستخدم',
  userNameHint: 'ما يتكون منه اسم المستخدم، مثل \u2066{{email}}/token\u2069. اتركه فارغًا لاستخدام أول حقل غير مخفي.',
  passwordTemplate: 'كلمة المرور',
  passwordTemplateHint: 'ما تتكون منه كلمة المرور. اتركها فارغة لاستخدام أول حقل مخفي.',
  placementsTitle: 'حقول التفويض',
  placementsLead: 'أين توضع القيم في كل طلب. لإزالة حقل امسح مفتاحه وقيمته.',
  placementMore: 'إضافة حقل تفويض',
  placement: (at) => `حقل التفويض ${number(at)}`,
  placementIn: 'نوع الحقل',
  placementInOptions: {
    header: 'ترويسة (Header)',
    query: 'سلسلة الاستعلام (Query String)',
    body: 'نص الطلب (Payload)',
    path: 'معلمة المسار (Path Param)',
  },
  placementName: 'مفتاح الحقل',
  placementValue: 'قيمة الحقل',
  saveProfile: 'حفظ الملف',
  saveDraft: 'حفظ كمسودة',
  profileInvalid: 'لا يمكن أن يعمل هذا الملف بعد. صحّحه أو احفظه كمسودة. لا تُعرض المسودات على أحد.',
  profileProblem: (problem) => `${problem}.`,
  profileSaved: (name) => `تم حفظ «${name}». حدده في صفحة التكامل لاستخدامه.`,
  draftSaved: (name) => `تم حفظ «${name}» كمسودة. لا تُعرض المسودات على أحد.`,
  copyName: (name) => `نسخة من ${name}`,
  deleteProfileTitle: (name) => `هل تريد حذف «${name}»؟`,
  deleteProfileLead: 'لا يمكن التراجع عن ذلك.',
  deleteProfileUsedBy: (integration) =>
    `هذا الملف محدد للتكامل مع ${integration}: لن يتمكن أحد من الربط هناك حتى تحدد ملفًا آخر.`,
  deleteProfileConnections: (count) =>
    `ينتهي فورًا ما تم ربطه بهذا الملف (${connections(count)}): يُطلب من أصحابه الربط من جديد. يبقى الوصول في المنتج حتى يُزال هناك، لذلك أبطل الاتصالات أولًا إذا كان يجب أن ينتهي أيضًا.`,
  deleteProfileUnused: 'لا يستخدمه شيء.',
  deleteProfileAction: 'حذف الملف',
  testTitle: (name) => `اختبار «${name}»`,
  testLead: (integration) => `يُجري استدعاءً واحدًا غير ضار إلى ${integration} بما تُدخله. لا يُحفظ أي شيء.`,
  testAction: 'اختبار',
  testOAuthLead: (integration) =>
    `يُختبر OAuth بتسجيل الدخول: اختر «تفويض التكامل مسبقًا» في صفحة ${integration}، وحدد هذا الملف ثم نفّذ التفويض. لا يُستخدم شيء قبل أن تفعّله.`,
  testOAuthLink: (integration) => `فتح ${integration}`,
  testAccepted: (account) => `إنه يعمل. هذا هو الحساب ${account}.`,
  testRefused: (integration) => `رفض ${integration} ما أدخلته. تحقق منه وحاول مرة أخرى.`,
  testUnanswered: (integration) => `لم يستجب ${integration}، لذلك لم يتم التحقق مما أدخلته. ${LATER}`,
  testRequest: 'الطلب',
  testResponse: 'الاستجابة',
  testHeaders: 'الترويسات',
  testBody: 'النص',
  testStatus: 'الحالة',
  testMasked: 'الأسرار مخفية. لا يُعرض من الاستجابة إلا أول 4000 حرف.',

  // connections
  connectionsTitle: 'الاتصالات',
  connectionsLead: 'الحسابات المرتبطة وحالاتها. لا تُعرض الأسرار أبدًا.',
  connectionsEmpty: {
    title: 'لا توجد اتصالات بعد',
    text: 'تظهر عندما يطلب أحد من البوت شيئًا يحتاج إلى حساب، أو عندما تفوّض تكاملًا مسبقًا.',
  },
  connectionsEmptyFor: (name) => `لم يربط أحد ${name}.`,
  connectionsSearch: 'شخص أو حساب',
  connectionsNotFound: 'لا يوجد اتصال مطابق.',
  filterIntegration: 'التكامل',
  filterAll: 'الكل',
  filterAction: 'عرض',
  columnAccount: 'الحساب',
  columnOwner: 'المالك',
  columnConnected: 'وقت الربط',
  columnUsed: 'آخر استخدام',
  neverUsed: 'لم يُستخدم بعد',
  connectionState: { active: 'يعمل', needs_reauth: 'يحتاج إلى إعادة الربط' },
  revoke: 'إبطال…',
  revokeTitle: (account, integration) => `هل تريد إبطال ${account} في ${integration}؟`,
  revokeOwn: 'يُطلب من هذا الشخص الربط من جديد عند الحاجة.',
  revokeShared: 'لن يتمكن أحد من استخدام هذا الحساب المشترك بعد ذلك.',
  revokeAction: 'إبطال',
  revoked: (account, atProduct) => {
    switch (atProduct) {
      case 'revoked':
        return `أُزيل ${account} هنا، وأُبطل في المنتج أيضًا.`;
      case 'in_use':
        return `أُزيل ${account} هنا. يبقى الوصول في المنتج: فهناك اتصال آخر بهذا الحساب يستخدمه.`;
      case 'queued':
        return `أُزيل ${account} هنا. لم يستجب المنتج؛ سيواصل البوت محاولة إبطاله هناك.`;
      case 'unsupported':
        return `أُزيل ${account} هنا. لا يتيح المنتج إبطاله من هنا: أبطله في إعدادات المنتج.`;
    }
  },
  nextPage: 'الصفحة التالية',
  firstPage: 'الصفحة الأولى',

  // authorizations under way
  authorizationsTitle: 'عمليات التفويض الجارية',
  authorizationsLead: 'الأشخاص الذين يربطون حسابًا الآن. تنتهي صلاحية الروابط بعد عشر دقائق.',
  authorizationsEmpty: {
    title: 'لا أحد يربط حسابًا الآن',
    text: 'عندما يطلب البوت حسابًا من أحد، يظهر ذلك هنا حتى يكتمل أو يُلغى أو تنتهي صلاحيته.',
  },
  columnAskedFor: 'صاحب الطلب',
  columnPurpose: 'الغرض',
  sharedPurpose: 'العمل لصالح كل من شورك معهم',
  columnExpires: 'انتهاء الصلاحية',
  authorizationState: {
    new: 'طُلب ولم يُفتح بعد',
    claimed: 'فُتح في متصفح',
    redirected: 'تسجيل الدخول جارٍ في المنتج',
    exchanging: 'جارٍ الإكمال',
    quarantined: 'بانتظار الرمز في المحادثة',
    done: 'اكتمل',
    expired: 'انتهت صلاحيته',
    failed: 'فشل',
    cancelled: 'أُلغي',
    revoked: 'أُبطل',
  },
  stopAuthorization: 'إنهاء',
  stopAuthorizationOf: (person, integration) => ` تسجيل دخول ${person} إلى ${integration}`,
  authorizationStopped: 'تم إنهاء تسجيل الدخول، ويخبر البوت الشخص بذلك.',
  authorizationOver: 'كان تسجيل الدخول هذا قد انتهى بالفعل.',
  choosingSite: (noun) => `قيد الاختيار: ${noun}`,

  // the audit log
  auditLead: 'من فعل ماذا ومتى وكيف انتهى. الأحدث أولًا. تُضاف المدخلات ولا تُغيَّر أبدًا.',
  auditFilterHint: 'انقر على اسم أو موضوع لعرض مدخلاته فقط.',
  auditFilter: 'تصفية',
  auditClear: 'عرض الكل',

  // keys
  keysTitle: 'المفاتيح',
  keysLead:
    'المفاتيح التي تشفّر كل ما يُخزَّن. تُشفَّر السجلات الجديدة بأول مفتاح في LATCHKEY_KEYS، ولا تُستخدم المفاتيح الأخرى إلا لفك تشفير السجلات الأقدم.',
  columnKey: 'المفتاح',
  columnRole: 'الاستخدام',
  columnRows: 'السجلات المشفّرة به',
  keyRole: {
    seals: 'يشفّر السجلات الجديدة',
    opens: 'يفك تشفير السجلات الأقدم',
    missing: 'مفقود: لا يمكن قراءة هذه السجلات',
  },
  keyCanGo: 'لم يعد أي سجل مشفّرًا به. يمكنك إزالته من LATCHKEY_KEYS.',
  rotateTitle: 'تدوير المفاتيح',
  rotateSteps: [
    'أضف مفتاحًا جديدًا قبل المفاتيح الأخرى في LATCHKEY_KEYS على كل مثيل، ثم أعد تشغيل جميع المثيلات.',
    'اضغط على الزر: يُعاد تشفير كل شيء بالمفتاح الجديد بينما يستمر البوت في العمل.',
    'عندما لا يبقى شيء مشفّر بالمفتاح القديم، أزله من LATCHKEY_KEYS.',
  ],
  rotateAction: 'إعادة تشفير كل شيء بالمفتاح الأول',
  rotateNothing: 'كل شيء مشفّر بالمفتاح الأول بالفعل. لتدوير المفاتيح أضف مفتاحًا جديدًا قبله.',
  rotated: (resealed) =>
    `تم. ${plural(resealed, {
      one: 'أُعيد تشفير سجل واحد.',
      two: 'أُعيد تشفير سجلين.',
      few: 'أُعيد تشفير # سجلات.',
      many: 'أُعيد تشفير # سجلًا.',
      other: 'أُعيد تشفير # سجل.',
    })} يمكنك إزالة المفاتيح التي لا تشفّر شيئًا.`,
  rotationUnfinished:
    'لم يكتمل: ما زالت عملية أخرى تشفّر بمفتاح أقدم. أعطِ كل العمليات المفتاح الجديد، ثم اضغط على الزر مرة أخرى.',

  // the operator's own account
  accountTitle: 'حسابك',
  accountLead: (name) => `سجّلت الدخول باسم ${name}.`,
  changePasswordTitle: 'تغيير كلمة المرور',
  currentPassword: 'كلمة المرور الحالية',
  changePasswordAction: 'تغيير كلمة المرور',
  passwordChanged: 'تم تغيير كلمة المرور، وتم تسجيل خروجك من كل مكان آخر.',
  noPassword: 'تسجّل الدخول بحساب شركتك، لذلك لا توجد كلمة مرور هنا.',
  sessionsTitle: 'أماكن تسجيل دخولك',
  columnBrowser: 'المتصفح',
  columnStarted: 'منذ',
  thisSession: 'هذه الجلسة',
  endSession: 'إنهاء',
  endOthers: 'إنهاء كل الجلسات الأخرى',
  sessionEnded: 'تم إنهاء الجلسة.',

  // all developers
  developersLink: 'كل مطوّري وحدة التحكم هذه',
  developersTitle: 'المطوّرون',
  developersLead: 'كل من لديه حساب في وحدة التحكم هذه. لهم جميعًا الصلاحيات نفسها هنا.',
  columnSignInWay: 'طريقة تسجيل الدخول',
  columnSignedIn: 'آخر تسجيل دخول',
  signInWay: {
    password: 'كلمة مرور',
    company: 'حساب الشركة',
    company_refused: 'حساب شركة لم يعد openId.allowed يسمح به',
  },
  signedInUnknown: 'غير معروف',
  thisIsYou: 'هذا أنت',
  removeDeveloper: 'إزالة…',
  removeDeveloperTitle: (name) => `هل تريد إزالة ${name}؟`,
  removeDeveloperLead: 'يُحذف حساب هذا المطوّر في وحدة التحكم. يبقى ما أعدّه كما هو.',
  removeSessions: 'تنتهي جميع جلسات هذا المطوّر فورًا، وكذلك أي تفويض لحساب مشترك لم يُكمله بعد.',
  removeComesBack:
    'ما زال هذا المطوّر مدرجًا في openId.allowed. أزله من هناك أيضًا وأعد تشغيل البوت، وإلا فسيمكنه تسجيل الدخول من جديد.',
  removeLastPassword:
    'لن يبقى أحد يسجّل الدخول بكلمة مرور. أبقِ openId في الإعدادات، وإلا فلن يتمكن أحد من تسجيل الدخول.',
  removeDeveloperAction: 'إزالة',
  developerRemoved: (name) => `تمت إزالة ${name} وتسجيل خروجه من كل مكان.`,
  removeOneself: (alone) => ({
    title: 'لا يمكنك إزالة نفسك',
    text: alone
      ? 'أنت المطوّر الوحيد هنا، ولا يمكن إزالة الحساب الأخير. لتسليم وحدة التحكم، اسمح لشخص آخر في openId.allowed. بعد أن يسجّل الدخول يمكنه إزالتك.'
      : 'لا يمكنك إزالة حسابك. اطلب ذلك من مطوّر آخر.',
  }),
};

/** The bot's name, or what a bot without a name is called. */
function bot(name: string): string {
  return name === UNNAMED_BOT ? 'هذا البوت' : name;
}

function connections(count: number): string {
  return plural(count, {
    one: 'اتصال واحد',
    two: 'اتصالان',
    few: '# اتصالات',
    many: '# اتصالًا',
    other: '# اتصال',
  });
}

/** Kept from left to right within a sentence. */
function isolated(text: string): string {
  return `\u2066${text}\u2069`;
}
