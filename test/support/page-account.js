// Runs in a page before all else (see watched-page.ts). A file of its own: compilers add helpers that a page does not have.
{
  const account = (window.account = { violations: [], codeFromText: 0 });
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    account.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`);
  });
  // The driver of the tests evaluates, too; what the page's scripts do has an address in its stack.
  const note = () => {
    if (/https?:\/\//.test(new Error().stack)) account.codeFromText++;
  };
  const count = (real) => new Proxy(real, {
    apply(target, self, parts) {
      note();
      return Reflect.apply(target, self, parts);
    },
    construct(target, parts) {
      note();
      return Reflect.construct(target, parts);
    },
  });
  window.Function = count(window.Function);
  window.eval = count(window.eval);
}
