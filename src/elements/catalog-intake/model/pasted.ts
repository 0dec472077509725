/**
 * A table that was copied in a spreadsheet, or a file with its name. Undefined where something else was pasted, or into a
 * field.
 */
export function pastedTable(event: ClipboardEvent): { file: Blob; name: string } | undefined {
  const [target] = event.composedPath();
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || !event.clipboardData) return undefined;
  const [file] = event.clipboardData.files;
  if (file) return { file, name: file.name };
  // Spreadsheets put their cells here, parted by tabs, with quotes where a cell has line breaks.
  const text = event.clipboardData.getData('text/plain');
  return text.includes('\t') && text.includes('\n') ? { file: new Blob([text], { type: 'text/tab-separated-values' }), name: '' } : undefined;
}
