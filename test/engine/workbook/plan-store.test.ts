import { expect, test } from 'vitest'
import { createSample } from '../../../src/engine/sample.ts'
import { hashPlan, loadPlan, readContentHash } from '../../../src/engine/workbook/plan-store.ts'
import { WORK_SIZES, generatePlan } from '../../bench/generate-plan.ts'
import { useTemporaryFolder } from '../../builders/temporary-folder.ts'

useTemporaryFolder()

// Pinned: printed plans carry the first digits of their content hash, so it may never come out another way.
test('the sample and a generated plan keep the content hashes they have always had', async () => {
  const sample = await createSample()
  expect(readContentHash(sample.db)).toBe(
    '739235bf25f76059fcd73588c24edd6950c96f4d692b0d339e6a49fcd26b5876',
  )
  expect(hashPlan(loadPlan(sample.db))).toBe(readContentHash(sample.db))
  expect(hashPlan(generatePlan(WORK_SIZES.small))).toBe(
    'e71b8ce38c937b9b075da08f2ca8c192d625d84c39a103e03b9b83c9fb155129',
  )
  sample.discard()
})
