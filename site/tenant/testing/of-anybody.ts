/**
 * A page without what differs from browser to browser, its form token, and from person to person, their address. So two people’s pages
 * can be compared.
 */
export const ofAnybody = (html: string, address: string): string =>
  html
    .replaceAll('<wbr/>', '')
    .replaceAll(address, 'someone')
    .replace(/(name="csrf_token" (?:content|value)=)"[^"]*"/g, '$1"…"')
