export interface SavedFile {
  name: string;
  href: string;
}

/** In a suite: what pages save while a test of it runs, which the browser would write to the disk of this machine. */
export function savedFiles(): () => readonly SavedFile[] {
  const click = HTMLAnchorElement.prototype.click;
  let saved: SavedFile[] = [];
  beforeEach(() => {
    saved = [];
    HTMLAnchorElement.prototype.click = function () {
      saved.push({ name: this.download, href: this.href });
    };
  });
  afterEach(() => {
    HTMLAnchorElement.prototype.click = click;
  });
  return () => saved;
}
