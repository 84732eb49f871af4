import { useState } from 'react'
import { counted } from '../../simulator/counted.ts'
import type { Pass } from '../client/keys.ts'
import { request } from '../client/request.ts'
import type { Row } from '../model/board.ts'
import type { RoomView } from '../model/views.ts'

interface Props {
  pass: Pass
  room: RoomView
  rows: ReadonlyMap<string, Row>
}

const formats = [
  ['csv', 'CSV', 'For a spreadsheet'],
  ['json', 'JSON', 'For a program'],
  ['xapi.json', 'xAPI statements', 'For a learning record store'],
] as const

const marks = { done: '✓', open: '…', broke: '✗' } as const
const markWords = { done: 'done', open: 'begun', broke: 'something happened that was not allowed' } as const

/** What everyone has done, to be downloaded or deleted. */
export function ResultsTab({ pass, room, rows }: Props) {
  const people = [...rows.values()].sort((a, b) => (a.name ?? '').localeCompare(b.name ?? ''))
  const begun = room.exercises.filter(({ id }) => people.some(({ work }) => id in work))
  const [problem, setProblem] = useState<string>()
  /** A request for the whole class. What went wrong is said. */
  const ask = (method: string, path: string) => {
    setProblem(undefined)
    return request(method, `/classes/${pass.code}${path}`, pass.key).catch(({ message }: Error) =>
      setProblem(message),
    )
  }
  const take = async (format: string) => {
    const blob = await (await ask('GET', `/results.${format}`))?.blob()
    if (!blob) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = `class-${pass.code}.${format}`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  const drop = async () => {
    if (!confirm('Delete this class and everything about everyone in it? This can’t be undone.')) return
    await ask('DELETE', '')
  }
  return (
    <section className="results">
      <div className="exercises-head">
        <h2>Results</h2>
        <div className="buttons">
          {formats.map(([format, name, what]) => (
            <button
              key={format}
              type="button"
              className="button secondary"
              title={what}
              onClick={() => take(format)}
            >
              {name}
            </button>
          ))}
        </div>
      </div>
      <p className="message wrong" role="alert">
        {problem}
      </p>
      {begun.length === 0 ? (
        <p className="nothing-yet">No exercise was started yet.</p>
      ) : (
        <div className="results-sheet">
          <table>
            <thead>
              <tr>
                <th scope="col">Who</th>
                {begun.map(({ id, title }) => (
                  <th key={id} scope="col">
                    {title}
                  </th>
                ))}
                <th scope="col">Wrong turns</th>
                <th scope="col">Hints</th>
              </tr>
            </thead>
            <tbody>
              {people.map(({ id, name, work, wrong, hints }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  {begun.map((exercise) => {
                    const is = work[exercise.id]
                    return (
                      <td key={exercise.id} data-is={is}>
                        {is ? (
                          <>
                            <span aria-hidden="true">{marks[is]}</span>
                            <span className="visually-hidden">{markWords[is]}</span>
                          </>
                        ) : null}
                      </td>
                    )
                  })}
                  <td>{wrong}</td>
                  <td>{hints}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="soft">
        {room.keepDays > 0
          ? `Kept for ${counted(room.keepDays, 'day')} after the class, then deleted.`
          : 'Kept until the class ends, then deleted. Take them before that.'}{' '}
        <button type="button" className="button quiet small" onClick={drop}>
          Delete the class now
        </button>
      </p>
    </section>
  )
}
