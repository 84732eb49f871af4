import { parse } from 'node-html-parser'
import type { Csrf } from '../../targets/target.ts'
import type { Sent } from './sent.ts'

/** What a page gives its forms and scripts to send back, in addition to what a person types. */
export interface PageTokens {
  /** Name of a hidden field → its value. */
  hidden: ReadonlyMap<string, string>
  /** Name of a field that people see → what is filled in already. */
  filled: ReadonlyMap<string, string>
  /** Name of a `meta` element → its content. */
  meta: ReadonlyMap<string, string>
  /** Where its forms are sent, as they are written. */
  actions: readonly string[]
}

const TOKEN = /csrf|xsrf|authenticity|verification-?token/i

/** Reads the hidden fields and the tokens for scripts of a page. */
export function tokensOf(html: string): PageTokens {
  const page = parse(html.includes('<') ? html : '')
  const read = (selector: string, value: string) =>
    new Map(
      page
        .querySelectorAll(selector)
        .map((element): [string, string] => [
          element.getAttribute('name') ?? '',
          element.getAttribute(value) ?? '',
        ]),
    )
  const actions = page
    .querySelectorAll('form[action], [formaction]')
    .map((element) => element.getAttribute('formaction') ?? element.getAttribute('action') ?? '')
  return {
    hidden: read('input[type=hidden][name]', 'value'),
    filled: read(`input[name][value]${NO_TEXT.map((type) => `:not([type=${type}])`).join('')}`, 'value'),
    meta: read('meta[name]', 'content'),
    actions,
  }
}

/** Kinds of input whose value people do not type. */
const NO_TEXT = ['hidden', 'checkbox', 'radio', 'submit', 'button', 'image', 'reset']

interface Given {
  /** That the request is sent with: name → value. */
  cookies: ReadonlyMap<string, string>
  csrf?: Csrf | undefined
  /** What a person typed; without it, fields that people see stay as they are. */
  typed?: readonly string[] | undefined
}

/**
 * The same request with what another page gives in place of what the first one gave: hidden fields of forms, headers that
 * carry a token from a `meta` element or a cookie (double submit), and the id in the address of a form. What the page does not
 * give stays as it was; so does what a script has put into a hidden field that the page leaves empty.
 */
export function freshen(
  sent: Sent,
  { hidden, filled, meta, actions }: PageTokens,
  { cookies, csrf = {}, typed }: Given,
): Sent {
  const token = tokenFor(meta, cookies, csrf)
  const headers = Object.entries(sent.headers).map(([name, value]): [string, string] => [
    name,
    isToken(name, csrf.header) ? (token ?? value) : value,
  ])
  const fieldValue = (name: string, old: unknown) =>
    hidden.get(name) ||
    (typed && typeof old === 'string' && !typed.includes(old) && filled.get(name)) ||
    (isToken(name, csrf.field) ? token : undefined)
  return {
    ...sent,
    url: sameAction(sent.url, actions),
    headers: Object.fromEntries(headers),
    body: withFields(sent.body, fieldValue),
  }
}

/** What names one thing of many: a number, a UUID, random characters. */
const ID = /\d|^.{16,}$/

/** The address of the form that does the same with another thing: `/users/7/remove` for `/users/3/remove`. */
function sameAction(url: string, actions: readonly string[]): string {
  const segments = (address: string) => address.split(/[/?&=]/)
  const old = segments(url)
  const isAlike = (action: string) => {
    const own = segments(action)
    const other = own.filter((segment, at) => segment !== old[at])
    return own.length === old.length && other.every((segment) => ID.test(segment)) && other.length <= 1
  }
  const addresses = actions.map((action) => new URL(action, url).href)
  return addresses.includes(url) ? url : (addresses.find(isAlike) ?? url)
}

/** The token that a script would send: the one that the profile names, else the one whose name says that it is one. */
function tokenFor(meta: PageTokens['meta'], cookies: ReadonlyMap<string, string>, csrf: Csrf) {
  const named = (csrf.meta && meta.get(csrf.meta)) ?? (csrf.cookie && cookies.get(csrf.cookie))
  const alike = [...meta, ...cookies].find(([name]) => TOKEN.test(name))?.[1]
  const found = named ?? alike
  return found === undefined ? undefined : decodeURIComponent(found)
}

/** Whether a name says that what it names is a token against cross-site requests. */
export const isTokenName = (name: string): boolean => TOKEN.test(name)

/** Whether a header or a field carries the token: by the profile's name, else by its own. */
const isToken = (name: string, named: string | undefined): boolean =>
  named === undefined ? isTokenName(name) : name.toLowerCase() === named.toLowerCase()

function withFields(body: string, fieldValue: (name: string, old: unknown) => string | undefined): string {
  if (body === '') return body
  if (body.startsWith('{'))
    return JSON.stringify(JSON.parse(body, (name, old: unknown) => fieldValue(name, old) ?? old))
  const entries = [...new URLSearchParams(body)].map(([name, old]) => [name, fieldValue(name, old) ?? old])
  return new URLSearchParams(entries).toString()
}
