// Between the page's recorder and the worker: passes requests on and answers back. It has no key and decides nothing.
(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    const body = data.body === null ? null : String(data.body);
    chrome.runtime.sendMessage({ what: 'carry', method: String(data.method), path: String(data.path), body }).then(
      (answer) => port1.postMessage({ id: data.id, answer: answer ?? { status: 0 } }),
      () => port1.postMessage({ id: data.id, answer: { status: 0 } }),
    );
  };
  // The recorder asks right after this, before any script of the page could.
  const give = (event) => {
    if (event.data !== 'hitlai-bridge?' || event.source !== window) return;
    window.removeEventListener('message', give, true);
    event.stopImmediatePropagation();
    window.postMessage('hitlai-bridge', '*', [port2]);
  };
  window.addEventListener('message', give, true);
})();
