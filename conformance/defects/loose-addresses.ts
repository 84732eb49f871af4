import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { fieldOf, isAt } from './tamper.ts'

const withoutTag = (email: string) => email.replace(/\+[^@]*/, '')
const withoutDot = (email: string) => email.replace(/^([^.@])\./, '$1')
const withoutCase = (email: string) => email.normalize('NFKC').toUpperCase().toLowerCase()

/** The address that was typed for a reset, where it is not that of the account, as long as its mail has not been sent. */
let asked: string | undefined

/** Finds accounts by addresses that have been made equal first. */
const compareAs =
  (equal: (email: string) => string) =>
  (send: Send): Send =>
  async (request) => {
    if (request.method !== 'POST') return send(request)
    const form = new URLSearchParams(await request.clone().text())
    const typed = form.get('email')
    const found = typed === null ? undefined : equal(typed)
    if (typed === null || found === undefined || found === typed.toLowerCase()) return send(request)
    asked = typed
    form.set('email', found)
    return send(new Request(request, { body: form.toString() }))
  }

const mailedAsTyped = (id: string, title: string, equal: (email: string) => string): Defect => ({
  id,
  title,
  tamper: compareAs(equal),
  mail: toAsked,
  flows: [],
  checks: ['LNK15'],
  fails: ['LNK15.alike'],
})

const sameAccount = (id: string, title: string, equal: (email: string) => string, claim: string): Defect => ({
  id,
  title,
  rules: ({ readEmail }) => ({ readEmail: (typed) => readEmail(equal(typed)) }),
  flows: [],
  checks: ['OWN4', 'OWN2'],
  fails: [claim],
})

/** The address that was typed for a reset in another way than it is stored. */
const typing =
  (send: Send): Send =>
  async (request) => {
    const typed = request.method === 'POST' ? await fieldOf(request, 'email') : null
    if (typed !== null && isAt(request, '/forgot')) asked = /[A-Z]/.test(typed) ? typed : undefined
    return send(request)
  }

const toAsked: NonNullable<Defect['mail']> = (mail) => {
  const to = asked === undefined ? mail.to : [asked]
  asked = undefined
  return { ...mail, to }
}

/** Addresses that differ are taken for one. */
export const looseAddresses: Defect[] = [
  mailedAsTyped(
    'letters-alike-get-the-link',
    'An address with letters that look alike finds an account, and the link goes to the address as typed',
    withoutCase,
  ),
  mailedAsTyped(
    'tagged-address-gets-the-link',
    'An address with a tag finds the account without it, and the link goes to the address as typed',
    withoutTag,
  ),
  flaw(
    'LNK15.stored',
    'reset-goes-to-the-address-as-typed',
    'A reset is mailed to the address as it was typed, in capitals',
    { tamper: typing, mail: toAsked },
  ),
  sameAccount('tag-is-cut-off', 'The tag of an address counts for nothing', withoutTag, 'OWN4.tag'),
  sameAccount('dot-is-left-out', 'A dot in an address counts for nothing', withoutDot, 'OWN4.dot'),
]
