import type { Rule } from './rule.ts'

/** Every project states the year it will be completed. */
export const deadlineMissing: Rule = {
  code: 'deadline-missing',
  subject: 'project',
  severity: 'warning',
  trust: 'C',
  source: 'Chỉ thị ngày 25/11/2024 thực hiện NQ 23/NQ-CP: “thời gian hoàn thành cụ thể”',
  check(index, id) {
    const project = index.plan.projects.get(id)
    return project && project.endYear === null
      ? [{ year: null, detail: { code: project.code } }]
      : []
  },
}
