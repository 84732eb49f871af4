import type { Locator } from '@playwright/test'
import { addUsers } from '../../../machines/first-login/add-users.ts'
import { Jar } from '../bench/jar.ts'
import { enterPassword, toPassword } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { proveUnchanged } from '../bench/refusal.ts'
import { withValue } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'

const NEW = 'herons on a long wet pier'
const WRONG = 'certainly not the password'

export const pwd9 = defineCheck({
  id: 'PWD9',
  title: 'A password is changed with the current one only',
  source: '6.2.3',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['pages.changePassword'],
  async prove(bench) {
    const person = await bench.person(addUsers, 'viewer')
    await person.opens(bench.pages('changePassword'))
    const { current, fresh, button } = await formOf(person)
    bench.claim('changing the password asks for the current one', current !== undefined)
    const change = async (typed: string) => {
      await current?.fill(typed)
      for (const field of fresh) await field.fill(NEW)
      await button.click()
      await person.session.settling.settled(person.patience)
    }
    let error: string | undefined
    const sent = await person.sends(async () => {
      error = await person.isTold(() => change(WRONG))
    })
    const jar = await Jar.of(person)
    const bare = await jar.send(withValue(sent, WRONG, undefined))
    await jar.close()
    await proveUnchanged(bench, {
      of: 'a change with a wrong current password, or with none',
      error: bare.error && error,
      stays: 'the old password is still the right one, and the new one is none',
      holds: async () => {
        const other = await bench.elsewhere(person)
        await toPassword(other)
        other.session.choosePassword(NEW)
        await enterPassword(other, 'new')
        if (await other.isAt('verify-your-identity', 0)) return false
        await enterPassword(other)
        return other.isAt('verify-your-identity')
      },
    })
  },
})

/** Which field is which, as a password manager would tell; else by the order in which forms have them. */
async function formOf({ page }: Person): Promise<{ current?: Locator; fresh: Locator[]; button: Locator }> {
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
