import type { ReceivedMail } from '../mailbox/read-mail.ts'
import { publish } from './publish.ts'
import { addMail } from './store/mails.ts'
import type { Store } from './store/open-store.ts'
import { findSandbox } from './store/sandboxes.ts'

const DOMAIN = 'example.com'

/** The domain whose mail belongs to a sandbox. */
export const mailDomain = (sandbox: string) => `${sandbox}.${DOMAIN}`

/** The address of the person whom a sandbox is made for. */
export const firstAddress = (sandbox: string) => `new.administrator@${mailDomain(sandbox)}`

/** The sandbox that an address belongs to: `name@<sandbox>.example.com`. */
function sandboxOf(address: string): string {
  const domain = address.toLowerCase().slice(address.lastIndexOf('@') + 1)
  return domain.endsWith(`.${DOMAIN}`) ? domain.slice(0, -DOMAIN.length - 1) : ''
}

/** Whether an address is of the kind that sandboxes have. */
export const isSandboxAddress = (address: string): boolean =>
  address.includes('@') && sandboxOf(address) !== ''

/** Whether a sandbox has the mailbox of an address. */
export const hasMailbox = async ({ db }: Pick<Store, 'db'>, address: string): Promise<boolean> =>
  (await findSandbox(db, sandboxOf(address))) !== undefined

/** For the mail server: what it accepts and what it does with it. Each sandbox has the mailboxes of its domain. */
export function keepMail(store: Store, now: () => number = Date.now) {
  return {
    accepts: (address: string) => hasMailbox(store, address),

    /** Keeps it for each recipient; a line on top says who else got it, as mail servers write it. */
    async onMail(mail: ReceivedMail): Promise<void> {
      for (const recipient of mail.to) {
        const sandbox = await findSandbox(store.db, sandboxOf(recipient))
        if (!sandbox) continue
        const n = await addMail(store.db, {
          sandbox_id: sandbox.id,
          sender: mail.from,
          recipient,
          subject: mail.subject,
          html: mail.html,
          text: mail.text,
          links: JSON.stringify(mail.links),
          raw: `Envelope-To: ${mail.to.join(', ')}\r\n${mail.raw}`,
          received_at: now() + Number(sandbox.clock_offset),
        })
        await publish(store, sandbox.id, { kind: 'mail', id: n, to: recipient, subject: mail.subject })
      }
    },
  }
}
