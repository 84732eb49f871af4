import { takesLoginName } from '../../session/overrides.ts'
import { member } from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { proveAddedOnce } from './added-once.ts'
import { opensWith } from './opens-with.ts'
import { proveResetReaches } from './reset-reaches.ts'

export const own2 = defineCheck({
  id: 'OWN2',
  title: 'An address in other capitals is the same account',
  source: 'RFC 5321 §2.3.11, §4.1.2 (domains have no case); products in use compare the local part so, too',
  level: 'SHOULD',
  roles: ['login'],
  uses: ['reset', 'administration'],
  needs: [],
  seconds: 90,
  claims: {
    capitals: 'the address in capitals and the right password log in as usual',
    reset: 'a reset that is asked for with the address in capitals changes the password of the account',
    added: 'adding a user once more, with the address in capitals, makes no second one',
  },
  async prove(bench) {
    const { screen, fill = {} } = bench.role('login').enterEmail('registered')
    if (Object.keys(fill).some((label) => takesLoginName(bench, screen, label)))
      throw new NotTestable(
        'People type a login name here, and no standard says that its capitals mean nothing.',
      )
    const person = await member(bench)
    if (!(await opensWith(await bench.elsewhere(person), (email) => email)))
      throw new Unproven('The right password is not accepted.')
    const capitals = await opensWith(await bench.elsewhere(person), inCapitals)
    bench.claim('capitals', capitals, 'they do not')
    for (const [claim, prove] of Object.entries({ reset: proveResetReaches, added: proveAddedOnce }))
      if (capitals) await skipIfNotTestable(bench, [claim], () => prove(bench, inCapitals))
      else bench.skip(claim, 'The address in capitals is another account here.')
  },
})

const inCapitals = (email: string) => email.toUpperCase()
