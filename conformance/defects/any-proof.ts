import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { isAt, sandboxOf } from './tamper.ts'

/** Whether the request of now answers a page that asks someone who is logged in who they are. */
let isProof = false

const watching = (send: Send): Send => {
  const asked = new Set<string>()
  isProof = false
  return (request) => {
    const sandbox = sandboxOf(request)
    if (request.method === 'POST' && isAt(request, '/account/confirm')) asked.add(sandbox)
    if (request.method === 'POST' && isAt(request, '/log-in/email')) asked.delete(sandbox)
    isProof = request.method === 'POST' && asked.has(sandbox)
    return send(request)
  }
}

/** What is asked for as a fresh proof is not looked at. */
export const anyProof: Defect[] = [
  flaw('OTP7.wrong-password', 'any-password-as-a-proof', 'Any password is a fresh proof of who it is', {
    tamper: watching,
    rules: ({ verifyPassword }) => ({
      verifyPassword: async (claim) => (await verifyPassword(claim)) || isProof,
    }),
  }),
  flaw('OTP7.wrong-code', 'any-code-as-a-proof', 'Any code is a fresh proof of who it is', {
    tamper: watching,
    rules: ({ verifyCode }) => ({
      verifyCode: async (claim) =>
        (await verifyCode(claim)) ?? (isProof ? { timeStep: claim.now } : undefined),
    }),
  }),
]
