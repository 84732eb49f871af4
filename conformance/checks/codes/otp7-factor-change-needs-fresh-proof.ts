import { press } from '../../session/find.ts'
import { Jar } from '../bench/jar.ts'
import { enterCode, enterPassword, holder, toDashboard } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { proveUnchanged } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'

export const otp7 = defineCheck({
  id: 'OTP7',
  title: 'A factor is added only by who has just proven again who they are',
  source: '7.5.1',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['authenticator-app', 'pages.methods'],
  async prove(bench) {
    const { at, confirm, add } = bench.pages('methods')
    const person = await holder(bench)
    await toDashboard(person)
    const methods = new URL(at, person.session.arranged.dashboard).href
    const fresh = await bench.elsewhere(person)
    await toDashboard(fresh)
    await fresh.opens(methods)
    if (confirm && (await fresh.canPress(confirm))) await proveAgain(fresh, confirm)
    const sent = await fresh.sends(() => presses(fresh, add))
    if (!(await fresh.isAt('keep-your-account-safe')))
      throw new Unproven(`“${add}” leads to no choice of a method.`)

    await person.opens(methods)
    const offered = await person.canPress(add)
    const jar = await Jar.of(person)
    const error = offered ? await person.isTold(() => presses(person, add)) : (await jar.send(sent)).error
    await proveUnchanged(bench, {
      of: `adding a factor ${offered ? 'by its button' : 'by the request of somebody who has proven it'}`,
      error,
      stays: 'no method can be chosen',
      holds: async () => {
        const { body } = await jar.open(methods)
        await person.opens(methods)
        return !body.includes('Keep Your Account Safe') && !(await person.isAt('keep-your-account-safe', 0))
      },
    })
    await jar.close()
  },
})

const presses = async ({ page, patience, session }: Person, label: string) => {
  await press(page, label, patience)
  await session.settling.settled(patience)
}

async function proveAgain(person: Person, confirm: string) {
  await presses(person, confirm)
  await person.sees('enter-your-password')
  await enterPassword(person)
  await person.sees('verify-your-identity')
  await enterCode(person)
  await person.session.settling.settled(person.patience)
}
