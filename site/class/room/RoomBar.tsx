import { useCopy } from '../../simulator/use-copy.ts'
import { HandIcon } from '../client/HandIcon.tsx'
import { forget, type Pass } from '../client/keys.ts'
import { Menu } from '../client/Menu.tsx'
import { request } from '../client/request.ts'
import type { PersonView } from '../model/views.ts'

interface Props {
  view: PersonView
  act: (body: object) => Promise<void>
  /** The personal link. */
  link: string
  pass: Pass
}

/** Who one is, the raised hand, and the way back from another device. */
export function RoomBar({ view: { title, me, hints, exercise }, act, link, pass }: Props) {
  const { said, copy } = useCopy()
  const leave = async () => {
    if (!confirm('Leave this class and delete everything about you in it?')) return
    await request('DELETE', `/classes/${pass.code}/me`, pass.key).catch(() => undefined)
    forget('me', pass.code)
    location.assign('/join/')
  }
  return (
    <header className="room-bar">
      <div className="room-who">
        <h1>{title}</h1>
        <p>
          You are <strong>{me.name}</strong>
        </p>
      </div>
      <div className="room-acts">
        {hints && !exercise ? (
          <button type="button" className="button secondary" onClick={() => act({ act: 'ask-hint' })}>
            Hint
          </button>
        ) : null}
        <button
          type="button"
          className={me.hand ? 'button' : 'button secondary'}
          aria-pressed={me.hand}
          onClick={() => act({ act: 'hand', up: !me.hand })}
        >
          <HandIcon /> {me.hand ? 'Hand is up' : 'Raise hand'}
        </button>
        <Menu className="room-more">
          <summary className="button secondary">My link</summary>
          <div className="card pop">
            <p>
              This link brings <strong>you</strong> back to this place, on any device. Keep it to yourself.
            </p>
            <input readOnly value={link} aria-label="My link" onFocus={({ target }) => target.select()} />
            <div className="buttons">
              <button type="button" className="button" onClick={() => copy(link)}>
                <span aria-live="polite">{said || 'Copy'}</span>
              </button>
              <button type="button" className="button quiet" onClick={leave}>
                Leave and delete my data
              </button>
            </div>
          </div>
        </Menu>
      </div>
    </header>
  )
}
