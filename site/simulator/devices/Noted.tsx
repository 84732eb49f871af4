import { useCopy } from '../use-copy.ts'

/** Values that the person has to type, each with a button that copies it. */
export function Noted({ notes }: { notes: Record<string, string> }) {
  return (
    <dl className="noted">
      {Object.entries(notes).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <code>{value}</code>
            <CopyNote name={name} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function CopyNote({ name, value }: { name: string; value: string }) {
  const { said, copy } = useCopy()
  return (
    <button type="button" aria-label={`Copy: ${name}`} onClick={() => copy(value)}>
      <span aria-live="polite">{said || 'Copy'}</span>
    </button>
  )
}
