import type { BenchProps } from './bench.ts'
import { type LiveAddress, useLiveAddress } from './live/use-live-address.ts'
import { beginning, type Place } from './walk/address.ts'
import { wayToStep } from './walk/way-to-step.ts'

/** Model or live, and what is true before the flow begins. */
export function ModeSwitch({ pack, flow, place, go }: BenchProps) {
  const live = useLiveAddress()
  const canLive = live?.pack === pack.id && live.flows.includes(flow.id)
  const restart = (change: Partial<typeof place>) =>
    go((place) => ({ ...beginning(flow), mode: place.mode, given: place.given, ...change }))
  const givens = Object.entries(flow.givens)
  const steps = Object.keys(flow.steps).map(Number)
  const goToStep = (number: number) =>
    go((place) => {
      const way = wayToStep(flow, number, place.given)
      return way ? { ...place, ...way, at: way.walk.length } : place
    })
  return (
    <div className="mode">
      <fieldset className="switch">
        <legend className="visually-hidden">How to walk</legend>
        {(['model', 'live'] as const).map((mode) => (
          <label key={mode}>
            <input
              type="radio"
              name="mode"
              checked={place.mode === mode}
              disabled={mode === 'live' && !canLive}
              onChange={() => restart({ mode })}
            />
            <span>{mode === 'model' ? 'Model' : 'Live'}</span>
          </label>
        ))}
      </fieldset>
      {givens.length > 1 ? (
        <label className="given">
          <span>Begin with</span>
          <select value={place.given} onChange={({ target }) => restart({ given: target.value })}>
            {givens.map(([given, name]) => (
              <option key={given} value={given}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {steps.length > 0 ? (
        <label className="given">
          <span>Go to</span>
          <select value="" onChange={({ target }) => goToStep(Number(target.value))}>
            <option value="">a step …</option>
            {steps.map((number) => (
              <option key={number} value={number}>
                step {number}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <p className="mode-note">{noteOf(place.mode, live, canLive)}</p>
    </div>
  )
}

function noteOf(mode: Place['mode'], live: LiveAddress | null | undefined, canLive: boolean): string {
  if (mode === 'live') return 'A real tenant, real mail, your own sandbox.'
  if (live === null) return 'Model only. Live needs Doorstep’s server.'
  if (live && !canLive) return 'Model only. This flow has no live tenant.'
  return 'Model only: nothing is sent anywhere.'
}
