import { useEffect, useRef, useState } from 'react'
import type { Pack } from '../../../machines/model/pack.ts'
import { useCopy } from '../../simulator/use-copy.ts'
import { writeAddress } from '../../simulator/walk/address.ts'
import type { Act } from '../board/Trainer.tsx'
import { demonstrationLink } from '../client/demonstration-link.ts'
import { loadFlow } from '../client/load-flow.ts'
import type { Script } from '../model/events.ts'
import { type ClassPlace, happenedAt } from '../model/place.ts'
import { isScript, numbered, problemOfScript, recorded, scriptOf } from '../model/script.ts'
import type { RoomView } from '../model/views.ts'

interface Props {
  pack: Pack
  room: RoomView
  own: ClassPlace
  /** How far the own place has come along the demonstration. */
  at: number
  act: Act
}

/** The demonstration: its steps with notes, to be edited here or as a file. */
export function ScriptPanel({ pack, room: { script }, own, at, act }: Props) {
  const [problem, setProblem] = useState<string>()
  const { said, copy } = useCopy('Link copied')
  const { said: saidWhole, copy: copyWhole } = useCopy('Link copied')
  const flow = pack.flows.find(({ id }) => id === own.flow)
  // What was changed last counts at once, although the class says it a moment later.
  const latest = useRef(script)
  useEffect(() => {
    latest.current = script
  }, [script])
  const use = async (changed: Script) => {
    const wrong = problemOfScript(pack.flows, changed)
    setProblem(wrong)
    if (wrong) return
    latest.current = changed
    if (!(await act({ act: 'script', script: changed }))) latest.current = script
  }
  const read = async (file: File | undefined) => {
    if (!file) return
    const script = await file
      .text()
      .then(JSON.parse)
      .catch(() => undefined)
    if (isScript(script)) await use(script)
    else setProblem(`${file.name} is no demonstration: it is not JSON with title, flow, given and steps.`)
  }
  const save = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(
      new Blob([JSON.stringify(latest.current, null, 2)], { type: 'application/json' }),
    )
    link.download = `${latest.current.flow}.demonstration.json`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  const noteAt = (n: number, note: string) => {
    const { steps, ...rest } = latest.current
    return use({ ...rest, steps: steps.map((step, index) => (index === n ? { ...step, note } : step)) })
  }
  const copyDemonstration = async () =>
    copyWhole(await demonstrationLink({ pack: pack.id, script: latest.current }))
  /** The moment as an address of the flow’s own page, which needs no class. */
  const copyMoment = async () => {
    if (!flow) return
    const { page } = await loadFlow(pack.id, flow.id)
    const place = { mode: 'model' as const, given: own.given, walk: [...happenedAt(own)], at: own.at }
    copy(`${location.origin}${page}${writeAddress(flow, place)}`)
  }
  return (
    <section className="script card" aria-label="The demonstration">
      <h2>{script.title}</h2>
      <p className="message wrong" role="alert">
        {problem}
      </p>
      <ol>
        {numbered(script).map(({ n, ...step }) => (
          <li key={n} aria-current={n === at ? 'step' : undefined} data-done={n < at}>
            <textarea
              aria-label={`Note for step ${n + 1}`}
              defaultValue={step.note}
              rows={2}
              onBlur={({ target }) => target.value !== step.note && void noteAt(n, target.value)}
            />
          </li>
        ))}
      </ol>
      <div className="person-acts">
        <select
          aria-label="Demonstrate another flow"
          value=""
          onChange={({ target }) => {
            const other = pack.flows.find(({ id }) => id === target.value)
            if (other) use(scriptOf(other, Object.keys(other.givens)[0] ?? ''))
          }}
        >
          <option value="">Another flow …</option>
          {pack.flows.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
        {flow ? (
          <button type="button" disabled={own.at === 0} onClick={() => use(recorded(flow, own, script))}>
            Record my walk
          </button>
        ) : null}
        <button type="button" onClick={save}>
          Save as a file
        </button>
        <label className="file">
          Open a file
          <input type="file" accept="application/json" onChange={({ target }) => read(target.files?.[0])} />
        </label>
        <button type="button" onClick={() => void copyDemonstration()}>
          <span aria-live="polite">{saidWhole || 'Copy a link to the demonstration'}</span>
        </button>
        <button type="button" onClick={() => void copyMoment().catch(() => undefined)}>
          <span aria-live="polite">{said || 'Copy a link to this moment'}</span>
        </button>
      </div>
    </section>
  )
}
