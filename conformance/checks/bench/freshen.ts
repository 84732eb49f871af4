import type { Csrf } from '../../targets/target.ts'
import { type Field, fieldsOf, isJson, mapJson, withFields } from './body.ts'
import type { PageForm, PageTokens } from './page-tokens.ts'
import type { Sent } from './sent.ts'

const TOKEN = /csrf|xsrf|authenticity|verification-?token/i

interface Given {
  /** That the request is sent with: name → value. */
  cookies: ReadonlyMap<string, string>
  csrf?: Csrf | undefined
  /** What a person typed; without it, fields that people see stay as they are. */
  typed?: readonly string[] | undefined
  /** Address of the page that gives this, where a person is on it. */
  page?: string | undefined
}

/**
 * The same request with what another page gives in place of what the first one gave: hidden fields of the same form, headers that
 * carry a token from a `meta` element or a cookie (double submit), and the id in the address of a form. What the page does not
 * give stays as it was; so does what a script has put into a hidden field that the page leaves empty. Where the page has no such form,
 * as when it begins anew, only tokens come from it: what is called so, or random.
 */
export function freshen(
  sent: Sent,
  { forms, meta, actions }: PageTokens,
  { cookies, csrf = {}, typed, page }: Given,
): Sent {
  const token = tokenFor(meta, cookies, csrf)
  const headers = Object.entries(sent.headers).map(([name, value]): [string, string] => [
    name,
    isToken(name, csrf.header) ? (token ?? value) : value,
  ])
  const form = sameForm(sent, forms)
  // The first form comes last: of several values for one name it has the one for the whole page.
  const isLoose = ([name, value]: Field) => TOKEN_SHAPE.test(value) || isToken(name, csrf.field)
  const random = new Map(forms.toReversed().flatMap(({ hidden }) => [...hidden].filter(isLoose)))
  const fieldValue = (name: string, old: unknown) =>
    (form?.fields.has(name) ? form.hidden : random).get(name) ||
    (typed && typeof old === 'string' && !typed.includes(old) && form?.filled.get(name)) ||
    (isToken(name, csrf.field) ? token : undefined)
  return {
    ...sent,
    url: (form && page && ownAddress(sent, form, page)) ?? sameAction(sent.url, actions),
    headers: Object.fromEntries(headers),
    body: withValues(sent.body, fieldValue),
  }
}

/** What a token looks like: long, and in one piece. */
export const TOKEN_SHAPE = /^\S{16,}$/

/**
 * The form that sends such a request: it has one of the fields that people fill in, if there are any, and most of all. A button of the
 * same name tells nothing. Where nobody fills in anything, it is sent to the same address. Among forms for several things, it is the one
 * for the same thing.
 */
function sameForm({ body, url, from = url }: Sent, forms: readonly PageForm[]): PageForm | undefined {
  const fields = isJson(body) ? textsIn(JSON.parse(body)) : fieldsOf(body)
  const likeness = (form: PageForm): number => {
    const { hidden, buttons } = form
    const filled = fields.filter(([name]) => !hidden.has(name) && !buttons.has(name))
    const own = fields.filter(([name]) => form.fields.has(name))
    if (own.length === 0 || (filled.length > 0 && !filled.some(([name]) => form.fields.has(name)))) return 0
    if (filled.length === 0 && !sendsTo(form, url, from)) return 0
    const equal = own.filter(([name, value]) => hidden.get(name) === value)
    return own.length + equal.length / (fields.length + 1)
  }
  const [best] = forms.map((form) => ({ form, like: likeness(form) })).toSorted((a, b) => b.like - a.like)
  return best && best.like > 0 ? best.form : undefined
}

/** Whether a form on that page may have sent something there: paths that differ in an id are those of forms for several things. */
function sendsTo({ actions }: PageForm, url: string, page: string): boolean {
  const pathOf = (address: string) => new URL(address).pathname.split('/')
  const wanted = pathOf(url)
  const isAlike = (own: string[]) =>
    own.length === wanted.length &&
    own.every((part, at) => part === wanted[at] || (ID.test(part) && ID.test(wanted[at] ?? '')))
  return (
    actions.length === 0 ||
    actions.some((action) => isAlike(pathOf(new URL(action, absolute(page, url)).href)))
  )
}

/** The page may be unknown, as an empty one is. */
const absolute = (page: string, url: string) => (page.startsWith('http') ? page : url)

/** The texts in JSON, by the names of their fields. */
function textsIn(value: unknown): Field[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string' ? [[name, inner] as Field] : textsIn(inner),
  )
}

/** What names one thing of many: a number, a UUID, random characters. */
const ID = /\d|^.{16,}$/

/** The address of the page, where its form is sent to the page itself as the first one was, and names another account or thing in one place. */
function ownAddress({ url, from }: Sent, { actions }: PageForm, page: string): string | undefined {
  const old = segmentsOf(url)
  const own = segmentsOf(page)
  const other = own.filter((segment, at) => segment !== old[at])
  const isAlike = own.length === old.length && other.length === 1 && own.length > 1
  return from === url && actions.length === 0 && isAlike ? page : undefined
}

const segmentsOf = (address: string): string[] => new URL(address).pathname.split('/').filter(Boolean)

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
export const isToken = (name: string, named: string | undefined): boolean =>
  named === undefined ? isTokenName(name) : name.toLowerCase() === named.toLowerCase()

function withValues(body: string, change: (name: string, old: unknown) => string | undefined): string {
  if (body === '') return body
  if (isJson(body)) return mapJson(body, (name, old) => change(name, old) ?? old)
  return withFields(body, (fields) => fields.map(([name, old]) => [name, change(name, old) ?? old]))
}
