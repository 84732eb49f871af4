import { Card } from './Card.tsx'

/** What a person keeps in mind: the address and the password. */
export function Notes({ notes }: { notes: Record<string, string> }) {
  return (
    <Card kind="notes" title="Notes">
      <dl>
        {Object.entries(notes).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
              <button
                type="button"
                aria-label={`Copy: ${name}`}
                onClick={() => navigator.clipboard.writeText(value)}
              >
                Copy
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
