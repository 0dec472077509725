export const ones = ['', 'یک', 'دو', 'سه', 'چهار', 'پنج', 'شش', 'هفت', 'هشت', 'نه', 'ده', 'یازده', 'دوازده', 'سیزده', 'چهارده', 'پانزده', 'شانزده', 'هفده', 'هجده', 'نوزده'];
export const tens = ['', '', 'بیست', 'سی', 'چهل', 'پنجاه', 'شصت', 'هفتاد', 'هشتاد', 'نود'];
export const hundreds = ['', 'صد', 'دویست', 'سیصد', 'چهارصد', 'پانصد', 'ششصد', 'هفتصد', 'هشتصد', 'نهصد'];
const scales = ['', 'هزار', 'میلیون', 'میلیارد', 'تریلیون', 'کوادریلیون'];

function belowThousand(number: number): string[] {
  const rest = number % 100;
  return [hundreds[Math.floor(number / 100)]!, ...(rest < 20 ? [ones[rest]!] : [tens[Math.floor(rest / 10)]!, ones[rest % 10]!])].filter(Boolean);
}

/** A whole number from zero to `Number.MAX_SAFE_INTEGER` as Persian says it: «دوازده هزار و پانصد». */
export function numberWords(number: number): string {
  const parts: string[] = [];
  for (let rest = number, scale = 0; rest > 0; rest = Math.floor(rest / 1000), scale++) {
    const group = rest % 1000;
    // «هزار», but «یک میلیون».
    if (group) parts.unshift(scale === 1 && group === 1 ? scales[1]! : [belowThousand(group).join(' و '), scales[scale]].filter(Boolean).join(' '));
  }
  return parts.join(' و ') || 'صفر';
}
