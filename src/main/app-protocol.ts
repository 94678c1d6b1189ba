import { readFileSync, readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { type Session, protocol } from 'electron'
import { PAGE_ORIGIN } from '../contract/channels.ts'

/** The page of every window. */
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Fluent UI and the grid write style elements.
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Announces the scheme; must come before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** Serves the built page from a fixed map of its files, and lets no request go anywhere else. */
export function serveBundle(session: Session, folder: string): void {
  const files = mapFiles(folder)
  session.protocol.handle('app', ({ url, method }) => {
    const { host, pathname } = new URL(url)
    const file = method === 'GET' && host === 'bundle' ? files.get(pathname) : undefined
    if (!file) return new Response('', { status: 404 })
    return new Response(new Uint8Array(readFileSync(file)), {
      headers: {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
      },
    })
  })
  session.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    // The grid's style sheets hold small pictures as data.
    const isPicture = resourceType === 'image' && url.startsWith('data:')
    answer({ cancel: !url.startsWith(`${PAGE_ORIGIN}/`) && !isPicture })
  })
}

/** URL path → file, listed once: a path that is not in the map cannot be served. */
function mapFiles(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(files.map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]))
}
