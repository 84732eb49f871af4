interface ChoiceProps {
  name: string
  label: string
  options: readonly string[]
  value?: string | undefined
}

/** A labelled list of which one is chosen. */
export function Choice({ name, label, options, value }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value}>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </div>
  )
}
