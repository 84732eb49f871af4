import { Card } from './Card.tsx'
import { type Attacked, faultGroups, inWords } from './fault-groups.ts'
import { Noted } from './Noted.tsx'

/** One way of the identity provider to do it wrong, or unusually. */
export interface Misbehaviour {
  id: string
  /** In a sentence. */
  breaks: string
  clause: string
  /** What a good client does then, in a sentence. */
  goodClient: string
  /** What it is aimed at. */
  attacks: Attacked
}

export interface ProviderProps {
  /** Who signs in there, and the password of all of them. */
  accounts?: Record<string, string>
  /** Opens the admin center, where there is one to be used. */
  onOpen?: () => void
  /** Leaves the provider, so that someone else can sign in. */
  onSignOut?: () => void
  /** The misbehaviours to choose from; empty if they make no difference. */
  misbehaviours?: Misbehaviour[]
  /** Id of the one that is chosen; empty where the provider behaves. */
  chosen?: string
  onChoose?: (id: string) => void
  /** Somebody else has chosen it: finding out which it is may be the exercise. */
  isHidden?: boolean
  /** What this product did since it was chosen, in a sentence; absent before it did anything. */
  did?: string | undefined
  /** The reader types its address, and it misbehaves only at the address that the notes have. */
  isTyped: boolean
}

/** The identity provider: who signs in there, and what it does wrong when the reader wants it to. */
export function Provider(props: ProviderProps) {
  const {
    accounts,
    onOpen,
    onSignOut,
    misbehaviours = [],
    chosen = '',
    onChoose,
    isTyped,
    isHidden,
    did,
  } = props
  const misbehaviour = misbehaviours.find(({ id }) => id === chosen)
  return (
    <Card
      kind="provider"
      title="Identity provider"
      aside={misbehaviours.length > 0 ? (misbehaviour ? 'faulty' : 'working normally') : undefined}
    >
      {accounts ? <Noted notes={accounts} /> : null}
      {onOpen ? (
        <button type="button" className="button" onClick={onOpen}>
          Open the admin center
        </button>
      ) : null}
      {onSignOut ? (
        <button type="button" className="start-over" onClick={onSignOut}>
          Sign out at the provider
        </button>
      ) : null}
      {misbehaviours.length > 0 && !isHidden ? (
        <label className="misbehaviour">
          <span>Fault</span>
          <select value={chosen} onChange={({ target }) => onChoose?.(target.value)}>
            <option value="">None</option>
            {faultGroups(misbehaviours, isTyped).map(({ title, faults }) => (
              <optgroup key={title} label={title}>
                {faults.map((fault) => (
                  <option key={fault.id} value={fault.id}>
                    {inWords(fault)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
      ) : null}
      {isHidden ? (
        <p className="empty">This provider has a fault. Find out which.</p>
      ) : misbehaviour ? (
        <div className="empty" role="status">
          <p>
            {misbehaviour.breaks} <span className="origin">{misbehaviour.clause}</span>
          </p>
          <div className="side-by-side">
            <p>A good client: {misbehaviour.goodClient}</p>
            <p>
              This product:{' '}
              {did ?? 'nothing yet. The fault shows at the next step that reaches the provider.'}
            </p>
          </div>
          {isTyped ? <p>The discovery address in the notes now leads to the faulty provider.</p> : null}
        </div>
      ) : null}
    </Card>
  )
}
