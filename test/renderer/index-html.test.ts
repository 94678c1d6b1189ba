import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const html = readFileSync('src/renderer/index.html', 'utf8')

test('the page allows its own scripts, styles and fonts and no network', () => {
  const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? ''
  const rules = Object.fromEntries(
    policy.split(';').map((rule) => {
      const [name = '', ...sources] = rule.trim().split(/\s+/)
      return [name, sources.join(' ')]
    }),
  )
  expect(rules).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'font-src': "'self'",
    'img-src': "'self' data:",
    'connect-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
  })
})

test('the page has no script of its own text', () => {
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
})
