// Makes the page's plain form a live camera. The form goes on to work without it: the picture that is taken
// becomes the file that the form sends.

const form = document.getElementById('facecheck');
const camera = form.querySelector('.facecheck-camera');
const frame = camera.querySelector('.facecheck-frame');
const video = frame.querySelector('video');
const picture = frame.querySelector('img');
const status = camera.querySelector('.facecheck-status');
const file = document.getElementById('facecheck-selfie');
const LONGEST = { width: 1920, height: 1080 };
const QUALITY = 0.9;

/** Shows just these of the buttons. */
function offer(...steps) {
  for (const button of camera.querySelectorAll('button')) {
    button.hidden = !steps.includes(button.dataset.step);
  }
}

function say(text) {
  status.textContent = text ?? '';
}

function stop() {
  for (const track of video.srcObject?.getTracks() ?? []) {
    track.stop();
  }
  video.srcObject = null;
}

function trouble(error) {
  const known = { NotAllowedError: 'denied', NotFoundError: 'noCamera', NotReadableError: 'inUse' };
  say(camera.dataset[known[error.name] ?? 'noCamera']);
  frame.hidden = true;
  offer('start');
}

async function start() {
  if (!navigator.mediaDevices?.getUserMedia) {
    say(camera.dataset.insecure);
    return;
  }
  say(camera.dataset.starting);
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    await video.play();
    picture.hidden = true;
    video.hidden = false;
    frame.hidden = false;
    say('');
    offer('take');
  } catch (error) {
    stop();
    trouble(error);
  }
}

async function take() {
  const scale = Math.min(1, LONGEST.width / video.videoWidth, LONGEST.height / video.videoHeight);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  canvas.getContext('2d').drawImage(video, 0, 0, canvas.width, canvas.height);
  const jpeg = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  stop();
  const files = new DataTransfer();
  files.items.add(new File([jpeg], 'selfie.jpg', { type: 'image/jpeg' }));
  file.files = files.files;
  URL.revokeObjectURL(picture.src);
  picture.src = URL.createObjectURL(jpeg);
  picture.hidden = false;
  video.hidden = true;
  offer('use', 'again');
  camera.querySelector('[data-step="use"]').focus();
}

const steps = { start, take, again: start, use: () => form.requestSubmit() };

camera.addEventListener('click', (event) => steps[event.target.dataset?.step]?.());

form.addEventListener('submit', (event) => {
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  say(camera.dataset.sending);
  for (const button of form.querySelectorAll('button')) {
    button.disabled = true;
  }
});

// A page that comes back from the browser's memory can be sent again.
addEventListener('pageshow', () => {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll('button')) {
    button.disabled = false;
  }
});

addEventListener('pagehide', stop);
camera.hidden = false;
