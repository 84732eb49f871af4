import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { fieldOf, isAt, sandboxOf, sendForm } from './tamper.ts'

/** What is known of the organizations, and how one of them adds somebody. */
interface Known {
  send: Send
  /** Address → the organizations that have added it. */
  homes: Map<string, Set<string>>
  /** Those of them who have activated an account. */
  active: Set<string>
  /** Organization → the cookies of one of its Administrators. */
  cookies: Map<string, string>
}

let known: Known | undefined
/** Whether the request of now is one that the product makes itself. */
let isOwn = false

/** Whom another organization has, the one that they come to at its provider has as well. */
async function addTo(
  organization: string,
  email: string,
  isEnough: (known: Known) => boolean,
): Promise<void> {
  const isElsewhere = [...(known?.homes.get(email) ?? [])].some((home) => home !== organization)
  const cookie = known?.cookies.get(organization)
  if (!known || !isElsewhere || !cookie || !isEnough(known)) return
  isOwn = true
  const list = `${organization}/configuration/users`
  await sendForm(known.send, list, cookie, { addresses: email, role: 'Viewer' })
  isOwn = false
}

const noting = (send: Send): Send => {
  const own: Known = { send, homes: new Map(), active: new Set(), cookies: new Map() }
  known = own
  let invited = ''
  return async (request) => {
    const sandbox = sandboxOf(request)
    if (request.method === 'POST' && isAt(request, '/configuration/users')) {
      invited = (await fieldOf(request, 'addresses')) ?? ''
      own.homes.set(invited, new Set([...(own.homes.get(invited) ?? []), sandbox]))
    }
    const answer = await send(request)
    if (request.method === 'POST' && isAt(request, '/activate') && answer.status < 400)
      own.active.add(invited)
    if (isAt(request, '/dashboard') && answer.status === 200)
      own.cookies.set(sandbox, request.headers.get('cookie') ?? '')
    return answer
  }
}

const letsIn = (
  fails: readonly string[],
  id: string,
  title: string,
  isEnough: (known: Known, email: string) => boolean,
): Defect =>
  flaw(fails, id, title, {
    tamper: noting,
    rules: ({ verifySignIn, isFormForged }) => ({
      isFormForged: (sent, own) => !isOwn && isFormForged(sent, own),
      async verifySignIn(claim) {
        const found = await verifySignIn(claim)
        const email = String(found.claims.email)
        const { href: url } = new URL(claim.answer instanceof URL ? claim.answer : claim.answer.url)
        await addTo(sandboxOf({ url }), email, (all) => isEnough(all, email))
        return found
      },
    }),
  })

/** The provider of one organization speaks for the people of another one. */
export const providersOfAnotherOrganization: Defect[] = [
  letsIn(
    ['RP21.invited', 'RP21.active'],
    'provider-speaks-for-other-organizations',
    'The provider of one organization lets in whom another organization has added',
    () => true,
  ),
  letsIn(
    ['RP21.active'],
    'provider-speaks-for-active-users',
    'The provider of one organization lets in who has an account of another organization',
    ({ active }, email) => active.has(email),
  ),
]
