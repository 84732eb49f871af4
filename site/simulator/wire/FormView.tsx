import type { About } from '../../wire/message.ts'
import { MASK } from '../../wire/secrets.ts'
import { useIsShown } from './shown.ts'

type Props = Extract<About, { is: 'form' }>

/** What was typed and chosen. */
export function FormView({ fields }: Props) {
  const isMasked = !useIsShown()
  if (fields.length === 0) return null
  return (
    <dl className="wire-facts" aria-label="Fields of the form">
      {fields.map(({ label, value, isSecret }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <code className="wire-value">
              {isSecret && isMasked && value !== '' ? MASK : value || '(empty)'}
            </code>
          </dd>
        </div>
      ))}
    </dl>
  )
}
