import { enterPassword, isHeldAtPassword, isPastPassword, toPassword } from '../bench/journeys.ts'
import { atNewPassword, mailedKinds, setPassword } from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { proveAccepted } from './choose.ts'

/** 80 characters: more than the 72 bytes that bcrypt reads. */
const LONG = 'violet harbour 27 lanterns and a dozen Grey herons on the long wet pier at noonx'

export const pwd3 = defineCheck({
  id: 'PWD3',
  title: 'A password of 80 characters is compared to its last character, and in its case',
  source: '6.2.8',
  level: 'MUST',
  asvsLevel: 1,
  roles: [mailedKinds, 'login'],
  uses: ['codes'],
  needs: ['mailbox'],
  claims: {
    accepted: 'a password of 80 characters is accepted',
    last: 'the password with another last character is refused',
    case: 'the password in lower case is refused',
    ...rejectionClaims,
  },
  async prove(bench) {
    const person = await atNewPassword(bench)
    if (!(await proveAccepted(bench, person, { claim: 'accepted', password: LONG }))) return
    const rejections = new Rejections(bench)
    for (const [claim, password] of [
      ['last', `${LONG.slice(0, -1)}y`],
      ['case', LONG.toLowerCase()],
    ] as const) {
      // At another computer each time: if the password logs in, nothing asks for one any more.
      const other = await bench.elsewhere(person)
      await toPassword(other)
      other.session.choosePassword(password)
      const error = await other.errorAfter(() => enterPassword(other, 'new'))
      rejections.prove({
        claim,
        of: claim === 'last' ? 'another last character' : 'lower case',
        error,
        accepted: !(await isHeldAtPassword(other)),
        facts: await other.signedIn(),
      })
    }
    await rejections.control({
      of: 'the password itself',
      works: () => opens(person),
      async afresh() {
        const other = await atNewPassword(bench)
        await setPassword(other, LONG)
        return opens(other)
      },
    })
  },
})

async function opens(person: Person): Promise<boolean> {
  await toPassword(person)
  person.session.choosePassword(LONG)
  await enterPassword(person, 'new')
  return isPastPassword(person)
}
