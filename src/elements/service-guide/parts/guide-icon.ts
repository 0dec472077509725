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
  questionIcon,
  retirementIcon,
  socialSecurityIcon,
  taxIcon,
  utilitiesIcon,
} from '../../../core/icons.ts';

const icons: Record<LifeEvent, TemplateResult> = {
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

/** Picture of a life event; of a question for what is none, and for life events that came after us. */
export const guideIcon = (life: LifeEvent | null): TemplateResult => (life && icons[life]) || questionIcon;
