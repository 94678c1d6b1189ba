import { Button } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { showDate } from '../../core/date-text.ts'
import type { Project } from '../../core/project.ts'
import { openEntry } from '../plan/entry-dialog-store.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { usePlan } from '../plan/plan-store.ts'
import { useWindow } from '../plan/window-store.ts'
import { GROUP_LABELS, STAGE_LABELS } from '../wording/labels.ts'
import { exactText } from '../wording/money-text.ts'
import { ProjectFlags } from './project-flags.tsx'
import { ProjectYears } from './project-years.tsx'
import { SourceBar } from './source-bar.tsx'
import { InspectorGrip } from './inspector-grip.tsx'

/** The selected project: its facts, money by year, sources of the year and flags. */
export function Inspector() {
  const { t } = useLingui()
  const columns = usePlan((state) => state.columns)
  usePlan((state) => state.revision)
  const { selected, inspectorWidth } = useWindow()
  const project = selected === null ? undefined : columns?.project(selected)
  return (
    <aside
      className="inspector"
      style={{ width: inspectorWidth }}
      aria-label={t`Chi tiết dự án`}
      data-region="inspector"
      data-testid="inspector"
    >
      <InspectorGrip />
      <div className="inspector-head">
        <h2>
          <Trans>Chi tiết dự án</Trans>
        </h2>
        <Button
          size="small"
          appearance="subtle"
          icon={<Dismiss16Regular />}
          aria-label={t`Đóng bảng chi tiết`}
          onClick={() => useWindow.setState({ isInspectorOpen: false })}
        />
      </div>
      {columns && project ? (
        <ProjectDetail columns={columns} project={project} />
      ) : (
        <p className="is-faint">
          <Trans>
            Chọn một dự án trong bảng phân bổ để xem nguồn vốn, mức đáp ứng và cảnh báo của dự án
            đó.
          </Trans>
        </p>
      )}
    </aside>
  )
}

function ProjectDetail({ columns, project }: { columns: PlanColumns; project: Project }) {
  const { i18n, t } = useLingui()
  const { language, year } = useWindow()
  const { startYear, endYear } = project
  return (
    // The text scrolls by itself, so the keys must be able to reach it.
    <div
      className="inspector-body"
      tabIndex={0}
      role="group"
      aria-label={project.name}
      data-testid="inspector-project"
    >
      <h3>{project.name}</h3>
      <Button
        size="small"
        onClick={() => openEntry({ kind: 'project', id: project.id })}
        data-testid="inspector-edit"
      >
        <Trans>Sửa dự án…</Trans>
      </Button>
      <dl className="facts">
        <Fact label={t`Mã dự án`}>{project.code}</Fact>
        <Fact label={t`Địa bàn`}>
          {project.place}
          {project.isBorder && <span className="tag">{t`xã biên giới`}</span>}
        </Fact>
        <Fact label={t`Lĩnh vực`}>{project.sector}</Fact>
        <Fact label={t`Nhiệm vụ`}>{project.task}</Fact>
        <Fact label={t`Nhóm`}>{i18n._(GROUP_LABELS[project.group])}</Fact>
        <Fact label={t`Giai đoạn`}>{i18n._(STAGE_LABELS[project.stage])}</Fact>
        <Fact label={t`Chủ đầu tư`}>{project.owner}</Fact>
        <Fact label={t`Thời gian`}>{`${startYear ?? '…'} – ${endYear ?? '…'}`}</Fact>
        <Fact label={t`Quyết định`}>
          {[project.decision, showDate(project.decisionDate)].filter(Boolean).join(', ')}
        </Fact>
        <Fact label={t`Tổng mức đầu tư`}>
          {project.totalInvestment > 0n && exactText(project.totalInvestment, language)}
        </Fact>
        <Fact label={t`Lũy kế vốn`}>
          {project.fundedBefore > 0n && exactText(project.fundedBefore, language)}
        </Fact>
      </dl>
      <ProjectYears columns={columns} project={project} />
      <h4>
        <Trans>Nguồn vốn năm {year}</Trans>
      </h4>
      <SourceBar columns={columns} project={project} />
      <h4>
        <Trans>Cảnh báo</Trans>
      </h4>
      <ProjectFlags columns={columns} project={project} />
    </div>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (children === '' || children === false) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
