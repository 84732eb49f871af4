import { bitsOf, type Enrolment } from '../../../machines/devices/enrolment.ts'
import { scanPage, scanPictures, writtenKey } from '../../page/scan.ts'
import { isIn } from '../../session/signed-in.ts'
import { answersDuring } from '../bench/answers.ts'
import {
  enterFirstCode,
  enterPassword,
  member,
  requireApp,
  toAppEnrolment,
  toPassword,
  whyInWithoutFactor,
} from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { pagesOf } from '../bench/readings.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'

const LEAST_BITS = 112

export const otp5 = defineCheck({
  id: 'OTP5',
  title: 'An authenticator app gets a new, long secret, and counts only after a right code',
  source: 'NIST 3.1.4; 6.5.3; 14.2.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes', 'session'],
  needs: ['authenticator-app'],
  seconds: 90,
  claims: {
    bits: `the secret has at least ${LEAST_BITS} bits`,
    address: 'no address that the page asks for holds the secret',
    key: 'the key that people type who cannot scan is that of the QR code',
    account: 'the QR code tells the app of no address but that of the account',
    fresh: 'another enrolment has another secret',
    wrong: 'a wrong first code logs nobody in',
    pending: 'after a wrong first code no app is enrolled: the next login asks for no code',
    hidden: 'once the app is enrolled, no page that opens to its holder holds the secret',
    ...rejectionClaims,
  },
  async prove(bench) {
    requireApp(bench)
    const person = await member(bench)
    const addresses: string[] = []
    person.page.on('request', (request) => addresses.push(request.url()))
    await toAppEnrolment(person)
    const first = await scanned(person)
    const naming = addresses.find((url) => url.toLowerCase().includes(first.secret.toLowerCase()))
    bench.claim('address', naming === undefined, `it asks for ${naming && new URL(naming).pathname}`)
    const bits = bitsOf(first)
    bench.claim('bits', bits >= LEAST_BITS, `it has ${bits}`)
    await proveSameKey(person)
    await proveAccount(person)
    const again = await bench.elsewhere(person)
    await toAppEnrolment(again)
    const second = await scanned(again)
    const enrolment = again.page.url()
    bench.claim('fresh', first.secret !== second.secret, 'it is the same one')
    const rejections = new Rejections(bench)
    const error = await again.errorAfter(() => enterFirstCode(again, 'wrong'))
    const early = whyInWithoutFactor(bench)
    if (early) bench.skip('wrong', `People are logged in before they choose a method: ${early}`)
    else rejections.prove({ claim: 'wrong', of: 'a wrong first code', error, facts: await again.signedIn() })
    const asked = await asksForCode(person)
    rejections.prove({
      claim: 'pending',
      of: 'a wrong first code',
      error,
      accepted: asked,
      otherwise: 'the next login asks for a code',
    })
    await rejections.control({
      of: 'the right first code',
      works: () => enrols(again),
      async afresh() {
        const other = await member(bench)
        await toAppEnrolment(other)
        return enrols(other)
      },
    })
    await proveHidden(again, enrolment, second.secret)
  },
})

/** Else nobody who types it gets in. */
async function proveSameKey({ bench, page }: Person) {
  const first = await scanPictures(page)
  const written = first && (await writtenKey(page))
  // What shows the key may draw another code.
  const drawn = (await scanPictures(page)) ?? first
  if (!drawn || !written) return bench.skip('key', 'The page does not show both a QR code and its key.')
  const isSame = drawn.secret.toUpperCase() === written.secret.toUpperCase()
  bench.claim('key', isSame, 'it is another one')
}

/** Else people of several accounts take the code of another one. A name that is no address proves nothing. */
async function proveAccount({ bench, page, account }: Person) {
  const label = (await scanPictures(page))?.account ?? ''
  const [named] = /[^\s()<>]+@[^\s()<>]+/.exec(label) ?? []
  if (!named) return bench.skip('account', 'The page shows no QR code that names an address.')
  bench.claim('account', named.toLowerCase() === account.email.toLowerCase(), `it says “${named}”`)
}

/** Else a person who gets at an open session for a moment can make the codes for good. */
async function proveHidden(person: Person, enrolment: string, secret: string) {
  const { bench } = person
  if (!isIn(await person.signedIn()))
    return bench.skip('hidden', 'The person is not logged in after the enrolment.')
  await person.open(person.session.arranged.dashboard)
  const urls = (await pagesOf(person)).map(({ url }) => url)
  for (const url of [...urls, enrolment]) {
    const answers = await answersDuring(person, () => person.open(url).catch(() => undefined))
    const isDrawn = (await scanPage(person.page))?.secret === secret
    const isShown = isDrawn || answers.some((text) => holds(text, secret))
    if (!bench.claim('hidden', !isShown, `${new URL(url).pathname} shows it again`)) return
  }
}

/** People read a secret in groups. */
const holds = (text: string, secret: string) =>
  text
    .replaceAll(/[\s-]|&nbsp;/g, '')
    .toLowerCase()
    .includes(secret.toLowerCase())

async function enrols(person: Person): Promise<boolean> {
  await enterFirstCode(person)
  await person.settle()
  return asksForCode(person)
}

/** Whether the person's next login, in another browser, asks for a code. */
async function asksForCode(person: Person): Promise<boolean> {
  const later = await person.bench.elsewhere(person)
  await toPassword(later)
  await enterPassword(later)
  const { codeForm, methods } = later.role('codes')
  const { protectedPage } = later.role('session')
  const next = await later.isAtOneOf([codeForm, methods, protectedPage])
  if (next === undefined)
    throw new Unproven('The next login comes to none of the screens behind the password.')
  return next === codeForm
}

async function scanned({ page }: Person): Promise<Enrolment> {
  const enrolment = await scanPage(page)
  if (!enrolment) throw new Unproven('There is neither a QR code nor a key as text.')
  return enrolment
}
