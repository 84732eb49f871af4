import { useCallback, useState } from 'react'
import type { Pass } from '../client/keys.ts'
import { useStream } from '../client/use-stream.ts'
import type { Row } from '../model/board.ts'
import type { BoardMessage, RoomView } from '../model/views.ts'

/** What a board knows: it grows by each message. */
export interface Board {
  /** Number of the last event that it says something of. */
  n: number
  room: RoomView | undefined
  rows: ReadonlyMap<string, Row>
  limits: Readonly<Record<string, number>>
  /** How far the server’s clock is ahead of this one, in ms. */
  ahead: number
}

const empty: Board = { n: 0, room: undefined, rows: new Map(), limits: {}, ahead: 0 }

/** A board with one more message in it. Rows that did not change stay the same objects. */
export function merge(board: Board, { n, room, rows, limits, all, now }: BoardMessage): Board {
  const merged = new Map(all ? [] : board.rows)
  for (const row of rows) merged.set(row.id, row)
  return {
    n,
    room: room ?? board.room,
    rows: rows.length > 0 || all ? merged : board.rows,
    limits: limits ?? board.limits,
    ahead: now - Date.now(),
  }
}

export function useBoard(pass: Pass | undefined) {
  const [board, setBoard] = useState(empty)
  const onMessage = useCallback((message: BoardMessage) => setBoard((board) => merge(board, message)), [])
  return { ...board, ...useStream<BoardMessage>(pass, 'board', onMessage) }
}
