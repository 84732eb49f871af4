import type { Exchange } from '../../tenant/exchange.ts'
import { headerMeaning } from '../../wire/parameters.ts'
import { useMask } from './shown.ts'

interface Props {
  title: string
  /** What the first line says. */
  first: string
  part: Exchange['request'] | Exchange['response']
}

/** Indented where it is JSON. */
function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** A request or an answer as it was: first line, headers, body. */
export function RawPart({ title, first, part: { headers, body } }: Props) {
  const mask = useMask()
  return (
    <details className="wire-raw">
      <summary>
        {title}: {headers.length} {headers.length === 1 ? 'header' : 'headers'}
        {body ? `, ${body.size} bytes` : ''}
      </summary>
      <p className="wire-first">
        <code>{mask(first)}</code>
      </p>
      <dl className="wire-facts">
        {headers.map(([name, value]) => (
          // A header may come several times, each time with another value.
          <div key={`${name}: ${value}`}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              <code className="wire-value">{mask(value)}</code>
              <span>{headerMeaning(name)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {body ? (
        <pre>
          {mask(readable(body.text))}
          {body.text.length < body.size ? '\n…' : ''}
        </pre>
      ) : null}
    </details>
  )
}
