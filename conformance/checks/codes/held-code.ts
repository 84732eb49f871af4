import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import { fieldsOf, isJson } from '../bench/body.ts'
import { type Answer, Jar } from '../bench/jar.ts'
import { enterCode, holder, toCode } from '../bench/journeys.ts'
import { tokensOf } from '../bench/page-tokens.ts'
import type { Person } from '../bench/person.ts'
import type { Rejections } from '../bench/rejections.ts'
import type { Sent } from '../bench/sent.ts'
import { withValue } from '../bench/with-value.ts'

export type HeldCode = Awaited<ReturnType<typeof heldCode>>

/** Someone at the form for the code, whose request is held back: it can be sent with any code, or without one. */
export async function heldCode(person: Person) {
  await toCode(person)
  const wrong = await person.session.codes.wrong()
  const sent = await person.interceptRequest(() => enterCode(person, 'wrong'))
  const jar = await Jar.of(person)
  // What was held back has spent nothing yet. Another look at its page may begin a login anew, whose token is not that of this one.
  let isFresh = true
  return {
    person,
    jar,
    sent,
    /** Whether the answer to a wrong code is a page without the form: the next code needs a login of its own. */
    isOver: ({ body = '' }: Partial<Answer>): boolean => {
      const { forms } = tokensOf(body)
      const own = fieldsOf(isJson(sent.body) ? '' : sent.body).find(([, value]) => value === wrong)
      return own !== undefined && body.includes('<') && !forms.some(({ fields }) => fields.has(own[0]))
    },
    /** The request as the page sends it, or as it is made anew, with another code. */
    withCode: (code: string, request = sent): Sent => withValue(request, wrong, code),
    /** @param forge what else is changed in the request */
    send: (code: string | undefined, forge = (fresh: Sent): Sent => fresh) => {
      const change = (request: Sent) => forge(withValue(request, wrong, code))
      if (!isFresh) return jar.sendFresh(sent, change)
      isFresh = false
      return jar.send(change(sent))
    },
  }
}

/**
 * The control of codes that were refused: the code of now works. It is sent in the same way; a login that ends after some wrong codes
 * begins anew, for the same person.
 */
export const codeOfNow = (bench: Bench, attempt: HeldCode) => ({
  of: 'the code of now',
  works: async () =>
    (await opensNow(attempt)) || opensNow(await heldCode(await bench.elsewhere(attempt.person))),
  afresh: async () => opensNow(await heldCode(await holder(bench))),
})

async function opensNow({ jar, send, person }: HeldCode): Promise<boolean> {
  await send(await person.session.codes.right())
  return isIn(await jar.signedIn())
}

/** Fewer than any limit that is in use, where none is documented. */
const FEW = 5

interface WrongCode {
  claim: string
  /** What the report calls it. */
  of: string
  /** Sends it: at the last moment, for a code is one of its time step. */
  send(attempt: HeldCode): Promise<Pick<Answer, 'error'> & Partial<Answer>>
}

/**
 * Sends codes that must open nothing, and then the code of now. Somebody else goes on before an account would be blocked, and after
 * one of them has opened a session: a jar that is logged in stays so.
 */
export async function proveWrongCodes(bench: Bench, rejections: Rejections, wrong: readonly WrongCode[]) {
  const most = (bench.target.documented?.codeAttempts ?? FEW) - 1
  const begin = async () => heldCode(await holder(bench))
  let attempt = await begin()
  let sent = 0
  let isOver = false
  const handOn = async () => {
    await attempt.jar.close()
    attempt = await begin()
    sent = 0
  }
  for (const { claim, of, send } of wrong) {
    if (sent >= most || isOver) await handOn()
    const answer = await send(attempt)
    const { error } = answer
    isOver = attempt.isOver(answer)
    sent += 1
    const facts = await attempt.jar.signedIn()
    rejections.prove({ claim, of, error, facts })
    if (isIn(facts)) await handOn()
  }
  await rejections.control(codeOfNow(bench, attempt))
  await attempt.jar.close()
}
