import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Pack } from '../../../machines/model/pack.ts'
import { counted } from '../../simulator/counted.ts'
import { hasOwnSteps } from '../../simulator/walk/stages.ts'
import type { Pass } from '../client/keys.ts'
import { ask, request } from '../client/request.ts'
import { clockWords } from '../client/use-now.ts'
import { type ClassPlace, happenedAt } from '../model/place.ts'
import type { RoomView } from '../model/views.ts'
import type { Held } from '../room/class-place.ts'
import { Walker } from '../room/Walker.tsx'
import { LetHappen } from './LetHappen.tsx'
import { moodWords, type Seen, screenWords } from './sight.ts'
import type { Act } from './Trainer.tsx'

interface Props {
  pass: Pass
  pack: Pack
  room: RoomView
  person: Seen
  act: Act
  now: number
  onClose: () => void
}

/** One person: their moment, and what the trainer can do for them. */
export function PersonPanel({ pass, pack, room, person: { row, mood, stay }, act, onClose }: Props) {
  const { id: who, name = '', status, flow: flowId } = row
  const [place, setPlace] = useState<ClassPlace>()
  const [isLooking, setIsLooking] = useState(false)
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    // Read again whenever the row says that the person has moved.
    void row
    let isGone = false
    ask<{ place: ClassPlace }>('GET', pass, `/people/${who}`).then(
      ({ place }) => isGone || setPlace(place),
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [pass, who, row])
  const flow = pack.flows.find(({ id }) => id === flowId)
  const rename = () => {
    const wanted = prompt('New name', name)
    if (wanted) void act({ act: 'rename', who, name: wanted })
  }
  const forgetPerson = async () => {
    if (!confirm(`Delete everything about ${name}? This can’t be undone.`)) return
    setProblem(undefined)
    await request('DELETE', `/classes/${pass.code}/people/${who}`, pass.key).then(
      onClose,
      ({ message }: Error) => setProblem(message),
    )
  }
  return (
    <aside className="person card" aria-label={name}>
      <header>
        <h2>{name}</h2>
        <button type="button" className="button quiet small" onClick={onClose} aria-label="Close">
          ✕
        </button>
      </header>
      <p className="soft">
        {moodWords[mood]} · {clockWords(stay)} at{' '}
        {row.goal ? 'the goal' : row.step ? `step ${row.step}` : screenWords(pack, row)}
        {row.wrong > 0 ? ` · ${counted(row.wrong, 'wrong turn')}` : ''}
      </p>
      <p className="message wrong" role="alert">
        {problem}
      </p>
      {status === 'in' ? (
        <>
          <div className="person-acts">
            {row.hand === undefined ? null : (
              <button type="button" onClick={() => act({ act: 'lower-hand', who })}>
                Lower the hand
              </button>
            )}
            <button type="button" aria-pressed={isLooking} onClick={() => setIsLooking(!isLooking)}>
              {isLooking ? 'Close their moment' : 'See their moment'}
            </button>
            <button
              type="button"
              disabled={row.offered !== undefined}
              onClick={() => act({ act: 'offer-hint', who })}
            >
              Offer a hint
            </button>
            {row.help ? (
              <button type="button" onClick={() => act({ act: 'end-help', who })}>
                {row.help === 'asked' ? 'Withdraw the offer to help' : 'End helping'}
              </button>
            ) : (
              <button type="button" onClick={() => act({ act: 'ask-help', who })}>
                Ask to help
              </button>
            )}
            {flow ? (
              <>
                {hasOwnSteps(flow) ? (
                  <select
                    aria-label="Bring to a step"
                    value=""
                    onChange={({ target }) =>
                      act({ act: 'bring', flow: flow.id, step: Number(target.value), who })
                    }
                  >
                    <option value="">Bring to a step …</option>
                    {Object.keys(flow.steps).map((number) => (
                      <option key={number} value={number}>
                        Step {number}
                      </option>
                    ))}
                  </select>
                ) : null}
                <LetHappen {...{ flow, act, who }} mode={room.mode} label="Let something happen" />
                <button
                  type="button"
                  onClick={() =>
                    act({ act: 'start-over', flow: flow.id, given: place?.given ?? room.given, who })
                  }
                >
                  Start over
                </button>
              </>
            ) : null}
            <button type="button" onClick={() => act({ act: 'extra-time', who, seconds: 300 })}>
              + 5 minutes{row.extra > 0 ? ` (${Math.round(row.extra / 60)} so far)` : ''}
            </button>
          </div>
          {isLooking && place ? (
            <Moment {...{ act, who, place }} packId={pack.id} canHelp={row.help === 'given'} />
          ) : null}
        </>
      ) : null}
      <div className="person-acts quiet">
        <button type="button" onClick={rename}>
          Rename
        </button>
        {status === 'in' ? (
          <>
            <button type="button" onClick={() => act({ act: 'remove', who })}>
              Remove
            </button>
            <button type="button" onClick={() => act({ act: 'ban', who })}>
              Ban
            </button>
          </>
        ) : (
          <button type="button" onClick={() => act({ act: 'readmit', who })}>
            Readmit
          </button>
        )}
        <button type="button" onClick={forgetPerson}>
          Delete all data
        </button>
      </div>
    </aside>
  )
}

interface MomentProps {
  act: Act
  who: string
  place: ClassPlace
  packId: string
  canHelp: boolean
}

/** What the person sees. The trainer can act in it once the person has agreed. */
function Moment({ act, who, place, packId, canHelp }: MomentProps) {
  const go = useCallback<Held['go']>(
    (change) => {
      const next = change(place)
      const events = happenedAt(next)
      void act({ act: 'help-move', who, place: { ...next, walk: events, at: events.length } })
    },
    [act, who, place],
  )
  const held = useMemo<Held>(() => ({ mode: 'model', place, go }), [place, go])
  return (
    <section className="person-moment" aria-label="Their moment">
      <p className="soft">
        You see where they are. What they typed stays with them: the address here is an example.
        {canHelp ? '' : ' To act here, ask to help.'}
      </p>
      <Walker packId={packId} held={held} inert={!canHelp} />
    </section>
  )
}
