/** Signs that XML 1.0 cannot hold in any spelling. */
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text for XML and HTML, in elements and attributes. */
export const escaped = (text: string): string => text.replace(impossible, '').replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
