import type { FlowResult, StepResult } from '../result.ts'
import { Mark } from './Mark.tsx'
import { Transition } from './Transition.tsx'
import { idOf, linkTo, type View } from './view.ts'

/** One flow: what is documented and how it fared, what is left open, and every transition. */
export function Flow({ view, flow }: { view: View; flow: FlowResult }) {
  const { id, title, verdict, steps, sentences, notModelled, gaps, notes, transitions } = flow
  return (
    <section className="flow" aria-labelledby={id}>
      <h2 id={id}>
        {title} <Mark verdict={verdict} word />
      </h2>
      {steps.length > 0 ? (
        <>
          <h3>Documented steps</h3>
          <ol className="steps">
            {steps.map((step) => (
              <Step
                key={step.id}
                flow={flow}
                step={step}
                number={step.id.slice(step.id.lastIndexOf('.') + 1)}
              />
            ))}
          </ol>
        </>
      ) : null}
      {sentences.length > 0 ? (
        <>
          <h3>Documented sentences</h3>
          <ul className="steps">
            {sentences.map((sentence) => (
              <Step key={sentence.id} flow={flow} step={sentence} number="" />
            ))}
          </ul>
        </>
      ) : null}
      {notModelled.length > 0 ? (
        <>
          <h3>Documented, without a transition of its own</h3>
          <dl className="plain">
            {notModelled.map(({ id, text, reason }) => (
              <div key={id}>
                <dt>{text || id}</dt>
                <dd>{reason}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      {gaps.length > 0 ? (
        <>
          <h3>What the documentation leaves open</h3>
          <dl className="plain">
            {gaps.map(({ id: gap, title, text, step, model }) => (
              <div key={gap} id={`${id}:${gap}`}>
                <dt>
                  {title}
                  {step ? <small> {step}</small> : null}
                </dt>
                <dd>
                  {text} {model ? <code>{model}</code> : null}
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      {notes.length > 0 ? (
        <>
          <h3>Notes</h3>
          <ul className="notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      ) : null}
      <h3>Transitions</h3>
      <div className="list">
        {transitions.map((transition) => (
          <Transition key={transition.id} view={view} flow={flow} transition={transition} />
        ))}
      </div>
    </section>
  )
}

function Step({ flow, step, number }: { flow: FlowResult; step: StepResult; number: string }) {
  const { verdict, text, transitions, reason } = step
  return (
    <li data-verdict={verdict}>
      <Mark verdict={verdict} />
      <span className="step-number">{number}</span>
      <span className="step-text">
        {text}
        {transitions.length === 0 && reason ? <small>{reason}</small> : null}
      </span>
      <ul className="chips">
        {transitions.map(({ id, verdict }) => (
          <li key={id}>
            <a href={linkTo(idOf(flow.id, id))} className={verdict}>
              {id}
              <span className="visually-hidden"> {verdict}</span>
            </a>
          </li>
        ))}
      </ul>
    </li>
  )
}
