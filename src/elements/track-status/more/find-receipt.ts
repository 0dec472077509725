/** A compact JWS of ours, wherever it stands: alone, behind `#receipt=` of an address, in the text of a saved receipt. */
const jws = /eyJ[\w-]{20,}\.[\w-]{20,}\.[\w-]{80,}/;

export const receiptIn = (text: string): string | undefined => jws.exec(text)?.[0];

/** What the platform may have; browsers of phones do, those of many computers do not. */
interface QrReader {
  detect(image: ImageBitmap): Promise<{ rawValue: string }[]>;
}
declare const BarcodeDetector: undefined | (new (options: { formats: string[] }) => QrReader);

/** A receipt's file is 10 kB, a photo of one some megabytes. */
const largest = 20_000_000;

/** The receipt in a file: a saved receipt with its `text`, or a picture of its QR code. `noQr`: this browser reads none from pictures. */
export async function receiptInFile(file: File): Promise<{ receipt?: string; text?: string; noQr?: boolean }> {
  if (file.size > largest) return {};
  if (!file.type.startsWith('image/')) {
    const text = await file.text();
    return { receipt: receiptIn(text), text };
  }
  if (typeof BarcodeDetector === 'undefined') return { noQr: true };
  try {
    const found = await new BarcodeDetector({ formats: ['qr_code'] }).detect(await createImageBitmap(file));
    return { receipt: receiptIn(found.map(({ rawValue }) => rawValue).join(' ')) };
  } catch {
    return { noQr: true };
  }
}
