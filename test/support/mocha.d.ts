// What browser tests use of mocha's globals; the runner brings mocha itself, without its types.
type Work = (this: { timeout(milliseconds: number): void }) => void | Promise<void>;
declare function describe(title: string, suite: (this: { timeout(milliseconds: number): void }) => void): void;
declare function it(title: string, test: Work): void;
declare function before(work: Work): void;
declare function after(work: Work): void;
declare function beforeEach(work: Work): void;
declare function afterEach(work: Work): void;
