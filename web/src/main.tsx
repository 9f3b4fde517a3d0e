import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { newQueryClient } from './api/client';
import { firstLook } from './app/look';
import { newRouter } from './app/router';
import { startTexts } from './i18n';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';

firstLook();
await startTexts();
const root = document.getElementById('app');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={newQueryClient()}>
        <RouterProvider router={newRouter()} />
      </QueryClientProvider>
    </StrictMode>,
  );
