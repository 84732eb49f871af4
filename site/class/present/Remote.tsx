import { useEffect, useState } from 'react'
import { useBoard } from '../board/use-board.ts'
import { connectionWords } from '../client/connection-words.ts'
import { type Pass, passFor } from '../client/keys.ts'
import { ask } from '../client/request.ts'
import { indexIn } from '../model/script.ts'
import { useClicker } from './use-clicker.ts'

/** A phone in the trainer’s hand: two large buttons, and what to say. */
export default function Remote() {
  const [pass, setPass] = useState<Pass | null>()
  useEffect(() => setPass(passFor('remote') ?? null), [])
  if (pass === undefined) return null
  if (pass === null)
    return (
      <section className="class-notice card">
        <h1>This is no remote yet</h1>
        <p>Open the remote link of a class on this phone: the trainer has it below “Class”.</p>
      </section>
    )
  return <Buttons pass={pass} />
}

function Buttons({ pass }: { pass: Pass }) {
  const { room, connection, refused } = useBoard(pass)
  const [problem, setProblem] = useState<string>()
  const step = (by: 1 | -1) => {
    setProblem(undefined)
    ask('POST', pass, '/acts', { act: 'step', by }).catch((error: Error) => setProblem(error.message))
  }
  useClicker(step)
  if (refused || room?.ended)
    return (
      <section className="class-notice card">
        <h1>{room?.title ?? 'Class'}</h1>
        <p>{refused?.message ?? 'This class is over.'}</p>
      </section>
    )
  if (!room) return <p className="waiting">{connectionWords[connection] ?? 'One moment …'}</p>
  const { script, lead } = room
  const at = lead ? indexIn(script, lead.place) : 0
  return (
    <section className="remote">
      <h1 className="visually-hidden">Remote for {room.title}</h1>
      <p className="soft">
        {at} of {script.steps.length} · {room.title}
      </p>
      <p className="remote-note" role="status">
        {problem ??
          connectionWords[connection] ??
          (lead && at > 0 ? script.steps[at - 1]?.note : script.opening)}
      </p>
      <button type="button" className="button secondary" disabled={at === 0} onClick={() => step(-1)}>
        Back
      </button>
      <button
        type="button"
        className="button"
        disabled={lead !== undefined && at >= script.steps.length}
        onClick={() => step(1)}
      >
        {lead ? 'Next' : 'Begin'}
      </button>
    </section>
  )
}
