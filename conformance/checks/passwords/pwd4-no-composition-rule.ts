import { choosePassword, newcomer } from '../bench/journeys.ts'
import { defineCheck } from '../check.ts'

const LOWER_CASE = 'herons on a long wet pier'

export const pwd4 = defineCheck({
  id: 'PWD4',
  title: 'No kinds of characters are demanded: a passphrase in lower case is accepted',
  source: 'NIST 3.1.1.2; 6.2.5',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['mailbox'],
  async prove(bench) {
    const person = await newcomer(bench)
    await choosePassword(person, LOWER_CASE)
    const said = (await person.snapshot()).alerts.join(' ')
    bench.claim(
      'a passphrase of lower-case words is accepted',
      await person.isAt('account-activated'),
      `it is refused: ${said || 'without a word'}`,
    )
  },
})
