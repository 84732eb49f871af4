import type { Locator } from '@playwright/test'
import { Jar } from '../bench/jar.ts'
import { enterPassword, goodPassword, isPastPassword, toPassword } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { withValue } from '../bench/with-value.ts'
import { defineCheck } from '../check.ts'

const WRONG = 'certainly not the password'

export const pwd9 = defineCheck({
  id: 'PWD9',
  title: 'A password is changed with the current one only',
  source: '6.2.3',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['administration', 'login'],
  needs: ['pages.changePassword'],
  claims: {
    asked: 'changing the password asks for the current one',
    wrong: 'a wrong current password changes nothing',
    none: 'no current password changes nothing',
    ...rejectionClaims,
  },
  async prove(bench) {
    const person = await bench.person(bench.role('administration').viewer)
    await person.open(bench.pages('changePassword'))
    const form = await formOf(person)
    bench.require('asked', form.current !== undefined, 'there is no field for it')
    const fresh = otherPassword(person)
    const rejections = new Rejections(bench)
    let error: string | undefined
    const sent = await person.requestOf(async () => {
      error = await person.errorAfter(() => change(person, form, WRONG, fresh))
    })
    const isChanged = async () => opens(await bench.elsewhere(person), fresh)
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
        await person.open(bench.pages('changePassword'))
        await change(person, await formOf(person), person.account.password, fresh)
        return isChanged()
      },
      async afresh() {
        const other = await bench.person(bench.role('administration').viewer)
        await other.open(bench.pages('changePassword'))
        const own = otherPassword(other)
        await change(other, await formOf(other), other.account.password, own)
        return opens(await bench.elsewhere(other), own)
      },
    })
  },
})

/** Whether a password opens the account. */
async function opens(person: Person, password: string): Promise<boolean> {
  await toPassword(person)
  person.session.choosePassword(password)
  await enterPassword(person, 'new')
  const past = await isPastPassword(person)
  await person.session.context.close()
  return past
}

/** One that the rule here takes, and that is not the person's already. */
function otherPassword({ bench, account }: Person): string {
  const good = goodPassword(bench)
  return good === account.password ? `${good} too` : good
}

async function change(person: Person, { current, fresh, button }: ChangeForm, typed: string, chosen: string) {
  await current?.fill(typed)
  for (const field of fresh) await field.fill(chosen)
  await button.click()
  await person.settle()
}

interface ChangeForm {
  current?: Locator
  fresh: Locator[]
  button: Locator
}

/** Which field is which, as a password manager would tell; else by the order in which forms have them. */
async function formOf({ page }: Person): Promise<ChangeForm> {
  const form = page
    .locator('form')
    .filter({ has: page.locator('input[type=password]') })
    .first()
  const fields = await form.locator('input[type=password]').all()
  if (fields.length === 0) throw new Unproven('There is no form for a new password.')
  const kinds = await Promise.all(fields.map((field) => field.getAttribute('autocomplete')))
  const named = kinds.indexOf('current-password')
  const at = named >= 0 ? named : kinds.includes('new-password') ? -1 : fields.length === 3 ? 0 : -1
  const current = fields[at]
  return {
    ...(current && { current }),
    fresh: fields.filter((field) => field !== current),
    button: form.locator('button[type=submit], input[type=submit], button:not([type])').first(),
  }
}
