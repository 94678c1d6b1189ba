import { Trans, useLingui } from '@lingui/react/macro'
import { DEFAULT_POLICY, type PriorityTier } from '../../core/policy.ts'
import type { Programme } from '../../core/programme.ts'
import { PROJECT_GROUPS, PROJECT_STAGES } from '../../core/project.ts'
import { nameTrust } from '../../core/wording.ts'
import type { PlanColumns } from '../plan/plan-columns.ts'
import { useWindow } from '../plan/window-store.ts'
import { GROUP_LABELS, STAGE_LABELS } from '../wording/labels.ts'
import { POLICY_ENTRIES } from './policy-entries.ts'
import { PolicyField } from './policy-field.tsx'
import { PolicyRules } from './policy-rules.tsx'

/** What the user decides about the plan's checks: product defaults, to be changed where the place does otherwise. */
export function PolicyScreen({ columns }: { columns: PlanColumns }) {
  const { t } = useLingui()
  return (
    <section className="screen" data-testid="screen-policy">
      <div className="screen-head">
        <h2>
          <Trans>Chính sách</Trans>
        </h2>
        <span className="is-faint">
          <Trans>
            Mặc định của phần mềm, không phải quy định pháp luật; sửa được, hoàn tác được.
          </Trans>
        </span>
      </div>
      <div
        className="policy-form"
        // A region that scrolls must be reachable with the keys alone.
        tabIndex={0}
        role="region"
        aria-label={t`Chính sách`}
      >
        <Thresholds columns={columns} />
        <div className="policy-column">
          <Tiers columns={columns} />
          <AllowedYears columns={columns} />
          <Counterparts columns={columns} />
        </div>
        <PolicyRules policy={columns.settings.policy} />
      </div>
    </section>
  )
}

function Thresholds({ columns }: { columns: PlanColumns }) {
  const { i18n } = useLingui()
  return (
    <section className="policy-column">
      <h3>
        <Trans>Ngưỡng kiểm tra</Trans>
      </h3>
      {POLICY_ENTRIES.map(({ key, label, read }) => (
        <PolicyField
          key={key}
          policyKey={key}
          label={i18n._(label)}
          value={read(columns.settings.policy)}
          preset={read(DEFAULT_POLICY)}
        />
      ))}
    </section>
  )
}

function Tiers({ columns }: { columns: PlanColumns }) {
  const tiers = PROJECT_STAGES.flatMap((stage) =>
    columns.settings.policy.tiers.filter((tier) => tier.stage === stage),
  )
  return (
    <section>
      <h3>
        <Trans>Thứ tự ưu tiên</Trans>
      </h3>
      <table className="policy-table">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Giai đoạn</Trans>
            </th>
            <th scope="col">
              <Trans>Thứ tự</Trans>
            </th>
            <th scope="col">
              <Trans>Căn cứ</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {tiers.map((tier) => (
            <TierRow key={tier.stage} of={tier} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function TierRow({ of: { stage, tier, source, trust } }: { of: PriorityTier }) {
  const { i18n, t } = useLingui()
  const language = useWindow((state) => state.language)
  const preset = DEFAULT_POLICY.tiers.find((of) => of.stage === stage)
  return (
    <tr>
      <th scope="row">{i18n._(STAGE_LABELS[stage])}</th>
      <td>
        <PolicyField
          policyKey={`tier.${stage}`}
          label={t`Thứ tự ưu tiên: ${i18n._(STAGE_LABELS[stage])}`}
          value={{ kind: 'count', value: tier }}
          isInTable
        />
      </td>
      <td>
        {source}{' '}
        <span className="trust-mark" data-trust={trust}>
          {preset?.source === source ? nameTrust(trust, language) : t`đặt trong kế hoạch này`}
        </span>
      </td>
    </tr>
  )
}

function AllowedYears({ columns }: { columns: PlanColumns }) {
  const { i18n } = useLingui()
  const { allowedYears } = columns.settings.policy
  return (
    <section>
      <h3>
        <Trans>Số năm bố trí vốn tối đa</Trans>
      </h3>
      <div className="policy-row">
        {PROJECT_GROUPS.map((group) => (
          <PolicyField
            key={group}
            policyKey={`allowedYears.${group}`}
            label={i18n._(GROUP_LABELS[group])}
            value={{ kind: 'count', value: allowedYears[group] }}
            preset={{ kind: 'count', value: DEFAULT_POLICY.allowedYears[group] }}
            isOptional
          />
        ))}
      </div>
      <p className="is-faint">
        <Trans>Để trống: không giới hạn.</Trans>
      </p>
    </section>
  )
}

function Counterparts({ columns }: { columns: PlanColumns }) {
  const programmes = [...columns.programmes.values()].filter(takesCounterpart)
  const { counterpart } = columns.settings.policy
  return (
    <section>
      <h3>
        <Trans>Tỷ lệ vốn địa phương đối ứng trên vốn trung ương</Trans>
      </h3>
      {programmes.length === 0 && (
        <p className="is-faint">
          <Trans>Kế hoạch chưa có chương trình mục tiêu nào.</Trans>
        </p>
      )}
      <table className="policy-table">
        <tbody>
          {programmes.map(({ id, code, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                <PolicyField
                  policyKey={`counterpart.${code}`}
                  label={name}
                  value={{ kind: 'share', value: counterpart.get(id) ?? null }}
                  isOptional
                  isInTable
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="is-faint">
        <Trans>Để trống: không kiểm tra. Phần mềm không có sẵn tỷ lệ nào.</Trans>
      </p>
    </section>
  )
}

function takesCounterpart({ parent, kind }: Programme): boolean {
  return parent === null && kind !== 'state-budget'
}
