import { expect, test } from 'vitest'
import expected from '../fixtures/sample-expected.json' with { type: 'json' }
import { useTemporaryFolder } from '../builders/temporary-folder.ts'
import { readLongghep, runLongghep } from './run-longghep.ts'

const folder = useTemporaryFolder()

interface Covered {
  year: number | null
  tasks: {
    code: string | null
    name: string | null
    projects: number
    need: string
    allocated: string
    sources: Record<string, string>
    programmes: Record<string, string>
  }[]
  unfunded: string[]
}

test('the sample’s tasks have exactly the sums an independent count gives, over the period', () => {
  const path = folder.join('sample.lgw')
  expect(runLongghep(['sample', path]).code).toBe(0)
  const { year, tasks, unfunded } = readLongghep<Covered>(['coverage', path])
  expect(year).toBeNull()
  expect(tasks).toHaveLength(expected.rows.tasks + 1)
  const byCode = tasks.map(({ code, projects, need, allocated, sources, programmes }) => [
    code ?? '',
    { projects, need, allocated, sources, programmes },
  ])
  expect(Object.fromEntries(byCode)).toEqual(expected.coverage)
  expect(tasks.at(-1)?.code).toBeNull()
  expect(unfunded).toEqual([])
})

test('a year stands for itself, and text is aligned in the language asked for', () => {
  const path = folder.join('year.lgw')
  expect(runLongghep(['sample', path]).code).toBe(0)
  const { tasks } = readLongghep<Covered>(['coverage', path, '--year', '2027'])
  const allocated = tasks.reduce((sum, task) => sum + BigInt(task.allocated), 0n)
  expect(allocated).toBe(BigInt(expected.years['2027'].allocated))
  const lines = runLongghep(['coverage', path, '--lang', 'en']).out.trimEnd().split('\n')
  expect(lines[0]).toMatch(/^Code +Projects +Need +Allocated +Need met +Task$/)
  expect(lines.at(-1)).toMatch(/^– +7 +[\d,]+ +[\d,]+ +[\d.]+% +Projects of no task$/)
  expect(runLongghep(['coverage', path, '--year', '2035']).code).toBe(2)
})
