import { type ReactNode, useState } from 'react'
import type { Flow } from '../../machines/model/flow.ts'
import type { Moment } from '../../machines/model/walk.ts'
import { Branches } from './Branches.tsx'
import { BrowserFrame } from './BrowserFrame.tsx'
import type { BenchProps } from './bench.ts'
import { ModeSwitch } from './ModeSwitch.tsx'
import { Transport } from './Transport.tsx'
import { WhatHappened } from './WhatHappened.tsx'

interface Props extends BenchProps {
  /** What the address bar of the frame says. */
  address: string
  /** Addresses that can be typed into it; without them it can only be read. */
  addresses?: readonly string[]
  onVisit?: (address: string) => void
  /** What is in the frame. */
  children: ReactNode
  desk: ReactNode
  wire?: ReactNode
  /** Does an event for the reader. */
  perform: (event: string) => void
  /** What has happened last, where that was within a procedure of the flow. */
  within?: { flow: Flow; given: string; moment: Moment } | undefined
  /** What is acted on, where that is another flow than the page's. */
  acting?: Acting | undefined
  /** Whether an event can be done with what is shown. Default: all can. */
  canDo?: (event: string) => boolean
  /** What the reader should know about the connection to the deployment. */
  connection?: string | undefined
  /** How what is shown fits the documented path, and the way back to it. */
  path?: { text: string; back?: string; onBack: () => void } | undefined
  /** Something that happened and that the model does not know. */
  stranger?: string | undefined
  /** Why something could not be done for the reader. */
  problem?: string | undefined
  /** Something is being done; until it is, nothing else can be. */
  busy?: boolean
  /** How many events are still done for the reader on the way to where they want to be. */
  left?: number
  /** The deployment is further along than the moment that is shown. */
  past?: boolean
  /** Gives up what was reached and begins with a fresh sandbox. */
  onStartOver?: () => void
}

/** The moment whose events can be done. */
export interface Acting {
  flow: Flow
  moments: Moment[]
  at: number
}

/** The workbench: the screen, the way through time, what could happen; the desk next to it, the wire below. */
export function Bench({
  address,
  addresses,
  onVisit,
  within,
  acting,
  canDo,
  connection,
  path,
  children,
  desk,
  wire,
  perform,
  stranger,
  problem,
  busy,
  left,
  past,
  onStartOver,
  ...bench
}: Props) {
  const { flow, moments, at } = bench
  const moment = moments[at]
  // On a phone the desk covers the screen; it is open only for the moment at which it was opened.
  const [openedAt, setOpenedAt] = useState<number>()
  const deskOpen = openedAt === at
  return (
    <div className="bench">
      <div className="stage-column">
        <ModeSwitch {...bench} />
        <BrowserFrame address={address} addresses={addresses} onVisit={onVisit}>
          {children}
        </BrowserFrame>
        <Transport {...bench} acting={acting} canDo={canDo} perform={perform} past={past} busy={busy} />
        <WhatHappened
          {...(within ?? { flow, given: bench.place.given, moment })}
          stranger={stranger}
          problem={problem}
        />
        {connection ? (
          <p className="past" role="status">
            {connection}
          </p>
        ) : null}
        {path ? (
          <p className="past" role="status">
            {path.text}{' '}
            {path.back ? (
              <button type="button" className="way-back" disabled={busy} onClick={path.onBack}>
                {path.back}
              </button>
            ) : null}
          </p>
        ) : null}
        {left ? (
          <p className="past" role="status">
            On the way there: {left === 1 ? 'one thing is' : `${left} things are`} still done for you.
          </p>
        ) : null}
        {past && !left ? (
          <p className="past" role="status">
            This is an earlier moment. The tenant above is where you left it: go forward to act on it.
          </p>
        ) : null}
        {moment && !past ? (
          <Branches {...(acting ?? { flow, moments, at })} canDo={canDo} perform={perform} busy={busy} />
        ) : null}
      </div>
      <button
        type="button"
        className="desk-handle"
        aria-expanded={deskOpen}
        onClick={() => setOpenedAt(deskOpen ? undefined : at)}
      >
        {deskOpen ? 'Back to the screen' : 'Your desk: mail, phone, key'}
      </button>
      <div className="desk-column" data-open={deskOpen}>
        {desk}
        {wire}
        {onStartOver ? (
          <button type="button" className="start-over" onClick={onStartOver}>
            Start over in a fresh sandbox
          </button>
        ) : null}
      </div>
    </div>
  )
}
