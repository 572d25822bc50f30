import type { ProfileProblems } from './profile-problem.ts';

export const arabicProfileProblems: ProfileProblems = {
  'the base URL needs a field <name>': 'يحتاج العنوان الأساسي إلى الحقل <name>',
  'the base URL needs it, so it cannot be optional': 'لا يكتمل العنوان الأساسي من دون هذا الحقل',
  'no field provides <name>': 'لا يوجد حقل يوفر <name>',
  'it must be one scope, without spaces': 'يُرجى إدخال نطاق واحد من دون مسافات',
  'the protocol sets it': 'يحدد البروتوكول ذلك بنفسه',
  'a bot that authorizes itself needs a secret': 'يحتاج البوت الذي يحصل على الإذن بنفسه إلى سر',
  'it is missing: enter the client id of the OAuth app': 'القيمة ناقصة: أدخل معرّف العميل الخاص بتطبيق OAuth',
  'it is missing: enter the client secret of the OAuth app': 'القيمة ناقصة: أدخل سر العميل الخاص بتطبيق OAuth',
  'it is empty': 'القيمة فارغة',
  '<name> is an address: start with it': 'العنصر <name> عنوان كامل: ابدأ به',
  '<name> is a whole host here: write <address>': 'العنصر <name> هنا مضيف كامل: اكتب <address>',
  '<name> decides the host: list its hosts': 'العنصر <name> في بداية عنوان: حدّد المضيفين المسموح بهم',
  'it must be an absolute https address, without a user name and without #':
    'أدخل عنوان https كاملًا، من دون اسم مستخدم ومن دون #',
  'a loopback address is only for a sandbox: set allowInsecureLoopback':
    'هذا الجهاز لبيئة التجربة فقط: فعّل allowInsecureLoopback',
  'it must be https': 'يجب أن يكون العنوان https',
  'it must not contain a port': 'يجب ألا يتضمن العنوان منفذًا',
  '<host> is not a public host, so no request may go there': 'المضيف <host> ليس عامًا، فلا يجوز إرسال أي طلب إليه',
  'the host must end in a fixed domain, as in https://{tenant}.example.com':
    'يجب أن ينتهي المضيف بنطاق ثابت، كما في https://{tenant}.example.com',
  'the field <name> is part of a host, so it needs a pattern': 'الحقل <name> جزء من مضيف، لذلك يحتاج إلى نمط',
  '<braces> has no meaning in an address': 'لا معنى للعنصر <braces> في عنوان',
  '<name> is not a known name; known names: none': 'العنصر <name> غير معروف هنا، ولا توجد أسماء معروفة',
  '<name> is not a known name; known names: <names>': 'العنصر <name> غير معروف هنا، والمعروف: <names>',
  '{tenant} needs a `tenant` that says what people enter': 'يحتاج {tenant} إلى مستأجر: حدّد في `tenant` ما يُسأل عنه',
  'another field has this key': 'لحقل آخر المفتاح نفسه',
  'use letters, digits and _ only, and start with a letter': 'يُسمح بالأحرف والأرقام و_ فقط، ويجب أن يبدأ بحرف',
  '<name> is reserved: use another name': 'للاسم <name> معنى خاص: استخدم اسمًا آخر',
  'another placement has this <place>': 'لموضع آخر الاسم نفسه (<place>)',
  'no placement contains the credential: use <names>': 'لا شيء يحمل بيانات الدخول: استخدم <names>',
  'write <name>': 'اكتب <name>',
  'it is not a header name': 'هذا ليس اسم ترويسة',
  'a credential must not set this header': 'لا يجوز لبيانات الدخول أن تحدد هذه الترويسة',
  'it needs revocationUrl': 'يلزم لذلك عنوان الإلغاء',
  'add <scope>: without it <product> gives no refresh token': 'أضف <scope>: من دونه لا يعطي <product> رمز تحديث',
  'people are offered it, but with it the bot itself signs in':
    'اختير هذا الملف للأشخاص، لكن البوت نفسه يسجّل الدخول به',
  'the API <api> needs a field <name>': 'تحتاج واجهة API <api> إلى حقل <name>',
  'the API <api> needs it, so it cannot be optional': 'لا تستغني واجهة API <api> عنه',
  'a secret must not be part of the base URL, which errors and logs contain: use a placement in the path, or make the field a textbox':
    'لا يجوز أن يكون السر جزءًا من عنوان URL الأساسي، لأنه يظهر في الأخطاء والسجلات: ضعه في المسار، أو اجعل نوع الحقل textbox',
  'a secret must not be part of the API <api>, which errors and logs contain: use a placement in the path, or make the field a textbox':
    'لا يجوز أن يكون السر جزءًا من عنوان واجهة API <api>، لأنه يظهر في الأخطاء والسجلات: ضعه في المسار، أو اجعل نوع الحقل textbox',
  'a header cannot have this value': 'لا يمكن أن تكون هذه قيمة ترويسة',
};
