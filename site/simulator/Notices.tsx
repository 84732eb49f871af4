import { whileItCan } from './while-it-can.ts'

export interface NoticesProps {
  /** What the reader should know about the connection to the deployment. */
  connection?: string | undefined
  /** How what is shown fits the documented path, and the way back to it. */
  path?: { text: string; back?: string; isElsewhere?: true; onBack: () => void } | undefined
  /** What is possible here, in a sentence, where the way back is offered. */
  possible?: string | undefined
  /** What was not done of the procedure that a journey has gone on from. */
  undone?: string | undefined
  /** Something is being done; until it is, nothing else can be. */
  busy?: boolean
  /** How many events are still done for the reader on the way to where they want to be. */
  left?: number
  /** The deployment is further along than the moment that is shown. */
  past?: boolean
}

/** What has to be known of a moment, besides what led to it. */
export function Notices({ connection, path, possible, undone, busy, left, past }: NoticesProps) {
  return (
    <>
      {connection ? (
        <p className="past" role="status">
          {connection}
        </p>
      ) : null}
      {path ? (
        <p className="past" role="status">
          {path.text}{' '}
          {path.back ? (
            <button type="button" className="way-back" {...whileItCan(!busy, path.onBack)}>
              {path.back}
            </button>
          ) : null}{' '}
          {possible}
        </p>
      ) : null}
      {left ? (
        <p className="past" role="status">
          On the way there: {left === 1 ? 'one more action is' : `${left} more actions are`} done for you.
        </p>
      ) : null}
      {undone ? (
        <p className="past" role="status">
          {undone}
        </p>
      ) : null}
      {past && !left ? (
        <p className="past" role="status">
          This is an earlier moment. The tenant above has gone on from here: go forward to use it.
        </p>
      ) : null}
    </>
  )
}
