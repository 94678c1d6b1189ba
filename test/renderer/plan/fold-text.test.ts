import { expect, test } from 'vitest'
import { foldText } from '../../../src/renderer/plan/fold-text.ts'

test('finds Vietnamese names typed without their marks', () => {
  expect(foldText('Đường tuần tra biên giới')).toBe('duong tuan tra bien gioi')
})

test('folds composed and decomposed letters alike', () => {
  expect(foldText('Bờ Y'.normalize('NFD'))).toBe(foldText('Bờ Y'.normalize('NFC')))
})
