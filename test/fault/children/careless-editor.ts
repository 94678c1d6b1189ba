import { writeFileSync } from 'node:fs'

const [path = ''] = process.argv.slice(2)
let value = 0

writeFileSync(path, '0')
// Written now and then, acknowledged at once.
setInterval(() => writeFileSync(path, String(value)), 25)

process.on('message', (next: number) => {
  value = next
  process.send?.(value)
})
process.send?.(0)
