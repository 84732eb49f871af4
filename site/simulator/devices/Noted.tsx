import { Fragment } from 'react'
import { useCopy } from '../use-copy.ts'

/** Values that the person has to type, each once, with a button that copies it. */
export function Noted({ notes }: { notes: Record<string, string> }) {
  return (
    <dl className="noted">
      {[...namesOf(notes)].map(([value, names]) => (
        <div key={names[0]}>
          <dt>{names.join(', ')}</dt>
          <dd>
            <code>{breakable(value)}</code>
            <CopyNote name={names.join(', ')} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The names of each value: a new password is the password from then on. */
function namesOf(notes: Record<string, string>): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const [name, value] of Object.entries(notes)) names.set(value, [...(names.get(value) ?? []), name])
  return names
}

/** An address breaks between its parts where there is no room, not within a word. */
const breakable = (value: string) =>
  value.split(/(?<=[@/])(?![@/])|(?=[.?&])/).map((part, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text are known by their place alone
    <Fragment key={n}>
      {part}
      <wbr />
    </Fragment>
  ))

function CopyNote({ name, value }: { name: string; value: string }) {
  const { said, copy } = useCopy()
  return (
    <button type="button" aria-label={`Copy: ${name}`} onClick={() => copy(value)}>
      <span aria-live="polite">{said || 'Copy'}</span>
    </button>
  )
}
