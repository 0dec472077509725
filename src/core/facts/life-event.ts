import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import type { LifeEvent } from '../../contract/offering.ts';
import {
  birthIcon,
  businessIcon,
  deathIcon,
  documentsIcon,
  educationIcon,
  healthIcon,
  insuranceIcon,
  marriageIcon,
  otherIcon,
  propertyIcon,
  retirementIcon,
  socialSecurityIcon,
  taxIcon,
  utilitiesIcon,
} from '../icons.ts';

/** Pictures of life events. */
export const lifeEventIcons: Record<LifeEvent, TemplateResult> = {
  birth: birthIcon,
  education: educationIcon,
  health: healthIcon,
  tax: taxIcon,
  business: businessIcon,
  socialSecurity: socialSecurityIcon,
  property: propertyIcon,
  utilities: utilitiesIcon,
  insurance: insuranceIcon,
  marriage: marriageIcon,
  retirement: retirementIcon,
  documents: documentsIcon,
  death: deathIcon,
  other: otherIcon,
};

export interface LifeEventView {
  label: string;
  icon: TemplateResult;
}

/** Name and picture of a life event. Call while rendering. */
export const lifeEventView = (life: LifeEvent): LifeEventView => ({ label: lifeEventLabel(life), icon: lifeEventIcons[life] ?? otherIcon });

/** Name of a life event. Call while rendering. */
export function lifeEventLabel(life: LifeEvent): string {
  switch (life) {
    case 'birth':
      return msg('تولد', { id: 'life.birth' });
    case 'education':
      return msg('تحصیل و آموزش', { id: 'life.education' });
    case 'health':
      return msg('سلامت', { id: 'life.health' });
    case 'tax':
      return msg('مالیات و عوارض', { id: 'life.tax' });
    case 'business':
      return msg('کسب‌وکار', { id: 'life.business' });
    case 'socialSecurity':
      return msg('تأمین اجتماعی', { id: 'life.socialSecurity' });
    case 'property':
      return msg('ملک و خانه', { id: 'life.property' });
    case 'utilities':
      return msg('آب، برق، گاز و تلفن', { id: 'life.utilities' });
    case 'insurance':
      return msg('بیمه', { id: 'life.insurance' });
    case 'marriage':
      return msg('ازدواج', { id: 'life.marriage' });
    case 'retirement':
      return msg('بازنشستگی', { id: 'life.retirement' });
    case 'documents':
      return msg('مدارک و گواهی‌ها', { id: 'life.documents' });
    case 'death':
      return msg('درگذشت', { id: 'life.death' });
    default:
      return msg('کارهای دیگر', { id: 'life.other' });
  }
}
