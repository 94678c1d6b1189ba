import type { Rule } from './rule.ts'

/** Every task of the plan has a project with money in the period. */
export const taskUnfunded: Rule = {
  code: 'task-unfunded',
  subject: 'task',
  isYearly: false,
  reads: 'cells',
  severity: 'info',
  trust: 'C',
  source: 'Chỉ thị ngày 25/11/2024 thực hiện NQ 23/NQ-CP: nhiệm vụ gắn với nguồn vốn cụ thể',
  count: ({ tasks }, slot) => Number(tasks.isUnfunded(slot)),
  describe: ({ tasks }, slot) => [{ detail: { task: tasks.entries[slot]?.name ?? '' }, gauge: 1n }],
}
