import { ProblemError } from '../../../client/errors.ts';
import type { FormDefinition } from '../../../contract/form.ts';
import { type Fault, type KeeperPort, told } from '../../../core/staff/port.ts';

/** A form that comes as JSON: pasted or from a file. What was given stays until it is taken over. */
export class ImportModel {
  text = '';
  busy = false;
  /** Why it is not taken over. */
  fault?: Fault | { code: 'empty' | 'unreadable' | 'notJson' };
  /** What stands where something else should: `steps.0.items.2.type`. */
  wrong: { path: string; code: string }[] = [];

  constructor(readonly port: KeeperPort) {}

  write(text: string): void {
    this.text = text;
    this.fault = undefined;
    this.wrong = [];
    this.port.update();
  }

  clear(): void {
    this.busy = false;
    this.write('');
  }

  async read(file: File): Promise<void> {
    try {
      this.write(await file.text());
    } catch {
      this.#refuse({ code: 'unreadable' });
    }
  }

  /** The form, once the gateway has found it of the right shape; undefined where it is not. */
  async take(service: string): Promise<FormDefinition | undefined> {
    if (this.busy) return undefined;
    const { text } = this;
    this.write(text);
    if (!text.trim()) return this.#refuse({ code: 'empty' });
    let definition: FormDefinition;
    try {
      definition = JSON.parse(text) as FormDefinition;
    } catch {
      return this.#refuse({ code: 'notJson' });
    }
    this.busy = true;
    this.port.update();
    try {
      const { definition: sound } = await this.port.client().call('readForm', { params: { id: service }, body: { definition } }, { signal: this.port.signal() });
      this.clear();
      return sound;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'input.invalid') this.wrong = (error.problem.errors ?? []).map(({ path, code }) => ({ path: path.replace(/^definition\.?/, ''), code }));
      return this.#refuse(told(this.port, error));
    } finally {
      this.busy = false;
      this.port.update();
    }
  }

  #refuse(fault: ImportModel['fault']): undefined {
    this.fault = fault;
    this.port.update();
  }
}
