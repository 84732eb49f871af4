import type { Defect } from './defect.ts'

/** A form inside its sandbox: `/t/<sandbox>/…`. */
const sandboxOf = ({ url }: Request) => /\/t\/[\w-]+/.exec(url)?.[0] ?? ''

export const formSentTwiceShutsOut: Defect = {
  id: 'form-sent-twice-shuts-out',
  title: 'Sending the same form twice shuts the person out from then on',
  tamper: (send) => {
    const sent = new Set<string>()
    const shutOut = new Set<string>()
    return async (request) => {
      const sandbox = sandboxOf(request)
      if (request.method === 'POST' && sandbox) {
        const form = `${request.url} ${await request.clone().text()}`
        if (sent.has(form)) shutOut.add(sandbox)
        sent.add(form)
      }
      return shutOut.has(sandbox) ? new Response('Sent twice', { status: 409 }) : send(request)
    }
  },
  flows: [],
  checks: ['FLT.activate-account', 'FLT.add-users'],
  fails: ['FLT.activate-account', 'FLT.add-users'],
}
