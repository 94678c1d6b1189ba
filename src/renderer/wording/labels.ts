import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { EligibilityCondition } from '../../core/eligibility.ts'
import type { CapitalType } from '../../core/capital-type.ts'
import type { FundingSource } from '../../core/funding-line.ts'
import type { ProgrammeKind } from '../../core/programme.ts'
import type { ProjectGroup, ProjectStage } from '../../core/project.ts'
import type {
  ColumnReading,
  ExportWhat,
  ImportEntry,
  NumberEvidence,
  NumberFormat,
  TableKind,
} from '../../contract/tables.ts'
import type { Screen } from '../plan/window-store.ts'

type Labels<K extends string> = Readonly<Record<K, MessageDescriptor>>

export const SCREEN_LABELS: Labels<Screen> = {
  matrix: msg`Phân bổ`,
  lines: msg`Nguồn vốn`,
  projects: msg`Dự án`,
  tasks: msg({ message: 'Nhiệm vụ', context: 'screen' }),
  flags: msg`Cảnh báo`,
  policy: msg`Chính sách`,
  history: msg`Lịch sử`,
}

export const STAGE_LABELS: Labels<ProjectStage> = {
  'completed-unpaid': msg`Đã hoàn thành, còn nợ vốn`,
  'counterpart-oda': msg`Đối ứng ODA`,
  ppp: msg`Tham gia dự án PPP`,
  transitional: msg`Chuyển tiếp`,
  completing: msg`Dự kiến hoàn thành trong kỳ`,
  'new-start': msg`Khởi công mới`,
  preparation: msg`Chuẩn bị đầu tư`,
}

export const GROUP_LABELS: Labels<ProjectGroup> = {
  national: msg`Quan trọng quốc gia`,
  A: msg`Nhóm A`,
  B: msg`Nhóm B`,
  C: msg`Nhóm C`,
}

export const SOURCE_LABELS: Labels<FundingSource> = {
  central: msg`Ngân sách trung ương`,
  provincial: msg`Ngân sách tỉnh`,
  commune: msg`Ngân sách xã`,
  'district-legacy': msg`Ngân sách huyện (trước 7/2025)`,
  bond: msg`Trái phiếu Chính phủ`,
  oda: msg`ODA, vay ưu đãi`,
  lottery: msg`Xổ số kiến thiết`,
  land: msg`Thu tiền sử dụng đất`,
  'other-legal': msg`Huy động hợp pháp khác`,
}

export const CAPITAL_LABELS: Labels<CapitalType> = {
  development: msg`Đầu tư phát triển`,
  recurrent: msg`Chi thường xuyên`,
}

export const PROGRAMME_KIND_LABELS: Labels<ProgrammeKind> = {
  'state-budget': msg`Ngân sách nhà nước`,
  'national-target': msg`Chương trình mục tiêu quốc gia`,
  target: msg`Chương trình mục tiêu`,
  oda: msg`ODA, vay ưu đãi nước ngoài`,
  other: msg`Nguồn hợp pháp khác`,
}

export const CONDITION_LABELS: Labels<EligibilityCondition> = {
  border: msg`Nguồn này chỉ chi cho dự án ở xã biên giới.`,
  sector: msg`Nguồn này không chi cho ngành, lĩnh vực của dự án.`,
  place: msg`Nguồn này không chi cho địa bàn của dự án.`,
  region: msg`Nguồn này không chi cho khu vực của dự án.`,
  group: msg`Nguồn này không chi cho nhóm của dự án.`,
  stage: msg`Nguồn này không chi cho giai đoạn của dự án.`,
}

export const TABLE_KIND_LABELS: Labels<TableKind> = {
  plan: msg`Thông tin kế hoạch`,
  programmes: msg({ message: 'Chương trình', context: 'table' }),
  lines: msg`Nguồn vốn`,
  tasks: msg`Nhiệm vụ`,
  projects: msg`Dự án`,
  allocations: msg`Phân bổ`,
  holds: msg`Chỗ được giữ`,
  waivers: msg`Cảnh báo đã chấp nhận`,
  policy: msg`Ngưỡng và quy tắc`,
}

export const EXPORT_LABELS: Labels<ExportWhat> = {
  matrix: msg`Phụ lục phân bổ (để in, trình ký)`,
  annual: msg`Biểu dự kiến kế hoạch đầu tư năm (32 cột)`,
  list: msg`Danh mục chương trình, dự án sử dụng vốn`,
  flags: msg`Danh sách cảnh báo`,
  all: msg`Toàn bộ bảng số liệu`,
  ...TABLE_KIND_LABELS,
}

export const CONFIDENCE_LABELS: Labels<ColumnReading['confidence']> = {
  sure: msg`Chắc chắn`,
  likely: msg`Có lẽ đúng`,
  guess: msg`Đoán, cần xem lại`,
}

export const ACTION_LABELS: Labels<ImportEntry['action']> = {
  added: msg`Thêm`,
  updated: msg`Sửa`,
  cleared: msg`Xóa số`,
}

/** Why numbers are read so; the value that decides stands beside it. */
export const NUMBER_EVIDENCE_LABELS: Labels<NumberEvidence> = {
  chosen: msg`người dùng chọn`,
  'number-cells': msg`ô số của bảng tính, không phải chữ`,
  'bare-digits': msg`chỉ có chữ số, kiểu nào cũng đọc như nhau`,
  'only-reading': msg`chỉ kiểu này đọc được`,
  'most-readable': msg`kiểu này đọc được nhiều ô nhất, không đọc được`,
  ambiguous: msg`đọc được hai cách, cần chọn`,
}

export const NUMBER_FORMAT_LABELS: Labels<NumberFormat> = {
  auto: msg`Tự nhận biết`,
  vi: msg`Kiểu Việt Nam: 1.234.567,89`,
  en: msg`Kiểu Anh: 1,234,567.89`,
  plain: msg`Không phân nhóm: 1234567.89`,
}
