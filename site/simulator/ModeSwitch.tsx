import { type ReactNode, useId } from 'react'
import { type BenchProps, moveTo } from './bench.ts'
import { CopyLink } from './CopyLink.tsx'
import { type LiveAddress, useLiveAddress } from './live/use-live-address.ts'
import { beginning, type Place } from './walk/address.ts'
import { wayTo } from './walk/way-to.ts'

interface Props extends BenchProps {
  children: ReactNode
}

/** Model or live, what is true before the flow begins, and the way to a step: one row. What has no room in it is behind “⋯”. */
export function ModeSwitch({ pack, flow, place, go, hasLive, children }: Props) {
  const restart = (change: Partial<typeof place>) =>
    go((place) => ({ ...beginning(flow), mode: place.mode, given: place.given, ...change }))
  const id = useId()
  const steps = Object.entries(flow.steps)
  const goToStep = (number: number) =>
    go((place) => {
      const way = wayTo(flow, { step: number }, place.given)
      return way ? moveTo({ ...place, given: way.given }, way.walk) : place
    })
  const given = <Begin flow={flow} given={place.given} onChoose={(given) => restart({ given })} />
  return (
    <div className="mode">
      {hasLive ? <LiveSwitch {...{ pack, flow, place }} onChoose={(mode) => restart({ mode })} /> : null}
      {given}
      <div
        id={id}
        popover="auto"
        className="more"
        onChange={(event) => event.currentTarget.togglePopover(false)}
      >
        {given}
        {steps.length > 0 ? (
          <label className="given go-to">
            <span className="visually-hidden">Go to</span>
            <select name="step" value="" onChange={({ target }) => goToStep(Number(target.value))}>
              <option value="">Step …</option>
              {steps.map(([number]) => (
                <option key={number} value={number}>
                  step {number}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <CopyLink />
      </div>
      {children}
      <button type="button" className="open-more" popoverTarget={id} aria-label="More settings">
        ⋯
      </button>
    </div>
  )
}

interface BeginProps extends Pick<BenchProps, 'flow'> {
  given: string
  onChoose: (given: string) => void
}

/** What is true before the flow begins. A closed list cuts its text off, so the text is beside it and may take two lines. */
function Begin({ flow: { givens }, given, onChoose }: BeginProps) {
  const all = Object.entries<string>(givens)
  if (all.length < 2) return null
  return (
    <label className="given begin">
      <span className="visually-hidden">Begin with</span>
      <select name="given" value={given} onChange={({ target }) => onChoose(target.value)}>
        {all.map(([given, name]) => (
          <option key={given} value={given}>
            {name}
          </option>
        ))}
      </select>
      <span className="chosen" aria-hidden="true">
        {givens[given]}
      </span>
    </label>
  )
}

interface LiveSwitchProps extends Pick<BenchProps, 'pack' | 'flow' | 'place'> {
  onChoose: (mode: Place['mode']) => void
}

/** Model or live. */
function LiveSwitch({ pack, flow, place, onChoose }: LiveSwitchProps) {
  const live = useLiveAddress()
  const canLive = live?.pack === pack.id && live.flows.includes(flow.id)
  return (
    <fieldset className="switch" title={whyNotLive(live, canLive)}>
      <legend className="visually-hidden">How to walk</legend>
      {(['model', 'live'] as const).map((mode) => (
        <label key={mode}>
          <input
            type="radio"
            name="mode"
            value={mode}
            checked={place.mode === mode}
            disabled={mode === 'live' && live !== undefined && !canLive}
            onChange={() => onChoose(mode)}
          />
          <span>{mode === 'model' ? 'Model' : 'Live'}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Why there is no live mode here; `undefined` where there is, or where it is not known yet. */
function whyNotLive(live: LiveAddress | null | undefined, canLive: boolean): string | undefined {
  if (live === undefined || canLive) return undefined
  if (live !== null) return 'This flow has no live tenant.'
  return self.origin === 'null' ? 'Live does not work in a sandboxed frame.' : 'Live needs Doorstep’s server.'
}

/** What the walk is made with. */
export const modeInWords = (mode: Place['mode']): string =>
  mode === 'live' ? 'A real tenant, real mail, your own sandbox.' : 'Model only: nothing is sent anywhere.'
