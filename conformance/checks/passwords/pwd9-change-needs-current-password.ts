import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { goodPassword } from '../bench/mailed-passwords.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { withValue } from '../bench/with-value.ts'
import { defineCheck } from '../check.ts'
import { changePassword, openChangeForm } from './change-form.ts'
import { opensElsewhere } from './opens-elsewhere.ts'

const MINUTE = 60
const WRONG = 'certainly not the password'

export const pwd9 = defineCheck({
  id: 'PWD9',
  title: 'A password is changed with the current one only',
  source: '6.2.3',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['codes'],
  needs: ['pages.changePassword'],
  seconds: 180,
  claims: {
    asked: 'changing the password asks for the current one',
    wrong: 'a wrong current password changes nothing',
    none: 'no current password changes nothing',
    limited: 'after as many wrong ones as block an account the right one changes nothing',
    ...rejectionClaims,
  },
  async prove(bench) {
    const person = await loggedIn(bench)
    const form = await openChangeForm(person)
    bench.require('asked', form.current !== undefined, 'there is no field for it')
    const fresh = otherPassword(person)
    const rejections = new Rejections(bench)
    let error: string | undefined
    const sent = await person.requestOf(async () => {
      error = await person.errorAfter(() => changePassword(person, form, WRONG, fresh))
    })
    const isChanged = async () => opensElsewhere(person, fresh)
    rejections.prove({
      claim: 'wrong',
      of: 'a wrong current password',
      error,
      accepted: await isChanged(),
      otherwise: 'the new password opens the account',
    })
    const jar = await Jar.of(person)
    const bare = await jar.sendFresh(sent, (fresh) => withValue(fresh, WRONG, undefined))
    await jar.close()
    rejections.prove({
      claim: 'none',
      of: 'no current password',
      error: bare.error,
      accepted: await isChanged(),
      otherwise: 'the new password opens the account',
    })
    await rejections.control({
      of: 'the right current password',
      async works() {
        await changePassword(person, await openChangeForm(person), person.account.password, fresh)
        return isChanged()
      },
      async afresh() {
        const other = await loggedIn(bench)
        const own = otherPassword(other)
        await changePassword(other, await openChangeForm(other), other.account.password, own)
        return opensElsewhere(other, own)
      },
    })
    await proveLimited(bench)
  },
})

/** Someone at a browser that was left open would guess the password without end. */
async function proveLimited(bench: Bench) {
  const limit = bench.target.documented?.attempts
  if (limit === undefined)
    return bench.skip('limited', 'The documentation names no number of wrong passwords.')
  const person = await loggedIn(bench)
  const fresh = otherPassword(person)
  const form = await openChangeForm(person)
  const sent = await person.interceptRequest(() => changePassword(person, form, WRONG, fresh))
  const jar = await Jar.of(person)
  for (let left = limit; left > 0; left--) await jar.sendFresh(sent)
  await jar.sendFresh(sent, (again) => withValue(again, WRONG, person.account.password))
  await jar.close()
  const { blockedFor } = bench.target.documented ?? {}
  // The block may hold at the login, too.
  if (blockedFor !== undefined) await person.wait(blockedFor + MINUTE)
  bench.claim('limited', !(await opensElsewhere(person, fresh)), 'the password is changed')
}

async function loggedIn(bench: Bench): Promise<Person> {
  const person = await account(bench)
  await toProtectedPage(person)
  return person
}

/** One that the rule here takes, and that is not the person's already. */
function otherPassword({ bench, account }: Person): string {
  const good = goodPassword(bench)
  return good === account.password ? `${good} too` : good
}
