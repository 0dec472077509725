import qrcode from 'qrcode-generator';

export interface QrPath {
  /** All dark squares as one path, so that a large code stays a small tree. */
  d: string;
  /** Squares on a side, without the quiet around. */
  size: number;
}

/** A text as a QR code, one unit a square. */
export function qrPath(text: string): QrPath {
  const code = qrcode(0, text.length > 400 ? 'L' : 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  let d = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!code.isDark(row, column)) continue;
      let run = 1;
      while (column + run < size && code.isDark(row, column + run)) run++;
      d += `M${column} ${row}h${run}v1h-${run}z`;
      column += run - 1;
    }
  }
  return { d, size };
}
