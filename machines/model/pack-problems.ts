import { edgesOf, screenOf, statesOf } from './edges.ts'
import type { EventSpec, Leg } from './event.ts'
import type { Flow } from './flow.ts'
import type { Pack } from './pack.ts'
import { partsOf } from './roles.ts'
import { pressable, type Screen } from './screen.ts'
import { walk } from './walk.ts'

/** Everything that a pack names and does not have, each in one sentence that says where. */
export const problemsOf = (pack: Pack): string[] => [
  ...problemsOfPack(pack),
  ...problemsOfRoles(pack),
  ...pack.flows.flatMap((flow) => problemsOfFlow(pack, flow)),
]

function problemsOfPack(pack: Pack): string[] {
  const { flows, screens, addresses, entrance, protectedPage } = pack
  const ids = flows.map(({ id }) => id)
  const lost = flows.filter(({ next }) => typeof next === 'string' && !ids.includes(next))
  const twice = ids.filter((id, n) => ids.indexOf(id) !== n)
  const named = [entrance, ...(protectedPage === undefined ? [] : [protectedPage])]
  return [
    ...twice.map((id) => `Two flows are called "${id}".`),
    ...lost.map(({ id, next }) => `The flow "${id}" names "${next}" as next, which the pack does not have.`),
    ...problemsOfGroups(pack),
    ...Object.entries(addresses).flatMap(([name, screen]) =>
      screen in screens
        ? []
        : [`The address "${name}" shows a screen "${screen}" that the pack does not have.`],
    ),
    ...named.flatMap((name) =>
      name in addresses ? [] : [`There is no address "${name}" in \`addresses\`.`],
    ),
  ]
}

function problemsOfGroups({ flows, groups }: Pack): string[] {
  if (!groups) return []
  const grouped = groups.flatMap((group) => group.flows)
  const ids = flows.map(({ id }) => id)
  return [
    ...grouped
      .filter((id) => !ids.includes(id))
      .map((id) => `A group has a flow "${id}" that the pack does not have.`),
    ...ids.flatMap((id) => {
      const count = grouped.filter((one) => one === id).length
      return count === 1 ? [] : [`The flow "${id}" is in ${count} groups: put it into one.`]
    }),
  ]
}

function problemsOfFlow(pack: Pack, flow: Flow): string[] {
  const states = statesOf(flow).flatMap((state) => {
    const screen = screenOf(flow, state)
    return screen in pack.screens
      ? []
      : [`${flow.id}: the state ${state} shows a screen "${screen}" that the pack does not have.`]
  })
  if (states.length > 0) return states
  const edges = edgesOf(flow).flatMap(({ id, source, event, meta }) => {
    const spec = flow.events[event]
    if (meta.sends !== undefined && !(meta.sends in pack.screens))
      return [`${flow.id}: ${id}: sends a mail "${meta.sends}" that the pack does not have.`]
    if (!spec) return [`${flow.id}: the machine has an event "${event}" that \`events\` does not describe.`]
    const screen = pack.screens[screenOf(flow, source)]
    return screen ? problemsOfEvent(pack, screen, spec).map((problem) => `${flow.id}: ${id}: ${problem}`) : []
  })
  const called = Object.keys(flow.called ?? {}).flatMap((state) =>
    statesOf(flow).includes(state)
      ? []
      : [`${flow.id}: "called" names a state "${state}" that there is not.`],
  )
  const legs = Object.entries(flow.events).flatMap(([event, { leg, as }]) => [
    ...(leg ? problemsOfLeg(pack, leg).map((problem) => `${flow.id}: the event "${event}" ${problem}`) : []),
    ...(as && !(as in (pack.participants ?? {}))
      ? [`${flow.id}: the event "${event}" is done by "${as}", who is not among the pack's participants.`]
      : []),
  ])
  return [...new Set([...edges, ...called, ...legs])]
}

function problemsOfLeg({ flows }: Pack, { flow: id, given, events }: Leg): string[] {
  const flow = flows.find((one) => one.id === id)
  if (!flow) return [`names a flow "${id}" that the pack does not have.`]
  if (given !== undefined && !(given in flow.givens))
    return [`begins ${id} with "${given}", which is not one of its givens.`]
  const names = events.filter((event) => typeof event === 'string')
  const taken = walk(flow, given ?? Object.keys(flow.givens)[0] ?? '', names).length - 1
  return taken < names.length
    ? [`walks ${id} along ${names.join(', ')}, but there is no "${names[taken]}" at that point.`]
    : []
}

/** Everything that a role names has to be in the pack. */
function problemsOfRoles(pack: Pack): string[] {
  const { acts, screens, situations } = partsOf(pack.roles ?? {})
  const named = [...screens, ...acts.map(({ where, act }) => ({ where, screen: act.screen }))]
  const unknown = named.flatMap(({ where, screen }) =>
    screen in pack.screens
      ? []
      : [`The role ${where} names a screen "${screen}" that the pack does not have.`],
  )
  const labels = acts.flatMap(({ where, act: { screen: id, at = 'screen', fill = {}, press } }) => {
    const screen = pack.screens[id]
    const event = { label: where, at, fill, ...(press !== undefined && { press }) }
    return screen
      ? problemsOfEvent(pack, screen, event).map((problem) => `The role ${where}: ${problem}`)
      : []
  })
  const givens = situations.flatMap(({ where, situation: { flow: id, given } }) => {
    const flow = pack.flows.find((one) => one.id === id)
    if (!flow) return [`The role ${where} names a flow "${id}" that the pack does not have.`]
    return given in flow.givens
      ? []
      : [`The role ${where} begins ${id} with "${given}", which is not one of its givens.`]
  })
  return [...unknown, ...labels, ...givens]
}

/** What an event fills in and presses has to be on the screen, or in a mail. */
function problemsOfEvent(pack: Pack, screen: Screen, { at, fill = {}, press, goTo }: EventSpec): string[] {
  if (goTo !== undefined && !(goTo in pack.addresses))
    return [`There is no address "${goTo}" in \`addresses\`.`]
  const mails = Object.values(pack.screens).filter(({ kind }) => kind === 'mail')
  const where = at === 'mail' ? mails : [goTo ? (pack.screens[pack.addresses[goTo] ?? ''] ?? screen) : screen]
  const labels = where.flatMap(({ fields = [] }) => fields.map(({ label }) => label))
  return [
    ...Object.keys(fill).flatMap((label) =>
      labels.includes(label) ? [] : [`There is no field “${label}” on “${screen.heading}”.`],
    ),
    ...(press === undefined || where.some((one) => pressable(one).includes(press))
      ? []
      : [
          `There is nothing to press called “${press}” ${at === 'mail' ? 'in any mail' : `on “${screen.heading}”`}.`,
        ]),
  ]
}
