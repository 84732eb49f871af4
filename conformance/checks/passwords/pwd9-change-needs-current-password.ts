import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { goodPassword } from '../bench/mailed-passwords.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { withValue } from '../bench/with-value.ts'
import { defineCheck } from '../check.ts'
import { changePassword, openChangeForm, passwordOpens } from './change-form.ts'

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
  claims: {
    asked: 'changing the password asks for the current one',
    wrong: 'a wrong current password changes nothing',
    none: 'no current password changes nothing',
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
    const isChanged = async () => passwordOpens(await bench.elsewhere(person), fresh)
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
        return passwordOpens(await bench.elsewhere(other), own)
      },
    })
  },
})

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
