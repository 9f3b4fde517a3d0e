/** Text that may stand anywhere in HTML, also inside a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"'`=]/g, (sign) => `&#${sign.charCodeAt(0).toString()};`);

/** A text that fits in one line of a header: no control or format characters, no line breaks, at most `max` characters. */
export function oneLine(text: string, max = 160): string {
  const plain = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const signs = [...plain];
  return signs.length <= max ? plain : `${signs.slice(0, max - 1).join('')}…`;
}

/** An address that leads out of a mail; anything but http and https is refused. Throws TypeError. */
export function webAddress(url: string): string {
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') throw new TypeError(`not a web address: ${protocol}`);
  return href;
}
