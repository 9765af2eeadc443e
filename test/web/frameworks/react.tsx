import { createElement, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

const { to } = document.getElementById('app')!.dataset;

/** The widget in a React component: properties by their names, events by a reference. */
function ReadNext() {
  const [first, setFirst] = useState(2);
  const [heard, setHeard] = useState('nothing yet');
  const host = useRef<HTMLElement>(null);
  useEffect(() => {
    const listen = (event: Event) => {
      const { items } = (event as CustomEvent<{ items: { title: string }[] }>).detail;
      setHeard(`${items.length} items, ${items[0]!.title ? 'Title' : 'nothing'} heard`);
    };
    const element = host.current!;
    element.addEventListener('related-loaded', listen);
    return () => element.removeEventListener('related-loaded', listen);
  }, []);
  return (
    <>
      {createElement('related-resources', { ref: host, to, first, layout: 'cards', reasons: false, heading: 'Next' })}
      <p>{heard}</p>
      <button type="button" onClick={() => setFirst(first + 1)}>
        One more
      </button>
    </>
  );
}

createRoot(document.getElementById('app')!).render(<ReadNext />);
