import { type ReactNode, useState } from 'react'
import type { Flow } from '../../machines/model/flow.ts'
import type { Moment } from '../../machines/model/walk.ts'
import { Branches } from './Branches.tsx'
import { BrowserFrame } from './BrowserFrame.tsx'
import type { BenchProps } from './bench.ts'
import { Keys } from './Keys.tsx'
import { ModeSwitch } from './ModeSwitch.tsx'
import { Notices, type NoticesProps } from './Notices.tsx'
import { OpenHere } from './OpenHere.tsx'
import { Outlook } from './Outlook.tsx'
import { Transport } from './Transport.tsx'
import { WhatHappened } from './WhatHappened.tsx'
import { possibleInWords } from './walk/possible.ts'
import { useWire } from './wire/use-wire.ts'
import { WireSlot } from './wire/WireSlot.tsx'

interface Props extends BenchProps, NoticesProps {
  /** What the address bar of the frame says. */
  address: string
  /** Addresses that can be typed into it; without them it can only be read. */
  addresses?: readonly string[]
  onVisit?: (address: string) => void
  /** Is another one with each page that comes. */
  shown: unknown
  /** Goes one page back in the frame. */
  onBack?: (() => void) | undefined
  /** The page in the frame, or what is there without one. */
  children: ReactNode
  /** Takes the place of the page where the walk continues in a mail and no page is open. */
  mailbox?: ReactNode
  isMailFirst?: boolean
  devices: ReactNode
  /** The browser asks for the security key. */
  isKeyAsked?: boolean | undefined
  /** What goes over the wire, where the reader has opened it. */
  wire: (onClose: () => void) => ReactNode
  /** Does an event for the reader. */
  perform: (event: string) => void
  /** What has happened last, where that was within a procedure of the flow. */
  within?: Within | undefined
  /** What is acted on, where that is another flow than the page's. */
  acting?: Acting | undefined
  /** Whether an event can be done with what is shown. Default: all can. */
  canDo?: (event: string) => boolean
  /** How many events at the beginning of the walk nobody has seen. */
  assumed?: number | undefined
  /** Something was done already: at the beginning of the walk, what was given may hold no longer. */
  isBegun?: boolean | undefined
  /** Says of something that was done that the model does not know it here. */
  stranger?: string | undefined
  /** Why something could not be done for the reader. */
  problem?: string | undefined
  /** The deployment is not there yet. */
  isOpening?: boolean | undefined
  /** Gives up what was reached and begins again. */
  onStartOver: () => void
}

/** Where one is in the procedure of a journey that is being walked. */
export interface Within {
  flow: Flow
  given: string
  moment: Moment
  /** Nobody has seen what has led there. */
  isAssumed?: boolean
}

/** The moment whose events can be done. */
export interface Acting {
  flow: Flow
  moments: Moment[]
  at: number
}

/** The workbench: the screen, the way through time, what could happen; mail, phone and key next to it, and the wire if it is open. */
export function Bench(props: Props) {
  const {
    address,
    addresses,
    onVisit,
    shown,
    onBack,
    within,
    acting,
    canDo,
    children,
    devices,
    wire,
    perform,
  } = props
  const {
    mailbox,
    isMailFirst = false,
    assumed = 0,
    isBegun = false,
    stranger,
    problem,
    busy,
    past,
    path,
    onStartOver,
    ...bench
  } = props
  const { flow, moments, at } = bench
  const moment = moments[at]
  // On a phone the sheet of devices covers the screen; it is open only for the moment at which it was opened.
  const [openedAt, setOpenedAt] = useState<number>()
  const areDevicesOpen = openedAt === at
  const isOnPath = !path && !acting
  const isOff = path?.back !== undefined
  // Off the documented path, the walk is the shortest way to the screen that is shown: nobody has seen it happen.
  const isAssumed = within ? within.isAssumed : at > 0 ? at <= assumed : isBegun && moments.length === 1
  const { screen = '' } = within?.moment ?? moment ?? {}
  const [isWireOpen, openWire] = useWire()
  const canAct = path?.isElsewhere ? undefined : (acting ?? { flow, moments, at })
  return (
    <div className="bench" data-mode={bench.place.mode} data-wire={isWireOpen}>
      <div className="stage-column">
        <ModeSwitch {...bench}>
          <button
            type="button"
            className="start-over"
            aria-label="Start over"
            title="Start over"
            onClick={onStartOver}
          >
            ↺
          </button>
          <button
            type="button"
            className="open-wire"
            aria-pressed={isWireOpen}
            title="Show the messages between browser, product and provider"
            onClick={() => openWire(!isWireOpen)}
          >
            Wire
          </button>
          <Keys {...bench} perform={perform} acting={acting} canDo={canDo} isIdle={!busy && !past} />
        </ModeSwitch>
        <BrowserFrame {...{ address, addresses, onVisit, shown, onBack }} front={isMailFirst && mailbox}>
          {children}
        </BrowserFrame>
        <Transport {...bench} {...{ acting, canDo, perform, past, busy }} isOff={isOff && !acting} />
        <div className="now">
          <WhatHappened
            {...(within ?? { flow, given: bench.place.given, moment })}
            isWithin={within !== undefined}
            mode={bench.place.mode}
            stranger={stranger}
            problem={problem}
            shownOnly={isAssumed ? bench.pack.screens[screen]?.heading : undefined}
            isOpening={bench.isOpening}
            isSaid={isOff}
          />
          <Notices {...props} possible={isOff ? possibleInWords(canAct, canDo ?? (() => true)) : undefined} />
          {isOnPath && !past && !within ? <Outlook {...bench} /> : null}
          {moment && !past ? (
            <>
              <OpenHere {...(acting ?? { flow, moments, at })} />
              <Branches {...(acting ?? { flow, moments, at })} canDo={canDo} perform={perform} busy={busy} />
            </>
          ) : null}
        </div>
      </div>
      <button
        type="button"
        className="devices-handle"
        aria-expanded={areDevicesOpen}
        data-asked={bench.isKeyAsked}
        onClick={() => setOpenedAt(areDevicesOpen ? undefined : at)}
      >
        {areDevicesOpen ? 'Back to the screen' : bench.isKeyAsked ? 'Touch the key' : 'Mail, phone, key'}
      </button>
      <div className="side-column">
        {isWireOpen ? <WireSlot>{wire(() => openWire(false))}</WireSlot> : null}
        <section
          className="devices-column scrolls"
          data-open={areDevicesOpen}
          aria-label="Mail, phone and key"
        >
          {isMailFirst ? null : mailbox}
          {devices}
        </section>
      </div>
    </div>
  )
}
