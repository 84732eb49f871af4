import { unreachedOf } from '../unreached.ts'
import { idOf, linkTo, type View } from './view.ts'

/** What the model or the documentation has and the run could not reach, and what a verdict rests on besides the documentation. */
export function Unreached({ result }: View) {
  const groups = unreachedOf(result)
  const touched = result.flows.flatMap(({ id, gaps }) =>
    gaps
      .filter(({ touched }) => touched)
      .map((gap) => ({ ...gap, href: linkTo(`${id}:${gap.id}`), flow: id })),
  )
  return (
    <section aria-labelledby="unreached">
      <h2 id="unreached">Not reached</h2>
      {groups.length === 0 ? <p>Everything that the model knows was in the plan.</p> : null}
      {groups.map(({ title, entries }) => (
        <div key={title}>
          <h3>{title}</h3>
          <dl className="plain">
            {entries.map(({ flow, id, label, reason }) => (
              <div key={`${flow} ${id}`}>
                <dt>
                  {label} <code>{id === flow ? flow : idOf(flow, id)}</code>
                </dt>
                <dd>{reason}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      {touched.length > 0 ? (
        <div>
          <h3>Gaps of the documentation that this run touched</h3>
          <p className="soft">What was judged there rests on how the model closes the gap.</p>
          <ul>
            {touched.map(({ flow, id, href, title }) => (
              <li key={`${flow} ${id}`}>
                <a href={href}>{title}</a> <span className="soft">{flow}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}
