import { toDataURL } from 'qrcode'
import { useEffect, useState } from 'react'
import { counted } from '../../simulator/counted.ts'
import { useCopy } from '../../simulator/use-copy.ts'
import { joinLink, linkTo, type Pass, passTo } from '../client/keys.ts'
import { Menu } from '../client/Menu.tsx'
import { clockWords } from '../client/use-now.ts'
import { spokenCode } from '../model/code.ts'
import type { RoomView } from '../model/views.ts'
import type { Seen } from './sight.ts'
import type { Act } from './Trainer.tsx'

interface Props {
  pass: Pass
  room: RoomView
  seen: readonly Seen[]
  act: Act
  now: number
}

/** The code, how the room is doing, and what concerns all of it. */
export function TrainerBar({ pass, room, seen, act, now }: Props) {
  const here = seen.filter(({ mood }) => mood !== 'gone' && mood !== 'offline').length
  const count = (mood: Seen['mood']) => seen.filter((one) => one.mood === mood).length
  const hands = seen.filter(({ row, mood }) => row.hand !== undefined && mood !== 'gone').length
  const running = room.exercises.find(({ id }) => id === room.running?.exercise)
  const end = () => {
    const kept =
      room.keepDays > 0
        ? `Its results are kept for ${counted(room.keepDays, 'day')}.`
        : 'Its results are deleted now.'
    if (confirm(`End the class for everyone? ${kept}`)) void act({ act: 'end' })
  }
  const removeUnmoved = () =>
    confirm('Remove everyone who has not done anything yet? They can join again.') &&
    void act({ act: 'remove-unmoved' })
  return (
    <header className="trainer-bar">
      <div className="trainer-title">
        <h1>{room.title}</h1>
        <JoinCode {...room} />
      </div>
      <dl className="figures">
        <Figure name="here" value={here} />
        <Figure name="stuck" value={count('stuck')} tone="note" />
        <Figure name={hands === 1 ? 'hand' : 'hands'} value={hands} tone="accent" />
        <Figure name="at the goal" value={count('done')} tone="good" />
      </dl>
      {room.sandboxes ? (
        <p className="trainer-ready" role="status">
          {room.sandboxes.ready} of {room.sandboxes.wanted} spare tenants ready
        </p>
      ) : null}
      <div className="trainer-acts">
        {running ? (
          <button type="button" className="button secondary" onClick={() => act({ act: 'end-exercise' })}>
            End the exercise
            {room.running?.deadline ? ` · ${clockWords(room.running.deadline - now)}` : ''}
          </button>
        ) : null}
        <button
          type="button"
          className={room.held ? 'button' : 'button secondary'}
          aria-pressed={room.held}
          onClick={() => act({ act: 'hold', on: !room.held })}
        >
          {room.held ? 'Release the room' : 'Hold the room'}
        </button>
        <Menu className="room-more">
          <summary className="button secondary">Class</summary>
          <div className="card pop">
            <Links pass={pass} />
            <div className="buttons">
              <button
                type="button"
                className="button secondary"
                onClick={() => act({ act: room.closed ? 'open' : 'close' })}
              >
                {room.closed ? 'Open to new people' : 'Close to new people'}
              </button>
              <button type="button" className="button quiet" onClick={removeUnmoved}>
                Remove those who never moved
              </button>
              <button type="button" className="button quiet" onClick={end}>
                End the class
              </button>
            </div>
          </div>
        </Menu>
      </div>
    </header>
  )
}

function Figure({ name, value, tone }: { name: string; value: number; tone?: string }) {
  return (
    <div data-tone={value > 0 ? tone : undefined}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function JoinCode({ code, ticket, closed }: Pick<RoomView, 'code' | 'ticket' | 'closed'>) {
  const link = joinLink(code, ticket)
  return (
    <Menu className="join-code">
      <summary>
        <span className="soft">{closed ? 'Closed' : 'Code'}</span> <strong>{spokenCode(code)}</strong>
      </summary>
      <div className="card pop">
        <QrCode link={link} />
        <p>
          <a href={link}>{link}</a>
        </p>
      </div>
    </Menu>
  )
}

/** The join link as a QR code. */
export function QrCode({ link }: { link: string }) {
  const [image, setImage] = useState('')
  useEffect(() => {
    void toDataURL(link, { margin: 1, scale: 12 }).then(setImage)
  }, [link])
  return image ? <img className="qr" src={image} alt="QR code of the join link" /> : <span className="qr" />
}

function Links({ pass }: { pass: Pass }) {
  const [others, setOthers] = useState<{ projector?: Pass | undefined; remote?: Pass | undefined }>({})
  useEffect(
    () => setOthers({ projector: passTo('projector', pass.code), remote: passTo('remote', pass.code) }),
    [pass.code],
  )
  const links = [
    ['Projector, without names', others.projector && linkTo('projector', others.projector)],
    ['Remote for a phone', others.remote && linkTo('remote', others.remote)],
    ['Yours: keep it secret', linkTo('trainer', pass)],
  ] as const
  return (
    <ul className="links">
      {links.map(([name, link]) =>
        link ? (
          <li key={name}>
            <a href={link} target="_blank" rel="noreferrer">
              {name}
            </a>
            <CopyButton text={link} what={name} />
          </li>
        ) : null,
      )}
      <li>
        <a href="/class/present/" target="doorstep-presenter">
          Presenter view, with notes
        </a>
      </li>
      <li>
        <a href="/class/">Another class</a>
      </li>
    </ul>
  )
}

function CopyButton({ text, what }: { text: string; what: string }) {
  const { said, copy } = useCopy()
  return (
    <button
      type="button"
      className="button quiet small"
      aria-label={`Copy the link: ${what}`}
      onClick={() => copy(text)}
    >
      <span aria-live="polite">{said || 'Copy'}</span>
    </button>
  )
}
