import type { Rule } from './rule.ts'

/** Every project states the year it will be completed. */
export const deadlineMissing: Rule = {
  code: 'deadline-missing',
  subject: 'project',
  isYearly: false,
  severity: 'warning',
  trust: 'C',
  source: 'Chỉ thị ngày 25/11/2024 thực hiện NQ 23/NQ-CP: “thời gian hoàn thành cụ thể”',
  count: ({ index: { projects } }, slot) => Number(projects.entries[slot]?.endYear === null),
  describe: ({ index: { projects } }, slot) => [
    { detail: { code: projects.entries[slot]?.code ?? '' }, gauge: 1n },
  ],
  cellsBehind: () => [],
}
