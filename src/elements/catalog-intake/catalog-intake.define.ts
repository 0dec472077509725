import { define } from '../../core/define.ts';
import { CatalogIntake } from './catalog-intake.ts';

define('catalog-intake', CatalogIntake);
