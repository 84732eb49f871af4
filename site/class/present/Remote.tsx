import { useState } from 'react'
import { connectionWords } from '../client/connection-words.ts'
import type { Pass } from '../client/keys.ts'
import { ask } from '../client/request.ts'
import { indexIn, isOff } from '../model/script.ts'
import { ForBoard, type OpenBoard } from './ForBoard.tsx'
import { useClicker } from './use-clicker.ts'

const without = {
  title: 'This phone is not a remote yet',
  hint: 'Open the remote link of a class on this phone: the trainer has it below “Class”.',
}

/** A phone in the trainer’s hand: two large buttons, and what to say. */
export default function Remote() {
  return (
    <ForBoard as="remote" without={without}>
      {(board, pass) => <Buttons board={board} pass={pass} />}
    </ForBoard>
  )
}

function Buttons({ board: { room, connection }, pass }: { board: OpenBoard; pass: Pass }) {
  const [problem, setProblem] = useState<string>()
  const step = (by: 1 | -1) => {
    setProblem(undefined)
    ask('POST', pass, '/acts', { act: 'step', by }).catch((error: Error) => setProblem(error.message))
  }
  useClicker(step)
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
          (lead && isOff(script, lead.place)
            ? 'The room sees something else than the demonstration.'
            : lead && at > 0
              ? script.steps[at - 1]?.note
              : script.opening)}
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
