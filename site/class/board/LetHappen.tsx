import type { Flow } from '../../../machines/model/flow.ts'
import { faultGroups, inWords } from '../../simulator/devices/fault-groups.ts'
import { type Happening, spanWords } from '../../simulator/happening.ts'
import { useLiveAddress } from '../../simulator/live/use-live-address.ts'
import { injectionsOf } from '../model/injections.ts'
import type { RoomView } from '../model/views.ts'
import type { Act } from './Trainer.tsx'

interface Props {
  flow: Flow
  mode: RoomView['mode']
  act: Act
  /** Id of a person; everyone without it. */
  who?: string
  label: string
}

const HOUR = 60 * 60
const spans = [10 * 60, HOUR, 24 * HOUR, 2 * 24 * HOUR, 30 * 24 * HOUR]

/** Lets something happen that nobody does on their own page: what the flow says and, live, the clock and the provider. */
export function LetHappen({ flow, mode, act, who, label }: Props) {
  const misbehaviours = useLiveAddress()?.misbehaviours ?? []
  const injections = injectionsOf(flow)
  const isLive = mode === 'live'
  const happen = (value: string) => {
    const [kind, rest = ''] = value.split(/ (.*)/)
    const is: Happening =
      kind === 'clock'
        ? { what: 'clock', seconds: Number(rest) }
        : kind === 'fault'
          ? { what: 'fault', ...(rest && { fault: rest }) }
          : { what: 'sign-out' }
    void act(kind === 'event' ? { act: 'inject', event: rest, who } : { act: 'happen', is, who })
  }
  return (
    <select
      aria-label={label}
      value=""
      disabled={injections.length === 0 && !isLive}
      title={injections.length === 0 && !isLive ? 'In this flow, nothing happens by itself.' : undefined}
      onChange={({ target }) => happen(target.value)}
    >
      <option value="">Let it happen …</option>
      {injections.length > 0 ? (
        <optgroup label="In the flow">
          {injections.map(({ event, label }) => (
            <option key={event} value={`event ${event}`}>
              {label}
            </option>
          ))}
        </optgroup>
      ) : null}
      {isLive ? (
        <>
          <optgroup label="Clock">
            {spans.map((seconds) => (
              <option key={seconds} value={`clock ${seconds}`}>
                {spanWords(seconds)} pass
              </option>
            ))}
          </optgroup>
          <optgroup label="Identity provider">
            <option value="sign-out">Sign out at the provider</option>
            <option value="fault">No fault any more</option>
          </optgroup>
          {faultGroups(misbehaviours, false).map(({ title, faults }) => (
            <optgroup key={title} label={`Provider fault: ${title}`}>
              {faults.map((fault) => (
                <option key={fault.id} value={`fault ${fault.id}`}>
                  {inWords(fault)}
                </option>
              ))}
            </optgroup>
          ))}
        </>
      ) : null}
    </select>
  )
}
