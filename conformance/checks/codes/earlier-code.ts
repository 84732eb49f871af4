import { isIn } from '../../session/signed-in.ts'
import { toProtectedPage } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import type { Rejections } from '../bench/rejections.ts'
import { heldCode } from './held-code.ts'
import { letCodesPass } from './let-codes-pass.ts'

const MOST_TRIES = 3

/**
 * Somebody logs in twice, and the first of the two codes is sent once more while the deployment still takes codes of its time step. A
 * product that remembers the last code alone takes it again.
 * @param arranged when the person was arranged, in milliseconds
 */
export async function proveEarlier(person: Person, arranged: number, rejections: Rejections): Promise<void> {
  const { bench } = person
  // What is mailed is valid for minutes: nothing of it is too old.
  if (!person.session.mailed) await letCodesPass(person, arranged)
  if (!person.session.mailed && !(await opensWithStep(person, -1))) {
    if (await opensWithStep(person, 0))
      return bench.skip('earlier', 'The code of the time step before opens nothing here, used or not.')
    return bench.unproven(
      'earlier',
      'The control fails: sent in the same way, the code of now opens nothing either.',
    )
  }
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const refused = await tryEarlier(person)
    if (refused)
      return rejections.prove({ claim: 'earlier', of: 'a code used before the last one', ...refused })
  }
  bench.unproven('earlier', 'The code always was too old before it could be sent again.')
}

/** The control: the same, of a code that was not used. @param step how many time steps from now */
async function opensWithStep(person: Person, step: number): Promise<boolean> {
  const attempt = await heldCode(await person.bench.elsewhere(person))
  await attempt.send(await person.session.app.ofStep(step))
  const facts = await attempt.jar.signedIn()
  await attempt.jar.close()
  return isIn(facts)
}

/** `undefined` where the code was refused for its age. */
async function tryEarlier(person: Person) {
  const { app, codes, mailed } = person.session
  await toProtectedPage(await person.bench.elsewhere(person))
  const earlier = codes.used()
  await toProtectedPage(await person.bench.elsewhere(person))
  const attempt = await heldCode(await person.bench.elsewhere(person))
  const { error } = await attempt.send(earlier)
  const facts = await attempt.jar.signedIn()
  await attempt.jar.close()
  const wasInTime = mailed !== undefined || (await app.ofStep(-1)) === earlier
  return isIn(facts) || wasInTime ? { error, facts } : undefined
}
