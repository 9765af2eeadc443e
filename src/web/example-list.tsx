import { useEditorContext, useExecutionContext } from '@graphiql/react';
import { useEffect, useState } from 'react';
import { examples, type Example } from './examples.ts';

const groups: Record<string, string> = {
  'partner-website': 'For partner websites',
  analyst: 'For analysts',
  developer: 'For developers',
  curator: 'For curators',
};

/** The ready questions of each group of users; a click puts one into the editors and asks it. */
export function ExampleList() {
  const { queryEditor, variableEditor, responseEditor } = useEditorContext({ nonNull: true });
  const { run } = useExecutionContext({ nonNull: true });
  const [chosen, choose] = useState<Example | null>(null);
  const [waiting, wait] = useState<Example | null>(null);

  // The editors are loaded after the list: who is faster than they are is answered when they have come.
  useEffect(() => {
    if (!waiting || !queryEditor || !variableEditor || !responseEditor) return;
    queryEditor.setValue(waiting.query);
    variableEditor.setValue(waiting.variables);
    queryEditor.operationName = null; // the editor finds out a moment later; until then it names the question before
    run();
    wait(null);
  }, [waiting, queryEditor, variableEditor, responseEditor, run]);

  function ask(example: Example): void {
    choose(example);
    wait(example);
  }

  return (
    <nav className="examples" aria-label="Examples">
      <h2>Examples</h2>
      <p>A click asks one. What you ask here is not kept in this browser, and the server does not log it.</p>
      {Object.entries(groups).map(([group, heading]) => (
        <section key={group}>
          <h3>{heading}</h3>
          <ul>
            {examples
              .filter((example) => example.group === group)
              .map((example) => (
                <li key={example.name}>
                  <button type="button" onClick={() => ask(example)} aria-current={example === chosen}>
                    {example.title}
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
