import { isIn } from '../../session/signed-in.ts'
import { holder } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { heldCode, opensNow } from './held-code.ts'
import { namesOfAccount, naming } from './named-account.ts'
import { otherDigit } from './other-digit.ts'

export const otp11 = defineCheck({
  id: 'OTP11',
  title: 'A one-time code opens the account of its own app, and is compared in every digit',
  source: 'RFC 6238 §4, §5.1; RFC 4226 §7.2; 6.5.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes'],
  needs: ['authenticator-app'],
  seconds: 90,
  claims: {
    other: 'the code of another person’s app opens no session',
    named: 'neither does it where the form names that person’s account',
    first: 'a code with another first digit opens no session',
    last: 'a code with another last digit opens no session',
    ...rejectionClaims,
  },
  async prove(bench) {
    const other = await holder(bench)
    const rejections = new Rejections(bench)
    let person = await holder(bench)
    let attempt = await heldCode(person)
    for (const [claim, { of, make }] of Object.entries(tried)) {
      const { error } = await attempt.send(await make(person.session.app, other.session.app))
      const facts = await attempt.jar.signedIn()
      rejections.prove({ claim, of, error, facts })
      if (!isIn(facts)) continue
      // Once logged in, a jar stays logged in, so the next attempt needs a new one.
      await attempt.jar.close()
      person = await holder(bench)
      attempt = await heldCode(person)
    }
    const theirs = await heldCode(other)
    const again = await heldCode(await bench.elsewhere(other))
    const names = namesOfAccount(theirs.sent, again.sent, attempt.sent, other.account.password)
    const { error } = await attempt.send(await other.session.app.ofStep(0), (fresh) =>
      naming(fresh, names, other.account.email),
    )
    const facts = await attempt.jar.signedIn()
    rejections.prove({ claim: 'named', of: 'another person’s code and account', error, facts })
    await Promise.all([theirs.jar.close(), again.jar.close()])
    await rejections.control({
      of: 'the code of now',
      works: () => opensNow(attempt, person),
      async afresh() {
        const another = await holder(bench)
        return opensNow(await heldCode(another), another)
      },
    })
    await attempt.jar.close()
  },
})

type App = Person['session']['app']

/** Claim → what is sent for it, made at the last moment: a code is one of its time step. */
const tried = {
  other: { of: 'the code of another person’s app', make: (_own: App, other: App) => other.ofStep(0) },
  first: { of: 'a code with another first digit', make: (own: App) => changed(own, 0) },
  last: { of: 'a code with another last digit', make: (own: App) => changed(own, -1) },
}

async function changed(app: App, at: number): Promise<string> {
  const around = await Promise.all([-1, 0, 1].map((steps) => app.ofStep(steps)))
  return otherDigit(await app.ofStep(0), at, around)
}
