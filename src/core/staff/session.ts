import '../../client/staff.ts';
import type { StaffSession } from '../../contract/staff.ts';
import { faultOf, type StaffPort, type Fault } from './port.ts';

/** Who is signed in. The session itself is a cookie that no script can read. */
export class SessionModel {
  phase: 'checking' | 'out' | 'in' | 'unreachable' = 'checking';
  staff?: StaffSession['staff'];
  /** It ran out while somebody was at work. */
  expired = false;
  username = '';
  busy = false;
  fault?: Fault | { code: 'empty' };

  constructor(readonly port: StaffPort) {}

  /** Asks whether the cookie still opens the desk. */
  async check(): Promise<void> {
    this.phase = 'checking';
    this.port.update();
    try {
      const { staff } = await this.port.client().call('staffSession', undefined, { signal: this.port.signal() });
      this.staff = staff;
      this.phase = 'in';
    } catch (error) {
      const { code } = faultOf(error);
      this.phase = code === 'staff.signInNeeded' || code === 'staff.forbidden' ? 'out' : 'unreachable';
    }
    this.port.update();
  }

  /** Gives who signed in, or undefined when it did not work. */
  async signIn(password: string): Promise<StaffSession['staff'] | undefined> {
    if (this.busy) return undefined;
    const username = this.username.trim();
    if (!username || !password) {
      this.fault = { code: 'empty' };
      this.port.update();
      await this.port.focus(username ? '#password' : '#username');
      return undefined;
    }
    this.busy = true;
    this.fault = undefined;
    this.port.update();
    try {
      const { staff } = await this.port.client().call('signIn', { body: { username, password } }, { signal: this.port.signal() });
      this.staff = staff;
      this.phase = 'in';
      this.expired = false;
      return staff;
    } catch (error) {
      this.fault = faultOf(error);
      return undefined;
    } finally {
      this.busy = false;
      this.port.update();
      if (this.fault) await this.port.focus('#password');
    }
  }

  /** Closes the session here and at the gateway. False when the gateway did not hear it: the cookie still opens. */
  async signOut(): Promise<boolean> {
    try {
      await this.port.client().call('signOut', undefined, { signal: this.port.signal() });
    } catch (error) {
      if (faultOf(error).code !== 'staff.signInNeeded') return false;
    }
    this.staff = undefined;
    this.username = '';
    this.expired = false;
    this.phase = 'out';
    this.port.update();
    return true;
  }

  lapse(): void {
    if (this.phase === 'out') return;
    this.username = this.staff?.username ?? '';
    this.expired = true;
    this.phase = 'out';
    this.port.update();
    void this.port.focus('#password');
  }
}
