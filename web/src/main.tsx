import { createRoot, hydrateRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { newQueryClient } from './api/client';
import { Root } from './app/root';
import { newRouter, scriptsOf } from './app/router';
import { keepTyped } from './app/typed-early';
import { startTexts } from './i18n';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';

/** Takes over the page that was sent, or draws it when nothing was. */
export async function begin(): Promise<void> {
  const client = newQueryClient();
  const [texts] = await Promise.all([startTexts(), scriptsOf(location.pathname).catch(() => undefined)]);
  const root = document.getElementById('app');
  if (!root) return;
  const page = (
    <Root client={client} texts={texts}>
      <RouterProvider router={newRouter()} />
    </Root>
  );
  if (root.hasChildNodes()) {
    keepTyped(root);
    hydrateRoot(root, page);
  } else createRoot(root).render(page);
}
