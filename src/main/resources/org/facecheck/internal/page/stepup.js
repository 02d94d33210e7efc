// For a page that is open to everybody while its data is not: leads the person to the face check that an answer asks for (401,
// RFC 9470). A plain script, so that it is there before a module asks for anything. The capture page leads back.
(() => {
  const { dataset } = document.currentScript;
  // A check that was given up leads nowhere later.
  const forget = () => sessionStorage.removeItem('facecheck-place');
  forget();
  addEventListener('pageshow', ({ persisted }) => persisted && forget());

  /** Whether the person is led away. What another origin answers is not followed. */
  function follow(status, challenge, address) {
    const capture = status === 401 && /^FaceCheck .*capture="([^"]*)"/.exec(challenge ?? '')?.[1];
    const page = new URL(dataset.capture ?? (capture || '/'), location.href);
    if (!capture || page.origin !== location.origin || new URL(address).origin !== location.origin) return false;
    sessionStorage.setItem('facecheck-place', location.href);
    location.assign(page.href);
    return true;
  }

  const { fetch } = window;
  window.fetch = async (...request) => {
    const answer = await fetch(...request);
    const left = follow(answer.status, answer.headers.get('WWW-Authenticate'), answer.url);
    // The page goes away: who waits for the answer must not tell the person that something failed.
    return left ? new Promise(() => {}) : answer;
  };

  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (...body) {
    const told = () => follow(this.status, this.getResponseHeader('WWW-Authenticate'), this.responseURL);
    this.addEventListener('load', told);
    return send.apply(this, body);
  };
})();
