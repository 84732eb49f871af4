import { Jar } from '../bench/jar.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { namesPerson } from '../bench/names-person.ts'
import { NotTestable } from '../bench/outcome.ts'
import { pagesOf, readingsOf } from '../bench/readings.ts'
import { defineCheck } from '../check.ts'

export const ses11 = defineCheck({
  id: 'SES11',
  title:
    'What names the person who is logged in is kept in no cache: after logging out, Back shows none of it',
  source: '14.3.2',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'session'],
  uses: ['codes'],
  needs: [],
  claims: { 'no-store': 'Cache-Control says no-store of every page and interface that names the person' },
  async prove(bench) {
    const person = await account(bench)
    const reads = readingsOf(person)
    await toProtectedPage(person)
    const jar = await Jar.of(person)
    let tried = 0
    for (const ask of [...(await pagesOf(person)), ...reads()]) {
      const answer = await jar.read(ask)
      if (!namesPerson(answer, person.account.email)) continue
      tried += 1
      const said = answer.headers['cache-control']
      const observed = `${new URL(ask.url).pathname} has ${said === undefined ? 'no Cache-Control' : `“${said}”`}`
      bench.claim('no-store', /\bno-store\b/i.test(said ?? ''), observed)
    }
    await jar.close()
    if (tried === 0) throw new NotTestable('Nothing that opens names the person who is logged in.')
  },
})
