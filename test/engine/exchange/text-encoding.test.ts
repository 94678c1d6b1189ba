import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { type Encoding, decodeText } from '../../../src/engine/exchange/text-encoding.ts'
import { decodeVni } from '../../../src/engine/exchange/vni.ts'

const TEXT =
  'Mã dự án,Danh mục dự án,Địa điểm XD\n' +
  '7654321,Đường giao thông liên xã Mô Rai – Rờ Kơi,Xã Mô Rai\n' +
  '7654322,"Trường phổ thông nội trú, giai đoạn 2 (khởi công mới)",Xã Đăk Plô\n'.replace('–', '-')
const PLAIN = TEXT.replace('–', '-')

/** TCVN3 and VNI have no capitals with tones, so the text has none. */
const BYTES: Readonly<Record<'windows-1258' | 'tcvn3' | 'vni', Uint8Array>> = {
  'windows-1258': iconv.encode(withToneMarks(PLAIN), 'windows-1258'),
  tcvn3: iconv.encode(PLAIN, 'tcvn'),
  vni: Buffer.from(
    'Maõ döï aùn,Danh muïc döï aùn,Ñòa ñieåm XD\n' +
      '7654321,Ñöôøng giao thoâng lieân xaõ Moâ Rai - Rôø Kôi,Xaõ Moâ Rai\n' +
      '7654322,"Tröôøng phoå thoâng noäi truù, giai ñoaïn 2 (khôûi coâng môùi)",Xaõ Ñaêk Ploâ\n',
    'latin1',
  ),
}

/** Windows-1258 writes a letter with its hat and the tone behind it. */
function withToneMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(
      /([aeo])([\u0323])?\u0302/gi,
      (_all, letter: string, dot = '') => `${`${letter}\u0302`.normalize('NFC')}${dot}`,
    )
    .replace(
      /([a])([\u0323])?\u0306/gi,
      (_all, letter: string, dot = '') => `${`${letter}\u0306`.normalize('NFC')}${dot}`,
    )
    .replace(
      /([ou])([\u0323])?\u031b/gi,
      (_all, letter: string, dot = '') => `${`${letter}\u031b`.normalize('NFC')}${dot}`,
    )
}

describe.each(Object.entries(BYTES))('%s', (encoding, bytes) => {
  test('is told by the words it yields', () => {
    const decoded = decodeText(bytes, 'a.csv')
    expect(decoded.text).toBe(PLAIN)
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.evidence).toMatchObject({ likely: expect.any(Number) })
  })

  test('is taken on the person’s word', () => {
    expect(decodeText(bytes, 'a.csv', encoding as Encoding)).toEqual({
      text: PLAIN,
      encoding,
      evidence: 'chosen',
    })
  })
})

test('another choice than the right one gives other words, so the choice is heeded', () => {
  expect(decodeText(BYTES.tcvn3, 'a.csv', 'windows-1258').text).not.toBe(PLAIN)
})

test('composes letters typed as base and mark', () => {
  expect(decodeText(Buffer.from('Đường'.normalize('NFD')), 'a.csv').text).toBe('Đường')
})

test('reads every letter of the VNI table, both cases', () => {
  const vni =
    'aùaøaûaõaï aâaáaàaåaãaä aêaéaèaúaüaë eâeä ì í æ ó ò yù î ñ ô ôù ö öï AÙ AÂ AÊ Ñ Ô Ö ÖÏ'
  expect(decodeVni(Buffer.from(vni, 'latin1'))).toBe(
    'áàảãạ âấầẩẫậ ăắằẳẵặ êệ ì í ỉ ĩ ị ý ỵ đ ơ ớ ư ự Á Â Ă Đ Ơ Ư Ự',
  )
})

test('refuses bytes whose words are Vietnamese in no encoding', () => {
  const german = iconv.encode('Straße, Größe, Übersicht, Müller, Ärger', 'latin1')
  expect(() => decodeText(german, 'a.csv')).toThrow(
    expect.objectContaining({ code: 'table-unreadable' }),
  )
})
