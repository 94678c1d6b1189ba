import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Bridge } from '../../src/contract/bridge.ts'
import { CHANNELS } from '../../src/contract/channels.ts'
import { type LaunchedApp, launchApp } from './launch.ts'

let launched: LaunchedApp
let page: Page
let server: Server
let outside: string
let hits: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*').end('outside')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  launched = await launchApp({ args: ['--sample'] })
  page = launched.window
  await page.waitForSelector('#root [data-ready="true"]')
})

afterAll(async () => {
  await launched?.close()
  server.close()
})

beforeEach(() => {
  hits = []
})

/** How many pages there are of any kind, guests and pop-ups among them. */
function countPages(): Promise<number> {
  return launched.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
}

/** What the program itself is answered at an address, as status and body. */
function fetchFromMain(url: string, method = 'GET') {
  return launched.app.evaluate(
    async ({ session }, { url, method }) => {
      const response = await session.defaultSession.fetch(url, { method })
      return { status: response.status, body: await response.text() }
    },
    { url, method },
  )
}

test('the server that stands for the outside can be reached from outside the window', async () => {
  expect(await (await fetch(`${outside}/control`)).text()).toBe('outside')
  expect(hits).toEqual(['/control'])
})

test('the running window has every lock on', async () => {
  const seen = await launched.app.evaluate(({ BrowserWindow, app, session }) => {
    const [window] = BrowserWindow.getAllWindows()
    // Electron tells what a page really got, but its types do not name the method.
    const contents = window?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return {
      preferences: contents.getLastWebPreferences(),
      isSandboxForAll: app.commandLine.hasSwitch('enable-sandbox'),
      isRoot: app.commandLine.hasSwitch('no-sandbox'),
      isSpellChecked: session.defaultSession.isSpellCheckerEnabled(),
    }
  })
  expect(seen.preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
  })
  // Chromium has no sandbox for root.
  expect(seen.isSandboxForAll).toBe(!seen.isRoot)
  expect(seen.isSpellChecked).toBe(false)
})

test('nothing of Node or Electron is in the page', async () => {
  const names = ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'ipcRenderer']
  const found = await page.evaluate(
    (list) => list.filter((name) => name in globalThis),
    [...names, 'document'],
  )
  expect(found).toEqual(['document'])
})

test('the bridge is exactly its functions, frozen, and cannot be replaced', async () => {
  const seen = await page.evaluate(() => {
    const { longghep: bridge } = window as unknown as { longghep: Bridge }
    const attempts = [
      () => Object.assign(bridge, { save: null }),
      () => Object.assign(bridge, { extra: 1 }),
      () => Object.assign(bridge.preferences, { language: 'fr' }),
      () => Object.assign(window, { longghep: null }),
    ]
    return {
      keys: Object.keys(bridge).sort(),
      isFrozen: Object.isFrozen(bridge),
      refused: attempts.filter((attempt) => {
        try {
          attempt()
          return false
        } catch {
          return true
        }
      }).length,
    }
  })
  expect(seen.keys).toEqual([
    'chooseTables',
    'connect',
    'discardDraft',
    'drafts',
    'exportTable',
    'newWorkbook',
    'onEngineStatus',
    'onMenuCommand',
    'openDraft',
    'openRecent',
    'openSample',
    'openWorkbook',
    'preferences',
    'recentFiles',
    'reopen',
    'save',
    'saveAs',
    'savePreferences',
    'viewFile',
  ])
  expect(seen.isFrozen).toBe(true)
  expect(seen.refused).toBe(4)
})

test('a webview is an unknown element and starts no page', async () => {
  const before = await countPages()
  const hasMethods = await page.evaluate((url) => {
    const view = document.createElement('webview')
    view.setAttribute('src', url)
    document.body.append(view)
    const found = 'loadURL' in view || 'executeJavaScript' in view
    view.remove()
    return found
  }, outside)
  expect(hasMethods).toBe(false)
  expect(await countPages()).toBe(before)
})

test('no other window opens', async () => {
  const before = await countPages()
  const opened = await page.evaluate(
    ([url, own]) => [window.open(url), window.open(own), window.open('about:blank')],
    [outside, 'app://bundle/index.html'] as const,
  )
  expect(opened).toEqual([null, null, null])
  await pause(200)
  expect(await countPages()).toBe(before)
  expect(hits).toEqual([])
})

test('the page cannot be led away, by a script, a link, a form or a frame', async () => {
  await page.evaluate((url) => {
    Object.assign(window, { wasHere: true })
    const link = Object.assign(document.createElement('a'), { href: `${url}/link` })
    const form = Object.assign(document.createElement('form'), { action: `${url}/form` })
    const frame = Object.assign(document.createElement('iframe'), { src: `${url}/frame` })
    document.body.append(link, form, frame)
    link.click()
    form.submit()
    location.assign(`${url}/script`)
    location.assign('app://bundle/index.html?again')
  }, outside)
  await pause(500)
  expect(page.url()).toBe('app://bundle/index.html')
  expect(await page.evaluate(() => 'wasHere' in window)).toBe(true)
  expect(hits).toEqual([])
})

test('every permission is denied', async () => {
  const answers = await page.evaluate(async () => {
    const settle = (work: Promise<unknown>) =>
      work.then(
        () => 'given',
        (error: Error) => error.name,
      )
    const query = async (name: string) =>
      (await navigator.permissions.query({ name: name as PermissionName })).state
    return {
      geolocation: await query('geolocation'),
      notifications: await query('notifications'),
      midi: await query('midi'),
      camera: await query('camera'),
      clipboardRead: await query('clipboard-read'),
      asked: await Notification.requestPermission(),
      microphone: await settle(navigator.mediaDevices.getUserMedia({ audio: true })),
      clipboard: await settle(navigator.clipboard.readText()),
    }
  })
  expect(answers).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    midi: 'denied',
    camera: 'denied',
    clipboardRead: 'denied',
    asked: 'denied',
    microphone: expect.stringMatching(/^Not(Allowed|Found)Error$/),
    clipboard: 'NotAllowedError',
  })
})

test('nothing leaves the page: no fetch, socket, event stream, picture, style or beacon', async () => {
  const reached = await page.evaluate(async (url) => {
    const load = (element: HTMLElement) =>
      new Promise<boolean>((resolve) => {
        element.addEventListener('load', () => resolve(true))
        element.addEventListener('error', () => resolve(false))
        document.head.append(element)
      })
    const open = (source: EventTarget) =>
      new Promise<boolean>((resolve) => {
        source.addEventListener('open', () => resolve(true))
        source.addEventListener('error', () => resolve(false))
      })
    const attempt = async (work: () => Promise<boolean>) => {
      try {
        return await work()
      } catch {
        return false
      }
    }
    const style = Object.assign(document.createElement('link'), { rel: 'stylesheet' })
    const picture = document.createElement('img')
    const script = document.createElement('script')
    return {
      fetch: await attempt(async () => (await fetch(`${url}/fetch`)).ok),
      opaque: await attempt(async () => Boolean(await fetch(url, { mode: 'no-cors' }))),
      socket: await attempt(() => open(new WebSocket(url.replace('http', 'ws')))),
      events: await attempt(() => open(new EventSource(`${url}/events`))),
      picture: await load(Object.assign(picture, { src: `${url}/picture.png` })),
      style: await load(Object.assign(style, { href: `${url}/style.css` })),
      script: await load(Object.assign(script, { src: `${url}/script.js` })),
    }
  }, outside)
  expect(Object.entries(reached).filter(([, isReached]) => isReached)).toEqual([])
  await page.evaluate((url) => navigator.sendBeacon(`${url}/beacon`), outside)
  await pause(200)
  expect(hits).toEqual([])
})

test('even without the policy of the page its session reaches nothing outside', async () => {
  const { app } = launched
  const reached = await app.evaluate(
    ({ session }, url) =>
      session.defaultSession.fetch(url).then(
        () => true,
        () => false,
      ),
    outside,
  )
  expect(reached).toBe(false)
  expect(hits).toEqual([])
})

test('the policy comes with the page and stops a script written into it', async () => {
  const headers = await launched.app.evaluate(async ({ session }) => {
    const response = await session.defaultSession.fetch('app://bundle/index.html')
    return Object.fromEntries(response.headers.entries())
  })
  expect(headers).toMatchObject({
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; " +
      "img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; " +
      "frame-ancestors 'none'",
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
  })
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.wasRun = true'
    document.head.append(script)
    document.body.setAttribute('onclick', 'window.wasRun = true')
    document.body.dispatchEvent(new MouseEvent('click'))
    return 'wasRun' in window
  })
  expect(ran).toBe(false)
})

test('app:// serves the files of the page and nothing beside them', async () => {
  expect(await fetchFromMain('app://bundle/index.html')).toMatchObject({
    status: 200,
    body: expect.stringContaining('id="root"'),
  })
  const others = [
    'app://bundle/',
    'app://bundle/assets',
    'app://bundle/../main/index.js',
    'app://bundle/%2e%2e/main/index.js',
    'app://bundle/..%2fmain%2findex.js',
    'app://bundle/assets/..%5c..%5cmain%5cindex.js',
    'app://bundle//etc/passwd',
    'app://bundle/index.html%00.js',
    'app://elsewhere/index.html',
  ]
  for (const url of others) {
    expect(await fetchFromMain(url), url).toEqual({ status: 404, body: '' })
  }
  expect(await fetchFromMain('app://bundle/index.html', 'POST')).toEqual({ status: 404, body: '' })
})

test('parameters of the wrong shape are refused', async () => {
  const refused = await page.evaluate(async () => {
    const { longghep: bridge } = window as unknown as {
      longghep: Record<string, (...args: unknown[]) => Promise<unknown>>
    }
    const preferences = { language: 'vi', theme: 'light', unit: 'million' }
    const attempts: [string, ...unknown[]][] = [
      ['savePreferences', { ...preferences, language: 'fr' }],
      ['savePreferences', { ...preferences, path: '/etc/passwd' }],
      ['savePreferences'],
      ['openRecent', -1],
      ['openRecent', 10],
      ['openRecent', '/etc/passwd'],
      ['reopen', 'overwrite'],
      ['openDraft', ''],
      ['exportTable', '../secrets', 'million'],
      ['exportTable', 'matrix', 'pound'],
    ]
    // What is well formed is answered.
    await bridge['savePreferences']?.(preferences)
    const results = attempts.map(async ([name, ...args]) => {
      try {
        await bridge[name]?.(...args)
        return `${name} was answered`
      } catch {
        return null
      }
    })
    return (await Promise.all(results)).filter((result) => result !== null)
  })
  expect(refused).toEqual([])
})

test('a window that is not ours is refused, though it shows our page with our preload', async () => {
  const answers = await launched.app.evaluate(async ({ BrowserWindow, app }) => {
    const ask = `longghep.recentFiles().then(() => 'answered', (error) => error.message)`
    const [known] = BrowserWindow.getAllWindows()
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: {
        preload: `${app.getAppPath()}/out/preload/index.cjs`,
        additionalArguments: ['--longghep-preferences=%7B%22language%22%3A%22vi%22%7D'],
      },
    })
    try {
      await stranger.loadURL('app://bundle/index.html')
      return {
        known: (await known?.webContents.executeJavaScript(ask)) as string,
        stranger: (await stranger.webContents.executeJavaScript(ask)) as string,
      }
    } finally {
      stranger.destroy()
    }
  })
  expect(answers).toEqual({
    known: 'answered',
    stranger: expect.stringContaining('request-invalid'),
  })
})

test('main answers on the bridge’s channels and on no other', async () => {
  const channels = await launched.app.evaluate(({ ipcMain }) => {
    // Electron keeps the handlers in this map and offers no other way to list them.
    const { _invokeHandlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> }
    // `error` is Electron's own listener, not a channel.
    const listened = ipcMain.eventNames().filter((name) => name !== 'error')
    return [..._invokeHandlers.keys(), ...listened.map(String)]
  })
  const { engineStatus: _, menuCommand: __, ...asked } = CHANNELS
  expect(channels.sort()).toEqual(Object.values(asked).sort())
})

test('our own window is refused as soon as it shows another page', async () => {
  const answer = await launched.app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    await window?.loadURL('about:blank')
    const ask = `longghep.recentFiles().then(() => 'answered', (error) => error.message)`
    return (await window?.webContents.executeJavaScript(ask)) as string
  })
  expect(answer).toContain('request-invalid')
})

test('no name is looked up, not even by Chromium for its own needs', async () => {
  const seen = await launched.app.evaluate(async ({ session }) => {
    const { lookup } = process.getBuiltinModule('node:dns/promises')
    const resolve = (name: string) =>
      session.defaultSession.resolveHost(name).then(
        () => 'resolved',
        (error: Error) => error.message,
      )
    return { known: (await lookup('localhost')).address, answer: await resolve('localhost') }
  })
  // The name itself is one this computer knows.
  expect(seen.known).toMatch(/^(127\.0\.0\.1|::1)$/)
  expect(seen.answer).toContain('ERR_NAME_NOT_RESOLVED')
})
