// Lets the enrolment form take its picture from a camera: the picture becomes the file that the form sends.

const form = document.getElementById('enrol');
const camera = form.querySelector('.camera');
const frame = camera.querySelector('.frame');
const video = frame.querySelector('video');
const picture = frame.querySelector('img');
const status = camera.querySelector('.status');
const file = form.elements.selfie;

/** Shows just these of the buttons. */
function offer(...steps) {
  for (const button of camera.querySelectorAll('button')) {
    button.hidden = !steps.includes(button.dataset.step);
  }
}

function show(shown) {
  frame.hidden = shown === null;
  video.hidden = shown !== video;
  picture.hidden = shown !== picture;
}

function stop() {
  for (const track of video.srcObject?.getTracks() ?? []) {
    track.stop();
  }
  video.srcObject = null;
}

function trouble(error) {
  const known = {
    NotAllowedError: 'The browser was not allowed to use the camera.',
    NotFoundError: 'There is no camera.',
    NotReadableError: 'Another program is using the camera.',
  };
  status.textContent = `${known[error.name] ?? 'The camera does not start.'} You can choose a file instead.`;
  show(null);
  offer('start');
}

async function start() {
  status.textContent = 'Starting the camera …';
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    await video.play();
    status.textContent = '';
    show(video);
    offer('take');
  } catch (error) {
    stop();
    trouble(error);
  }
}

async function take() {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d').drawImage(video, 0, 0);
  const jpeg = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
  stop();
  const files = new DataTransfer();
  files.items.add(new File([jpeg], 'selfie.jpg', { type: 'image/jpeg' }));
  file.files = files.files;
  URL.revokeObjectURL(picture.src);
  picture.src = URL.createObjectURL(jpeg);
  status.textContent = 'This picture will be sent.';
  show(picture);
  offer('again');
}

const steps = { start, take, again: start };
camera.addEventListener('click', (event) => steps[event.target.dataset?.step]?.());
addEventListener('pagehide', stop);

// A page from an insecure origin has no camera to offer.
camera.hidden = !navigator.mediaDevices?.getUserMedia;
