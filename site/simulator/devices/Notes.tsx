import { Card } from './Card.tsx'
import { Noted } from './Noted.tsx'

/** What a person keeps in mind: the address and the password. */
export function Notes({ notes }: { notes: Record<string, string> }) {
  return (
    <Card kind="notes" title="Notes">
      <Noted notes={notes} />
    </Card>
  )
}
