import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readAsOf } from '../as-of/as-of-search.ts';
import { readBoardSearch } from '../board/board-search.ts';
import { readCaseSearch } from '../case/case-search.ts';
import { PageMissing } from '../problem/page-missing.tsx';
import { PageFailed } from '../problem/page-failed.tsx';
import { readSession } from '../session/session.ts';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { readTexts, writeTexts } from './address.ts';
import { Shell } from './shell.tsx';
import { Waiting } from './waiting.tsx';

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: PageMissing,
  validateSearch: readAsOf,
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: SignInPage,
  validateSearch: ({ then }: Record<string, unknown>): { then?: string } =>
    typeof then === 'string' && then.startsWith('/') && !then.startsWith('//') ? { then } : {},
});

/** Everything behind the door; who is not signed in comes back here afterwards. */
const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  beforeLoad: ({ location }) => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes a redirect as something thrown
    if (readSession() === null) throw redirect({ to: '/sign-in', search: { then: location.href } });
  },
});

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes a redirect as something thrown
    throw redirect({ to: '/board' });
  },
});

const boardRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/board',
  component: lazyRouteComponent(() => import('../board/board-page.tsx'), 'BoardPage'),
  validateSearch: readBoardSearch,
});

const caseRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('../case/case-page.tsx'), 'CasePage'),
  validateSearch: readCaseSearch,
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    startRoute,
    signInRoute,
    insideRoute.addChildren([boardRoute, caseRoute]),
  ]),
  parseSearch: readTexts,
  stringifySearch: writeTexts,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: PageFailed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
