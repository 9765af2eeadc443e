/** What Apollo's script puts into the page. */
interface EmbeddedSandbox {
  new (options: object): unknown;
}

const address = 'https://embeddable-sandbox.cdn.apollographql.com/_latest/embeddable-sandbox.umd.production.min.js';

/** Loads Apollo Sandbox into the page: only ever after a click on the button that says so. */
function loadSandbox(): void {
  const script = document.createElement('script');
  script.src = address;
  script.addEventListener('load', () => {
    const { EmbeddedSandbox } = window as unknown as { EmbeddedSandbox: EmbeddedSandbox };
    document.getElementById('question')!.hidden = true;
    document.getElementById('sandbox')!.hidden = false;
    void new EmbeddedSandbox({
      target: '#sandbox',
      initialEndpoint: new URL('/graphql', location.href).href,
      endpointIsEditable: false,
      allowDynamicStyles: false, // the policy of this page takes styles from this server alone
      runTelemetry: false,
      initialState: { includeCookies: false, pollForSchemaUpdates: false },
    });
  });
  script.addEventListener('error', () => {
    document.getElementById('failure')!.textContent =
      'Apollo’s server cannot be reached from here. The console needs nothing but this server.';
  });
  document.head.append(script);
}

document.getElementById('load')!.addEventListener('click', loadSandbox);
