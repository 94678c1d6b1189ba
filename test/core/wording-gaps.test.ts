import { expect, test } from 'vitest'
import { findGaps } from '../../src/core/gaps.ts'
import { PlanIndex } from '../../src/core/plan-index.ts'
import { describeGap } from '../../src/core/wording-gaps.ts'
import { type PlanBuilder, buildPlan } from '../builders/plan-builder.ts'
import { isSentence } from '../builders/sentences.ts'

function sentencesOf({ plan }: PlanBuilder): string[] {
  const gaps = findGaps(new PlanIndex(plan))
  const sentences = gaps.flatMap((gap) => [
    describeGap(gap, 'vi', 'million'),
    describeGap(gap, 'en', 'dong'),
  ])
  expect(sentences.every(isSentence)).toBe(true)
  return sentences
}

test('says which projects need how much, of which lines, and what is missing', () => {
  const builder = buildPlan()
    .line('NST', { ceiling: { 2026: 10_100_000 } })
    .project('7000001', { need: { 2026: 12_000_000 } })
    .project('7000002', { need: { 2026: 400_001 } })
  expect(sentencesOf(builder)).toEqual([
    'Năm 2026, 2 dự án (7000001, 7000002) cần 12,400001 triệu đồng nhưng chỉ được dùng các nguồn NST, tổng cộng 10,1 triệu đồng: thiếu 2,300001 triệu đồng, dù phân bổ thế nào.',
    'In 2026, 2 projects (7000001, 7000002) need 12,400,001 đồng but may be paid only by NST, which hold 10,100,000 đồng in all: 2,300,001 đồng is missing however it is allocated.',
  ])
})

test('says so where no line may pay, and cuts a long list with its number', () => {
  const builder = buildPlan()
  for (let at = 10; at < 22; at += 1) builder.project(`70000${at}`, { need: { 2026: 1 } })
  expect(sentencesOf(builder)[1]).toBe(
    'In 2026, 12 projects (7000010, 7000011, 7000012, 7000013, 7000014, 7000015, 7000016, 7000017, 7000018, 7000019, and 2 more) need 12 đồng but no line that may pay them holds money: 12 đồng is missing.',
  )
})
