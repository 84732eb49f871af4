import { holder, toDashboard } from '../bench/journeys.ts'
import { isIn } from '../bench/person.ts'
import { isOut } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'

const HOUR = 60 * 60
const MINUTE = 60

export const ses4 = defineCheck({
  id: 'SES4',
  title: 'A session ends after the documented time without requests, and after the documented time in all',
  source: 'NIST 2.2.3; 7.3.1; 7.3.2',
  level: 'SHOULD',
  asvsLevel: 2,
  needs: ['authenticator-app', 'clock', 'documented.idleTimeout', 'documented.sessionLife'],
  async prove(bench) {
    const [idle, life] = [bench.documented('idleTimeout'), bench.documented('sessionLife')]
    bench.claim(`the documented ${idle} s without requests are an hour at most`, idle <= HOUR)
    bench.claim(`the documented ${life} s in all are a day at most`, life <= 24 * HOUR)
    const person = await holder(bench)
    const { clock } = person.session.arranged
    await toDashboard(person)
    await clock.advance?.(idle - MINUTE)
    bench.claim(
      'a minute before, the session is still there',
      isIn(await person.signedIn()),
      'it has ended early',
    )
    await clock.advance?.(idle + 1)
    bench.claim(`after ${idle} s without requests it is over`, isOut(await person.signedIn()), 'it goes on')

    await toDashboard(person)
    const step = Math.floor(idle / 2)
    const steps = Math.floor((life - MINUTE) / step)
    for (let n = 0; n < steps; n++) {
      await clock.advance?.(step)
      await person.signedIn()
    }
    bench.claim('with a request now and then it goes on', isIn(await person.signedIn()), 'it has ended early')
    await clock.advance?.(life - steps * step + 1)
    bench.claim(`after ${life} s in all it is over`, isOut(await person.signedIn()), 'it goes on')
  },
})
