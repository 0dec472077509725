import 'survey-core/survey-core.fontless.min.css';
import { Model } from 'survey-core';
import 'survey-js-ui';
import { isRequired, options, questions } from './questions.mjs';

const kinds = {
  text: { type: 'text' }, digits: { type: 'text', inputType: 'text' }, tel: { type: 'text', inputType: 'tel' }, email: { type: 'text', inputType: 'email' },
  date: { type: 'text', inputType: 'date' }, number: { type: 'text', inputType: 'number' }, yesNo: { type: 'boolean' },
  choice: { type: 'radiogroup' }, choices: { type: 'checkbox' }, long: { type: 'comment' },
};
const choices = options.map(([value, text]) => ({ value, text }));

new Model({
  elements: questions.map(([name, kind, title]) => ({ name, title, isRequired: isRequired(name), ...kinds[kind], ...(kind.startsWith('choice') && { choices }) })),
}).render(document.getElementById('form'));
