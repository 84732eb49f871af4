const views = { diagram: 'Diagram', list: 'List', compare: 'Compare' } as const

export type View = keyof typeof views

interface Props {
  view: View
  onView: (view: View) => void
}

/** Diagram, list, or two walks next to each other. */
export function ViewSwitch({ view, onView }: Props) {
  return (
    <fieldset className="switch wire-views">
      <legend className="visually-hidden">How to show the messages</legend>
      {(Object.keys(views) as View[]).map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="wire-view"
            value={each}
            checked={view === each}
            onChange={() => onView(each)}
          />
          <span>{views[each]}</span>
        </label>
      ))}
    </fieldset>
  )
}
