import { Jar } from '../bench/jar.ts'
import { holder, toDashboard } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import { isIn } from '../bench/person.ts'
import { isOut } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'

export const ses2 = defineCheck({
  id: 'SES2',
  title: 'After logging out the session id of before opens nothing',
  source: '7.4.1',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['authenticator-app'],
  async prove(bench) {
    const person = await holder(bench)
    await toDashboard(person)
    const kept = await Jar.of(person)
    if (!isIn(await kept.signedIn()))
      throw new Unproven('The cookies of the session are not enough to be logged in.')
    await person.does('dashboard', { press: 'Log out' })
    bench.claim('whoever logs out is out', isOut(await person.signedIn()), 'the session goes on')
    bench.claim(
      'the cookies of before are worth nothing',
      isOut(await kept.signedIn()),
      'they open the session again',
    )
    await kept.close()
    await toDashboard(person)
    bench.claim('and one can log in again', isIn(await person.signedIn()))
  },
})
