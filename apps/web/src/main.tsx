import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import './app/app.css';
import './marks/marks.css';
import { startLanguage } from './language/language.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');

await startLanguage();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
