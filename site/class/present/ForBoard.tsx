import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { useBoard } from '../board/use-board.ts'
import { connectionWords } from '../client/connection-words.ts'
import { type Pass, passFor, type Role } from '../client/keys.ts'
import type { RoomView } from '../model/views.ts'

/** A board whose room has arrived. */
export type OpenBoard = ReturnType<typeof useBoard> & { room: RoomView }

interface Props {
  /** The link that must have been opened in this browser. */
  as: Role
  /** Heading and hint when it has not. */
  without: { title: string; hint: string }
  children: (board: OpenBoard, pass: Pass) => ReactNode
}

/** Shows its children when this browser has the link to a class and the class is open; else it says why not. */
export function ForBoard({ as: role, without, children }: Props) {
  const [pass, setPass] = useState<Pass | null>()
  useEffect(() => setPass(passFor(role) ?? null), [role])
  if (pass === undefined) return null
  if (pass === null) return <Notice title={without.title} text={without.hint} />
  return (
    <Suspense fallback={null}>
      <Connected pass={pass}>{children}</Connected>
    </Suspense>
  )
}

function Connected({ pass, children }: Pick<Props, 'children'> & { pass: Pass }) {
  const board = useBoard(pass)
  const { room, refused, connection } = board
  if (refused || room?.ended)
    return <Notice title={room?.title ?? 'Class'} text={refused?.message ?? 'This class is over.'} />
  if (!room) return <p className="waiting">{connectionWords[connection] ?? 'One moment …'}</p>
  return children({ ...board, room }, pass)
}

const Notice = ({ title, text }: { title: string; text: string }) => (
  <section className="class-notice bare-notice card">
    <h1>{title}</h1>
    <p>{text}</p>
  </section>
)
