import { guessInVain } from './guess.ts'
import { enterCode, toCode } from './journeys.ts'
import type { Person } from './person.ts'

/** A field that comes with a message is there by then, in milliseconds. */
const AT_ONCE = 500

/** Enters wrong codes. A product may end the login with each wrong code: the next one needs a login of its own. */
export async function guessCodes(person: Person, times: number): Promise<void> {
  for (let left = times; left > 0; ) {
    const guesser = await person.bench.elsewhere(person)
    const chosen = guesser.session.choosePassword(person.session.chosenPassword)
    await toCode(guesser, chosen === '' ? 'right' : 'new')
    const enter = () => enterCode(guesser, 'wrong')
    await guessInVain(guesser, 1, enter)
    left -= 1
    await guesser.settle()
    if (left > 0 && (await guesser.isAt(person.role('codes').codeForm, AT_ONCE))) {
      await guessInVain(guesser, left, enter)
      left = 0
    }
    await guesser.session.context.close()
  }
}
