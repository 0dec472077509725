import { expect } from '@open-wc/testing';
import { define, setPrefix, tagOf, version } from '../../src/core/define.ts';
import { quietConsole } from '../support/console.ts';

describe('define', () => {
  const told = quietConsole();
  afterEach(() => setPrefix(''));

  it('registers once under the plain name, quietly also the second time', () => {
    class First extends HTMLElement {}
    define('define-once', First);
    define('define-once', First);
    expect(customElements.get('define-once')).to.equal(First);
    expect((First as { version?: string }).version).to.equal(version);
    expect(told.warnings()).to.deep.equal([]);
  });

  it('leaves a copy of the same version as it is, without a word', () => {
    class Copy extends HTMLElement {}
    class Second extends HTMLElement {}
    define('define-copy', Copy);
    define('define-copy', Second);
    expect(customElements.get('define-copy')).to.equal(Copy);
    expect(told.warnings()).to.deep.equal([]);
  });

  it('warns of another version and of a foreign element, and goes on', () => {
    customElements.define('define-old', class extends HTMLElement { static version = '0.0.1'; });
    customElements.define('define-foreign', class extends HTMLElement {});
    define('define-old', class extends HTMLElement {});
    define('define-foreign', class extends HTMLElement {});
    expect(told.warnings()).to.have.length(2);
    expect(told.warnings()[0]).to.contain('already defined by Mizban 0.0.1');
    expect(told.warnings()[1]).to.contain('already defined by another script');
    expect(told.warnings()[1]).to.contain('data-prefix');
  });

  it('puts the prefix before every tag, written with or without its hyphen', () => {
    for (const prefix of ['alborz', 'alborz-']) {
      setPrefix(prefix);
      expect(tagOf('desk-config')).to.equal('alborz-desk-config');
    }
    class Prefixed extends HTMLElement {}
    define('define-prefixed', Prefixed);
    expect(customElements.get('alborz-define-prefixed')).to.equal(Prefixed);
    expect(customElements.get('define-prefixed')).to.equal(undefined);
  });
});
