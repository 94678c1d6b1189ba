import type { Rule } from './rule.ts'

/** Every project states the year it will be completed. */
export const deadlineMissing: Rule = {
  code: 'deadline-missing',
  subject: 'project',
  isYearly: false,
  reads: 'fields',
  severity: 'warning',
  trust: 'C',
  source: 'Chỉ thị ngày 25/11/2024 thực hiện NQ 23/NQ-CP: “thời gian hoàn thành cụ thể”',
  count: ({ index: { projects } }, slot) => Number(projects.endYear[slot] === 0),
  describe: ({ index: { projects } }, slot) => [
    { detail: { code: projects.entries[slot]?.code ?? '' }, gauge: 1n },
  ],
  cellsBehind: () => [],
}
