import { createBrowserRouter } from 'react-router';
import { AccessibilityPage } from './pages/accessibility/accessibility-page.js';
import { StartPage } from './pages/start/start-page.js';
import { Crash } from './shell/crash.js';
import { Shell } from './shell/shell.js';
import { Loading, NotFound } from './shell/states.js';

/** The addresses. Pages about an organisation are loaded when they are first opened. */
export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <Crash />,
    HydrateFallback: Loading,
    children: [
      { path: '/', element: <StartPage /> },
      { path: '/accessibility', element: <AccessibilityPage /> },
      {
        path: '/org/:slug',
        lazy: async () => ({
          Component: (await import('./pages/organisation/organisation-page.js')).OrganisationPage,
        }),
      },
      {
        path: '/org/:slug/unit/:unit',
        lazy: async () => ({ Component: (await import('./pages/unit/unit-page.js')).UnitPage }),
      },
      {
        path: '/org/:slug/changes',
        lazy: async () => ({ Component: (await import('./pages/changes/changes-page.js')).ChangesPage }),
      },
      {
        path: '/org/:slug/compare',
        lazy: async () => ({ Component: (await import('./pages/compare/compare-page.js')).ComparePage }),
      },
      { path: '*', element: <NotFound /> },
    ],
  },
]);
