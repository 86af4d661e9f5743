import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { QuestionFailed } from './graphql/question-failed.js';
import { router } from './routes.js';
import { dress, themeChosen } from './shell/theme.js';
import { languageAtStart, speak } from './texts/language.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/parts.css';
import './styles/ledger.css';
import './styles/print.css';
import './styles/scenarios.css';

/** A refusal stays a refusal; only what did not get through is tried again, once. */
const questions = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => count < 1 && error instanceof QuestionFailed && error.code === 'UNREACHABLE',
      refetchOnWindowFocus: false,
    },
  },
});

dress(themeChosen());
speak(languageAtStart());
const place = document.getElementById('app');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={questions}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
