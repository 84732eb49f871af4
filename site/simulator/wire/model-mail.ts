import type { Flow } from '../../../machines/model/flow.ts'
import type { Message } from '../../wire/message.ts'
import { waitsOf } from '../devices/needs-of.ts'
import { mailboxAt } from '../model/mailbox.ts'
import { withOwnLinks } from '../model/own-links.ts'
import { mailMessage } from './mail-message.ts'
import type { ModelWalk } from './model-walk.ts'

/** How long links are good, by the times that a flow knows; `undefined` where it knows none. */
export function lifeOf(flow: Flow): string | undefined {
  const [wait] = waitsOf(flow)
  return wait && `It expires: see what happens after “${wait.label}”.`
}

/** Links of a mail in HTML. */
function linksIn(html: string): { label: string; href: string }[] {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return [...page.querySelectorAll('a[href]')].map((link) => ({
    label: link.textContent?.trim() ?? '',
    href: link.getAttribute('href') ?? '',
  }))
}

/** The mails that an event brings; those that are there at the beginning for 0. */
export function mailMessages({ pack, happened, mails }: ModelWalk, count: number): Message[] {
  const [first] = happened
  if (!first) return []
  const arrivedAt = (count: number) =>
    mailboxAt(pack, { flow: first.flow, moment: first.before }, happened.slice(0, count))
  const arrived = arrivedAt(count)
  const isNew = count === 0 ? arrived.length : arrived.length - arrivedAt(count - 1).length
  return arrived
    .slice(0, Math.max(0, isNew))
    .reverse()
    .map(({ screen, n }): Message => {
      const mail = mails[screen]
      const subject = mail?.subject ?? pack.screens[screen]?.heading ?? screen
      return mailMessage(`mail-${screen}-${n}`, {
        subject,
        from: mail?.from ?? pack.mailFrom ?? '',
        links: mail ? linksIn(withOwnLinks(mail, n)) : [],
        life: lifeOf(first.flow),
      })
    })
}
