import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MOST_RECENT, Memory } from '../../src/main/preferences.ts'
import { useTemporaryFolder } from '../builders/temporary-folder.ts'

const folder = useTemporaryFolder()
const ENGLISH = { language: 'en', theme: 'dark', unit: 'billion' } as const
const file = (name: string) => ({ path: `/kế hoạch/${name}`, name })

test('a first start is Vietnamese, in the theme of the computer and in millions', () => {
  const memory = new Memory(folder.join('không có.json'))
  expect(memory.preferences).toEqual({ language: 'vi', theme: 'system', unit: 'million' })
  expect(memory.recent).toEqual([])
})

test('what was chosen is there at the next start, and no half-written file beside it', () => {
  const path = folder.join('chosen/longghep.json')
  const memory = new Memory(path)
  memory.savePreferences(ENGLISH)
  memory.saveBounds({ width: 1500, height: 900 })
  memory.addRecent(file('a.lgw'))
  const next = new Memory(path)
  expect(next.preferences).toEqual(ENGLISH)
  expect(next.bounds).toEqual({ width: 1500, height: 900 })
  expect(next.recent).toEqual([file('a.lgw')])
  expect(readdirSync(folder.join('chosen'))).toEqual(['longghep.json'])
})

test('recent files are the newest first, each once, and no more than ten', () => {
  const path = folder.join('recent.json')
  const memory = new Memory(path)
  for (let i = 0; i < 15; i += 1) memory.addRecent(file(`${i}.lgw`))
  memory.addRecent(file('12.lgw'))
  const names = new Memory(path).recent.map(({ name }) => name)
  expect(names).toHaveLength(MOST_RECENT)
  expect(names.slice(0, 4)).toEqual(['12.lgw', '14.lgw', '13.lgw', '11.lgw'])
})

test('a file that is damaged or from elsewhere counts as empty and can be written anew', () => {
  const path = folder.join('damaged.json')
  for (const text of ['', '{', '[]', '{"preferences":{"language":"fr"}}', '{"recent":[1]}']) {
    writeFileSync(path, text)
    expect(new Memory(path).preferences.language, text).toBe('vi')
  }
  new Memory(path).savePreferences(ENGLISH)
  expect(new Memory(path).preferences).toEqual(ENGLISH)
})

test('the command line chooses for one run and is not remembered', () => {
  const path = folder.join('run.json')
  const memory = new Memory(path)
  memory.override({ language: 'en', theme: null })
  expect(memory.preferences).toEqual({ language: 'en', theme: 'system', unit: 'million' })
  memory.saveBounds({ width: 1200, height: 800 })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ preferences: { language: 'vi' } })
  memory.savePreferences({ ...ENGLISH, language: 'vi' })
  expect(memory.preferences.language).toBe('vi')
})
