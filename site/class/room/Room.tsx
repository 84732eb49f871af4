import { useEffect, useMemo, useState } from 'react'
import { connectionWords } from '../client/connection-words.ts'
import { forget, linkTo, type Pass, passFor } from '../client/keys.ts'
import { sandboxesOf } from '../client/sandboxes.ts'
import type { ClassPlace } from '../model/place.ts'
import type { PersonView } from '../model/views.ts'
import type { Held } from './class-place.ts'
import { ExerciseCard } from './ExerciseCard.tsx'
import { RoomBar } from './RoomBar.tsx'
import { useRoom } from './use-room.ts'
import { Walker } from './Walker.tsx'

/** The page of a participant. */
export default function Room() {
  const [pass, setPass] = useState<Pass | null>()
  useEffect(() => setPass(passFor('me') ?? null), [])
  if (pass === undefined) return <p className="waiting">One moment …</p>
  if (pass === null)
    return (
      <Notice title="You are in no class">
        <p>Join one with its code, or open your own link.</p>
        <a className="button" href="/join/">
          Join a class
        </a>
      </Notice>
    )
  return <InRoom pass={pass} />
}

function Notice({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="class-notice card">
      <h1>{title}</h1>
      {children}
    </section>
  )
}

const overWords: Readonly<Record<string, string>> = {
  removed: 'The trainer has removed you from this class. You can join again with its code.',
  banned: 'The trainer has closed this class to you.',
  ended: 'This class is over. Thank you for being there.',
}

function InRoom({ pass }: { pass: Pass }) {
  const { view, place, go, act, problem, connection, refused } = useRoom(pass)
  if (refused || (view && view.state !== 'in'))
    return (
      <Notice title={view?.title ?? 'Class'}>
        <p>
          {refused?.code === 'no-such-class'
            ? overWords.ended
            : (refused?.message ?? overWords[view?.state ?? ''])}
        </p>
        <a className="button" href="/join/" onClick={() => forget('me', pass.code)}>
          Join another class
        </a>
      </Notice>
    )
  if (!view || !place) return <p className="waiting">{connectionWords[connection] ?? 'Joining …'}</p>
  return (
    <div className="room" data-exercise={view.exercise !== undefined} data-branches={view.branches}>
      <RoomBar view={view} act={act} link={linkTo('me', pass)} pass={pass} />
      {connectionWords[connection] ? (
        <p className="message gap" role="status">
          {connectionWords[connection]}
        </p>
      ) : null}
      {problem ? (
        <p className="message" role="status">
          {problem}
        </p>
      ) : null}
      <Offers view={view} act={act} />
      <ExerciseCard view={view} act={act} waits={isFollowing(view)} />
      <Bench {...{ view, place, go, act, pass }} />
    </div>
  )
}

interface Acting {
  view: PersonView
  act: (body: object) => Promise<void>
}

/** What the trainer offers, for the person to take or leave. */
function Offers({ view: { me }, act }: Acting) {
  return (
    <>
      {me.offered ? (
        <p className="message offer" role="status">
          <span>The trainer offers you a hint.</span>
          <button type="button" onClick={() => act({ act: 'answer-hint', taken: true })}>
            Show it
          </button>
          <button type="button" onClick={() => act({ act: 'answer-hint', taken: false })}>
            No, thanks
          </button>
        </p>
      ) : null}
      {me.taken ? (
        <p className="message hint" role="status">
          <strong>Hint.</strong> {me.taken.text}
        </p>
      ) : null}
      {me.help === 'asked' ? (
        <p className="message offer" role="status">
          <span>The trainer asks to help you here, in your place. You see everything that happens.</span>
          <button type="button" onClick={() => act({ act: 'answer-help', yes: true })}>
            Yes, help me
          </button>
          <button type="button" onClick={() => act({ act: 'answer-help', yes: false })}>
            No
          </button>
        </p>
      ) : null}
      {me.help === 'given' ? (
        <p className="message offer" role="status">
          <span>The trainer helps you here.</span>
          <button type="button" onClick={() => act({ act: 'answer-help', yes: false })}>
            End it
          </button>
        </p>
      ) : null}
    </>
  )
}

interface BenchProps extends Acting {
  pass: Pass
  place: ClassPlace
  go: Held['go']
}

const nowhere = () => {}

function leadWords({ lead, held, me }: PersonView): string {
  if (held)
    return lead
      ? 'The trainer shows this moment, and holds the room.'
      : 'The trainer holds the room. Look up for a moment.'
  if (me.around) return 'You look around in your own place.'
  return lead?.live
    ? 'You follow the trainer. This mirrors their tenant, without what is secret; yours stays as it is.'
    : 'You follow the trainer.'
}

const isFollowing = ({ lead, me }: PersonView) => lead !== undefined && !me.around

/** The own walk or, while the trainer leads, the trainer’s moment. */
function Bench({ view, place, go, act, pass }: BenchProps) {
  const makeSandbox = useMemo(() => sandboxesOf(pass), [pass])
  const { lead, held, me, pack } = view
  const [mode, setMode] = useState(view.mode)
  const follows = isFollowing(view)
  useEffect(() => {
    if (!lead || !me.around) return
    const back = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') void act({ act: 'look', around: false })
    }
    addEventListener('keydown', back)
    return () => removeEventListener('keydown', back)
  }, [lead, me.around, act])
  const shown = useMemo<Held>(
    () =>
      lead && follows
        ? { mode: 'model', place: lead.place, go: nowhere }
        : { mode, place, go, onMode: setMode, happened: me.happened, makeSandbox },
    [follows, lead, mode, place, go, me.happened, makeSandbox],
  )
  return (
    <section className="room-bench" data-following={follows} data-held={held} aria-label="Your place">
      {lead || held ? (
        <p className="lead-strip" role="status">
          <span className="live-dot" aria-hidden="true" />
          <span>{leadWords(view)}</span>
          {lead && !held ? (
            <button type="button" onClick={() => act({ act: 'look', around: follows })}>
              {follows ? 'Look around' : 'Back to the trainer (Esc)'}
            </button>
          ) : null}
        </p>
      ) : null}
      <Walker packId={pack} held={shown} inert={follows || held} />
    </section>
  )
}
