import type { Forgery } from '../../../machines/devices/key-answer.ts'
import type { Bench } from '../bench/bench.ts'
import { Rejections } from '../bench/rejections.ts'
import type { BrowserKey } from './browser-key.ts'
import { type Ceremony, toAssertion, toRegistration, touch } from './ceremony.ts'

/** One answer of a key that must be refused. */
export interface Forged {
  claim: string
  /** What a report calls it. */
  of: string
  /** How it differs from an honest answer, or what is done to the key that the browser asks. */
  forge: Forgery | ((browser: BrowserKey) => void)
}

/**
 * Each of these answers must be refused, and after them an honest one must be accepted.
 * @param begin goes to where the key is asked for; again after an answer that was accepted
 */
export async function proveForgeriesRefused(
  bench: Bench,
  begin: () => Promise<Ceremony>,
  forgeries: Forged[],
) {
  const rejections = new Rejections(bench)
  let ceremony = await begin()
  for (const [n, { claim, of, forge }] of forgeries.entries()) {
    const { kind, person, browser, next } = ceremony
    answerHonestly(ceremony)
    if (typeof forge === 'function') forge(browser)
    else browser.forgery = forge
    const error = await person.errorAfter(() => touch(ceremony))
    const accepted = await person.isAt(next, 0)
    const facts = await person.signedIn()
    rejections.prove({ claim, of: `a ${kind} with ${of}`, error, accepted, facts })
    if (!accepted) continue
    // Nothing is asked for any more, so no honest answer can follow the last one.
    if (n === forgeries.length - 1) return
    ceremony = await begin()
  }
  const { kind } = ceremony
  await rejections.control({
    of: `an honest answer at a ${kind}`,
    works() {
      answerHonestly(ceremony)
      return opens(ceremony)
    },
    afresh: async () => opens(await (kind === 'registration' ? toRegistration(bench) : toAssertion(bench))),
  })
}

const answerHonestly = ({ browser, key }: Ceremony) =>
  Object.assign(browser, { key, replay: undefined, forgery: {} })

async function opens(ceremony: Ceremony): Promise<boolean> {
  await touch(ceremony)
  return ceremony.person.isAt(ceremony.next)
}

/** The same forgeries at a login and at a registration. */
export async function proveRefusedInBoth(bench: Bench, login: Forged[], registration: Forged[] = login) {
  await proveForgeriesRefused(bench, () => toAssertion(bench), login)
  await proveForgeriesRefused(bench, () => toRegistration(bench), registration)
}
