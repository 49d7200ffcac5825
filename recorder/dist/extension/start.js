// In the page: starts the recorder with a carrier that goes through the extension.
(() => {
  if (window !== window.top) return;
  const waiting = new Map();
  let last = 0;
  const port = new Promise((done) => {
    const take = (event) => {
      if (event.data !== 'hitlai-bridge' || event.source !== window || !event.ports[0]) return;
      window.removeEventListener('message', take, true);
      event.stopImmediatePropagation();
      const [given] = event.ports;
      given.onmessage = ({ data }) => {
        waiting.get(data.id)?.(data.answer);
        waiting.delete(data.id);
      };
      done(given);
    };
    window.addEventListener('message', take, true);
    window.postMessage('hitlai-bridge?', '*');
  });
  const carry = async (method, path, body) => {
    const given = await port;
    return new Promise((done) => {
      waiting.set(++last, done);
      given.postMessage({ id: last, method, path, body });
    });
  };
  window.hitlai?.start({ key: 'rk_extension', transport: carry });
})();
