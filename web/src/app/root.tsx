import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { type ReactNode, StrictMode } from 'react';
import { I18nextProvider } from 'react-i18next';

/** What stands around the router: the same on the server and in the browser. */
export const Root = ({
  client,
  texts,
  children,
}: {
  readonly client: QueryClient;
  readonly texts: i18n;
  readonly children: ReactNode;
}) => (
  <StrictMode>
    <I18nextProvider i18n={texts}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </I18nextProvider>
  </StrictMode>
);
