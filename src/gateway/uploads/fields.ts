import type { Answers, Field, FormDefinition, Upload } from '../../contract/form.ts';

export interface FileField {
  field: Field;
  /** `field`, or `group.field` inside a group: what an upload is bound to. */
  key: string;
}

/** All file fields of a form, those inside groups too. */
export function fileFields(form: FormDefinition): FileField[] {
  const found: FileField[] = [];
  for (const item of form.steps.flatMap((step) => step.items)) {
    if (item.type === 'group') {
      for (const field of item.fields) if (field.type === 'file') found.push({ field, key: `${item.id}.${field.id}` });
    } else if (item.type === 'file') found.push({ field: item, key: item.id });
  }
  return found;
}

/** `group.field` and `group.0.field` name the same field; so does `field` alone where only one has that name. */
export function findFileField(form: FormDefinition, name: string): FileField | undefined {
  const key = name.replace(/\.\d+(?=\.)/g, '');
  const all = fileFields(form);
  const exact = all.find((file) => file.key === key);
  if (exact) return exact;
  const loose = all.filter((file) => file.field.id === key);
  return loose.length === 1 ? loose[0] : undefined;
}

export interface AnsweredFile {
  /** Where it stands in the answers: `field.0`, `group.1.field.0`. */
  path: string;
  key: string;
  upload: Upload;
  /** Puts what the gateway itself knows in the place of what the caller says about the file. */
  replace(known: Upload): void;
}

/** The files named in answers. */
export function answeredFiles(form: FormDefinition, answers: Answers): AnsweredFile[] {
  const found: AnsweredFile[] = [];
  const collect = (holder: Answers, field: Field, key: string, prefix: string) => {
    const value = holder[field.id];
    if (!Array.isArray(value)) return;
    const list = value as Upload[];
    list.forEach((upload, index) => {
      if (typeof upload !== 'object' || upload === null || typeof upload.id !== 'string') return;
      found.push({ path: `${prefix}.${index}`, key, upload, replace: (known) => { list[index] = known; } });
    });
  };
  for (const item of form.steps.flatMap((step) => step.items)) {
    if (item.type === 'group') {
      const rows = answers[item.id];
      if (!Array.isArray(rows)) continue;
      for (const field of item.fields.filter(({ type }) => type === 'file')) {
        (rows as Answers[]).forEach((row, index) => collect(row, field, `${item.id}.${field.id}`, `${item.id}.${index}.${field.id}`));
      }
    } else if (item.type === 'file') collect(answers, item, item.id, item.id);
  }
  return found;
}
