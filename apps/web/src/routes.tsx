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
        path: '/org/:slug/changes/:change',
        lazy: async () => ({ Component: (await import('./pages/change/change-page.js')).ChangePage }),
      },
      {
        path: '/org/:slug/compare',
        lazy: async () => ({ Component: (await import('./pages/compare/compare-page.js')).ComparePage }),
      },
      {
        path: '/org/:slug/matters',
        lazy: async () => ({
          Component: (await import('./pages/matters/matters-page.js')).MattersPage,
        }),
      },
      {
        path: '/org/:slug/matters/:matter',
        lazy: async () => ({
          Component: (await import('./pages/matters/matter-page.js')).MatterPage,
        }),
      },
      {
        path: '/org/:slug/todo',
        lazy: async () => ({
          Component: (await import('./pages/todo/todo-page.js')).TodoPage,
        }),
      },
      {
        path: '/org/:slug/follow-up',
        lazy: async () => ({
          Component: (await import('./pages/follow-up/follow-up-page.js')).FollowUpPage,
        }),
      },
      {
        path: '/org/:slug/follow-up/measures',
        lazy: async () => ({
          Component: (await import('./pages/follow-up/measures-page.js')).MeasuresPage,
        }),
      },
      {
        path: '/org/:slug/follow-up/measures/:indicator',
        lazy: async () => ({
          Component: (await import('./pages/follow-up/measure-page.js')).MeasurePage,
        }),
      },
      {
        path: '/org/:slug/follow-up/contradictions',
        lazy: async () => ({
          Component: (await import('./pages/follow-up/contradictions-page.js')).ContradictionsPage,
        }),
      },
      {
        path: '/org/:slug/scenarios',
        lazy: async () => ({
          Component: (await import('./pages/scenarios/scenarios-page.js')).ScenariosPage,
        }),
      },
      {
        path: '/org/:slug/scenarios/compare',
        lazy: async () => ({
          Component: (await import('./pages/scenarios/alternatives/alternatives-page.js')).AlternativesPage,
        }),
      },
      {
        path: '/org/:slug/audit',
        lazy: async () => ({ Component: (await import('./pages/audit/audit-page.js')).AuditPage }),
      },
      {
        path: '/org/:slug/audit/:position',
        lazy: async () => ({ Component: (await import('./pages/audit/event-page.js')).EventPage }),
      },
      {
        path: '/org/:slug/record',
        lazy: async () => ({ Component: (await import('./pages/record/record-page.js')).RecordPage }),
      },
      {
        path: '/org/:slug/import',
        lazy: async () => ({ Component: (await import('./pages/import/import-page.js')).ImportPage }),
      },
      { path: '*', element: <NotFound /> },
    ],
  },
]);
