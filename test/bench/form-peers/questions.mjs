/** The twelve questions that each contestant shows on one page: [id, kind, label]. All but the last are required. */
export const questions = [
  ['firstName', 'text', 'نام'],
  ['lastName', 'text', 'نام خانوادگی'],
  ['nationalId', 'digits', 'کد ملی'],
  ['mobile', 'tel', 'تلفن همراه'],
  ['email', 'email', 'ایمیل'],
  ['birthDate', 'date', 'تاریخ تولد'],
  ['postalCode', 'digits', 'کدپستی'],
  ['members', 'number', 'شمار افراد خانواده'],
  ['owner', 'yesNo', 'مالک هستید؟'],
  ['use', 'choice', 'کاربری ملک'],
  ['documents', 'choices', 'مدرک‌هایی که دارید'],
  ['description', 'long', 'توضیح'],
];
export const options = [['home', 'مسکونی'], ['shop', 'تجاری'], ['office', 'اداری']];
export const isRequired = (id) => id !== 'description';
