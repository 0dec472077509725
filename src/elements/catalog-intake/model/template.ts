import { type KeeperPort, told } from '../../../core/staff/port.ts';

/** Milliseconds until the browser has surely begun to save. */
const afterSaving = 10_000;

/** Saves the empty declaration on the device. False when the gateway did not give it. */
export async function saveTemplate(port: KeeperPort): Promise<boolean> {
  try {
    const file = await port.client().call('declarationTemplate', undefined, { signal: port.signal() });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = 'declaration.xlsx';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), afterSaving);
    return true;
  } catch (error) {
    return told(port, error) === undefined;
  }
}
