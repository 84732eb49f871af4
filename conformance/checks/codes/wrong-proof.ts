import type { Bench } from '../bench/bench.ts'
import { toProtectedPage } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { enrolmentsFrom, openFactors } from './factor-pages.ts'
import {
  asksForCode,
  asksForPassword,
  asksForProof,
  giveProof,
  outlastLogin,
  proveAgain,
} from './prove-again.ts'

/** What a proof may ask for, by the claim that a wrong one is none. */
const wrong = {
  'wrong-password': { asksFor: asksForPassword, proof: { password: 'wrong' } },
  'wrong-code': { asksFor: asksForCode, proof: { code: 'wrong' } },
} as const

/** The claims that are judged here. */
export const wrongProofs = Object.keys(wrong) as (keyof typeof wrong)[]

/**
 * A page that asks who it is refuses a wrong answer: else it asks in vain. To be called once it is shown that the right answers lead on.
 * Judges {@link wrongProofs}.
 */
export async function proveWrongProofs(bench: Bench, holder: Person): Promise<void> {
  for (const claim of wrongProofs) {
    if (bench.pages('methods').prove) {
      bench.skip(claim, 'The profile gives the proof by a function (pages.methods.prove).')
      continue
    }
    const person = await bench.elsewhere(holder)
    await toProtectedPage(person)
    await outlastLogin(person)
    if (await proves(person, claim))
      bench.claim(claim, !(await canAdd(person)), 'a factor can be added after it')
    else bench.skip(claim, 'The page that asks who it is does not ask for it.')
  }
}

/** Gives that wrong proof, and answers whether it was asked for. */
async function proves(person: Person, claim: keyof typeof wrong): Promise<boolean> {
  const { add, confirm } = person.bench.pages('methods')
  const { asksFor, proof } = wrong[claim]
  await openFactors(person)
  if (confirm && (await person.canPress(confirm))) {
    await proveAgain(person, confirm, proof)
    return true
  }
  if (!(await person.canPress(add))) return false
  await person.pressLabel(add)
  if (!(await asksForProof(person)) || !(await asksFor(person))) return false
  await giveProof(person, proof)
  return true
}

/** At the page that sets a factor up, or, from the list on, with nothing more to prove. */
async function canAdd(person: Person): Promise<boolean> {
  const { add } = person.bench.pages('methods')
  const enrolments = await enrolmentsFrom(person)
  if ((await person.isAtOneOf(enrolments, person.patience / 2)) !== undefined) return true
  await openFactors(person)
  if (!(await person.canPress(add))) return false
  await person.pressLabel(add)
  return (await person.isAtOneOf(enrolments, person.patience / 2)) !== undefined
}
