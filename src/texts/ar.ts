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

const { plural, and, or, date, minutes, duration } = grammarOf('ar');

/**
 * Modern Standard Arabic, with the imperatives that are usual in software. A purpose is a verbal noun: «إنشاء المهمة». A sentence never
 * begins with a product's name: clients take the direction of a line from its first letter.
 */
export const arabicTexts: Texts = {
  dir: 'rtl',
  // asking
  needsAccess: (product, purpose) => `أحتاج إلى الوصول إلى حسابك في ${product} من أجل \u2068${purpose}\u2069.`,
  connectionEnded: (product, purpose) =>
    `انتهى اتصالك مع ${product}. يُرجى الاتصال من جديد حتى أتمكن من \u2068${purpose}\u2069.`,
  needsMoreAccess: (product, purpose, permissions) =>
    `من أجل \u2068${purpose}\u2069 أحتاج إلى إذن في ${product} لا يملكه اتصالك${permissions.length === 0 ? '' : ` (${and(permissions)})`}. يُرجى الاتصال من جديد.`,
  linkAskedOnPage: (product) =>
    `عدت من ${product} في متصفح آخر، أو في تطبيق لا يحتفظ بشيء، لذلك توقفت. هذا هو الرابط الجديد الذي طلبته هناك. افتحه في متصفحك المعتاد وابق فيه حتى ترى الرمز. إذا لم تكن أنت من طلبه فقل *إلغاء*.`,
  linkExplanation: (product) =>
    `افتح الصفحة وسجّل الدخول إلى ${product}، ثم عُد بالرمز الذي تعرضه الصفحة. الرابط لك وحدك وصالح لمدة 10 دقائق.`,
  linkExplanationNoCode: (product) => `افتح الصفحة وسجّل الدخول إلى ${product}. الرابط لك وحدك وصالح لمدة 10 دقائق.`,
  keyPageExplanation: (product) =>
    `افتح الصفحة وأدخل فيها مفتاحك في ${product}، ثم عُد بالرمز الذي تعرضه الصفحة. لا تكتب المفتاح هنا. الرابط لك وحدك وصالح لمدة 10 دقائق.`,
  keyPageExplanationNoCode: (product) =>
    `افتح الصفحة وأدخل فيها مفتاحك في ${product}. لا تكتب المفتاح هنا. الرابط لك وحدك وصالح لمدة 10 دقائق.`,
  connectButton: (product) => `ربط ${product}`,
  credentialExplanation: (product) =>
    `يُرسَل ما تُدخله إلى ${product} للتحقق منه ويُحفظ مشفّرًا. قد يحتفظ سجل المحادثة بما ترسله هنا، أما الصفحة فلا تحتفظ به.`,
  submitButton: 'ربط',
  pageButton: 'الإدخال في صفحة بدلًا من ذلك',
  cardClosed: (product, how) => CLOSED_CARDS[how](product),
  fieldMissing: (title) => `يُرجى إدخال: ${title}.`,
  joined: (title, product) => `سأفعل هذا فور ربط ${product}: ${title}.`,
  inBrowser: (product) => `أنت تربط ${product} في المتصفح بالفعل. أكمل هناك، أو قل *رابط جديد* للبدء من جديد.`,
  stillWaiting: (product) => `ما زلت أنتظر أن تربط ${product}. قل *رابط جديد* لرابط آخر، أو *إلغاء* للتوقف.`,
  awaitingCode: (product) =>
    `ما زلت أنتظر رمز ${product}. اكتب الرمز الذي تعرضه الصفحة وحده، مثل BCTK-KLTK. قل *رابط جديد* للبدء من جديد، أو *إلغاء* للتوقف.`,
  stillWaitingForKey: (product) =>
    `ما زلت أنتظر أن تربط ${product}. املأ البطاقة أعلاه، أو قل *من جديد* لبطاقة أخرى، أو *إلغاء* للتوقف.`,
  connectHelp: (product) =>
    `سأتابع فور ربط ${product}: افتح الرابط، واتبع ما تطلبه الصفحة، ثم اكتب هنا الرمز الذي تعرضه. *رابط جديد* يرسل رابطًا آخر، و *إلغاء* يوقف كل شيء.`,
  connectHelpForKey: (product) =>
    `سأتابع فور ربط ${product}: املأ البطاقة أعلاه واضغط على زرها. *من جديد* يرسل بطاقة أخرى، و *إلغاء* يوقف كل شيء.`,
  whichMethod: (product) => `كيف تريد ربط ${product}؟`,
  methodEnds: (title, day, product) =>
    `سيوقف ${product} «${title}» في ${date(Date.parse(day))}. ويبقى يعمل حتى ذلك اليوم.`,
  connectPurpose: 'تنفيذ ما تطلبه مني هناك',
  groupRefused: 'لا أربط الحسابات في مجموعة يقرأ فيها آخرون. راسلني مباشرة واطلب ذلك مرة أخرى.',
  openPersonalChat: 'افتح محادثتنا',
  contact: 'مسؤول هذا البوت',
  cannotConnect: (product, why, contact) => CONNECT_REFUSALS[why](product, contact),
  notAllowed: (contact) => `غير مسموح لك باستخدام هذا هنا. للاستفسار: ${contact}.`,
  tooMany: (count) => `الطلبات كثيرة جدًا. مدة الانتظار: ${minutes(count)}.`,

  // connecting
  connected: (product, account, id) => `تم ربط ${product} باسم **${nameInChat(account)}**. لست أنت؟ اكتب *افصل ${id}*.`,
  otherSites: (sites, id) =>
    `سمحت لي أيضًا بالعمل في ${and(sites.map(nameInChat))}: قل *استخدم ${id} ${escapeMarkdown(shownName(sites[0] ?? ''))}* للانتقال إليه.`,
  trimmed: 'أزلت المسافات من حوله.',
  wrongCode: (triesLeft) =>
    triesLeft === 0
      ? 'الرموز الخاطئة كثيرة جدًا. حذفت ما تم ربطه. ابدأ من جديد عندما تكون جاهزًا.'
      : `هذا الرمز غير صحيح. ${triesLeftText(triesLeft)}`,
  noCodeAwaited: 'لا أنتظر منك أي رمز. إذا طلب منك أحد أن تكتبه هنا فلا تفعل: هذه حيلة معروفة.',
  codeSeen: (product) =>
    `يستطيع آخرون قراءة رمزك هنا، لذلك لم يعد صالحًا وحذفت ما تم ربطه. لربط ${product} اطلب ذلك مني مرة أخرى في محادثتنا الخاصة.`,
  codeOfOtherChat: (product) => `اكتب هذا الرمز في المحادثة التي طلبت فيها ${product}. لا أقبله هنا.`,
  codeOver: (product) =>
    `لم يعد رمز ${product} هذا صالحًا: فقد استُخدم من قبل أو أصبح قديمًا. إذا كان هناك شيء ناقص فاطلبه مني مرة أخرى.`,
  invalidField: (field, problem) => `هذا لا يصلح لـ «${field.title}»: ${FIELD_PROBLEMS[problem]}.`,
  credentialRefused: (product, triesLeft, elsewhere = []) =>
    triesLeft === 0
      ? `رفض ${product} هذا المفتاح. ${NOTHING_SAVED} كانت هذه آخر محاولة؛ اطلب مني مرة أخرى عندما يكون لديك المفتاح الصحيح.`
      : `رفض ${product} هذا المفتاح. ${NOTHING_SAVED}${perhaps(elsewhere)} ${triesLeftText(triesLeft)}`,
  productUnreachable: (product) => `لا يستجيب ${product} الآن. ${NOTHING_SAVED} ${LATER}`,
  attemptGone: 'لم يعد هذا متاحًا. اطلب مني مرة أخرى وسأرسل بطاقة جديدة.',
  notAskedNow: 'لا أنتظر إجابتك عن هذا السؤال.',
  typedKeyStays: 'ما زالت الرسالة التي تحتوي على مفتاحك في سجل هذه المحادثة: احذفها من هناك.',
  secretInside:
    'يبدو هذا مفتاحًا أو كلمة مرور. لقد أزلته ولم أستخدمه. املأ البطاقة أعلاه، أو أرسل المفتاح وحده إذا كانت البطاقة لا تطلب غيره. احذف رسالتك إن استطعت.',
  unaskedSecret: 'يبدو هذا سرًا لم أطلبه. لم أحتفظ به. احذف رسالتك إن استطعت، واستبدل المفتاح في المنتج الذي أصدره.',

  // endings
  ended: (product, why, ref, contact) => ENDINGS[why](product, ref ?? '', contact),
  cancelled: (what) => `حسنًا، توقفت: ${escapeMarkdown(what)}. ${NOTHING_SAVED}`,
  nothingToCancel: 'لا يوجد ما يُلغى.',

  // actions
  confirmDestructive: (product, purpose, inputs) =>
    `هل تريد فعلًا ${[`\u2068${purpose}\u2069`, inputs.length === 0 ? '' : `(${inputs.map(escapeMarkdown).join('، ')})`].filter(Boolean).join(' ')} في ${product}؟ لا يمكن التراجع عن ذلك. قل *نعم* للمتابعة.`,
  cancelledAll: (titles) => `حسنًا، توقفت: ${titles.map(escapeMarkdown).join('؛ ')}. ${NOTHING_SAVED}`,
  notDone: (purpose, product, isConnected) =>
    `حسنًا، أُلغي${purpose === undefined ? '' : ` ${purpose}`}.${isConnected ? ` يبقى ${product} مربوطًا.` : ''}`,
  working: 'لحظة من فضلك…',
  tooOld: 'طلبك السابق قديم جدًا للمتابعة. يُرجى طلبه مرة أخرى.',
  interrupted: (title) => `قوطعت أثناء تنفيذ هذا: ${title}. لا أعرف هل نجح؛ يُرجى التحقق قبل أن تطلبه مرة أخرى.`,
  stillRefused: (product) =>
    `ما زال ${product} يرفض الاتصال الذي أنشأته للتو. توقفت هنا حتى لا أطلب منك ذلك مرارًا. تحقق من صلاحياتك في ${product}.`,
  actionFailed: (product, failure, contact) =>
    failure.text ?? FAILURES[failure.why](product, failure.ref, failure.retryAfter, contact),
  retryHint: 'قل *إعادة المحاولة* للمحاولة مرة أخرى.',
  openButton: 'فتح',
  actingAs: (product, account) => `تم ذلك بحساب هذا البوت في ${product}: ${nameInChat(account)}.`,
  askInput: (title, hint) => (hint === undefined ? title : `${title} (${hint})`),
  inputProblem,
  formIntroduction: (count) =>
    `${plural(count, {
      one: 'لدي سؤال واحد لك',
      two: 'لدي سؤالان لك',
      few: 'لدي # أسئلة لك',
      many: 'لدي # سؤالًا لك',
      other: 'لدي # سؤال لك',
    })}. قل *إلغاء* للتوقف، وعندها لا يُرسَل شيء مما قلته.`,
  formProgress: (title, number, count) => `${number}/${count} ${title}`,
  formExpected: (kind, max, example) => EXPECTED[kind](max, example),
  moreItems: (count) =>
    plural(count, {
      one: '… وعنصر واحد آخر',
      two: '… وعنصران آخران',
      few: '… و# عناصر أخرى',
      many: '… و# عنصرًا آخر',
      other: '… و# عنصر آخر',
    }),
  canSay: (sentences) => `يمكنك أن تقول: ${sentences.map((one) => `«${one}»`).join('، ')}`,
  // what buttons say for the person
  sayNewLink: 'رابط جديد',
  sayStartOver: 'من جديد',
  sayCancel: 'إلغاء',
  sayRetry: 'إعادة المحاولة',
  sayYes: 'نعم',
  sayNo: 'لا',
  sayDisconnect: (named) => `افصل ${named}`,
  sayReconnect: (named) => `أعد ربط ${named}`,
  sayUse: (named) => `استخدم ${named}`,
  skip: 'تخطي',
  formPart: (part) => FORM_PARTS[part] ?? part,
  formReview: (lines) =>
    [
      'يُرجى مراجعة إجاباتك:',
      ...lines.map(({ title, answer }, at) => `${at + 1}. ${escapeMarkdown(title)}: ${escapeMarkdown(answer) || '–'}`),
      'قل *إرسال* لإرسالها، أو رقمًا لتغيير تلك الإجابة.',
    ].join('\n'),
  formChange: 'أي إجابة تريد تغييرها؟ قل رقمها، أو *إرسال* لإرسالها كما هي، أو *إلغاء* لعدم إرسال أي شيء.',
  formSend: 'إرسال',
  answerButton: 'موافق',

  // connections
  noConnections: 'لم تربط أي شيء بعد.',
  connectionsInGroup: 'لا أعرض اتصالاتك إلا في محادثة خاصة.',
  connectionsTitle: 'اتصالاتك',
  connectionState: (status) => (status === 'active' ? 'متصل' : 'يحتاج إلى إعادة الربط'),
  connectionInUse: 'قيد الاستخدام',
  whichConnection: (product) => `لديك عدة حسابات في ${product}. أيها تريد؟`,
  nowUsing: (product, account) => `حسنًا، سأستخدم في ${product} من الآن ${nameInChat(account)}.`,
  noSuchAccount: (product, names) =>
    names.length === 0
      ? `لم أجد هذا الحساب أو الموقع في ${product}.`
      : `لم أجد هذا الحساب أو الموقع في ${product}. يمكنك اختيار ${or(names.map(nameInChat))}.`,
  siteRefused: (product, site) => `لا يملك حسابك في ${product} صلاحية الوصول إلى ${nameInChat(site)}. لم يتغير شيء.`,
  siteUnreachable: (product) => `لا يستجيب ${product} الآن. لم يتغير شيء. ${LATER}`,
  notConnected: (product) => `لا يوجد اتصال مع ${product}.`,
  unknownProduct: (name) => `لا أعرف منتجًا اسمه «${nameInChat(name)}».`,
  disconnected: (product, atProduct, manageUrl) => {
    if (atProduct === 'revoked') return `أُزيل. أكّد ${product} ذلك.`;
    if (atProduct === 'in_use') return `أُزيل هنا. يبقى وصولك في ${product}: فهناك اتصال آخر بهذا الحساب يستخدمه.`;
    if (atProduct === 'queued') return `أُزيل هنا. تعذر الوصول إلى ${product}؛ سأواصل المحاولة لمدة 24 ساعة.`;
    if (manageUrl !== undefined)
      return `أُزيل هنا. لإنهاء الوصول في ${product} أيضًا، احذف هناك المفتاح أو وصول هذا البوت: ${manageUrl}`;
    return `أُزيل هنا. لإنهاء الوصول في ${product} أيضًا، احذف هناك المفتاح أو وصول هذا البوت.`;
  },
  connectionNews: (product, account, news) =>
    connectionNews(account === '' ? product : `${product} (${nameInChat(account)})`, product, news),
  somethingWrong: (ref) => `حدث خطأ من جهتي (${ref}). ربما نُفّذ ما طلبته: يُرجى التحقق قبل أن تطلبه مرة أخرى.`,
  restarting: 'أنا أعيد التشغيل الآن ولم أقرأ رسالتك. يُرجى إرسالها مرة أخرى بعد ثوانٍ.',
};

const NOTHING_SAVED = 'لم يُحفظ أي شيء.';
const LATER = 'حاول مرة أخرى بعد بضع دقائق.';

function inputProblem(problem: InputProblem): string {
  switch (problem.why) {
    case 'said':
      return problem.text;
    case 'not_a_kind':
      return NOT_A_KIND[problem.kind](problem.example);
    case 'not_whole':
      return 'يُرجى إدخال عدد صحيح.';
    case 'too_small':
      return problem.isIncluded
        ? `هذا صغير جدًا. أقل قيمة هي ${problem.limit}.`
        : `هذا صغير جدًا. يجب أن يكون أكبر من ${problem.limit}.`;
    case 'too_large':
      return problem.isIncluded
        ? `هذا كبير جدًا. أكبر قيمة هي ${problem.limit}.`
        : `هذا كبير جدًا. يجب أن يكون أقل من ${problem.limit}.`;
    case 'no_multiple':
      return `يُرجى إدخال أحد مضاعفات ${problem.of}.`;
    case 'too_short':
      return problem.limit === 1
        ? 'لا يمكن أن يكون فارغًا.'
        : `هذا قصير جدًا. الحد الأدنى لعدد الأحرف: ${problem.limit}.`;
    case 'too_long':
      return `هذا طويل جدًا. الحد الأقصى لعدد الأحرف: ${problem.limit}.`;
    case 'too_few':
      return `يُرجى إدخال ${problem.limit} على الأقل.`;
    case 'too_many':
      return `يُرجى إدخال ${problem.limit} على الأكثر.`;
    case 'too_early':
      return `هذا مبكر جدًا. أول يوم ممكن هو ${problem.limit}.`;
    case 'too_late':
      return `هذا متأخر جدًا. آخر يوم ممكن هو ${problem.limit}.`;
    case 'no_email':
      return EXPECTED.email(0, '');
    case 'no_address':
      return 'يُرجى إدخال عنوان ويب، مثل https://example.com.';
    case 'which_day':
      return 'أي يوم تقصد؟';
    case 'other':
      return 'لا أستطيع استخدام ذلك. يُرجى قوله بطريقة أخرى.';
  }
}

const ANSWER_NEEDED = 'أحتاج إلى إجابة هنا.';
const CHOOSE_ONE = 'يُرجى اختيار واحد من هذه.';
const day = (example: string) => `يُرجى إدخال يوم، مثل ${example}.`;
const time = (example: string) => `يُرجى إدخال وقت، مثل ${example}.`;

const NOT_A_KIND: Readonly<Record<Extract<InputProblem, { why: 'not_a_kind' }>['kind'], (example: string) => string>> =
  {
    text: () => ANSWER_NEEDED,
    number: (example) => `يُرجى إدخال رقم، مثل ${example}.`,
    yes_no: () => 'يُرجى قول نعم أو لا.',
    day,
    date: day,
    time,
    moment: (example) => `يُرجى إدخال يوم ووقت، مثل ${example}.`,
    choice: () => CHOOSE_ONE,
  };

const EXPECTED: Readonly<Record<FormQuestion['kind'], (max: number, example: string) => string>> = {
  text: () => ANSWER_NEEDED,
  long_text: () => ANSWER_NEEDED,
  choice: () => CHOOSE_ONE,
  choices: () => 'يُرجى اختيار واحد أو أكثر من هذه، مع فواصل بينها.',
  number: () => 'يُرجى إدخال رقم.',
  date: (_, example) => day(example),
  time: (_, example) => time(example),
  email: () => 'يُرجى إدخال عنوان بريد إلكتروني، مثل jane@example.com.',
  phone: () => 'يُرجى إدخال رقم هاتف، مثل \u2066+43 316 123456\u2069.',
  full_name: () => 'يُرجى إدخال اسمك الأول واسم العائلة.',
  address: () => 'يُرجى إدخال عنوان.',
  rating: (max) => `يُرجى إدخال رقم من 1 إلى ${max}.`,
};

const CONNECT_REFUSALS: Readonly<Record<ConnectRefusal, (product: string, contact: string) => string>> = {
  disabled: (product, contact) => `استخدام ${product} متوقف في هذا البوت حاليًا. للاستفسار: ${contact}.`,
  not_allowed: (product, contact) => `غير مسموح لك باستخدام ${product} هنا. للاستفسار: ${contact}.`,
  preauthorized: (product) => `لا تحتاج إلى ربط ${product}: لهذا البوت حسابه الخاص هناك.`,
  not_set_up: (product, contact) => `لم يُعَدّ ${product} في هذا البوت بعد. لإكمال الإعداد: ${contact}.`,
};

const CLOSED_CARDS: Readonly<Record<'connected' | 'cancelled' | 'replaced' | 'over', (product: string) => string>> = {
  connected: (product) => `تم ربط ${product}`,
  cancelled: () => 'أُلغي',
  replaced: () => 'استُبدلت ببطاقة أحدث',
  over: () => 'لم يعد متاحًا',
};

const FORM_PARTS: Readonly<Record<string, string>> = {
  first: 'الاسم الأول',
  last: 'اسم العائلة',
  street: 'الشارع',
  city: 'المدينة',
  state: 'الولاية أو المنطقة',
  postal: 'الرمز البريدي',
  country: 'البلد',
};

const FIELD_PROBLEMS: Readonly<Record<FieldProblem, string>> = {
  missing: 'إنه فارغ',
  too_long: 'إنه طويل جدًا',
  not_printable: 'يحتوي على أحرف غير صالحة',
  wrong_shape: 'طوله أو أحرفه غير مطابقة',
  not_a_choice: 'ليس أحد الخيارات',
  has_colon: 'يحتوي على نقطتين رأسيتين',
  foreign_host: 'العنوان يخص منتجًا آخر',
  nobody_there: 'لا أحد لديه هذا العنوان هناك',
};

function connectionNews(connection: string, product: string, news: News): string {
  switch (news.what) {
    case 'other_account':
      return `توقفت عن استخدام اتصالك مع ${connection}: يستجيب ${product} الآن لحساب آخر. قل *أعد ربط ${product}* لربط الحساب الصحيح.`;
    case 'ends':
      return news.why === 'unused'
        ? `ينتهي اتصالك مع ${connection} في ${date(news.at)} لأنه لم يُستخدم منذ مدة طويلة. للاحتفاظ به اطلب مني أي شيء في ${product} قبل ذلك.`
        : `ينتهي اتصالك مع ${connection} في ${date(news.at)}: يطلب ${product} تسجيل دخول جديدًا قبل ذلك. قل *أعد ربط ${product}* للاحتفاظ به.`;
    case 'not_revoked': {
      const where = news.manageUrl === undefined ? `في إعداداتك في ${product}.` : `من هنا: ${news.manageUrl}`;
      return `تعذر عليّ الوصول إلى ${product} لمدة 24 ساعة، لذلك قد يبقى وصولي إلى ${connection} مفتوحًا هناك. يُرجى إزالته ${where}`;
    }
  }
}

const RETRY = 'قل *إعادة المحاولة* للمحاولة مرة أخرى.';
const NEW_LINK = 'قل *إعادة المحاولة* للحصول على رابط جديد.';
const AFTERWARDS = 'ثم قل *إعادة المحاولة*.';

const ENDINGS: Readonly<Record<EndReason, (product: string, ref: string, contact: string) => string>> = {
  expired: (product) => `انتهت مهلة ربط ${product}. ${NOTHING_SAVED} ${RETRY}`,
  denied: (product) => `لم يمنح ${product} الوصول: فقد أُلغي أو رُفض هناك. ${NOTHING_SAVED} ${RETRY}`,
  admin_refused: (product) =>
    `لم يسمح مسؤول حسابك في ${product} بهذا البوت. ${NOTHING_SAVED} اطلب منه السماح به، ثم قل *إعادة المحاولة*.`,
  refused: (product, ref) => `لم يقبل ${product} تسجيل الدخول (${ref}). ${NOTHING_SAVED} ${RETRY}`,
  unreachable: (product, ref) => `لا يستجيب ${product} الآن (${ref}). ${NOTHING_SAVED} ${RETRY}`,
  misconfigured: (product, ref, contact) =>
    `يرفض ${product} هذا البوت ولا يرفضك أنت (${ref}). ${NOTHING_SAVED} لتصحيح الإعداد: ${contact}، ${AFTERWARDS}`,
  product_failed: (product, ref) => `حدث خطأ في ${product} أثناء تسجيل الدخول (${ref}). ${NOTHING_SAVED} ${RETRY}`,
  product_busy: (product, ref) =>
    `لا يستطيع ${product} تسجيل دخول أحد الآن (${ref}). ${NOTHING_SAVED} انتظر بضع دقائق، ثم قل *إعادة المحاولة*.`,
  scope_refused: (product, ref, contact) =>
    `لا يمنح ${product} هذا البوت الأذونات التي يطلبها (${ref}). ${NOTHING_SAVED} لتغييرها: ${contact}، ${AFTERWARDS}`,
  client_refused: (product, ref, contact) =>
    `لا يسمح ${product} لهذا البوت بتسجيل دخول أحد (${ref}). ${NOTHING_SAVED} لطلب السماح من ${product}: ${contact}، ${AFTERWARDS}`,
  interrupted: (product) => `انقطع ربط ${product}. ${NOTHING_SAVED} ${RETRY}`,
  no_site: (product) => `لا يوجد في حسابك في ${product} موقع يمكنني استخدامه. ${NOTHING_SAVED} ${RETRY}`,
  other_browser: (product) => `فُتح رابط ربط ${product} في متصفح آخر. أوقفته حفاظًا على أمانك. ${NEW_LINK}`,
  cancelled: () => `حسنًا، توقفت. ${NOTHING_SAVED}`,
  code_seen: (product) => `كُتب رمز ربط ${product} حيث يستطيع آخرون قراءته، لذلك حذفت ما تم ربطه. ${NEW_LINK}`,
  withdrawn: (product) => `غيّر مسؤولو هذا البوت إعداد ${product}، لذلك أوقفت ربطه. ${NOTHING_SAVED} ${RETRY}`,
  stopped: (product, _ref, contact) =>
    `أنهى مسؤولو هذا البوت تسجيل الدخول إلى ${product}. ${NOTHING_SAVED} للاستفسار: ${contact}. ${RETRY}`,
  crowded_out: (product) => `طلب أشخاص كثيرون في الوقت نفسه، لذلك سحبت طلبك لربط ${product}. ${NOTHING_SAVED} ${RETRY}`,
  superseded: (product) => `بدأت ربط ${product} في مكان آخر، لذلك لم يعد الطلب هنا صالحًا. ${RETRY}`,
  wrong_codes: () => `الرموز الخاطئة كثيرة جدًا. حذفت ما تم ربطه. ${NEW_LINK}`,
  wrong_credentials: (product) => `رفض ${product} المفتاح ثلاث مرات. ${NOTHING_SAVED} ${RETRY}`,
};

const FAILURES: Readonly<
  Record<
    ActionFailure['why'],
    (product: string, ref: string, retryAfter: number | undefined, contact: string) => string
  >
> = {
  refused: (product, ref) => `رفض ${product} ذلك (${ref}).`,
  forbidden: (product) => `غير مسموح لحسابك في ${product} بذلك.`,
  not_found: (product) => `لا يوجد ذلك في ${product}، أو لا يستطيع حسابك رؤيته.`,
  invalid: (product, ref) => `لم يقبل ${product} ما طُلب (${ref}).`,
  busy: (product, _ref, retryAfter) =>
    `يطلب ${product} الانتظار لأنه مشغول${retryAfter === undefined ? '' : ` (${duration(retryAfter)})`}. يبقى اتصالك محفوظًا.`,
  too_large: (product) => `هذا أكثر مما يقبله ${product} دفعة واحدة. حاول بأقل من ذلك.`,
  locked: (product) => `هذا مقفل في ${product} الآن. يبقى اتصالك محفوظًا. ${LATER}`,
  not_offered: (product, ref) => `لم يعد ${product} يوفر ذلك، أو لا يوفره لحسابك (${ref}).`,
  unreachable: (product) => `لا يستجيب ${product} الآن. يبقى اتصالك محفوظًا. ${LATER}`,
  unsure: (product, ref) =>
    `لم يوضح ${product} هل نجح الأمر، فربما حدث وربما لم يحدث (${ref}). تحقق هناك قبل أن تطلبه مرة أخرى.`,
  error: (_product, ref) => `حدث خطأ من جهتي (${ref}).`,
  disabled: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.disabled(product, contact),
  not_set_up: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.not_set_up(product, contact),
  not_allowed: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.not_allowed(product, contact),
  shared_ended: (product, _ref, _retryAfter, contact) =>
    `لم يعد حساب هذا البوت في ${product} يعمل. للاستفسار: ${contact}.`,
};

function triesLeftText(count: number): string {
  return plural(count, {
    one: 'بقيت لك محاولة واحدة.',
    two: 'بقيت لك محاولتان.',
    few: 'بقيت لك # محاولات.',
    many: 'بقيت لك # محاولة.',
    other: 'بقيت لك # محاولة.',
  });
}

function perhaps(elsewhere: readonly string[]): string {
  if (elsewhere.length === 0) return '';
  const places = or(elsewhere.map(escapeMarkdown));
  return ` لا يعمل المفتاح إلا حيث يوجد حسابه: إذا كان ذلك ${places} فاختره.`;
}
