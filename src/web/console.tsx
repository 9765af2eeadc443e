import { DOC_EXPLORER_PLUGIN, DocExplorerContextProvider } from '@graphiql/plugin-doc-explorer';
import { GraphiQL, GraphiQLInterface, GraphiQLProvider } from 'graphiql';
import 'graphiql/graphiql.css';
import { createRoot } from 'react-dom/client';
import './console.css';
import { ExampleList } from './example-list.tsx';
import { createMemoryStorage } from './memory-storage.ts';

const welcome = `# Choose an example on the left, or write a question of your own and press
# Ctrl-Enter. Ctrl-Space shows what fits where you stand.

query Welcome {
  status {
    revision
    entities {
      kind
      count
    }
  }
}
`;

const storage = createMemoryStorage();
// GraphiQL's history is left out: what was asked is not to be found afterwards.
const plugins = [DOC_EXPLORER_PLUGIN];

/** Asks the server this page came from. */
async function fetcher(question: object, { headers = {} }: { headers?: Record<string, string> } = {}) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify(question),
  });
  return response.json();
}

createRoot(document.getElementById('console')!).render(
  <GraphiQLProvider
    fetcher={fetcher}
    storage={storage}
    plugins={plugins}
    referencePlugin={DOC_EXPLORER_PLUGIN}
    defaultQuery={welcome}
  >
    <DocExplorerContextProvider>
      <ExampleList />
      <GraphiQLInterface showPersistHeadersSettings={false} defaultEditorToolsVisibility="variables">
        <GraphiQL.Logo>Console</GraphiQL.Logo>
      </GraphiQLInterface>
    </DocExplorerContextProvider>
  </GraphiQLProvider>,
);
