/* global location, Image, WebSocket, getComputedStyle */
// A page that tries from its own script what a page must not be able to do. A test's `evaluate` would be
// exempt from the content security policy, so each attempt runs on an event and leaves its outcome here.
const attempts = {
  eval: () => (0, eval)('"ran"'),
  function: () => new Function('return "ran"')(),
  timer: () =>
    new Promise((resolve) => {
      window.timerRan = () => resolve('ran');
      setTimeout('window.timerRan()', 0);
      setTimeout(() => resolve('ignored'), 200);
    }),
  style: () => {
    const style = document.createElement('style');
    style.textContent = 'body { outline: 3px solid red }';
    document.head.append(style);
    return getComputedStyle(document.body).outlineStyle === 'solid' ? 'ran' : 'ignored';
  },
  fetch: (url) => fetch(url, { mode: 'no-cors' }).then(() => 'ran'),
  image: (url) =>
    new Promise((resolve) => {
      const image = new Image();
      image.onload = () => resolve('ran');
      image.onerror = () => resolve('ignored');
      image.src = url;
    }),
  socket: (url) =>
    new Promise((resolve) => {
      const socket = new WebSocket(url);
      socket.onopen = () => resolve('ran');
      socket.onclose = () => resolve('ignored');
    }),
  open: (url) => (window.open(url) ? 'opened' : 'ignored'),
  go: (url) => {
    location.href = url;
    return 'tried';
  },
  frame: (url) =>
    new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.onload = () => resolve('loaded');
      frame.src = url;
      document.body.append(frame);
      setTimeout(() => resolve('ignored'), 500);
    }),
  bridge: () => {
    window.parallax.openFiles = () => 'replaced';
    return window.parallax.openFiles() === 'replaced' ? 'ran' : 'ignored';
  },
};

window.addEventListener('message', async ({ data: { attempt, argument } }) => {
  let outcome;
  try {
    outcome = await attempts[attempt](argument);
  } catch (error) {
    outcome = error.name;
  }
  document.documentElement.setAttribute(`data-${attempt}`, outcome);
});
