import { isIn } from '../../session/signed-in.ts'
import { performWithAddress } from '../bench/fill-with.ts'
import { inside } from '../bench/inside.ts'
import { Jar } from '../bench/jar.ts'
import { enterPassword, holder, isHeldAtPassword, toCode, toEmail, whyInOneForm } from '../bench/journeys.ts'
import { namesAnother, namesPerson } from '../bench/names-person.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { secondAccount } from '../bench/second-account.ts'
import type { Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { codeOfNow, type HeldCode, heldCode } from '../codes/held-code.ts'
import { withAccount } from './account-fields.ts'

export const own6 = defineCheck({
  id: 'OWN6',
  title: 'A login that waits for its code stays with the account whose password was given',
  source: '8.2.2',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'codes', 'session'],
  uses: ['administration', 'activation'],
  needs: ['authenticator-app'],
  seconds: 120,
  claims: {
    named: 'a form for the code that names another account does not open that account',
    switched:
      'a login where the address of another account was entered in another tab meanwhile does not open that account',
    asked:
      'another address that is entered after the password leads to the password of that account, not past it',
  },
  async prove(bench) {
    const { person: owner, jar: ownerJar, asks } = await inside(await holder(bench))
    await ownerJar.close()
    if (asks.length === 0) throw new NotTestable('Nothing that opens names the person who is logged in.')
    const own = owner.account.email
    const other = (await secondAccount(bench, owner)).address
    const attempt = async () => heldCode(await bench.elsewhere(owner))
    const codeOf = ({ person }: HeldCode) => person.session.codes.right()
    const refused: string[] = []
    const judge = async (claim: string, jar: Jar) => {
      const seen = isIn(await jar.signedIn()) ? await whoIsIn(jar, asks, own, other) : 'nobody'
      if (seen === 'nobody') refused.push(claim)
      else if (seen === 'unknown') bench.unproven(claim, 'Somebody is logged in, and no page names them.')
      else bench.claim(claim, seen === 'own', 'that account is opened')
    }

    const named = await attempt()
    await named.send(await codeOf(named), (fresh) => withAccount(fresh, own, other))
    await judge('named', named.jar)

    const switched = await attempt()
    // The mail of this login comes before that of the other one; the code of an app is one of its moment.
    const mailed = await switched.person.session.mailed?.right()
    await beginAs(switched.person, other)
    // As the older tab sends it: with the tokens that its page had.
    const jar = await Jar.of(switched.person)
    await jar.send(switched.withCode(mailed ?? (await codeOf(switched))))
    await judge('switched', jar)

    const asked = await bench.elsewhere(owner)
    await toCode(asked)
    await beginAs(asked, other)
    bench.claim('asked', await isHeldAtPassword(asked), 'it leads past the password')

    await Promise.all([named.jar, switched.jar, jar].map((each) => each.close()))

    if (refused.length === 0) return
    const control = await attempt()
    const { of, works } = codeOfNow(bench, control)
    const isAccepted = await works()
    await control.jar.close()
    for (const claim of refused)
      if (isAccepted) bench.claim(claim, true)
      else bench.unproven(claim, `The control fails: ${of} is not accepted either.`)
  },
})

/** Begins another login in the same browser, for another account. */
async function beginAs(person: Person, address: string): Promise<void> {
  await toEmail(person)
  await performWithAddress(person, person.role('login').enterEmail('registered'), () => address)
  // Where one form asks for both, the address alone is not sent.
  if (whyInOneForm(person.bench)) await enterPassword(person, 'wrong')
}

async function whoIsIn(jar: Jar, asks: readonly Sent[], own: string, other: string) {
  const answers = await Promise.all(asks.map((ask) => jar.read(ask)))
  if (answers.some((answer) => namesAnother(answer, own, other))) return 'other'
  return answers.some((answer) => namesPerson(answer, own)) ? 'own' : 'unknown'
}
