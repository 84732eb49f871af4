import { Jar } from '../bench/jar.ts'
import { enterCode, holder, toCode } from '../bench/journeys.ts'
import { isIn } from '../bench/person.ts'
import { proveRefused } from '../bench/refusal.ts'
import { withValue } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'

export const otp3 = defineCheck({
  id: 'OTP3',
  title: 'A one-time code is refused two time steps before and after its own',
  source: '6.5.5; RFC 6238 §5.2',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['authenticator-app'],
  seconds: 120,
  async prove(bench) {
    const drift = bench.target.documented?.codeDrift
    if (drift !== undefined)
      bench.claim(`the documented drift of ${drift} is at most one time step`, drift <= 1)
    const person = await holder(bench)
    for (const steps of [-2, 2]) {
      await toCode(person)
      const sent = await person.holdsBack(() => enterCode(person, 'wrong'))
      const jar = await Jar.of(person)
      const [wrong, other] = await Promise.all([person.session.app.wrong(), person.session.app.ofStep(steps)])
      const { error } = await jar.send(withValue(sent, wrong, other))
      await proveRefused(bench, {
        of: `the code of ${Math.abs(steps)} time steps ${steps < 0 ? 'ago' : 'ahead'}`,
        error,
        facts: await jar.signedIn(),
        afterwards: 'the code of now is accepted',
        works: async () => {
          await jar.send(withValue(sent, wrong, await person.session.app.right()))
          return isIn(await jar.signedIn())
        },
      })
      await jar.close()
    }
  },
})
