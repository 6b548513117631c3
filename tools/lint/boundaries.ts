import { onImports } from './imports.ts'
import { isTest, pathOf, type Rule } from './rule.ts'
import { isServerModule } from './server-module.ts'

interface Boundary {
  from: RegExp
  /** Files under `from` that may cross it all the same. */
  except?: (from: string) => boolean
  forbidden: (to: string, root: string) => boolean
  say: string
}

const under =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path.startsWith(`${folder}/`))
const isRouteHandler = (path: string) => path.endsWith('/route.ts')
/** An action asks who acts, and here nobody does yet. */
const isBeforeSignIn = (path: string) => path === 'app/sign-in/page.tsx'

const boundaries: Boundary[] = [
  {
    from: /^lib\//,
    forbidden: under('app', 'components'),
    say: 'Nothing imports upwards: move what both need into lib/, or pass it in as an argument.',
  },
  {
    from: /^components\//,
    forbidden: under('app'),
    say: 'Nothing imports upwards: move what both need into components/, or pass it in as a prop.',
  },
  {
    from: /^components\/ui\//,
    forbidden: (to) => /^components\/(?!ui\/)|^lib\/(?!client\/toast\.ts|core\/seen-parts\.ts)/.test(to),
    say: 'components/ui knows no domain words and no data: take it as a prop, or move this component into components/.',
  },
  {
    from: /^(app|components)\//,
    except: (from) => isTest(from) || isRouteHandler(from) || isBeforeSignIn(from),
    forbidden: (to, root) => to.startsWith('lib/') && isServerModule(root, to),
    say: 'This is a server module: read and write through an action of lib/<noun>/actions.ts (route handlers may import it).',
  },
  {
    from: /^lib\/emulator\//,
    forbidden: (to) => !to.startsWith('lib/emulator/'),
    say: 'The emulator knows nothing of the console: copy the fact it needs into lib/emulator, or take it as an option.',
  },
  {
    from: /^(?!lib\/emulator\/)/,
    except: isTest,
    forbidden: under('lib/emulator'),
    say: 'The emulator is AWS to everyone: reach it over its URL; only tests import it.',
  },
  {
    from: /^(app|components|lib)\//,
    except: isTest,
    forbidden: isTest,
    say: 'Only tests import tests and …-for-tests.ts: move what the product needs into a file of its own.',
  },
  {
    from: /^(?!lib\/start\/|instrumentation\.ts$)/,
    except: isTest,
    forbidden: under('lib/start'),
    say: 'lib/start runs before the server: only instrumentation.ts imports it; put what others need into another lib folder.',
  },
  {
    from: /^e2e\//,
    forbidden: under('app', 'components', 'lib'),
    say: 'Browser tests see what operators see: go through the page, the emulator’s URL or the SDK, not through our source.',
  },
  {
    from: /^tools\//,
    forbidden: under('app', 'components'),
    say: 'Tools measure served pages and lib modules: start the console, or import from lib/.',
  },
  {
    from: /^(?!e2e\/|tools\/)/,
    forbidden: under('e2e', 'tools'),
    say: 'The product imports nothing from its browser tests and tools: move what both need into lib/.',
  },
]

export const boundariesRule: Rule = {
  meta: { docs: { description: 'app → components → components/ui; both → lib; nothing upwards' } },
  create(context) {
    const from = pathOf(context)
    const own = boundaries.filter((boundary) => boundary.from.test(from) && !boundary.except?.(from))
    return onImports(context, ({ node, path, typeOnly }) => {
      if (path === null) return
      for (const { forbidden, say } of own) {
        const erased = typeOnly && say.startsWith('This is a server module')
        if (!erased && forbidden(path, context.cwd)) context.report({ node, message: say })
      }
    })
  },
}
