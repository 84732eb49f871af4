import { arrive } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import { rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { heldAnswer, toAssertion, toRegistration, touch } from './ceremony.ts'
import { proveForgeriesRefused } from './forgeries.ts'

export const wa2 = defineCheck({
  id: 'WA2',
  title: 'An answer of a security key that was accepted once is refused when it comes again',
  source: 'WebAuthn 7.1, 7.2 challenge',
  level: 'MUST',
  roles: ['login', 'keys', 'session'],
  needs: ['security-key'],
  seconds: 90,
  claims: {
    login: 'the answer of another login logs nobody in',
    waiting: 'an answer that was given to another login, and never sent, logs nobody in',
    registration: 'the answer of another registration registers no key',
    ...rejectionClaims,
  },
  async prove(bench) {
    const first = await toAssertion(bench)
    await touch(first)
    await arrive(first.person)
    const accepted = first.browser.last
    if (!accepted) throw new Unproven('The page asked no key.')
    const held = await heldAnswer(await toAssertion(bench, first))
    await proveForgeriesRefused(bench, () => toAssertion(bench, first), [
      {
        claim: 'login',
        of: 'the answer of another login',
        forge: (browser) => {
          browser.replay = accepted
        },
      },
      {
        claim: 'waiting',
        of: 'an answer that another login waits for',
        forge: (browser) => {
          browser.replay = held
        },
      },
    ])
    const registration = await toRegistration(bench)
    await touch(registration)
    await registration.person.reach(registration.next)
    const registered = registration.browser.last
    await proveForgeriesRefused(bench, () => toRegistration(bench), [
      {
        claim: 'registration',
        of: 'the answer of another registration',
        forge: (browser) => {
          browser.replay = registered
        },
      },
    ])
  },
})
