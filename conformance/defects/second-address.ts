import type { Defect, Send } from './defect.ts'

/** The second of two addresses in the form that asks for a reset, as long as its mail has not been sent. */
let second: string | undefined

const keepFirst =
  (send: Send): Send =>
  async (request) => {
    const form = request.method === 'POST' ? new URLSearchParams(await request.clone().text()) : undefined
    const [first, other] = form?.getAll('email') ?? []
    if (!form || first === undefined || other === undefined) return send(request)
    second = other
    form.delete('email')
    form.append('email', first)
    return send(new Request(request, { body: form.toString() }))
  }

/** A form with two addresses finds the account by one of them, and mails to both. */
export const secondAddress: Defect = {
  id: 'second-address-gets-the-link',
  title:
    'The link to a new password goes to every address that the form names, if one of them has an account',
  tamper: keepFirst,
  mail: (mail) => {
    const to = second === undefined ? mail.to : [...mail.to, second]
    second = undefined
    return { ...mail, to }
  },
  flows: [],
  checks: ['LNK15'],
  fails: ['LNK15.alone'],
}
