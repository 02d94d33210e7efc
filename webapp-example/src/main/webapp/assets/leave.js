// Asks a protected endpoint as scripts do. Where a face check is needed, the answer is a problem document (RFC 9457)
// that says where; it is up to the page to offer the way there.

const balance = document.getElementById('balance');
const status = balance.querySelector('[role="status"]');

async function read() {
  const answer = await fetch(balance.dataset.source, { headers: { Accept: 'application/json' } });
  const body = await answer.json();
  if (answer.status === 401 && body.capture) {
    const way = document.createElement('a');
    way.href = body.capture;
    way.textContent = 'Show your face';
    status.replaceChildren('Your balance is for your eyes only. ', way, ' to see it.');
  } else if (answer.ok) {
    status.textContent = `${body.daysLeft} days left, ${body.daysTaken} taken, ${body.carriedOver} carried over.`;
  } else {
    status.textContent = `Your balance can't be read right now (${answer.status}).`;
  }
}

read().catch(() => {
  status.textContent = "Your balance can't be read right now.";
});
