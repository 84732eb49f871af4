import { memo, useDeferredValue, useMemo, useState } from 'react'
import { counted } from '../../simulator/counted.ts'
import { stepTexts } from '../../simulator/walk/stages.ts'
import { HandIcon } from '../client/HandIcon.tsx'
import { clockWords } from '../client/use-now.ts'
import { PersonPanel } from './PersonPanel.tsx'
import { StateMap } from './StateMap.tsx'
import { StepHall } from './StepHall.tsx'
import {
  type Filter,
  filters,
  filterWords,
  matches,
  moodWords,
  passes,
  type Seen,
  type Sort,
  screenWords,
  sorted,
  sorts,
  sortWords,
  stuckWords,
} from './sight.ts'
import type { TabProps } from './Trainer.tsx'

/** Where everyone is: the steps with the people at them, and a row for each person. */
export function BoardTab({ pass, pack, board, seen, act, now }: TabProps) {
  const { room, limits } = board
  const [filter, setFilter] = useState<Filter>('everyone')
  const [sort, setSort] = useState<Sort>('attention')
  const [search, setSearch] = useState('')
  const [view, setView] = useState<'steps' | 'states'>('steps')
  const [chosen, setChosen] = useState<string>()
  const sought = useDeferredValue(search)
  const shown = useMemo(
    () =>
      sorted(
        seen.filter((one) => passes(one, filter) && matches(one, sought)),
        sort,
      ),
    [seen, filter, sought, sort],
  )
  const flowId =
    room.lead?.place.flow ?? room.exercises.find(({ id }) => id === room.running?.exercise)?.flow ?? room.flow
  const flow = pack.flows.find(({ id }) => id === flowId)
  const person = seen.find(({ row }) => row.id === chosen)
  return (
    <div className="board" data-open={person !== undefined}>
      <section className="board-hall" aria-label="Where everyone is">
        <fieldset className="switch hall-switch">
          <legend className="visually-hidden">What to show</legend>
          {(['steps', 'states'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="hall" checked={view === one} onChange={() => setView(one)} />
              <span>{one === 'steps' ? 'Steps' : 'State diagram'}</span>
            </label>
          ))}
        </fieldset>
        {flow && view === 'steps' ? <StepHall flow={flow} seen={seen} onChoose={setChosen} /> : null}
        {flow && view === 'states' ? <StateMap packId={pack.id} flow={flow} seen={seen} /> : null}
      </section>
      <div className="board-tools">
        <input
          type="search"
          aria-label="Search for a name"
          placeholder="Search"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <fieldset className="chips">
          <legend className="visually-hidden">Show</legend>
          {filters.map((one) => {
            const count = seen.filter((each) => passes(each, one)).length
            return (
              <button
                key={one}
                type="button"
                aria-pressed={filter === one}
                data-empty={count === 0}
                onClick={() => setFilter(one)}
              >
                {filterWords[one]} <span>{count}</span>
              </button>
            )
          })}
        </fieldset>
        <label className="sort">
          <span>Sort by</span>
          <select value={sort} onChange={({ target }) => setSort(target.value as Sort)}>
            {sorts.map((one) => (
              <option key={one} value={one}>
                {sortWords[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="board-main">
        {shown.length === 0 ? (
          <p className="nothing-yet">
            {seen.length === 0
              ? 'Nobody is here yet. Show the code or its QR code, so that people can join.'
              : 'Nobody matches.'}
          </p>
        ) : (
          <ol className="rows" aria-label="People">
            {shown.map((one) => {
              const own = pack.flows.find(({ id }) => id === one.row.flow)
              return (
                <Line
                  key={one.row.id}
                  row={one.row}
                  mood={one.mood}
                  clock={one.mood === 'gone' ? '' : clockWords(one.stay)}
                  why={one.mood === 'stuck' ? stuckWords(one, limits) : moodWords[one.mood]}
                  steps={own ? Object.keys(stepTexts(own)).length : 0}
                  screen={screenWords(pack, one.row)}
                  flow={own && own.id !== flowId ? own.title : undefined}
                  isChosen={one.row.id === chosen}
                  onChoose={setChosen}
                />
              )
            })}
          </ol>
        )}
        {person ? (
          <PersonPanel
            key={person.row.id}
            {...{ pass, pack, room, person, act, now }}
            onClose={() => setChosen(undefined)}
          />
        ) : null}
      </div>
    </div>
  )
}

const numbersTo = (last: number) => Array.from({ length: last }, (_, n) => n + 1)

interface LineProps {
  row: Seen['row']
  mood: Seen['mood']
  clock: string
  /** What the mood means. */
  why: string
  steps: number
  /** What they see, where no step comes next. */
  screen: string
  /** Title of the flow, where it is another than most people’s. */
  flow: string | undefined
  isChosen: boolean
  onChoose: (id: string) => void
}

/** One person. Rendered again when something in it has changed, and its clock each second. */
const Line = memo(function Line({
  row,
  mood,
  clock,
  why,
  steps,
  flow,
  screen,
  isChosen,
  onChoose,
}: LineProps) {
  const { id, name, step, done, goal, wrong, hints, hand, around, help, offered } = row
  const at = goal ? 'Goal' : step ? `Step ${step}` : screen
  return (
    <li className="row" data-mood={mood} data-chosen={isChosen}>
      <button type="button" className="row-name" aria-expanded={isChosen} onClick={() => onChoose(id)}>
        {name}
      </button>
      <span className="row-track" aria-hidden="true">
        {numbersTo(steps).map((n) => (
          <i key={n} data-is={n === step ? 'here' : done.includes(n) ? 'done' : 'ahead'} />
        ))}
      </span>
      <span className="row-at">
        {at}
        {flow ? <small> {flow}</small> : null}
      </span>
      <span className="row-clock">{clock}</span>
      <span className="row-wrong" title="Wrong turns">
        {wrong > 0 ? `${wrong} wrong` : ''}
      </span>
      <span className="row-notes">
        {hand !== undefined ? (
          <b className="chip accent">
            <HandIcon /> Hand
          </b>
        ) : null}
        {mood === 'working' ? null : (
          <b className="chip" data-mood={mood} title={why}>
            {mood === 'gone'
              ? row.status === 'banned'
                ? 'Banned'
                : 'Removed'
              : moodWords[mood].split(' for')[0]}
          </b>
        )}
        {around ? <b className="chip">Looks around</b> : null}
        {help ? <b className="chip">{help === 'asked' ? 'Help offered' : 'You may help'}</b> : null}
        {offered ? (
          <b className="chip">Hint offered</b>
        ) : hints > 0 ? (
          <small>{counted(hints, 'hint')}</small>
        ) : null}
      </span>
    </li>
  )
})
