import { use, useMemo } from 'react'
import { loadPack } from '../../simulator/load-pack.ts'
import { stepTexts } from '../../simulator/walk/stages.ts'
import { StepHall } from '../board/StepHall.tsx'
import { seenAt } from '../board/sight.ts'
import { QrCode } from '../board/TrainerBar.tsx'
import { connectionWords } from '../client/connection-words.ts'
import { joinLink } from '../client/keys.ts'
import { clockWords, useNow } from '../client/use-now.ts'
import { spokenCode } from '../model/code.ts'
import { ForBoard, type OpenBoard } from './ForBoard.tsx'

const without = {
  title: 'There is no class to project',
  hint: 'Open the projector link of a class: the trainer has it below “Class”.',
}

/** What the room sees on the wall: the code, where everyone is, the exercise and its clock. No names. */
export default function Projector() {
  return (
    <ForBoard as="projector" without={without}>
      {(board) => <Wall board={board} />}
    </ForBoard>
  )
}

/** How crowded the room is; decides the size of a dot. */
const crowdOf = (people: number) => (people <= 60 ? 'small' : people <= 150 ? 'middle' : 'large')

function Wall({ board: { room, rows, limits, ahead, connection } }: { board: OpenBoard }) {
  const { pack } = use(loadPack(room.pack))
  const now = useNow(ahead)
  const isWaiting = room.held || room.lead !== undefined
  const seen = useMemo(() => seenAt(rows.values(), now, limits, isWaiting), [rows, now, limits, isWaiting])
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
                ? `: step ${room.lead.standing.step}, ${stepTexts(flow)[room.lead.standing.step]}`
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
            <QrCode link={joinLink(room.code, room.ticket)} />
          </div>
        )}
      </header>
      {connectionWords[connection] ? (
        <p className="message gap" role="status">
          {connectionWords[connection]}
        </p>
      ) : null}
      {flow ? <StepHall flow={flow} seen={seen} most={150} /> : null}
    </section>
  )
}
