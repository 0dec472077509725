import type { GuideAgency, GuideFinding, GuideTree } from '../contract/guide.ts';

type Text = { fa: string };

/**
 * What is still unwritten in a tree that somebody is at work on: the contract takes no such tree, so its place is told
 * before it is sent.
 */
export function checkGuideTexts(tree: GuideTree): GuideFinding[] {
  const findings: GuideFinding[] = [];
  const tell = (path: string, code: string): void => void findings.push({ path, code, severity: 'error' });
  const text = (path: string, value: Text | undefined): void => {
    if (value && !value.fa.trim()) tell(path, 'text.empty');
  };
  const words = (path: string, lines: readonly string[]): void => {
    const written = lines.map((line) => line.trim()).filter(Boolean);
    if (written.length === 0) tell(path, 'words.empty');
    else if (written.some(({ length }) => length < 2)) tell(path, 'words.short');
    else if (written.length > 5) tell(path, 'words.tooMany');
  };
  const agency = (path: string, value: GuideAgency | undefined): void => {
    if (value && 'named' in value) words(path, value.named);
  };
  text('title', tree.title);
  for (const node of tree.nodes) {
    const path = `nodes.${node.id}`;
    if (node.kind === 'question') {
      text(`${path}.text`, node.text);
      node.options.forEach(({ label, to }, at) => {
        text(`${path}.options.${at}.label`, label);
        if (!to) tell(`${path}.options.${at}.to`, 'target.none');
      });
      continue;
    }
    text(`${path}.title`, node.title);
    node.contacts?.forEach(({ name, phone, provinces }, at) => {
      text(`${path}.contacts.${at}.name`, name);
      if (!/^\d{3,11}$/.test(phone)) tell(`${path}.contacts.${at}.phone`, 'phone.invalid');
      if (provinces?.some((line) => line.trim() && !/^[a-z0-9][a-z0-9.-]*$/.test(line.trim()))) tell(`${path}.contacts.${at}.provinces`, 'province.invalid');
    });
    node.services?.forEach((service, at) => {
      const here = `${path}.services.${at}`;
      if (Object.keys(service.known ?? {}).some((field) => field && !/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/.test(field))) tell(`${here}.known`, 'known.field');
      if ('offering' in service) {
        if (!service.offering.trim()) tell(`${here}.offering`, 'text.empty');
        return;
      }
      words(`${here}.need`, service.need);
      agency(`${here}.agency`, service.agency);
    });
    node.offices?.forEach((office, at) => {
      const here = `${path}.offices.${at}`;
      agency(`${here}.agency`, office.agency);
      if (office.unit) words(`${here}.unit`, office.unit);
    });
  }
  return findings;
}
