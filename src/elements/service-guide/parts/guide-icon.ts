import type { TemplateResult } from 'lit';
import type { LifeEvent } from '../../../contract/offering.ts';
import { lifeEventIcons } from '../../../core/facts/life-event.ts';
import { questionIcon } from '../../../core/icons.ts';

/** Picture of a life event; of a question for what is none, and for life events that came after us. */
export const guideIcon = (life: LifeEvent | null): TemplateResult => (life && lifeEventIcons[life]) || questionIcon;
