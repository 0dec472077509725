import { msg } from '@lit/localize';

/** Who decides after an objection. Call while rendering. */
export function levelText(level: number): string {
  switch (level) {
    case 1: return msg('شهروند اعتراض کرده است؛ تصمیم با رئیس واحد است.', { id: 'console.level.unit' });
    case 2: return msg('شهروند اعتراض کرده است؛ تصمیم با رئیس دستگاه است.', { id: 'console.level.agency' });
    default: return msg('شهروند اعتراض کرده است؛ تصمیم با ناظر استان است.', { id: 'console.level.supervisor' });
  }
}
