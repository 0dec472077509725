import { noneId } from '../../../rules/guide-path.ts';
import type { GuideItem } from './list.ts';
import type { KeeperPort } from '../../../core/staff/port.ts';

/** What a new guide is asked for before it can be written. */
export class NewModel {
  title = '';
  id = '';
  fault?: 'title' | 'id' | 'taken';

  constructor(readonly port: KeeperPort, private readonly onBegin: (id: string, title: string, order: number) => void) {}

  begin(others: readonly GuideItem[]): void {
    const [id, title] = [this.id.trim(), this.title.trim()];
    this.fault = !title ? 'title' : !/^[a-z0-9][a-z0-9-]{0,39}$/.test(id) || id === noneId ? 'id' : others.some((other) => other.id === id) ? 'taken' : undefined;
    this.port.update();
    if (this.fault) {
      void this.port.focus(this.fault === 'title' ? '#new-title' : '#new-id');
      return;
    }
    this.title = this.id = '';
    // Behind all others; the order is changed in the guide.
    this.onBegin(id, title, 10 * (others.length + 1));
  }
}
