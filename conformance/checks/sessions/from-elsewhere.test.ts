import { expect, test } from 'vitest'
import { furtherWays, waysToSend } from './from-elsewhere.ts'

const sent = (body: string, type = 'application/json') => ({
  url: 'https://product.test/log-in',
  method: 'POST',
  headers: { 'content-type': type },
  body,
})

const formsOf = (body: string) => waysToSend(sent(body)).flatMap(({ isForm, body }) => (isForm ? [body] : []))

test('another site sends JSON as a form, too, with and without what is no text', () => {
  expect(formsOf('{"email":"ada","remember":false}')).toEqual(['email=ada&remember=false', 'email=ada'])
})

test('where all is text, one form is enough', () => {
  expect(formsOf('{"email":"ada","password":"p"}')).toEqual(['email=ada&password=p'])
})

test('a form is sent as it is', () => {
  expect(waysToSend(sent('email=ada', 'application/x-www-form-urlencoded'))).toMatchObject([
    { isForm: true, body: 'email=ada' },
  ])
})

test('a form is sent without its token, whatever that is called', () => {
  const bare = (body: string) =>
    furtherWays(sent(body, 'application/x-www-form-urlencoded'))
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => body)
  const random = '9f86d081884c7d659a2feaa0c55ad015'
  expect(bare(`csrf=short&email=ada`)).toEqual(['email=ada'])
  expect(bare(`_form=${random}&email=ada.lovelace%40example.com`)).toEqual([
    'email=ada.lovelace%40example.com',
  ])
  expect(bare(`a=${random}&b=${random}&email=ada`)).toEqual([
    `b=${random}&email=ada`,
    `a=${random}&email=ada`,
  ])
  expect(bare('email=ada')).toEqual([])
})
