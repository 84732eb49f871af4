const SECONDS: Readonly<Record<string, number>> = { minute: 60, hour: 3_600, day: 86_400, week: 604_800 }
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  'twenty-four': 24,
  thirty: 30,
  'forty-eight': 48,
  sixty: 60,
  'seventy-two': 72,
}

const NUMBER = ['\\d{1,4}', ...Object.keys(NUMBERS).toSorted((a, b) => b.length - a.length)].join('|')

/** Words that come before how long something is valid. What is past, or comes each time, is something else. */
const LIFE = new RegExp(
  `\\b(?:within|for|in|after)\\s+(?:the\\s+next\\s+)?(${NUMBER})[\\s-]+(minute|hour|day|week)s?\\b(?!\\s+(?:ago|old|free))`,
  'gi',
)

/** How long something is valid, as a text in English says it. */
export interface LifeSaid {
  seconds: number
  /** In the words of the text. */
  words: string
}

/** The times that a mail with a link gives people: “within two days”, “valid for 1 hour”, “expires in 30 minutes”. */
export function livesSaidIn(text: string): LifeSaid[] {
  return [...text.replaceAll(/\s+/g, ' ').matchAll(LIFE)].map(([, number = '', unit = '']) => {
    const count = NUMBERS[number.toLowerCase()] ?? Number(number)
    return {
      seconds: count * (SECONDS[unit.toLowerCase()] ?? 0),
      words: `${number} ${unit}${count > 1 ? 's' : ''}`,
    }
  })
}
