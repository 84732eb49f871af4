import { type HTMLElement, parse } from 'node-html-parser'

/** Attributes whose address a mail program loads by itself. */
const LOADING = ['src', 'background', 'poster']

const addressesOf = (element: HTMLElement): string[] => [
  ...LOADING.flatMap((name) => element.getAttribute(name) ?? []),
  ...(element.getAttribute('srcset') ?? '').split(/\s+|,/),
  ...(element.rawTagName.toLowerCase() === 'link' ? [element.getAttribute('href') ?? ''] : []),
  ...inStyle(element.getAttribute('style') ?? ''),
]

const inStyle = (style: string): string[] =>
  [...style.matchAll(/url\(\s*["']?([^"')]+)/g)].map(([, url = '']) => url)

/** The addresses on other hosts that a mail program loads when it shows this HTML. */
export function loadsIn(html: string, ownHost: string): string[] {
  const root = parse(html, { comment: false })
  const styles = root.querySelectorAll('style').flatMap((style) => inStyle(style.text))
  const all = [...root.querySelectorAll('*').flatMap(addressesOf), ...styles]
  return all.filter((address) => {
    const url = URL.canParse(address) ? new URL(address) : undefined
    return url !== undefined && /^https?:$/.test(url.protocol) && url.host !== ownHost
  })
}

/** The secrets in the addresses of links: long parts of a path or of a query. */
const LONG_PART = /[\w~-]{16,}/g

/** Those of the addresses that tell whose mail it is: they hold the address of the account, or part of a link that is for them alone. */
export function tellingIn(html: string, ownHost: string, email: string): string[] {
  const links = parse(html)
    .querySelectorAll('a[href]')
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => URL.canParse(href) && new URL(href).host === ownHost)
  const secrets = links.flatMap((href) => href.match(LONG_PART) ?? [])
  const whole = (text: string) =>
    decodeURIComponent(text.replaceAll(/%(?![\da-f]{2})/gi, '%25')).toLowerCase()
  const telling = [email, ...secrets].map((text) => text.toLowerCase())
  return loadsIn(html, ownHost).filter((address) => telling.some((text) => whole(address).includes(text)))
}
