import { atNewPassword, mailedKinds } from '../bench/new-password.ts'
import { NotTestable } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'
import { proveAccepted } from './choose.ts'
import { mixedPassword } from './shape.ts'

const LOWER_CASE = 'herons on a long wet pier'

export const pwd4 = defineCheck({
  id: 'PWD4',
  title: 'No kinds of characters are required: a passphrase in lower case is accepted',
  source: 'NIST 3.1.1.2; 6.2.5',
  level: 'MUST',
  asvsLevel: 1,
  roles: [mailedKinds],
  uses: ['login', 'codes'],
  needs: ['mailbox'],
  claims: { accepted: 'a passphrase of lower-case words is accepted' },
  async prove(bench) {
    const { passwordKinds, passwordKindCount } = bench.target.documented ?? {}
    if (passwordKinds || passwordKindCount)
      throw new NotTestable('The documentation demands kinds of characters; PWD10 and PWD11 look at them.')
    await proveAccepted(bench, await atNewPassword(bench), {
      claim: 'accepted',
      password: LOWER_CASE,
      control: mixedPassword(LOWER_CASE.length),
    })
  },
})
