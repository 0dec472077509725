import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import type { LifeEvent } from '../../../contract/offering.ts';
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
} from '../../../core/icons.ts';

export interface LifeEventView {
  label: string;
  icon: TemplateResult;
}

/** Name and picture of a life event. Call while rendering. */
export function lifeEventView(life: LifeEvent): LifeEventView {
  switch (life) {
    case 'birth':
      return { label: msg('تولد', { id: 'life.birth' }), icon: birthIcon };
    case 'education':
      return { label: msg('تحصیل و آموزش', { id: 'life.education' }), icon: educationIcon };
    case 'health':
      return { label: msg('سلامت', { id: 'life.health' }), icon: healthIcon };
    case 'tax':
      return { label: msg('مالیات و عوارض', { id: 'life.tax' }), icon: taxIcon };
    case 'business':
      return { label: msg('کسب‌وکار', { id: 'life.business' }), icon: businessIcon };
    case 'socialSecurity':
      return { label: msg('تأمین اجتماعی', { id: 'life.socialSecurity' }), icon: socialSecurityIcon };
    case 'property':
      return { label: msg('ملک و خانه', { id: 'life.property' }), icon: propertyIcon };
    case 'utilities':
      return { label: msg('آب، برق، گاز و تلفن', { id: 'life.utilities' }), icon: utilitiesIcon };
    case 'insurance':
      return { label: msg('بیمه', { id: 'life.insurance' }), icon: insuranceIcon };
    case 'marriage':
      return { label: msg('ازدواج', { id: 'life.marriage' }), icon: marriageIcon };
    case 'retirement':
      return { label: msg('بازنشستگی', { id: 'life.retirement' }), icon: retirementIcon };
    case 'documents':
      return { label: msg('مدارک و گواهی‌ها', { id: 'life.documents' }), icon: documentsIcon };
    case 'death':
      return { label: msg('درگذشت', { id: 'life.death' }), icon: deathIcon };
    default:
      return { label: msg('کارهای دیگر', { id: 'life.other' }), icon: otherIcon };
  }
}

/** Name of a life event. Call while rendering. */
export const lifeEventLabel = (life: LifeEvent): string => lifeEventView(life).label;
