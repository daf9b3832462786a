// A lost connection is taken up again by itself. A service that was restarted no longer knows the page: then it is loaded anew.
const Pause = 3000;

const wait = () => new Promise(resolve => { setTimeout(resolve, Pause); });

const retry = async () => {
  for (;;) {
    try {
      // False means that the service answered and does not know this page any more; it throws while there is no answer.
      if (!await globalThis.Blazor.reconnect()) {
        location.reload();
      }

      return;
    } catch {
      await wait();
    }
  }
};

document.getElementById('components-reconnect-modal').addEventListener('components-reconnect-state-changed', event => {
  if (event.detail.state === 'failed') {
    retry();
  } else if (event.detail.state === 'rejected' || event.detail.state === 'resume-failed') {
    location.reload();
  }
});
