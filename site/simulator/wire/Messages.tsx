import { type CSSProperties, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type Message, type Party, parties } from '../../wire/message.ts'
import { Arrow } from './Arrow.tsx'
import { Line } from './Line.tsx'
import { partyNames } from './party-names.ts'

interface Props {
  messages: readonly Message[]
  taking: readonly Party[]
  view: 'diagram' | 'list'
  says: string
  listRef: RefObject<HTMLOListElement | null>
  openId: string | undefined
  onOpen: (id: string | undefined) => void
}

/** How near to its end a list counts as read to the end, in px. */
const NEAR = 80

const toPlace: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/** The messages in their order. One of them can be reached by Tab, the others by the arrow keys. */
export function Messages({ messages, taking, view, says, listRef, openId, onOpen }: Props) {
  const [focused, setFocused] = useState(0)
  const scroller = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const last = messages.length - 1
  const current = Math.min(focused, Math.max(last, 0))
  const lanes = parties.filter(
    (party) => taking.includes(party) || messages.some(({ from, to }) => from === party || to === party),
  )

  // What is new comes into view, but only for a reader who is at the end.
  useEffect(() => {
    const { current: box } = scroller
    if (box && isAtEnd.current && messages.length > 0) box.scrollTop = box.scrollHeight
  }, [messages.length])

  // What is explained stays in sight above its explanation.
  useEffect(() => {
    const { current: box } = scroller
    const opened =
      openId === undefined ? undefined : box?.querySelector<HTMLElement>('[aria-expanded="true"]')
    if (!box || !opened) return
    const { top } = opened.getBoundingClientRect()
    box.scrollTop += top - box.getBoundingClientRect().top - box.clientHeight / 2
  }, [openId])

  const move = (event: KeyboardEvent<HTMLOListElement>) => {
    const next = toPlace[event.key]?.(current, last)
    if (next === undefined) return
    event.preventDefault()
    setFocused(next)
    listRef.current?.querySelectorAll<HTMLElement>('button')[next]?.focus()
  }

  return (
    <div
      className={`wire-messages as-${view}`}
      ref={scroller}
      style={{ '--lanes': lanes.length } as CSSProperties}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR
      }}
    >
      {view === 'diagram' ? (
        <div className="wire-lanes" aria-hidden="true">
          {lanes.map((party) => (
            <span key={party}>{partyNames[party]}</span>
          ))}
        </div>
      ) : null}
      <p className="wire-says">{messages.length === 0 ? `Nothing has been sent yet. ${says}` : says}</p>
      <ol ref={listRef} onKeyDown={move} aria-label="Messages, the oldest first">
        {messages.map((message, n) => (
          <li key={message.id} data-tone={message.tone}>
            <button
              type="button"
              tabIndex={n === current ? 0 : -1}
              aria-expanded={message.id === openId}
              onFocus={() => setFocused(n)}
              onClick={() => onOpen(message.id === openId ? undefined : message.id)}
            >
              {view === 'diagram' ? (
                <Arrow message={message} n={n} lanes={lanes} />
              ) : (
                <Line message={message} n={n} />
              )}
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
