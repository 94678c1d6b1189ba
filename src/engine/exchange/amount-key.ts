const AMOUNT =
  /^(?:amount|ceiling|reserve|total_investment|funded_before|arrears|advance|need_\d{4}|line:.*|stated:\d{4})$/

/** Whether a column key stands for amounts. */
export function isAmountKey(key: string): boolean {
  return AMOUNT.test(key)
}
