import type { Request } from '@playwright/test'
import { Jar } from '../bench/jar.ts'
import { holder, toProtectedPage } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { isReading, readRequest, type Sent } from '../bench/sent.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { proveRequestsAsk } from './adding-unproven.ts'
import { enrolmentsFrom, openFactors } from './factor-pages.ts'
import { adviseOnProof, asksForProof, giveProof, outlastLogin, proveAgain } from './prove-again.ts'
import { proveWrongProofs, wrongProofs } from './wrong-proof.ts'

export const otp7 = defineCheck({
  id: 'OTP7',
  title: 'A factor is added only after a fresh proof of who it is',
  source: '7.5.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes', 'session'],
  needs: ['authenticator-app', 'pages.methods'],
  seconds: 240,
  claims: {
    unproven: 'without a fresh proof no method can be chosen',
    request: 'the requests of someone who has proven it add no app without a fresh proof',
    'wrong-password': 'a proof with a wrong password is none',
    'wrong-code': 'a proof with a wrong code is none',
    ...rejectionClaims,
  },
  async prove(bench) {
    const { add } = bench.pages('methods')
    // The request is learned from someone who proves afresh who they are.
    const fresh = await holder(bench)
    await toProtectedPage(fresh)
    await openFactors(fresh)
    const enrolments = await enrolmentsFrom(fresh)
    const sent = await addsAfterProof(fresh, enrolments)

    const person = await bench.elsewhere(fresh)
    await toProtectedPage(person)
    await outlastLogin(person)
    await openFactors(person)
    const offered = await person.canPress(add)
    const jar = await Jar.of(person)
    const error = offered ? await errorOfAdding(person, enrolments) : (await replay(jar, sent.request)).error
    const isAdding = await person.isAtOneOf(enrolments, 0)
    await openFactors(person)
    const accepted = (isAdding ?? (await person.isAtOneOf(enrolments, 0))) !== undefined
    if (accepted) adviseOnProof(person)
    const rejections = new Rejections(bench)
    rejections.prove({
      claim: 'unproven',
      of: `adding a factor ${offered ? 'by its button' : 'by the request of someone who has proven it'}`,
      error,
      accepted,
      otherwise: 'the methods are offered',
    })
    await jar.close()
    await rejections.control({
      of: 'adding one after a fresh proof',
      works: async () => (await addsAfterProof(person, enrolments)).worked,
      afresh: async () => sent.worked,
    })
    if (sent.worked) await proveWrongProofs(bench, fresh)
    else for (const claim of wrongProofs) bench.unproven(claim, 'The right proof adds no factor either.')
    await skipIfNotTestable(bench, ['request'], () => proveRequestsAsk(bench, fresh))
  },
})

/**
 * Presses what adds a factor, and answers the error that is shown. A page that asks who it is refuses as well: nothing is added without
 * the proof.
 */
async function errorOfAdding(person: Person, enrolments: string[]): Promise<string | undefined> {
  const { add } = person.bench.pages('methods')
  const error = await person.errorAfter(
    () => person.pressLabel(add),
    async () => (await asksForProof(person)) || (await person.isAtOneOf(enrolments, 0)) !== undefined,
  )
  return error ?? ((await asksForProof(person)) ? 'a proof is asked for first' : undefined)
}

/** Proves afresh who it is, where that is asked for, and adds a factor: answers the request, and whether that works. */
async function addsAfterProof(person: Person, enrolments: string[]) {
  const { confirm, add } = person.bench.pages('methods')
  if (confirm && (await person.canPress(confirm))) await proveAgain(person, confirm)
  const from = person.page.url()
  let request: Request | undefined
  const note = (sent: Request) => {
    if (!isReading(sent)) request ??= sent
  }
  person.page.on('request', note)
  await person.pressLabel(add)
  person.page.off('request', note)
  if (await asksForProof(person)) await giveProof(person)
  return {
    request: request && { ...(await readRequest(request)), from },
    worked: (await person.isAtOneOf(enrolments)) !== undefined,
  }
}

/** Sends what adds a factor for somebody to whom no button is offered. */
async function replay(jar: Jar, request: Sent | undefined) {
  if (!request) throw new Unproven('Nothing was sent that adds a factor.')
  return jar.sendFresh(request)
}
