import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { getBridge } from './hooks/bridge.ts'
import { EngineClient } from './hooks/engine-client.ts'
import { receivePorts } from './hooks/receive-port.ts'
import { reportError } from './hooks/report-error.ts'
import { activateLanguage } from './i18n/activate-language.ts'
import { useWindow } from './plan/window-store.ts'
import './styles/base.css'
import './styles/frame.css'
import './styles/matrix.css'
import './styles/panels.css'
import './styles/entry.css'

const client = new EngineClient()
receivePorts(client)
const bridge = getBridge()
useWindow.setState({ ...bridge.preferences })
activateLanguage(bridge.preferences.language)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root')
createRoot(root).render(<App client={client} />)
bridge.connect().catch(reportError)
