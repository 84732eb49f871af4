import { NotThere } from '../../session/find.ts'
import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { enterCode, hasApp, holder, toCode, toProtectedPage } from '../bench/journeys.ts'
import { LEEWAY } from '../bench/leeway.ts'
import { namesPerson } from '../bench/names-person.ts'
import type { Person } from '../bench/person.ts'
import { readingsOf } from '../bench/readings.ts'
import { isOut } from '../bench/rejections.ts'
import type { Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { forEachWayIn, type WayIn } from './ways-in.ts'

const HOUR = 60 * 60
const MINUTE = 60

export const ses4 = defineCheck({
  id: 'SES4',
  title: 'A session ends after the documented time without requests, and after the documented time in all',
  source: 'NIST 2.2.3; 7.3.1; 7.3.2',
  level: 'SHOULD',
  asvsLevel: 2,
  roles: ['login', 'session'],
  uses: ['codes', 'sso'],
  seconds: 120,
  needs: ['clock', 'documented.idleTimeout', 'documented.sessionLife'],
  claims: {
    'idle-hour': 'the documented time without requests is an hour at most',
    'life-day': 'the documented time in all is a day at most',
    'idle-before': 'a minute before the end of the idle time the session is still there',
    idle: 'after the idle time the session is over',
    interfaces: 'after the idle time no interface that the protected page reads names the person',
    used: 'a session with a request now and then goes on until its total time',
    life: 'after its total time the session is over',
    'half-way': 'a login that waits for its code for longer than a session may last logs nobody in',
  },
  async prove(bench) {
    const [idle, life] = [bench.documented('idleTimeout'), bench.documented('sessionLife')]
    bench.claim('idle-hour', idle <= HOUR, `it is ${idle} s`)
    bench.claim('life-day', life <= 24 * HOUR, `it is ${life} s`)
    await forEachWayIn(bench, ['idle-before', 'idle', 'interfaces', 'used', 'life'], (way) =>
      proveEnds(bench, way, { idle, life }),
    )
    await proveHalfWay(bench, life)
  },
})

/** A login that is left at its second step must end, too: somebody else may find the computer. */
async function proveHalfWay(bench: Bench, life: number) {
  if (!hasApp(bench)) return bench.skip('half-way', 'Nobody has an authenticator app here.')
  const person = await holder(bench)
  // The control: who does not wait is logged in by the code.
  await toProtectedPage(await bench.elsewhere(person))
  await toCode(person)
  await person.wait(life + LEEWAY)
  await enterCode(person).catch((error: unknown) => {
    if (!(error instanceof NotThere)) throw error
  })
  bench.claimOut('half-way', await person.signedIn(), `after ${life} s it does`)
}

async function proveEnds(
  bench: Bench,
  { someone, logIn }: WayIn,
  { idle, life }: Record<'idle' | 'life', number>,
) {
  const person = await someone()
  const reads = readingsOf(person)
  await logIn(person)
  await person.settle()
  const naming = await thatName(person, reads())
  await person.wait(idle - MINUTE)
  bench.claim('idle-before', isIn(await person.signedIn()), 'it has ended early')
  await person.wait(idle + LEEWAY)
  // Before the page is asked for, which may end what these leave open.
  const open = await thatName(person, naming)
  if (naming.length === 0) bench.skip('interfaces', 'No interface that is read there names the person.')
  else bench.claim('interfaces', open.length === 0, `${pathsOf(open)} answers`)
  bench.claim('idle', isOut(await person.signedIn()), `after ${idle} s it continues`)

  const other = await bench.elsewhere(person)
  await logIn(other)
  const step = Math.floor(idle / 2)
  const steps = Math.floor((life - MINUTE) / step)
  for (let n = 0; n < steps; n++) {
    await other.wait(step)
    await other.signedIn()
  }
  bench.claim('used', isIn(await other.signedIn()), 'it has ended early')
  await other.wait(life - steps * step + LEEWAY)
  bench.claim('life', isOut(await other.signedIn()), `after ${life} s it continues`)
}

const pathsOf = (asks: readonly Sent[]) => asks.map(({ url }) => new URL(url).pathname).join(', ')

/** Those of the requests whose answer names the person. */
async function thatName(person: Person, asks: readonly Sent[]): Promise<Sent[]> {
  const jar = await Jar.of(person)
  const naming: Sent[] = []
  for (const ask of asks) if (namesPerson(await jar.read(ask), person.account.email)) naming.push(ask)
  await jar.close()
  return naming
}
