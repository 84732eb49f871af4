import type { Check } from '../../wire/token.ts'

export interface FactProps {
  name: string
  value: string
  means: string
  check?: Check | undefined
}

const results = { holds: '✓', fails: '✗', unknown: '?' } as const
const spoken = { holds: 'Right: ', fails: 'Wrong: ', unknown: 'Not known: ' } as const

/** Whether something is as it must be. */
export const Checked = ({ result, says }: Check) => (
  <span className="wire-check" data-result={result}>
    <span aria-hidden="true">{results[result]}</span>
    <span>
      <span className="visually-hidden">{spoken[result]}</span>
      {says}
    </span>
  </span>
)

/** Values with what they mean and, where it can be said, whether they are as they must be. */
export function Facts({ facts, mask }: { facts: readonly FactProps[]; mask: (text: string) => string }) {
  return (
    <dl className="wire-facts">
      {facts.map(({ name, value, means, check }) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>
            <code className="wire-value">{mask(value)}</code>
            <span>{means}</span>
            {check ? <Checked {...check} /> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
