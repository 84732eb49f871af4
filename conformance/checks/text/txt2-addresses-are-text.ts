import type { Bench } from '../bench/bench.ts'
import { member, toEmail } from '../bench/journeys.ts'
import { tokenOf } from '../bench/link-token.ts'
import { mailedLink } from '../bench/mailed-link.ts'
import { sentLink } from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { RETURN_NAMES } from '../sessions/asking.ts'
import { judgePage } from './judge-markup.ts'
import { MARKUP } from './markup.ts'

/** Names of parameters that pages show, in words or in a field. */
const NAMES = [
  ...['error', 'error_description', 'message', 'msg', 'info', 'notice', 'reason', 'status', 'title'],
  ...['email', 'login', 'login_hint', 'name', 'user', 'username', 'q', 'search', 'code', 'state', 'lang'],
  ...RETURN_NAMES,
]

export const txt2 = defineCheck({
  id: 'TXT2',
  title: 'What the address of a page holds comes back as text',
  source: '1.2.1; 1.3.2',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login'],
  uses: ['activation', 'reset', 'codes'],
  needs: [],
  claims: {
    path: 'markup in the address of a page that does not exist is shown as text',
    parameters: 'markup in the parameters of the pages of a login is shown as text',
    token: 'markup in place of the token of a mailed link is shown as text',
  },
  async prove(bench) {
    const person = await member(bench)
    const { url } = person.session.arranged
    await judgeAt(person, 'path', `${url.replace(/\/$/, '')}/${encodeURIComponent(MARKUP.typed)}`)
    await judgeAt(person, 'parameters', withMarkup(url))
    await toEmail(person)
    await judgeAt(person, 'parameters', withMarkup(person.page.url()))
    await judgeLinks(bench)
  },
})

async function judgeLinks(bench: Bench) {
  const kinds = (['activation', 'reset'] as const).filter((kind) => bench.optionalRole(kind))
  if (kinds.length === 0 || !bench.target.capabilities.includes('mailbox'))
    return bench.skip('token', 'No link is mailed here.')
  for (const kind of kinds) {
    const person = await sentLink(bench, kind)
    const link = await mailedLink(person, bench.role(kind).openLink)
    await judgeAt(person, 'token', link.replace(tokenOf(link), encodeURIComponent(MARKUP.typed)))
  }
}

/** Every parameter of this address is markup, and so are many that it may know. */
function withMarkup(url: string): string {
  const at = new URL(url)
  for (const name of new Set([...at.searchParams.keys(), ...NAMES])) at.searchParams.set(name, MARKUP.typed)
  return at.href
}

async function judgeAt(person: Person, claim: string, url: string) {
  // The browser shows a page of its own where the deployment answers nothing.
  await person.open(url).catch(() => undefined)
  await judgePage(person.bench, person, claim)
}
