import fc from 'fast-check'
import nodemailer from 'nodemailer'
import { ControlClient } from '../../tenant/testing/control-client.ts'
import type { Addresses } from '../../testing/doorstep-process.ts'
import type { Limits } from './attack.ts'
import { converse, oddHttp, oddSmtp } from './bytes.ts'

const portOf = (origin: string) => Number(new URL(origin).port)

/** Whatever the mail server hears, each of its lines begins with a code, and honest mail arrives. */
export async function attackSmtp(at: Addresses, { runs, seed }: Limits): Promise<number> {
  const { made, ...control } = await open(at)
  const talk = fc.asyncProperty(oddSmtp(made.email), async (pieces) => {
    const heard = await converse(at.smtpPort, pieces)
    const lines = heard.split('\r\n').filter(Boolean)
    const strange = lines.find((line) => !/^[2-5]\d\d[ -]/.test(line))
    if (strange !== undefined) throw new Error(`The mail server says: ${strange}`)
  })
  await fc.assert(talk, { numRuns: runs, ...(seed !== undefined && { seed }) })
  const sender = nodemailer.createTransport({ host: '127.0.0.1', port: at.smtpPort, ignoreTLS: true })
  await sender.sendMail({ from: 'a@b.example', to: made.email, subject: 'after the nonsense', text: '' })
  if (!(await control.subjects()).includes('after the nonsense'))
    throw new Error('Honest mail does not arrive.')
  await control.drop()
  return runs
}

async function open({ tenant }: Addresses) {
  const control = await ControlClient.create(tenant)
  return {
    made: control.made,
    subjects: async () => (await control.mails()).map(({ subject }) => subject),
    drop: () => control.call('', { method: 'DELETE' }),
  }
}

/** Whatever the ports of HTTP hear, they answer no 5xx, and close. */
export async function attackHttp(at: Addresses, { runs, seed }: Limits): Promise<number> {
  const ports = [at.site, at.tenant, at.provider].map(portOf)
  const talk = fc.asyncProperty(fc.constantFrom(...ports), oddHttp, async (port, pieces) => {
    const heard = await converse(port, pieces)
    const failure = /^HTTP\/1\.[01] (?!501|505)5\d\d.*/m.exec(heard)?.[0]
    if (failure !== undefined) throw new Error(`The answer is ${failure}`)
  })
  await fc.assert(talk, { numRuns: runs, ...(seed !== undefined && { seed }) })
  return runs
}
