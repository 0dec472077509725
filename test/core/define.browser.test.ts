import { expect } from '@open-wc/testing';
import { define, tagOf, version } from '../../src/core/define.ts';

describe('define', () => {
  it('registers once under the plain name and says where it stands', () => {
    class First extends HTMLElement {}
    define('define-once', First);
    define('define-once', First);
    expect(customElements.get('define-once')).to.equal(First);
    expect(tagOf('define-once')).to.equal('define-once');
    expect((First as { version?: string }).version).to.equal(version);
  });
});
