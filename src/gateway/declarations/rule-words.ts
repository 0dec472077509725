/** What a person who has only the table needs to know of a rule. */
export interface RuleWords {
  /** Why it is told, in one sentence. */
  why: string;
  /** What to do about it; null where nothing is to be done. */
  mend: string | null;
  /** The law or circular that asks for it, only where its text or a report of it was seen. */
  ground?: string;
}

/** Civil Service Management Act, article 27: stages, time, quality and standard of a service are documented and made known. */
const article27 = 'ماده ۲۷ قانون مدیریت خدمات کشوری: مراحل، زمان، کیفیت و استاندارد خدمت مستند و شفاف می‌شود.';
/** Circular 24452 of 1397/03/01: workflow, cost and the name of who is responsible are told. */
const circular24452 = 'بخشنامه ۲۴۴۵۲ (۱۳۹۷/۰۳/۰۱): گردش کار، هزینه و نام مسئول به مردم گفته می‌شود.';
const idCopies = 'بخشنامه‌های سازمان اداری و استخدامی کشور (از ۱۳۹۹، تکرار در ۱۴۰۴): دریافت کپی مدارک هویتی ممنوع است.';
const sheetForm = 'فرم شناسنامه خدمت: برای مراجعه حضوری «ذکر ضرورت» خواسته شده است.';

const letters = 'حرف‌ها در رایانه‌های گوناگون به شکل‌های گوناگون نوشته می‌شود و جست‌وجو آن‌ها را یکی نمی‌بیند.';
const noDoubt = { why: 'معنای نوشته روشن بود و به شکل یکسان برگشت.', mend: null } as const;
const codesNational = 'شناسه خدمت در سراسر کشور یکی است و مرجع ملی آن را می‌دهد.';
const askCode = 'شناسه را با سند ابلاغ آن بسنجید؛ اگر نمی‌دانید خانه را خالی بگذارید.';
const closedList = 'این ستون از فهرستی بسته پر می‌شود.';
const pick = 'یکی از مقدارهای فهرست کشویی الگو را بنویسید.';
const sendAgain = 'فایل را در برنامه‌اش باز کنید، دوباره با قالب xlsx ذخیره کنید و بفرستید.';

/** By rule id. Every rule that a finding may carry stands here; a test looks. */
export const ruleWords: Readonly<Record<string, RuleWords>> = {
  'forbidden-copy': { why: 'کپی مدارک هویتی نباید از مردم گرفته شود.', mend: 'به‌جای کپی، دیدن اصل مدرک یا استعلام را بنویسید.', ground: idCopies },
  'time-missing': { why: 'بی مهلت اعلام‌شده کسی نمی‌داند تا کی باید بماند.', mend: 'بیشترین زمان را بنویسید، مانند «۵ روز کاری».', ground: article27 },
  'time-unreadable': { why: 'از این نوشته عددی به دست نیامد و مهلت حساب نمی‌شود.', mend: 'زمان را با عدد و یکا بنویسید، مانند «۲ تا ۵ روز کاری».', ground: article27 },
  'promise-generic': { why: 'وعده‌ای که عدد ندارد نه نگه داشته می‌شود و نه شکسته.', mend: 'بیشترین زمان را با عدد بنویسید.', ground: article27 },
  'promise-missing': { why: 'کمترین زمان وعده نیست؛ مردم بیشترین را می‌پرسند.', mend: 'بیشترین زمان را هم بنویسید، مانند «۳ تا ۱۰ روز کاری».', ground: article27 },
  'steps-missing': { why: 'مردم باید بدانند کارشان از کدام مرحله‌ها می‌گذرد.', mend: 'هر مرحله را به شکل «کار|واحد|سمت» بنویسید و با «؛» جدا کنید.', ground: article27 },
  'fee-missing': { why: 'بی هزینه اعلام‌شده کسی نمی‌داند چه باید بپردازد.', mend: 'مبلغ را با واحد پول بنویسید، یا «رایگان».', ground: circular24452 },
  'contact-missing': { why: 'مردم برای پرسیدن راهی جز آمدن ندارند.', mend: 'شماره‌ای بنویسید که در ساعت کار پاسخ می‌دهد.' },
  'unit-missing': { why: 'مسئول کار باید نام داشته باشد.', mend: 'نام واحد، طبقه و اتاق را بنویسید.', ground: circular24452 },
  'visit-without-reason': { why: 'مراجعه حضوری باید ضرورت داشته باشد.', mend: 'ضرورت را بنویسید (احراز هویت، دیدن اصل مدرک …) یا راه غیرحضوری بگذارید.', ground: sheetForm },
  'description-missing': { why: 'عنوان به‌تنهایی نمی‌گوید خدمت به چه کار می‌آید.', mend: 'در یک یا دو جمله کوتاه بنویسید.' },
  'date-missing': { why: 'خواننده باید بداند نوشته از چه زمانی است.', mend: 'تاریخ آخرین بازبینی را بنویسید.' },
  'date-stale': { why: 'نوشته‌ای که یک سال دیده نشده شاید دیگر درست نباشد.', mend: 'متن را بازبینی کنید و تاریخ را نو کنید.' },
  'date-future': { why: 'تاریخ ویرایش نمی‌تواند در آینده باشد.', mend: 'تاریخ را درست کنید.' },
  'long-sentence': { why: 'جمله بلند را باید دوباره خواند.', mend: 'هر جمله یک حرف بزند؛ ۲۵ واژه بس است.' },
  'office-jargon': { why: 'واژه نامه‌های اداری را همه نمی‌فهمند.', mend: 'واژه ساده را به‌جای آن بگذارید.' },
  'link-dead': { why: 'پیوندی که پاسخ نمی‌دهد مردم را سرگردان می‌کند.', mend: 'نشانی تازه را بنویسید یا خانه را خالی کنید.' },
  'code-mismatch': { why: codesNational, mend: 'با دستگاه دیگر یکی کنید؛ یکی از دو شناسه نادرست است.' },
  'code-taken': { why: codesNational, mend: askCode },
  'national-code-differs': { why: codesNational, mend: 'شناسه را با سند ابلاغ آن بسنجید؛ اگر خدمت دیگری است عنوانش را روشن‌تر بنویسید.' },
  'national-title-differs': { why: codesNational, mend: 'اگر همان خدمت است عنوان را چون برگه کشوری بنویسید؛ اگر نیست شناسه را بسنجید.' },
  'code-characters': { why: codesNational, mend: askCode },
  'code-length': { why: 'شناسه‌ها ۱۱ رقم دارد.', mend: askCode },
  'code-family': { why: 'شناسه‌های یک دستگاه بیشتر با یک چهار رقم آغاز می‌شود.', mend: askCode },
  'code-shared': { why: codesNational, mend: askCode },
  'code-suggestion': { why: 'شناسه‌ای با یک رقم کمتر با شناسه‌های دیگر فایل می‌خواند.', mend: 'اگر پیشنهاد درست است آن را بگذارید.' },
  'parent-code': { why: 'شناسه مادر باید از خانواده شناسه خدمت باشد.', mend: askCode },
  'code-form': noDoubt,
  superseded: { why: 'یک خدمت دو بار آمده است و تازه‌ترین آن می‌ماند.', mend: 'سطر کهنه را پاک کنید.' },
  'title-twice': { why: 'دو خدمت با یک عنوان از هم شناخته نمی‌شود.', mend: 'یکی را پاک کنید یا عنوانش را روشن‌تر بنویسید.' },
  'title-missing': { why: 'خدمت بی‌عنوان را نمی‌شود پیدا کرد.', mend: 'عنوان را بنویسید.' },
  'glued-words': { why: 'واژه‌های به‌هم‌چسبیده از هم جدا شد.', mend: 'اگر درست جدا نشده است عنوان را دوباره بنویسید.' },
  'fee-format': { why: 'مبلغ به شکلی نوشته شده بود که دو جور خوانده می‌شود.', mend: 'اگر مبلغ خوانده‌شده درست نیست، آن را با رقم کامل و «ریال» بنویسید.' },
  'fee-unreadable': { why: 'این نوشته بیش از یک معنا دارد و مبلغ اشتباه از بی‌مبلغی بدتر است.', mend: 'مبلغ را یک بار، با رقم کامل و «ریال» بنویسید.' },
  'fee-several': { why: 'چند مبلغ در یک خانه بود.', mend: 'مبلغ‌ها را با «؛» از هم جدا کنید و جلوی هر کدام بنویسید برای چیست.' },
  'fee-unit': { why: 'ریال و تومان ده برابر با هم فرق دارد.', mend: 'واحد پول را بنویسید.' },
  separator: { why: 'موردها با نشانه‌ای جز «؛» جدا شده بود.', mend: 'موردها را با «؛» از هم جدا کنید.' },
  'step-title': { why: 'مرحله بی‌عنوان چیزی نمی‌گوید.', mend: 'هر مرحله را به شکل «کار|واحد|سمت» بنویسید.' },
  'question-form': { why: 'پرسش بی‌پاسخ به کسی کمک نمی‌کند.', mend: 'به شکل «پرسش؟|پاسخ» بنویسید.' },
  link: { why: 'این نوشته نشانی وب نیست.', mend: 'نشانی کامل را با https:// بنویسید.' },
  'link-scheme': noDoubt,
  phone: { why: 'با این شماره نمی‌شود تماس گرفت.', mend: 'شماره را با پیش‌شماره بنویسید.' },
  'phone-extension': { why: 'تلفن تنها شماره دارد.', mend: 'داخلی را در نام واحد بنویسید، یا شماره مستقیم را.' },
  'phone-several': { why: 'تنها یک شماره نشان داده می‌شود.', mend: 'شماره‌ای را که بهتر پاسخ می‌دهد اول بنویسید.' },
  visits: { why: 'شمار مراجعه باید عدد باشد.', mend: 'عدد بنویسید؛ «۰» یعنی بی‌مراجعه.' },
  'visits-words': noDoubt,
  channel: { why: closedList, mend: 'راه را به یکی از نام‌های الگو بنویسید.' },
  'channel-stage': { why: 'راه دسترسی برای چهار مرحله نوشته می‌شود.', mend: 'مانند «درخواست: اینترنتی؛ ارائه: پست» بنویسید.' },
  level: { why: closedList, mend: pick },
  'life-event': { why: closedList, mend: pick },
  nature: { why: closedList, mend: pick },
  relation: { why: closedList, mend: pick },
  'relation-words': noDoubt,
  'date-form': noDoubt,
  'date-unread': { why: 'این نوشته به تاریخ برنگشت.', mend: 'مانند «۱۴۰۵/۰۵/۱۶» بنویسید.' },
  'date-impossible': { why: 'چنین روزی در تقویم نیست.', mend: 'تاریخ را درست کنید.' },
  'date-day-first': { why: 'تاریخ میلادی با روز در آغاز دو جور خوانده می‌شود.', mend: 'مانند «۱۴۰۵/۰۵/۱۶» بنویسید.' },
  'date-two-digit-year': { why: 'سال دورقمی روشن نیست.', mend: 'سال را چهاررقمی بنویسید.' },
  'date-gregorian': noDoubt,
  'lam-alef': { why: 'در نوشته‌ای که از PDF آمده «لا» به «ال» برمی‌گردد.', mend: 'واژه‌های درست‌شده را یک بار بخوانید.' },
  'lam-alef-unknown': { why: 'در نوشته‌ای که از PDF آمده «لا» به «ال» برمی‌گردد.', mend: 'این واژه‌ها را خودتان درست کنید.' },
  'presentation-forms': { why: letters, mend: null },
  'arabic-letters': { why: letters, mend: null },
  'arabic-digits': noDoubt,
  kashida: noDoubt,
  'direction-marks': noDoubt,
  spaces: noDoubt,
  unwritable: noDoubt,
  'letters-lost': { why: 'برنامه‌ای که فایل را ذخیره کرده این حرف‌ها را نمی‌شناخته است.', mend: 'نوشته را از نو بنویسید.' },
  'half-space': noDoubt,
  punctuation: noDoubt,
  'line-breaks': noDoubt,
  'empty-item': noDoubt,
  html: noDoubt,
  'html-crumbs': noDoubt,
  formula: { why: 'فرمول‌ها اجرا نمی‌شود.', mend: 'خود نوشته را به‌جای فرمول بگذارید.' },
  'formula-text': noDoubt,
  'number-exponent': { why: 'رقم‌های این عدد در فایل نیست.', mend: 'خانه را با قالب متن دوباره بنویسید.' },
  'cell-too-long': { why: 'چنین متن بلندی خوانده نمی‌شود.', mend: 'متن را کوتاه کنید.' },
  'too-few-cells': { why: 'شاید چیزی از این سطر جا افتاده باشد.', mend: 'سطر را با الگو بسنجید.' },
  'too-many-cells': { why: 'خانه‌ها جابه‌جا شده است و نمی‌شود دانست کدام کجاست.', mend: 'متنی را که نشانه جداکننده دارد در گیومه بگذارید.' },
  'cut-off': { why: 'فایل در میان این سطر تمام شده است.', mend: 'فایل کامل را دوباره بفرستید.' },
  'blank-row': noDoubt,
  'example-row': noDoubt,
  hsds: noDoubt,
  cpsv: noDoubt,
  'service-inactive': { why: 'خدمتی که دیگر ارائه نمی‌شود مردم را سرگردان می‌کند.', mend: 'اگر دیگر ارائه نمی‌شود سطر را پاک کنید.' },
  'more-places': { why: 'در برگه خدمت یک واحد می‌آید.', mend: 'واحدی را بنویسید که مردم باید به آن بروند؛ برای محل‌های دیگر خدمت جدا اظهار کنید.' },
  'more-phones': { why: 'در برگه خدمت یک شماره می‌آید.', mend: 'شماره‌ای بنویسید که در ساعت کار پاسخ می‌دهد.' },
  'file-incomplete': { why: 'شاید سطرهایی نرسیده باشد.', mend: 'فایل کامل را دوباره بفرستید.' },
  'header-not-first': { why: 'سطرهای بالای سرستون خدمت نیست.', mend: null },
  'hidden-sheet': { why: 'آنچه پنهان است شاید کهنه باشد.', mend: 'اگر لازم است برگه را آشکار کنید و دوباره بفرستید.' },
  'other-sheets': { why: 'از هر فایل یک برگه خوانده می‌شود.', mend: 'اگر خدمت‌های دیگری در آن‌هاست همه را در یک برگه بگذارید.' },
  'unknown-columns': { why: 'این ستون‌ها در الگو نیست.', mend: 'بگویید هر کدام کدام ستون است، یا کنار بگذارید.' },
  'missing-columns': { why: 'مردم پیش از هر چیز این‌ها را می‌پرسند.', mend: 'ستون‌ها را بیفزایید و پر کنید.', ground: article27 },
  'byte-order-mark': noDoubt,
  delimiter: noDoubt,
  'encoding-utf-16': noDoubt,
  'encoding-broken': { why: 'برنامه‌ای که فایل را ساخته درون حرف‌ها بریده یا چند کدگذاری را درآمیخته است.', mend: 'خانه‌های نشان‌داده‌شده را از نو بنویسید، یا فایل را با UTF-8 یا xlsx ذخیره کنید.' },
  'encoding-windows-1256': { why: 'کدگذاری قدیمی همه حرف‌های فارسی را ندارد.', mend: 'فایل را با UTF-8 یا xlsx ذخیره کنید.' },
  json: noDoubt,
  'file-broken': { why: 'فایل آسیب دیده است.', mend: sendAgain },
  'file-cut-off': { why: 'فایل تا پایان نرسیده است.', mend: sendAgain },
  'file-empty': { why: 'در فایل چیزی نیست.', mend: sendAgain },
  'file-encoding': { why: 'نوشته فایل خوانده نمی‌شود.', mend: sendAgain },
  'file-header': { why: 'بی سرستون نمی‌شود دانست هر خانه چیست.', mend: 'بگویید هر ستون چیست، یا از الگو کمک بگیرید.' },
  'file-inflates': { why: 'چنین فایلی سامانه را از کار می‌اندازد.', mend: 'سطرها را در فایل تازه‌ای بگذارید.' },
  'json-ld-empty': { why: 'در فایل خدمتی نیست که بشود خواند.', mend: 'فایلی بفرستید که خدمت‌ها در آن از نوع cpsv:PublicService است.' },
  'json-ld-too-large': { why: 'این گونه فایل یک‌جا در حافظه خوانده می‌شود.', mend: 'فایل را به چند فایل تقسیم کنید و خدمت‌ها را در یک جدول بفرستید.' },
  'json-ld-context': { why: 'درگاه هنگام خواندن فایل هیچ نشانی دیگری را باز نمی‌کند.', mend: 'فایل را با @context درون خود آن بفرستید.' },
  'file-kind': { why: 'این گونه فایل جدول ندارد.', mend: 'با قالب xlsx، ods یا csv بفرستید.' },
  'file-locked': { why: 'فایل با گذرواژه بسته است.', mend: 'بی گذرواژه ذخیره کنید.' },
  'file-mostly-rejected': { why: 'فایلی که بیش از نیمی از آن خوانده نشود شاید فایل دیگری باشد.', mend: 'سطرهای ردشده را درست کنید و دوباره بفرستید.' },
  'file-too-large': { why: 'اندازه فایل مرز دارد.', mend: 'فایل را به چند فایل تقسیم کنید.' },
  'too-many-columns': { why: 'شمار ستون‌ها مرز دارد.', mend: 'ستون‌های اضافه را پاک کنید.' },
  'too-many-rows': { why: 'شمار سطرها مرز دارد.', mend: 'فایل را به چند فایل تقسیم کنید.' },
};
