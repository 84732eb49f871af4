import { useCallback, useState } from 'react'
import { sameLabel } from '../../../machines/model/screen.ts'
import { bringIntoView } from '../../tenant/browser/bring-into-view.ts'
import { useTheme } from '../page/use-theme.ts'
import { Card } from './Card.tsx'
import type { Mail } from './mail.ts'
import { ShadowMail } from './ShadowMail.tsx'

export interface MailboxProps {
  mails: Mail[]
  /** A link or button in a mail was clicked: its name, where it leads, and the mail. */
  onLink: (name: string, href: string, mail: Mail) => void
  /** The mail that the next step speaks of, and the link in it. */
  next?: { id: string; press: string } | undefined
}

/** The mailbox: the mails as they came, links included. */
export function Mailbox({ mails, onLink, next }: MailboxProps) {
  const [chosen, setChosen] = useState<{ id: string; newest: string | undefined }>()
  const newest = mails[0]?.id
  // What a person opened stays open until another mail comes.
  const openId = chosen?.newest === newest ? chosen?.id : next?.id
  const open = mails.find(({ id }) => id === openId) ?? mails[0]
  const press = next && next.id === open?.id ? next.press : undefined
  return (
    <Card kind="mail" title="Mailbox" aside={mails.length === 1 ? '1 mail' : `${mails.length} mails`}>
      {mails.length > 1 ? (
        <ul className="mails">
          {mails.map((mail) => (
            <li key={mail.id}>
              <button
                type="button"
                aria-pressed={mail === open}
                onClick={() => setChosen({ id: mail.id, newest })}
              >
                {mail.subject}
                {mail.to ? <span className="mail-to">To {mail.to}</span> : null}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {open ? (
        <article className="mail">
          <p className="mail-head">
            <strong>{open.subject}</strong>
            <span>From {open.from}</span>
            {open.to ? <span>To {open.to}</span> : null}
          </p>
          {press ? (
            <p className="pointer">
              In this mail, press <strong>{press}</strong>.
            </p>
          ) : null}
          <MailBody key={open.id} mail={open} onLink={onLink} press={press} />
        </article>
      ) : (
        <p className="empty">No mail yet.</p>
      )}
    </Card>
  )
}

interface BodyProps extends Pick<MailboxProps, 'onLink'> {
  mail: Mail
  /** The link that the next step speaks of. */
  press: string | undefined
}

const linksIn = (page: ParentNode) => [...page.querySelectorAll<HTMLElement>('a[href]')]

const nameOf = (link: Element | null | undefined) => link?.textContent?.trim() ?? ''

/** Points at a link, and brings it into view within the mail alone. */
function pointAt(page: Document | ShadowRoot, press: string | undefined) {
  for (const link of linksIn(page)) {
    const isNext = press !== undefined && sameLabel(nameOf(link), press)
    link.style.outline = isNext ? '3px solid #e0a100' : ''
    link.style.outlineOffset = isNext ? '3px' : ''
    if (!isNext) continue
    // The document of a frame is no instance of this window's `Document`.
    if (!('defaultView' in page)) {
      bringIntoView(link, page.host)
      continue
    }
    const { top } = link.getBoundingClientRect()
    const middle = (page.defaultView?.innerHeight ?? 0) / 2
    page.scrollingElement?.scrollBy({ top: top - middle, behavior: 'instant' })
  }
}

/** The mail in a frame without scripts; a click on a link is reported instead of followed. */
function MailBody({ mail, onLink, press }: BodyProps) {
  // Until the mailbox listens, a click would lead out of the page.
  const theme = useTheme()
  const [listening, setListening] = useState(false)
  // In a sandboxed frame of another site, the mail's own frame cannot be reached.
  const [isClosed, setIsClosed] = useState(false)
  const follow = useCallback(
    (link: Element) => onLink(nameOf(link), link.getAttribute('href') ?? '', mail),
    [onLink, mail],
  )
  const point = useCallback((page: Document | ShadowRoot) => pointAt(page, press), [press])
  const listen = useCallback(
    (frame: HTMLIFrameElement | null) => {
      const page = frame?.contentDocument
      if (frame && !page) return setIsClosed(true)
      if (page?.readyState !== 'complete' || page.URL === 'about:blank') return
      page.onclick = (event) => {
        const link = (event.target as Element | null)?.closest?.('a[href]')
        if (!link) return
        event.preventDefault()
        follow(link)
      }
      page.documentElement.style.colorScheme = theme ?? ''
      point(page)
      setListening(true)
    },
    [follow, point, theme],
  )
  if (isClosed) return <ShadowMail html={mail.html} theme={theme} onLink={follow} onDrawn={point} />
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
