import { Suspense, use, useEffect, useMemo, useState } from 'react'
import type { Pack } from '../../../machines/model/pack.ts'
import { counted } from '../../simulator/counted.ts'
import { keep, readKept } from '../../simulator/kept-in-tab.ts'
import { loadPack } from '../../simulator/load-pack.ts'
import { connectionWords } from '../client/connection-words.ts'
import { type Pass, passFor } from '../client/keys.ts'
import { ask } from '../client/request.ts'
import { useNow } from '../client/use-now.ts'
import { LeadTab } from '../present/LeadTab.tsx'
import { useLead } from '../present/use-lead.ts'
import { BoardTab } from './BoardTab.tsx'
import { ExercisesTab } from './ExercisesTab.tsx'
import { ResultsTab } from './ResultsTab.tsx'
import { seenAt } from './sight.ts'
import { TrainerBar } from './TrainerBar.tsx'
import { useBoard } from './use-board.ts'

const tabs = ['Board', 'Lead', 'Exercises', 'Results'] as const
type Tab = (typeof tabs)[number]

/** Does something as the trainer; answers the number of the class’s last event after it, 0 where it was not possible. */
export type Act = (body: object) => Promise<number>

/** The page of the trainer. */
export default function Trainer() {
  const [pass, setPass] = useState<Pass | null>()
  useEffect(() => setPass(passFor('trainer') ?? null), [])
  if (pass === undefined) return <p className="waiting">One moment …</p>
  if (pass === null)
    return (
      <section className="class-notice card">
        <h1>This browser leads no class</h1>
        <p>Open the trainer’s link, or create a class.</p>
        <a className="button" href="/class/">
          Create a class
        </a>
      </section>
    )
  return (
    <Suspense fallback={<p className="waiting">One moment …</p>}>
      <InClass pass={pass} />
    </Suspense>
  )
}

function InClass({ pass }: { pass: Pass }) {
  const board = useBoard(pass)
  const { room, connection, refused } = board
  if (refused || room?.ended)
    return (
      <section className="class-notice card">
        <h1>{room?.ended ? 'This class is over' : 'This link opens no class'}</h1>
        <p>
          {refused?.message ??
            (room?.keepDays
              ? `Its results are kept for ${counted(room.keepDays, 'day')}.`
              : 'Its results were deleted, as was chosen when it was created.')}
        </p>
        {room?.ended && room.keepDays > 0 ? <ResultsTab pass={pass} room={room} rows={board.rows} /> : null}
        <a className="button" href="/class/">
          Create a class
        </a>
      </section>
    )
  if (!room) return <p className="waiting">{connectionWords[connection] ?? 'Opening the class …'}</p>
  return <Loaded pass={pass} board={board} />
}

function Loaded({ pass, board }: { pass: Pass; board: ReturnType<typeof useBoard> }) {
  const { room, rows, limits, ahead, connection } = board
  const { pack } = use(loadPack(room?.pack ?? ''))
  // A trainer who reloads the page in front of the room goes on where they were.
  const keptAs = `class-tab:${pass.code}`
  const [tab, setTab] = useState(() => tabs.find((one) => one === readKept(keptAs)) ?? 'Board')
  const [notice, setNotice] = useState<{ text: string; isBad: boolean }>()
  const now = useNow(ahead)
  const isWaiting = room?.held === true || room?.lead !== undefined
  const seen = useMemo(() => seenAt(rows.values(), now, limits, isWaiting), [rows, now, limits, isWaiting])
  if (!room) return null

  const act: Act = async (body) => {
    setNotice(undefined)
    try {
      const { n, concerned } = await ask<{ n: number; concerned?: number }>('POST', pass, '/acts', body)
      if (concerned !== undefined && !('who' in body))
        setNotice({ text: `It reached ${concerned} ${concerned === 1 ? 'person' : 'people'}.`, isBad: false })
      return n
    } catch (error) {
      setNotice({ text: (error as Error).message, isBad: true })
      return 0
    }
  }

  return (
    <div className="trainer">
      <TrainerBar pass={pass} room={room} seen={seen} act={act} now={now} />
      {connectionWords[connection] ? (
        <p className="message gap" role="status">
          {connectionWords[connection]}
        </p>
      ) : null}
      <p className={notice?.isBad ? 'message wrong' : 'message done'} role="status">
        {notice?.text}
      </p>
      <nav className="tabs" aria-label="Class">
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={one === tab ? 'page' : undefined}
            onClick={() => {
              setTab(one)
              keep(keptAs, one)
              setNotice(undefined)
            }}
          >
            {one}
          </button>
        ))}
      </nav>
      <TabPanel
        tab={tab}
        pass={pass}
        pack={pack}
        board={{ ...board, room }}
        seen={seen}
        act={act}
        now={now}
      />
    </div>
  )
}

export interface TabProps {
  pass: Pass
  pack: Pack
  board: ReturnType<typeof useBoard> & { room: NonNullable<ReturnType<typeof useBoard>['room']> }
  seen: ReturnType<typeof seenAt>
  act: Act
  now: number
}

function TabPanel({ tab, ...props }: TabProps & { tab: Tab }) {
  const { board, act } = props
  // What is prepared stays while another tab is open.
  const lead = useLead(board.room, board.n, act)
  switch (tab) {
    case 'Board':
      return <BoardTab {...props} />
    case 'Lead':
      return <LeadTab {...props} lead={lead} />
    case 'Exercises':
      return <ExercisesTab {...props} />
    case 'Results':
      return <ResultsTab pass={props.pass} room={props.board.room} rows={props.board.rows} />
  }
}
