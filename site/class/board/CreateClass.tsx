import { type FormEvent, useEffect, useState } from 'react'
import { loadPack } from '../../simulator/load-pack.ts'
import { enter, keep } from '../client/keys.ts'
import { Ready } from '../client/Ready.tsx'
import { request } from '../client/request.ts'
import { useOffered } from '../client/use-offered.ts'
import { exercisesOf } from '../model/exercises.ts'
import { Offered } from './Offered.tsx'

/** What the page knows of a pack before it is loaded. */
export interface PackOffer {
  id: string
  title: string
  flows: readonly { id: string; title: string; givens: Readonly<Record<string, string>> }[]
}

interface Created {
  code: string
  keys: Record<'trainer' | 'projector' | 'remote', string>
}

const keeping = [
  [0, 'Until the class ends'],
  [7, 'A week after it'],
  [30, 'A month after it'],
  [180, 'Half a year after it'],
] as const

/** The form that creates a class. */
export default function CreateClass({ offers }: { offers: readonly PackOffer[] }) {
  const [packId, setPackId] = useState(offers[0]?.id ?? '')
  const pack = offers.find(({ id }) => id === packId)
  const [flowId, setFlowId] = useState(pack?.flows[0]?.id ?? '')
  const flow = pack?.flows.find(({ id }) => id === flowId) ?? pack?.flows[0]
  const givens = Object.entries(flow?.givens ?? {})
  const [chosen, setGiven] = useState('')
  const given = givens.some(([id]) => id === chosen) ? chosen : (givens[0]?.[0] ?? '')
  const { offered, problem: unread } = useOffered()
  const [mode, setMode] = useState('model')
  const [needsKey, setNeedsKey] = useState<boolean>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  useEffect(() => {
    request('GET', '/settings')
      .then((answer) => answer.json())
      .then(
        ({ needsTrainerKey }: { needsTrainerKey: boolean }) => setNeedsKey(needsTrainerKey),
        ({ message }: Error) => setProblem(message),
      )
  }, [])

  useEffect(() => {
    if (!offered) return
    if (!offers.some(({ id }) => id === offered.pack)) {
      setProblem(`This site does not have the documentation of that demonstration, “${offered.pack}”.`)
      return
    }
    setPackId(offered.pack)
    setFlowId(offered.script.flow)
    setGiven(offered.script.given)
  }, [offered, offers])

  const create = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!pack || !flow) return
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '')
    setIsBusy(true)
    setProblem(undefined)
    try {
      const loaded = await loadPack(pack.id)
      const machine = loaded.pack.flows.find(({ id }) => id === flow.id)
      const answer = await request('POST', '/classes', undefined, {
        title: text('title').trim() || flow.title,
        ...{ pack: pack.id, flow: flow.id, given },
        mode,
        expected: Number(text('expected')),
        hints: form.has('hints'),
        branches: form.has('branches'),
        keepDays: Number(text('keepDays')),
        exercises: machine && form.has('exercises') ? exercisesOf(machine, given) : [],
        ...(offered && { script: offered.script }),
        ...(needsKey && { trainerKey: text('trainerKey').trim() }),
      })
      const { code, keys } = (await answer.json()) as Created
      keep('projector', { code, key: keys.projector })
      keep('remote', { code, key: keys.remote })
      enter('trainer', { code, key: keys.trainer })
    } catch (error) {
      setProblem((error as Error).message)
      setIsBusy(false)
    }
  }

  return (
    <form className="create card" onSubmit={create}>
      <Ready>
        {offered ? <Offered offered={offered} /> : null}
        <div className="field">
          <label htmlFor="title">What the class is called</label>
          <input id="title" name="title" maxLength={80} placeholder={flow?.title} />
        </div>
        {offers.length > 1 ? (
          <Choice label="Documentation" name="pack" value={packId} onChange={setPackId}>
            {offers.map(({ id, title }) => [id, title])}
          </Choice>
        ) : null}
        <Choice label="Begin with" name="flow" value={flow?.id ?? ''} onChange={setFlowId}>
          {(pack?.flows ?? []).map(({ id, title }) => [id, title])}
        </Choice>
        {givens.length > 1 ? (
          <Choice label="Where" name="given" value={given} onChange={setGiven}>
            {givens}
          </Choice>
        ) : null}
        <fieldset>
          <legend>What comes with it</legend>
          <Check name="exercises" label="The exercises of this flow, graded by the model" />
          <Check name="hints" label="People can ask for a hint" />
          <Check name="branches" label="People see what else could happen" />
        </fieldset>
        <Choice label="Everyone walks" name="mode" value={mode} onChange={setMode}>
          {[
            ['model', 'The model: nothing is sent anywhere'],
            ['live', 'Live: everyone has a real tenant'],
          ]}
        </Choice>
        {mode === 'live' ? (
          <div className="field">
            <label htmlFor="expected">How many people you expect</label>
            <input id="expected" name="expected" type="number" min={0} max={300} placeholder="0" />
            <p className="soft">Their tenants are made beforehand, so that nobody waits for one.</p>
          </div>
        ) : null}
        <Choice label="Results are kept" name="keepDays">
          {keeping.map(([days, words]) => [String(days), words])}
        </Choice>
        {needsKey ? (
          <div className="field">
            <label htmlFor="trainerKey">Trainer key</label>
            <input
              id="trainerKey"
              name="trainerKey"
              type="password"
              autoComplete="current-password"
              required
            />
            <p className="soft">The server printed it when it started.</p>
          </div>
        ) : null}
        <p className="message wrong" role="alert">
          {problem ?? unread}
        </p>
        <button type="submit" className="button" disabled={isBusy || needsKey === undefined}>
          {isBusy ? 'Creating …' : 'Create the class'}
        </button>
      </Ready>
    </form>
  )
}

const Check = ({ name, label }: { name: string; label: string }) => (
  <label className="check">
    <input type="checkbox" name={name} defaultChecked />
    {label}
  </label>
)

interface ChoiceProps {
  label: string
  name: string
  value?: string
  onChange?: (value: string) => void
  /** Value and words of each. */
  children: readonly (readonly [string, string])[]
}

const Choice = ({ label, name, value, onChange, children }: ChoiceProps) => (
  <div className="field">
    <label htmlFor={name}>{label}</label>
    <select
      id={name}
      name={name}
      {...(value !== undefined && { value })}
      onChange={({ target }) => onChange?.(target.value)}
    >
      {children.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  </div>
)
