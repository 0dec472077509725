import { define } from '../../core/define.ts';
import '../service-guide/service-guide.define.ts';
import { ComplaintForm } from './complaint-form.ts';

// Not before the subject is chosen.
ComplaintForm.loadForm = () => import('../request-form/request-form.define.ts');
define('complaint-form', ComplaintForm);

declare global {
  interface HTMLElementTagNameMap {
    'complaint-form': ComplaintForm;
  }
}
