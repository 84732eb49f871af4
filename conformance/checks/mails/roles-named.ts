/** How a text says what somebody is: “as an Editor”, “the role of Editor”, “Role: Editor”, “with Editor rights”. */
const saysOf = (label: string) => {
  const name = `["“'*]*${[...label].map((one) => (/\w/.test(one) ? one : `\\${one}`)).join('')}\\b`
  return new RegExp(
    `\\b[Aa]s\\s+(?:an?\\s+|the\\s+)?${name}|\\b[Rr]oles?\\b[^.!?]{0,12}?[\\s:]${name}|\\b${name}["”'*]*\\s+(?:role|rights|access)\\b`,
  )
}

const holds = (text: string, label: string) =>
  text
    .split(/[^\p{L}\p{N}-]+/u)
    .join(' ')
    .includes(label)

/** Without those that are only a part of another one. */
const whole = (labels: readonly string[]) =>
  labels.filter((one) => !labels.some((other) => other !== one && other.includes(one)))

/** An invitation: the role that was chosen, and what it says. */
export interface Invitation {
  role: string
  text: string
}

/**
 * The role that each of two invitations names. A role counts as named where the text says that somebody has it, or where one of the
 * two has the word and the other has not: a sentence that is in both, such as whom to ask, names nobody’s role. `undefined` where
 * none is named.
 * @param ranks the roles of the product, the least powerful first: the last one is that of those who invite
 */
export function rolesNamed(
  invitations: readonly [Invitation, Invitation],
  ranks: readonly string[],
): [string | undefined, string | undefined] {
  const said = invitations.map(({ text }) => whole(ranks.filter((label) => saysOf(label).test(text))))
  const there = invitations.map(({ text }) => whole(ranks.filter((label) => holds(text, label))))
  const inviting = ranks.at(-1)
  const namedIn = (at: number, other: number): string | undefined => {
    const { role } = invitations[at] as Invitation
    const varying = (there[at] ?? []).filter((label) => !there[other]?.includes(label))
    const isOfInviter = (label: string) => label === inviting && said[other]?.includes(label)
    const named = [...(said[at] ?? []), ...varying].filter((label) => label === role || !isOfInviter(label))
    return named.find((label) => label === role) ?? named[0]
  }
  return [namedIn(0, 1), namedIn(1, 0)]
}
