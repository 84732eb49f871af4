import { useMemo, useRef, useState } from 'react'
import { asHar } from '../../wire/har.ts'
import type { Message, Party } from '../../wire/message.ts'
import { maskedExchange, secretsIn } from '../../wire/secrets.ts'
import { Compare, type CompareProps } from './Compare.tsx'
import { Detail } from './Detail.tsx'
import { Messages } from './Messages.tsx'
import { saveFile } from './save-file.ts'
import { Shown } from './shown.ts'
import { type View, ViewSwitch } from './ViewSwitch.tsx'

export interface WirePanelProps {
  messages: readonly Message[]
  /** Who takes part in the flow, whether anything has been said yet or not. */
  taking: readonly Party[]
  /** Values that are secret without having been sent. */
  secrets: readonly string[]
  /** What the messages are: what really happened, or examples. */
  says: string
  compare: CompareProps
  onClose: () => void
}

/** Everything that the parties say to each other, as a diagram or a list; one message can be opened. */
export default function WirePanel({ messages, taking, secrets, says, compare, onClose }: WirePanelProps) {
  const [view, setView] = useState<View>('diagram')
  const [openId, setOpenId] = useState<string>()
  const [isShown, setIsShown] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const exchanges = useMemo(() => messages.flatMap(({ exchange }) => exchange ?? []), [messages])
  const showing = useMemo(
    () => ({ secrets: secretsIn(exchanges, secrets), isShown }),
    [isShown, exchanges, secrets],
  )
  const open = messages.find(({ id }) => id === openId)
  const close = () => {
    setOpenId(undefined)
    list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }
  const exportHar = () => {
    const hidden = isShown ? [] : showing.secrets
    const kept = exchanges.map((one) => maskedExchange(one, hidden))
    saveFile('walk.har', JSON.stringify(asHar(kept), null, 2))
  }

  return (
    <section
      className="wire-panel"
      aria-label="The wire"
      data-open={open !== undefined && view !== 'compare'}
    >
      <header className="wire-bar">
        <h2 className="visually-hidden">The wire</h2>
        <ViewSwitch view={view} onView={setView} />
        <label className="wire-secrets">
          <input type="checkbox" checked={isShown} onChange={({ target }) => setIsShown(target.checked)} />
          Show secrets
        </label>
        <button
          type="button"
          disabled={exchanges.length === 0}
          onClick={exportHar}
          title="HTTP Archive 1.2, for the tools of browsers and proxies"
        >
          Export HAR
        </button>
        <button type="button" className="wire-close" aria-label="Close the wire" onClick={onClose}>
          ×
        </button>
      </header>
      <Shown value={showing}>
        {view === 'compare' ? (
          <Compare {...compare} />
        ) : (
          <>
            <Messages
              {...{ messages, taking, view, says }}
              listRef={list}
              openId={openId}
              onOpen={setOpenId}
            />
            {open ? <Detail key={open.id} message={open} exchanges={exchanges} onClose={close} /> : null}
          </>
        )}
      </Shown>
    </section>
  )
}
