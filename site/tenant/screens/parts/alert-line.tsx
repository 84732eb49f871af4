import type { AlertRow } from '../props.ts'

/** What was found, where, and how bad it is; or who has dealt with it. */
export function AlertLine({ alert: { id, what, where, when, level, by } }: { alert: AlertRow }) {
  return (
    <>
      <span className={`level ${by ? '' : level}`}>{by ? 'handled' : level}</span>
      <span className="what" id={`alert-${id}`}>
        {what}
      </span>
      <span className="where soft">{by ? `${where} · by ${by}` : where}</span>
      <span className="when soft">{when}</span>
    </>
  )
}
