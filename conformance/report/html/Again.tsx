import { replayAddress, type View } from './view.ts'

interface Props {
  view: View
  label: string
  repeat?: string | undefined
  replay?: string | undefined
}

/** How to see it again: the command, and the moment in the simulator where there is one. */
export function Again({ view, label, repeat, replay }: Props) {
  if (!repeat) return null
  return (
    <div>
      <p className="part">Again</p>
      <pre>
        <code>{repeat}</code>
      </pre>
      {replay ? (
        <p>
          <a href={replayAddress(view, replay)}>
            Open this moment in the simulator<span className="visually-hidden">: {label}</span>
          </a>
        </p>
      ) : null}
    </div>
  )
}
