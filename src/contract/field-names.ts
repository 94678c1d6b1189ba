import type { Sentence } from '../core/template.ts'
import { nameColumn } from './column-names.ts'

/** What people call each field of a project or funding line in English; Vietnamese names are those of the columns. */
const NAMES: Readonly<Record<string, string>> = {
  code: 'Code',
  name: 'Name',
  programme: 'Programme',
  source: 'Source',
  capital_type: 'Kind of capital',
  ceiling: 'Ceiling',
  reserve: 'Reserve',
  valid_until: 'Valid until',
  sectors: 'Sectors it may pay',
  places: 'Places it may pay',
  groups: 'Project groups it may pay',
  stages: 'Stages it may pay',
  regions: 'Region classes it may pay',
  border_only: 'Border communes only',
  budget_codes: 'Budget codes',
  basis: 'Legal basis',
  place: 'Place',
  border: 'Border commune',
  region: 'Region class',
  sector: 'Sector',
  task: 'Task',
  group: 'Group',
  stage: 'Stage',
  owner: 'Owner',
  start_year: 'Start year',
  end_year: 'End year',
  need: 'Need',
  total_investment: 'Total investment',
  funded_before: 'Funded before',
  arrears: 'Arrears',
  advance: 'Advance',
  decision: 'Decision number',
  decision_date: 'Decision date',
  exception: 'Decision allowing more years',
  ratios: 'Programme ratios',
}

/** The name of a field in both languages; a field of one year, such as `need_2026`, names the year. */
export function nameField(key: string): Sentence {
  const [, yearly, year] = /^(need|ceiling|reserve)_(\d{4})$/.exec(key) ?? []
  if (yearly !== undefined) {
    const { vi, en } = nameField(yearly)
    return { vi: `${vi} ${year}`, en: `${en} ${year}` }
  }
  return { vi: nameColumn(key).vi, en: NAMES[key] ?? key }
}
