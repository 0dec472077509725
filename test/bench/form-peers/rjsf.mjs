import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { isRequired, options, questions } from './questions.mjs';

const values = { type: 'string', oneOf: options.map(([value, title]) => ({ const: value, title })) };
const kinds = {
  text: { type: 'string' }, digits: { type: 'string' }, tel: { type: 'string' }, email: { type: 'string', format: 'email' }, date: { type: 'string', format: 'date' },
  number: { type: 'integer' }, yesNo: { type: 'boolean' }, choice: values, choices: { type: 'array', items: values, uniqueItems: true }, long: { type: 'string' },
};
const widgets = { choice: 'radio', choices: 'checkboxes', long: 'textarea', yesNo: 'radio' };

createRoot(document.getElementById('form')).render(createElement(Form, {
  validator,
  schema: { type: 'object', required: questions.map(([id]) => id).filter(isRequired), properties: Object.fromEntries(questions.map(([id, kind, title]) => [id, { ...kinds[kind], title }])) },
  uiSchema: Object.fromEntries(questions.flatMap(([id, kind]) => (widgets[kind] ? [[id, { 'ui:widget': widgets[kind] }]] : []))),
}));
