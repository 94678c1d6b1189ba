/** What the table shows, as its page gets it; amounts are whole đồng below 2^53. */
export interface TableData {
  readonly codes: readonly string[]
  readonly names: readonly string[]
  readonly lines: readonly number[]
  readonly need: readonly number[]
  readonly allocated: readonly number[]
  readonly programmes: readonly number[]
  readonly flags: readonly string[]
  /** Row, place of the line and amount of every cell that holds money, one after the other. */
  readonly cells: readonly number[]
}

/**
 * A virtual table as one would write it by hand, without a library: a pool of rows, texts from typed arrays. It runs
 * in a page of its own and stands alone, for only its text gets there. Gives the time to its first paint, ms.
 */
export function showVirtualTable(data: TableData): Promise<number> {
  const ROW = 26
  const PINNED = [
    { id: 'row', width: 38 },
    { id: 'code', width: 76 },
    { id: 'name', width: 206 },
    { id: 'need', width: 100 },
    { id: 'allocated', width: 100 },
    { id: 'coverage', width: 86 },
    { id: 'programmes', width: 48 },
    { id: 'flags', width: 50 },
  ]
  const LINE = 100
  const start = performance.now()
  const rows = data.codes.length
  const lines = data.lines.length
  const pinnedWidth = PINNED.reduce((sum, { width }) => sum + width, 0)
  const width = pinnedWidth + LINE * lines
  const need = Float64Array.from(data.need)
  const allocated = Float64Array.from(data.allocated)
  const amounts = new Float64Array(rows * lines)
  for (let at = 0; at < data.cells.length; at += 3) {
    const [row = 0, line = 0, amount = 0] = data.cells.slice(at, at + 3)
    amounts[row * lines + line] = amount
  }

  const table = document.querySelector<HTMLElement>('#table')
  if (!table) throw new Error('the page has no table')
  const room = document.createElement('div')
  room.style.cssText = `width:${width}px;height:${rows * ROW}px`
  table.append(room)
  const inSight = Math.ceil(table.clientHeight / ROW) + 1
  const pool = Array.from({ length: inSight }, makeRow)
  let [firstLine, lastLine] = [-1, -1]
  let isAsked = false
  draw()
  table.addEventListener('scroll', () => {
    if (!isAsked) requestAnimationFrame(draw)
    isAsked = true
  })
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now() - start)
      port2.postMessage(null)
    })
  })

  function makeRow() {
    const root = document.createElement('div')
    root.className = 'row'
    root.style.width = `${width}px`
    const pinned = document.createElement('div')
    pinned.className = 'pinned'
    pinned.style.width = `${pinnedWidth}px`
    let left = 0
    const own = PINNED.map(({ id, width: size }) => {
      const cell = makeCell(id, left, size)
      left += size
      return cell
    })
    pinned.append(...own)
    root.append(pinned)
    room.append(root)
    return { root, own, free: [] as HTMLElement[], at: -1 }
  }

  function makeCell(id: string, left: number, size: number): HTMLElement {
    const cell = document.createElement('div')
    cell.className = id === 'code' || id === 'name' ? 'cell is-text' : 'cell'
    cell.setAttribute('col-id', id)
    cell.style.cssText = `left:${left}px;width:${size}px`
    return cell
  }

  function draw(): void {
    isAsked = false
    if (!table) return
    const { scrollTop, scrollLeft, clientWidth } = table
    const from = Math.floor(scrollLeft / LINE)
    const to = Math.min(lines, Math.ceil((scrollLeft + clientWidth - pinnedWidth) / LINE))
    const isMoved = from !== firstLine || to !== lastLine
    ;[firstLine, lastLine] = [from, to]
    const first = Math.floor(scrollTop / ROW)
    for (let at = first; at < Math.min(rows, first + inSight); at += 1) {
      const row = pool[at % inSight]
      if (!row || (row.at === at && !isMoved)) continue
      if (isMoved) layLines(row)
      row.at = at
      row.root.style.transform = `translateY(${at * ROW}px)`
      row.root.setAttribute('row-id', String(at + 1))
      fill(row, at)
    }
  }

  function layLines(row: (typeof pool)[number]): void {
    for (const cell of row.free) cell.remove()
    row.free = data.lines
      .slice(firstLine, lastLine)
      .map((id, at) => makeCell(`line:${id}`, pinnedWidth + (firstLine + at) * LINE, LINE))
    row.root.append(...row.free)
  }

  function fill({ own, free }: (typeof pool)[number], at: number): void {
    const [needed = 0, given = 0] = [need[at], allocated[at]]
    const programmes = data.programmes[at] ?? 0
    const texts = [
      String(at + 1),
      data.codes[at],
      data.names[at],
      amountText(needed),
      amountText(given),
      shareText(given, needed),
      programmes === 0 ? '–' : String(programmes),
      data.flags[at],
    ]
    own.forEach((cell, i) => write(cell, texts[i] ?? ''))
    free.forEach((cell, i) => {
      write(cell, amountText(amounts[at * lines + firstLine + i] ?? 0))
    })
  }

  function write(cell: HTMLElement, text: string): void {
    if (cell.textContent !== text) cell.textContent = text
  }

  function amountText(amount: number): string {
    if (amount === 0) return '–'
    const whole = String(Math.floor(amount / 1e6))
    const decimals = String(amount % 1e6)
      .padStart(6, '0')
      .replace(/0+$/, '')
    const room = Math.max(0, 9 - whole.length)
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
    const shown = decimals.slice(0, room)
    return `${grouped}${shown && `,${shown}`}${decimals.length > room ? '…' : ''}`
  }

  function shareText(part: number, whole: number): string {
    if (whole === 0) return ''
    const tenths = Math.floor((part / whole) * 1000)
    return `${Math.floor(tenths / 10)},${tenths % 10} %`
  }
}
