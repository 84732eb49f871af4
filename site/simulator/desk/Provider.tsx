import { Card } from './Card.tsx'

/** One way of the identity provider to do it wrong, or unusually. */
export interface Misbehaviour {
  id: string
  /** In a sentence. */
  breaks: string
  clause: string
  /** What a good client does then, in a sentence. */
  goodClient: string
}

export interface ProviderProps {
  misbehaviours: Misbehaviour[]
  /** Id of the one that is chosen; empty where the provider behaves. */
  chosen: string
  onChoose: (id: string) => void
}

/** The identity provider: it behaves, or does wrong what the reader chooses. */
export function Provider({ misbehaviours, chosen, onChoose }: ProviderProps) {
  const misbehaviour = misbehaviours.find(({ id }) => id === chosen)
  return (
    <Card kind="provider" title="Identity provider" aside={misbehaviour ? 'misbehaves' : 'behaves'}>
      <label className="misbehaviour">
        <span>What it does wrong</span>
        <select value={chosen} onChange={({ target }) => onChoose(target.value)}>
          <option value="">nothing</option>
          {misbehaviours.map(({ id }) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      </label>
      {misbehaviour ? (
        <div className="empty" role="status">
          <p>
            {misbehaviour.breaks} <span className="origin">{misbehaviour.clause}</span>
          </p>
          <p>A good client: {misbehaviour.goodClient}</p>
          <p>The address in the notes leads there now.</p>
        </div>
      ) : null}
    </Card>
  )
}
