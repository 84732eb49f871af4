/** Values that the person has to type, each with a button that copies it. */
export function Noted({ notes }: { notes: Record<string, string> }) {
  return (
    <dl className="noted">
      {Object.entries(notes).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <code>{value}</code>
            <button
              type="button"
              aria-label={`Copy: ${name}`}
              onClick={() => navigator.clipboard?.writeText(value)}
            >
              Copy
            </button>
          </dd>
        </div>
      ))}
    </dl>
  )
}
