import { Jar } from '../bench/jar.ts'
import { holder, toProtectedPage } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { pressLabel, proveAgain } from './prove-again.ts'

export const otp7 = defineCheck({
  id: 'OTP7',
  title: 'A factor is added only after a fresh proof of who it is',
  source: '7.5.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes', 'session'],
  needs: ['authenticator-app', 'pages.methods'],
  seconds: 90,
  claims: { unproven: 'without a fresh proof no method can be chosen', ...rejectionClaims },
  async prove(bench) {
    const { at, add } = bench.pages('methods')
    const { methods: choice } = bench.role('codes')
    const methods = (person: Person) => new URL(at, person.session.arranged.dashboard).href
    // The request is learned from someone who proves afresh who they are.
    const fresh = await holder(bench)
    await toProtectedPage(fresh)
    await fresh.open(methods(fresh))
    const sent = await addsAfterProof(fresh)

    const person = await bench.elsewhere(fresh)
    await toProtectedPage(person)
    await person.open(methods(person))
    const offered = await person.canPress(add)
    const jar = await Jar.of(person)
    const error = offered
      ? await person.errorAfter(() => pressLabel(person, add))
      : (await jar.sendFresh(sent.request)).error
    await person.open(methods(person))
    const rejections = new Rejections(bench)
    rejections.prove({
      claim: 'unproven',
      of: `adding a factor ${offered ? 'by its button' : 'by the request of someone who has proven it'}`,
      error,
      accepted: await person.isAt(choice, 0),
      otherwise: 'the methods are offered',
    })
    await jar.close()
    await rejections.control({
      of: 'adding one after a fresh proof',
      works: async () => (await addsAfterProof(person)).worked,
      afresh: async () => sent.worked,
    })
  },
})

/** Proves afresh who it is, where that is asked for, and adds a factor: answers the request, and whether it led to the methods. */
async function addsAfterProof(person: Person) {
  const { confirm, add } = person.bench.pages('methods')
  if (confirm && (await person.canPress(confirm))) await proveAgain(person, confirm)
  const request = await person.requestOf(() => pressLabel(person, add))
  return { request, worked: await person.isAt(person.role('codes').methods) }
}
