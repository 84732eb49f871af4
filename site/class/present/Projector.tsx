import { Suspense, use, useEffect, useMemo, useState } from 'react'
import { loadPack } from '../../simulator/load-pack.ts'
import { StepHall } from '../board/StepHall.tsx'
import { seenAt } from '../board/sight.ts'
import { QrCode } from '../board/TrainerBar.tsx'
import { useBoard } from '../board/use-board.ts'
import { connectionWords } from '../client/connection-words.ts'
import { type Pass, passFor } from '../client/keys.ts'
import { clockWords, useNow } from '../client/use-now.ts'
import { spokenCode } from '../model/code.ts'

/** What the room sees on the wall: the code, where everyone is, the exercise and its clock. No names. */
export default function Projector() {
  const [pass, setPass] = useState<Pass | null>()
  useEffect(() => setPass(passFor('projector') ?? null), [])
  if (pass === undefined) return null
  if (pass === null)
    return (
      <section className="class-notice card">
        <h1>There is no class to project</h1>
        <p>Open the projector link of a class: the trainer has it below “Class”.</p>
      </section>
    )
  return (
    <Suspense fallback={null}>
      <Wall pass={pass} />
    </Suspense>
  )
}

function Wall({ pass }: { pass: Pass }) {
  const board = useBoard(pass)
  const { room, refused, connection } = board
  if (refused || room?.ended)
    return (
      <section className="class-notice card">
        <h1>{room?.title ?? 'Class'}</h1>
        <p>{refused?.message ?? 'This class is over.'}</p>
      </section>
    )
  if (!room) return <p className="waiting">{connectionWords[connection]}</p>
  return <Shown board={board} />
}

/** How large a dot may be. */
const crowdOf = (people: number) => (people <= 60 ? 'small' : people <= 150 ? 'middle' : 'large')

function Shown({ board: { room, rows, limits, ahead } }: { board: ReturnType<typeof useBoard> }) {
  const { pack } = use(loadPack(room?.pack ?? ''))
  const now = useNow(ahead)
  const isWaiting = room?.held === true || room?.lead !== undefined
  const seen = useMemo(() => seenAt(rows.values(), now, limits, isWaiting), [rows, now, limits, isWaiting])
  if (!room) return null
  const exercise = room.exercises.find(({ id }) => id === room.running?.exercise)
  const flow = pack.flows.find(({ id }) => id === (room.lead?.place.flow ?? exercise?.flow ?? room.flow))
  const people = seen.filter(({ mood }) => mood !== 'gone')
  const done = people.filter(({ row }) => exercise && row.work[exercise.id] === 'done').length
  const left = room.running?.deadline === undefined ? undefined : room.running.deadline - now
  return (
    <section className="wall" data-lobby={people.length === 0} data-crowd={crowdOf(people.length)}>
      <header className="wall-head">
        <div>
          <p className="wall-eyebrow">{room.title}</p>
          <h1>{room.held ? 'Look up for a moment' : (exercise?.title ?? flow?.title)}</h1>
          {room.lead && !room.held ? (
            <p className="wall-lead">
              <span className="live-dot" aria-hidden="true" /> Follow along
              {room.lead.standing.step > 0 && flow
                ? `: step ${room.lead.standing.step}, ${flow.steps[room.lead.standing.step]}`
                : ''}
            </p>
          ) : null}
        </div>
        {exercise ? (
          <div className="wall-clock">
            {left === undefined ? null : (
              <p data-soon={left < 60_000}>{left > 0 ? clockWords(left) : 'Time is up'}</p>
            )}
            <p className="soft">
              {done} of {people.length} done
            </p>
          </div>
        ) : null}
        {room.closed ? null : (
          <div className="wall-join">
            <div>
              <p className="wall-where">{location.host}/join</p>
              <p className="wall-code">{spokenCode(room.code)}</p>
              {people.length > 0 ? (
                <p className="soft">
                  {people.length} {people.length === 1 ? 'person' : 'people'}
                </p>
              ) : null}
            </div>
            <QrCode code={room.code} />
          </div>
        )}
      </header>
      {flow ? <StepHall flow={flow} seen={seen} most={150} /> : null}
    </section>
  )
}
