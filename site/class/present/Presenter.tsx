import { use, useMemo, useState } from 'react'
import { loadPack } from '../../simulator/load-pack.ts'
import { seenAt } from '../board/sight.ts'
import type { Act } from '../board/Trainer.tsx'
import { connectionWords } from '../client/connection-words.ts'
import type { Pass } from '../client/keys.ts'
import { ask } from '../client/request.ts'
import { clockWords, useNow } from '../client/use-now.ts'
import { indexIn, isOff, numbered, placeIn } from '../model/script.ts'
import type { Held } from '../room/class-place.ts'
import { Walker } from '../room/Walker.tsx'
import { ForBoard, type OpenBoard } from './ForBoard.tsx'
import { useClicker } from './use-clicker.ts'
import { presenterId } from './use-lead.ts'
import { PACES, usePlay } from './use-play.ts'

const without = { title: 'This browser leads no class', hint: 'Open the trainer’s link first.' }

/** The second window: what to say now, what comes next, the clock, and how the room is doing. */
export default function Presenter() {
  return (
    <ForBoard as="trainer" without={without}>
      {(board, pass) => <PresenterView board={board} pass={pass} />}
    </ForBoard>
  )
}

function PresenterView({
  pass,
  board: { room, rows, limits, ahead, connection },
}: {
  pass: Pass
  board: OpenBoard
}) {
  const { pack } = use(loadPack(room.pack))
  const now = useNow(ahead)
  const [began] = useState(now)
  const [problem, setProblem] = useState<string>()
  const isWaiting = room.held || room.lead !== undefined
  const seen = useMemo(() => seenAt(rows.values(), now, limits, isWaiting), [rows, now, limits, isWaiting])
  const act: Act = async (body) => {
    setProblem(undefined)
    try {
      const { n } = await ask<{ n: number }>('POST', pass, '/acts', body)
      return n
    } catch (error) {
      setProblem((error as Error).message)
      return 0
    }
  }
  const step = (by: 1 | -1) => void act({ act: 'step', by, presenter: presenterId() })
  useClicker(step)
  const { script, lead, held } = room
  const at = lead ? indexIn(script, lead.place) : 0
  const flow = pack.flows.find(({ id }) => id === script.flow)
  const label = (n: number) => flow?.events[script.steps[n]?.event ?? '']?.label
  const count = (is: (one: (typeof seen)[number]) => boolean) =>
    seen.filter((one) => one.mood !== 'gone' && is(one)).length
  const isOver = at >= script.steps.length
  const { pace, setPace } = usePlay(at, lead !== undefined && !isOver, () => step(1))
  const shown: Held = { mode: 'model', place: lead?.place ?? placeIn(script, 0), go: () => {} }
  return (
    <section className="presenter">
      <h1 className="visually-hidden">Presenter view of {room.title}</h1>
      <header className="presenter-head">
        <p className="presenter-clock">{clockTime(now)}</p>
        <p className="soft">{clockWords(now - began)} in this window</p>
        <p className="presenter-sees" role="status">
          <span className="live-dot" data-on={lead !== undefined} aria-hidden="true" />
          {lead
            ? `The room sees ${isOff(script, lead.place) ? 'something else than the demonstration' : `moment ${at} of ${script.steps.length}`}${held ? ', and is held' : ''}.`
            : 'You are not leading. The first step starts it.'}
        </p>
      </header>
      <div className="presenter-say">
        <p className="message wrong" role="alert">
          {problem ?? connectionWords[connection]}
        </p>
        <div className="presenter-now">
          <p className="wall-eyebrow">{at > 0 ? label(at - 1) : script.title}</p>
          <p className="presenter-note">
            {unbroken(
              (at > 0 ? script.steps[at - 1]?.note || label(at - 1) : script.opening) || script.title,
            )}
          </p>
        </div>
        <div className="presenter-next">
          <p className="wall-eyebrow">Next</p>
          <p>{isOver ? 'That was the last step.' : unbroken(script.steps[at]?.note || label(at) || '')}</p>
        </div>
      </div>
      <section className="presenter-shows" aria-label="What the room sees">
        <Walker packId={pack.id} held={shown} inert />
      </section>
      <ol className="presenter-track" aria-label="Steps of the demonstration">
        {numbered(script).map(({ n }) => (
          <li key={n} data-is={n < at ? 'done' : n === at ? 'here' : 'ahead'}>
            <span className="visually-hidden">{label(n)}</span>
          </li>
        ))}
      </ol>
      <dl className="figures">
        <div>
          <dt>following</dt>
          <dd>{count(({ row, mood }) => lead !== undefined && !row.around && mood !== 'offline')}</dd>
        </div>
        <div>
          <dt>looking around</dt>
          <dd>{count(({ row }) => row.around)}</dd>
        </div>
        <div data-tone={count(({ mood }) => mood === 'stuck') ? 'note' : undefined}>
          <dt>stuck</dt>
          <dd>{count(({ mood }) => mood === 'stuck')}</dd>
        </div>
        <div data-tone={count(({ row }) => row.hand !== undefined) ? 'accent' : undefined}>
          <dt>hands</dt>
          <dd>{count(({ row }) => row.hand !== undefined)}</dd>
        </div>
      </dl>
      <div className="presenter-buttons">
        <button type="button" className="button secondary" disabled={at === 0} onClick={() => step(-1)}>
          ← Back
        </button>
        <button
          type="button"
          className="button secondary"
          aria-pressed={held}
          onClick={() => act({ act: 'hold', on: !held })}
        >
          {held ? 'Release' : 'Hold'}
        </button>
        <select
          className="button secondary"
          aria-label="How it goes on"
          value={pace}
          onChange={({ target }) => setPace(Number(target.value))}
        >
          <option value={0}>Step by step</option>
          {PACES.map((seconds) => (
            <option key={seconds} value={seconds}>
              By itself, every {seconds} s
            </option>
          ))}
        </select>
        {lead ? (
          <button
            type="button"
            className="button secondary"
            onClick={() => act({ act: 'end-lead', presenter: presenterId() })}
          >
            Stop leading
          </button>
        ) : null}
        <button
          type="button"
          className="button"
          disabled={lead !== undefined && isOver}
          onClick={() => step(1)}
        >
          {lead ? 'Next →' : 'Begin →'}
        </button>
      </div>
    </section>
  )
}

/** A hyphen at which a large line does not break: “e-mail” stays one word. */
const unbroken = (text: string) => text.replace(/(\p{L})-(\p{L})/gu, '$1\u2011$2')

const clockTime = (ms: number) => new Date(ms).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
