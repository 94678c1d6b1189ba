import { getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import { expect, test } from 'vitest'

async function readCatalogue() {
  const config = getConfig({ cwd: process.cwd() })
  const [catalogue] = await getCatalogs(config)
  if (!catalogue) throw new Error('lingui.config.ts names no catalogue')
  return catalogue
}

test('holds every sentence of the source and no other, in both languages', async () => {
  const catalogue = await readCatalogue()
  const source = await catalogue.collect()
  if (!source) throw new Error('a source file could not be read')
  const ids = Object.keys(source).sort()
  expect(ids.length).toBeGreaterThan(100)
  for (const locale of ['vi', 'en']) {
    expect(Object.keys((await catalogue.read(locale)) ?? {}).sort()).toEqual(ids)
  }
}, 30_000)

test('has an English sentence for each Vietnamese one, with the same values in it', async () => {
  const catalogue = await readCatalogue()
  const english = (await catalogue.read('en')) ?? {}
  const values = (text: string) =>
    [...new Set(text.match(/\{\w+/g) ?? [])].filter((name) => !/\{(one|other|#)/.test(name)).sort()
  for (const { message = '', translation } of Object.values(english)) {
    expect(translation, message).toBeTruthy()
    expect(values(translation ?? ''), message).toEqual(values(message))
  }
})

test('leaves no Vietnamese in English sentences but names of formats and the currency', async () => {
  const english = (await (await readCatalogue()).read('en')) ?? {}
  const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i
  for (const { translation = '' } of Object.values(english)) {
    expect(translation.replaceAll('đồng', '')).not.toMatch(vietnamese)
  }
})
