import { useCallback, useState } from 'react'
import { Card } from './Card.tsx'
import type { Mail } from './mail.ts'

export interface MailboxProps {
  mails: Mail[]
  /** A link or button in a mail was clicked: its name, where it leads, and the mail. */
  onLink: (name: string, href: string, mail: Mail) => void
}

/** The mailbox: the mails as they came, links included. */
export function Mailbox({ mails, onLink }: MailboxProps) {
  const [openId, setOpenId] = useState<string>()
  const open = mails.find(({ id }) => id === openId) ?? mails[0]
  return (
    <Card kind="mail" title="Mailbox" aside={mails.length === 1 ? '1 mail' : `${mails.length} mails`}>
      {mails.length > 1 ? (
        <ul className="mails">
          {mails.map((mail) => (
            <li key={mail.id}>
              <button type="button" aria-pressed={mail === open} onClick={() => setOpenId(mail.id)}>
                {mail.subject}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {open ? (
        <article className="mail">
          <p className="mail-head">
            <strong>{open.subject}</strong>
            <span>{open.from}</span>
          </p>
          <MailBody key={open.id} mail={open} onLink={onLink} />
        </article>
      ) : (
        <p className="empty">No mail yet.</p>
      )}
    </Card>
  )
}

interface BodyProps extends Pick<MailboxProps, 'onLink'> {
  mail: Mail
}

/** The mail in a frame without scripts; a click on a link is reported to the desk instead of followed. */
function MailBody({ mail, onLink }: BodyProps) {
  // Until the desk listens, a click would lead out of the page.
  const [listening, setListening] = useState(false)
  const listen = useCallback(
    (frame: HTMLIFrameElement | null) => {
      const page = frame?.contentDocument
      if (page?.readyState !== 'complete' || page.URL === 'about:blank') return
      page.onclick = (event) => {
        const link = (event.target as Element | null)?.closest?.('a[href]')
        if (!link) return
        event.preventDefault()
        onLink(link.textContent?.trim() ?? '', link.getAttribute('href') ?? '', mail)
      }
      setListening(true)
    },
    [onLink, mail],
  )
  return (
    <iframe
      className="mail-body"
      title={mail.subject}
      sandbox="allow-same-origin"
      srcDoc={mail.html}
      inert={!listening}
      ref={listen}
      onLoad={({ currentTarget }) => listen(currentTarget)}
    />
  )
}
