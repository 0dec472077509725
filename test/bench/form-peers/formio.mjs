import '@formio/js/dist/formio.form.min.css';
import { Formio } from '@formio/js/form';
import { isRequired, options, questions } from './questions.mjs';

const values = options.map(([value, label]) => ({ value, label }));
const kinds = {
  text: { type: 'textfield' }, digits: { type: 'textfield' }, tel: { type: 'phoneNumber' }, email: { type: 'email' }, date: { type: 'day' }, number: { type: 'number' },
  yesNo: { type: 'checkbox' }, choice: { type: 'radio', values }, choices: { type: 'selectboxes', values }, long: { type: 'textarea' },
};

void Formio.createForm(document.getElementById('form'), {
  components: questions.map(([key, kind, label]) => ({ key, label, input: true, validate: { required: isRequired(key) }, ...kinds[kind] })),
});
