import { Shell } from './parts/shell.tsx'
import type { ScreenProps } from './props.ts'

const sections = {
  'risk-profiles': {
    heading: 'Risk profiles',
    about: 'Risk profiles say which risks are looked for, and how often. There is nothing to set up here.',
  },
  integrations: {
    heading: 'Integrations',
    about: 'Integrations pass on what was found to other products. None is connected.',
  },
}

export type Section = keyof typeof sections

/** An entry of the left pane that no documented flow needs. */
export function NotHere({ section = 'risk-profiles', ...shell }: ScreenProps) {
  const { heading, about } = sections[section]
  const { base, email, tenantName, message, tone } = shell
  return (
    <Shell at={section} heading={heading} {...{ base, email, tenantName, message, tone }}>
      <p className="panel soft">{about}</p>
    </Shell>
  )
}
