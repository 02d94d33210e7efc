// Lets the enrolment form take its portraits from a camera: each becomes the file of the next portrait field.

const camera = document.querySelector('.camera');
const files = [...document.querySelectorAll('input[type=file]')];

/** Shows the one of the buttons that can be used now. */
function offer(step) {
  for (const button of camera.querySelectorAll('button')) {
    button.hidden = button.dataset.step !== step;
  }
}

function say(text) {
  camera.querySelector('.status').textContent = text;
}

const video = camera?.querySelector('video');

async function start() {
  say('Starting the camera …');
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    await video.play();
    video.hidden = false;
    say('');
    offer('take');
  } catch (error) {
    const known = {
      NotAllowedError: 'The browser was not allowed to use the camera.',
      NotFoundError: 'There is no camera.',
      NotReadableError: 'Another program is using the camera.',
    };
    say(`${known[error.name] ?? 'The camera does not start.'} You can choose files instead.`);
  }
}

/** Into the first field that has no file, or the last one. */
async function take() {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d').drawImage(video, 0, 0);
  const jpeg = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.92));
  const free = files.findIndex((file) => file.files.length === 0);
  const place = free < 0 ? files.length - 1 : free;
  const chosen = new DataTransfer();
  chosen.items.add(new File([jpeg], `portrait${place + 1}.jpg`, { type: 'image/jpeg' }));
  files[place].files = chosen.files;
  forget(files[place]);
  canvas.className = 'taken';
  files[place].after(canvas);
  say(`Portrait ${place + 1} is taken.`);
}

/** Another file in a field: what was seen of the last one is not what will be sent. */
function forget(file) {
  file.parentElement.querySelector('.taken')?.remove();
}

function stop() {
  for (const track of video.srcObject?.getTracks() ?? []) {
    track.stop();
  }
}

// A page from an insecure origin has no camera to offer.
if (camera && navigator.mediaDevices?.getUserMedia) {
  const steps = { start, take };
  camera.hidden = false;
  files.forEach((file) => file.addEventListener('change', () => forget(file)));
  camera.addEventListener('click', (event) => steps[event.target.dataset?.step]?.());
  addEventListener('pagehide', stop);
}
