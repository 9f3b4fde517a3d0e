import { createBrowserRouter, matchRoutes, redirect, type RouteObject, useRouteError } from 'react-router';
import { withPlace } from './place';
import { Lost } from './lost';
import { Shell } from './shell';

const toOverview = ({ request }: { readonly request: Request }): Response =>
  redirect(withPlace('/oversikt', new URL(request.url).searchParams));

function Broken() {
  const error = useRouteError();
  return <Lost error={error instanceof Error ? error : undefined} />;
}

/** Every page, each with its own script. */
export const routes: RouteObject[] = [
  {
    Component: Shell,
    children: [
      {
        ErrorBoundary: Broken,
        HydrateFallback: () => null,
        children: [
          { index: true, loader: toOverview },
          { path: 'oversikt', lazy: () => import('../pages/oversikt/page') },
          { path: 'beslut', lazy: () => import('../pages/beslut/page') },
          { path: 'beslut/:id', lazy: () => import('../pages/beslut/one') },
          { path: 'uppdrag', lazy: () => import('../pages/uppdrag/page') },
          { path: 'uppdrag/:id', lazy: () => import('../pages/uppdrag/one') },
          { path: 'moten', lazy: () => import('../pages/moten/page') },
          { path: 'moten/:id', lazy: () => import('../pages/moten/one') },
          { path: 'arenden/:id', lazy: () => import('../pages/arenden/one') },
          { path: 'granskning/*', lazy: () => import('../pages/granskning/page') },
          { path: 'hjalp', lazy: () => import('../pages/hjalp/page') },
          { path: 'hjalp/:role', lazy: () => import('../pages/hjalp/page') },
          { path: 'paminnelser', lazy: () => import('../pages/paminnelser/page') },
          { path: 'utkorgen', lazy: () => import('../pages/utkorgen/page') },
          { path: 'tillganglighet', lazy: () => import('../pages/tillganglighet/page') },
          { path: '*', Component: Lost },
        ],
      },
    ],
  },
];

/** Fetches the script of the page at a path, so that it is there when the page is first drawn. */
export async function scriptsOf(path: string): Promise<void> {
  await Promise.all(
    (matchRoutes(routes, path) ?? []).map(async ({ route }) => {
      if (typeof route.lazy === 'function') Object.assign(route, await route.lazy(), { lazy: undefined });
    }),
  );
}

export const newRouter = () => createBrowserRouter(routes);
