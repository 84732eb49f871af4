import { readLink } from '../../wire/link.ts'
import type { About } from '../../wire/message.ts'
import { MASK } from '../../wire/secrets.ts'
import { useIsShown } from './shown.ts'

type Props = Extract<About, { is: 'mail' }>

/** A mail: who it is from, and what its links prove. */
export function MailView({ subject, from, links, life }: Props) {
  return (
    <section aria-label="The mail">
      <h4>{subject}</h4>
      <p>From {from}. Following the link proves that a person can read this mailbox, and nothing else.</p>
      <ul className="wire-links">
        {links.map(({ label, href }) => (
          <li key={`${label} ${href}`}>
            <strong>{label}</strong>
            <Address href={href} />
          </li>
        ))}
      </ul>
      {life ? <p>{life}</p> : null}
    </section>
  )
}

function Address({ href }: { href: string }) {
  const isMasked = !useIsShown()
  const read = readLink(href)
  if ('wrong' in read) return <span className="wire-wrong">{read.wrong}</span>
  return (
    <>
      <code className="wire-value">
        {read.parts.map(({ at, text, isRandom }) =>
          isRandom ? <mark key={at}>{isMasked ? MASK : text}</mark> : text,
        )}
      </code>
      <span>{read.says}</span>
    </>
  )
}
