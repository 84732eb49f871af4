import { useCallback } from 'react'
import { codeSteps } from '../../wire/code-steps.ts'
import type { About } from '../../wire/message.ts'
import { useMask } from './shown.ts'
import { useLoaded } from './use-loaded.ts'

type Props = Extract<About, { is: 'code' }>

/** How the code of a moment is made, step by step. */
export function CodeView({ secret, at }: Props) {
  return secret === undefined ? (
    <p className="wire-wrong">The authenticator app has no secret yet. Scan the QR code first.</p>
  ) : (
    <Steps secret={secret} at={at} />
  )
}

function Steps({ secret, at }: { secret: string; at: number }) {
  const mask = useMask()
  const steps = useLoaded(useCallback(() => codeSteps(secret, at), [secret, at]))
  if (!steps) return null
  if ('wrong' in steps) return <p className="wire-wrong">{steps.wrong}</p>
  return (
    <section aria-label="How the code is calculated">
      <h4>How the code is calculated</h4>
      <ol className="wire-steps">
        {steps.map(({ name, value, says }) => (
          <li key={name}>
            <strong>{name}</strong> <code className="wire-value">{mask(value)}</code>
            <span>{says}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
