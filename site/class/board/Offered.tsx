import { useState } from 'react'
import { counted } from '../../simulator/counted.ts'
import type { Demonstration } from '../client/demonstration-link.ts'
import { enter, passFor } from '../client/keys.ts'
import { ask } from '../client/request.ts'

/** A demonstration that a link has brought: for a new class, or for the one that this browser leads. */
export function Offered({ offered: { script } }: { offered: Demonstration }) {
  const [pass] = useState(() => passFor('trainer'))
  const [problem, setProblem] = useState('')
  const take = async () => {
    if (!pass) return
    try {
      await ask('POST', pass, '/acts', { act: 'script', script })
      enter('trainer', pass)
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  return (
    <div className="message offer" role="status">
      <span>
        The class begins with the demonstration “{script.title}”, of {counted(script.steps.length, 'step')}.
      </span>
      {pass ? (
        <button type="button" onClick={() => void take()}>
          Use it in class {pass.code} instead
        </button>
      ) : null}
      {problem ? <span className="wrong">{problem}</span> : null}
    </div>
  )
}
