/** Characters of every kind that rules of composition ask for, in an order that no list of leaked passwords has. */
const MIXED = 'kR7#vM2$wQ9%tX4&hB6*nL8+cF5=zD3?gJ1!pS0@yT2;xN6:'

/** A password of that length with upper and lower case, digits and symbols: two of them differ in their length alone. */
export const mixedPassword = (length: number): string =>
  MIXED.repeat(Math.ceil(length / MIXED.length)).slice(0, length)

/** Each kind in the same order, so that passwords of more and of fewer kinds differ in that alone. */
const KINDS = ['kvmwqtxhbn', '7294685310', 'RMQXHLFDGJ', '#$%&*+=?!@']

/** A password of that length with characters of exactly that many kinds. */
export const ofKinds = (count: number, length: number): string =>
  Array.from({ length }, (_, at) => {
    const characters = KINDS[at % count] ?? ''
    return characters[Math.floor(at / count) % characters.length]
  }).join('')
