import type { Context } from 'hono'
import { GraphError } from './errors.ts'
import { filterOf, type Row } from './filter.ts'
import { badQuery, checkOptions, listOptions } from './options.ts'
import type { GraphEnv } from './request.ts'

/** Objects of one type, with the properties that queries may name. */
export interface Collection {
  /** As in `$metadata`. */
  name: string
  properties: readonly string[]
  rows: readonly Row[]
}

const pageSize = 100
const longestPage = 999

function knownProperties(option: string, names: string[], { properties, name: type }: Collection): string[] {
  const unknown = names.find((name) => !properties.includes(name))
  if (unknown !== undefined)
    throw new GraphError(400, 'BadRequest', `${option}: there is no property '${unknown}' in ${type} here.`)
  return names
}

const listOf = (text: string) => text.split(',').map((name) => name.trim())

/** The properties that `$select` names, and the id of its own accord nowhere: as asked. */
export function selected(row: Row, select: string | undefined, collection: Omit<Collection, 'rows'>): Row {
  if (select === undefined) return row
  const names = knownProperties('$select', listOf(select), { ...collection, rows: [] })
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]))
}

const clause = /^"(?<property>\w+):(?<words>[^"]*)"$/

/** `$search` finds words that begin like those that are looked for; clauses are joined by AND or OR. */
function searchOf(text: string, collection: Collection): (row: Row) => boolean {
  const [joint, ...mixed] = new Set(text.match(/"\s+(AND|OR)\s+"/g)?.map((each) => each.slice(1, -1).trim()))
  if (mixed.length > 0) throw badQuery('$search: AND and OR in one search are not supported here.')
  const tests = text.split(/(?<=")\s+(?:AND|OR)\s+(?=")/).map((each) => {
    const { property = '', words = '' } = clause.exec(each.trim())?.groups ?? {}
    if (property === '') throw badQuery(`$search: '${each}' is not of the form "property:words".`)
    knownProperties('$search', [property], collection)
    const wanted = words.toLowerCase().split(/\s+/)
    return (row: Row) => {
      const kept = String(row[property] ?? '')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
      return wanted.every((word) => kept.some((each) => each.startsWith(word)))
    }
  })
  return (row) => (joint === 'OR' ? tests.some((test) => test(row)) : tests.every((test) => test(row)))
}

function orderOf(text: string, collection: Collection): (one: Row, other: Row) => number {
  const [name = '', direction = 'asc', ...rest] = text.trim().split(/\s+/)
  if (rest.length > 0 || !['asc', 'desc'].includes(direction))
    throw badQuery(`$orderby: '${text}' is not supported here: one property, asc or desc.`)
  knownProperties('$orderby', [name], collection)
  const sign = direction === 'asc' ? 1 : -1
  return (one, other) => sign * String(one[name] ?? '').localeCompare(String(other[name] ?? ''))
}

/** Searches and counts are advanced queries (learn.microsoft.com/graph/aad-advanced-queries). */
function needConsistency(c: Context<GraphEnv>, what: string) {
  if (c.req.header('consistencylevel')?.toLowerCase() !== 'eventual')
    throw badQuery(`${what} works with the request header 'ConsistencyLevel: eventual' only.`)
}

function pageOf(query: Record<string, string>): { from: number; size: number } {
  const size = query.$top === undefined ? pageSize : Number(query.$top)
  if (!Number.isInteger(size) || size < 1 || size > longestPage)
    throw badQuery(`$top: '${query.$top}' is not a number from 1 to ${longestPage}.`)
  const from = Number(query.$skiptoken ?? 0)
  if (!Number.isInteger(from) || from < 0) throw badQuery('$skiptoken: follow @odata.nextLink as it is.')
  return { from, size }
}

function matching(c: Context<GraphEnv>, query: Record<string, string>, collection: Collection): Row[] {
  const { $filter, $search, $orderby } = query
  if ($search !== undefined) needConsistency(c, '$search')
  const tests = [
    ...($filter === undefined ? [] : [filterOf($filter, collection.properties)]),
    ...($search === undefined ? [] : [searchOf($search, collection)]),
  ]
  const found = collection.rows.filter((row) => tests.every((test) => test(row)))
  return $orderby === undefined ? found : found.sort(orderOf($orderby, collection))
}

/** Answers a list as the query wants it: filtered, searched, in order, by pages, with the selected properties. */
export function sendCollection(c: Context<GraphEnv>, collection: Collection) {
  checkOptions(c, listOptions)
  const query = c.req.query()
  const { $count: counts = 'false' } = query
  if (counts !== 'true' && counts !== 'false')
    throw badQuery(`$count: '${counts}' is neither true nor false.`)
  const found = matching(c, query, collection)
  const { from, size } = pageOf(query)
  const base = `${c.env.issuer.authority.base}${c.env.issuer.authority.mount}/graph`
  const next = new URLSearchParams({ ...query, $skiptoken: String(from + size) })
  return c.json({
    '@odata.context': `${base}/v1.0/$metadata#${collection.name}`,
    ...(counts === 'true' && { '@odata.count': found.length }),
    ...(from + size < found.length && { '@odata.nextLink': `${base}${c.req.path}?${next}` }),
    value: found.slice(from, from + size).map((row) => selected(row, query.$select, collection)),
  })
}

/** Answers one object. */
export function sendOne(c: Context<GraphEnv>, row: Row, collection: Omit<Collection, 'rows'>) {
  checkOptions(c, ['$select'])
  return c.json(selected(row, c.req.query('$select'), collection))
}

/** Answers the number alone, for `…/$count`. */
export function sendCount(c: Context<GraphEnv>, collection: Collection) {
  needConsistency(c, '$count')
  checkOptions(c, ['$filter', '$search'])
  return c.text(String(matching(c, c.req.query(), collection).length))
}
