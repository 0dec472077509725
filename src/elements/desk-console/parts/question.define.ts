/** Brings the element that draws the fields of a question. */
import '../../request-form/question/question-form.define.ts';
