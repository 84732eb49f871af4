import { hasOwnSteps } from '../../simulator/walk/stages.ts'
import { LetHappen } from '../board/LetHappen.tsx'
import type { TabProps } from '../board/Trainer.tsx'
import { indexIn } from '../model/script.ts'
import { Walker } from '../room/Walker.tsx'
import { ScriptPanel } from './ScriptPanel.tsx'
import type { Lead } from './use-lead.ts'

/** The trainer’s own sandbox: what happens in it is what the room sees, while they lead. */
export function LeadTab({ pack, board: { room }, seen, act, lead }: TabProps & { lead: Lead }) {
  const { own, held, isLeading, isPresenter, presenter } = lead
  const flow = pack.flows.find(({ id }) => id === own.flow)
  const at = indexIn(room.script, own)
  const around = seen.filter(({ row, mood }) => row.around && mood !== 'gone').length
  const everyone = (body: object, question: string) => confirm(question) && void act(body)
  return (
    <section className="lead">
      <div className="lead-bar">
        {isLeading ? (
          <button type="button" className="button secondary" onClick={lead.end}>
            Stop leading
          </button>
        ) : (
          <button type="button" className="button" onClick={lead.start}>
            Lead: everyone follows me
          </button>
        )}
        <div className="lead-steps">
          <button
            type="button"
            className="button secondary"
            disabled={at === 0}
            onClick={() => lead.step(-1)}
          >
            ← Back
          </button>
          <span>
            {at} of {room.script.steps.length}
          </span>
          <button
            type="button"
            className="button secondary"
            disabled={at >= room.script.steps.length}
            onClick={() => lead.step(1)}
          >
            Next →
          </button>
        </div>
        {room.mode === 'live' ? (
          <fieldset className="switch">
            <legend className="visually-hidden">Demonstrate with</legend>
            {(['model', 'live'] as const).map((mode) => (
              <label key={mode}>
                <input
                  type="radio"
                  name="lead-mode"
                  checked={held.mode === mode}
                  onChange={() => lead.choose(mode)}
                />
                <span>{mode === 'model' ? 'Model' : 'Live tenant'}</span>
              </label>
            ))}
          </fieldset>
        ) : null}
        <p className="soft" role="status">
          {isLeading
            ? `The room sees ${held.mode === 'live' ? 'a mirror of this tenant, without passwords and codes' : 'this moment'}.${around > 0 ? ` ${around} look${around === 1 ? 's' : ''} around.` : ''}`
            : 'Only you see this.'}
        </p>
      </div>
      {isPresenter ? null : (
        <p className="message offer" role="status">
          <span>{room.presenter?.name} is presenting.</span>
          <button type="button" onClick={lead.askForIt}>
            Ask to take over
          </button>
          <button type="button" onClick={lead.takeOver}>
            Take over now
          </button>
        </p>
      )}
      {room.asking && isPresenter && room.asking.id !== presenter ? (
        <p className="message offer" role="status">
          <span>{room.asking.name} asks to present.</span>
          <button
            type="button"
            onClick={() =>
              act({ act: 'take-presenter', presenter: room.asking?.id ?? '', name: room.asking?.name ?? '' })
            }
          >
            Hand over
          </button>
        </p>
      ) : null}
      <div className="lead-room">
        <span className="soft">For everyone:</span>
        {flow ? (
          <>
            {hasOwnSteps(flow) ? (
              <select
                aria-label="Bring everyone to a step"
                value=""
                onChange={({ target }) => {
                  const step = Number(target.value)
                  everyone(
                    { act: 'bring', flow: flow.id, step },
                    `Bring everyone to step ${step} of “${flow.title}”?`,
                  )
                }}
              >
                <option value="">Bring to a step …</option>
                {Object.entries(flow.steps).map(([number, text]) => (
                  <option key={number} value={number}>
                    {number}. {text}
                  </option>
                ))}
              </select>
            ) : null}
            <LetHappen {...{ flow, act }} mode={room.mode} label="Let something happen to everyone" />
            <button
              type="button"
              onClick={() =>
                everyone(
                  { act: 'start-over', flow: flow.id, given: own.given },
                  `Let everyone start over at the beginning of “${flow.title}”?`,
                )
              }
            >
              Start over
            </button>
          </>
        ) : null}
        <button type="button" onClick={() => act({ act: 'offer-hint' })}>
          Offer a hint
        </button>
      </div>
      <div className="lead-main">
        <Walker packId={pack.id} held={lead.held} />
        <ScriptPanel pack={pack} room={room} own={own} at={at} act={act} />
      </div>
    </section>
  )
}
