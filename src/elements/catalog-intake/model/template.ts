import { saveBlob } from '../../../core/save-blob.ts';
import { type KeeperPort, told } from '../../../core/staff/port.ts';

/** Saves the empty declaration on the device. False when the gateway did not give it. */
export async function saveTemplate(port: KeeperPort): Promise<boolean> {
  try {
    saveBlob(await port.client().call('declarationTemplate', undefined, { signal: port.signal() }), 'declaration.xlsx');
    return true;
  } catch (error) {
    return told(port, error) === undefined;
  }
}
