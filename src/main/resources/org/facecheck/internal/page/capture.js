// Makes the page's plain form a live camera. The form goes on to work without it, and where somebody else answers: the
// picture that is taken becomes its file. What is sent otherwise is the bare picture. Nothing leaves the page but that.

/* What a picture looks like. Pure functions; hints for the person, never a gate. */

/** Light is asked of the brightest parts, not of the face: a dark face in good light is not too dark. */
export const LIMITS = { dark: 60, glare: 0.45, sharp: 0.075, contrast: 3, motion: 9 };

function grey(rgba) {
  const greys = new Uint8Array(rgba.length / 4);
  for (let i = 0; i < greys.length; i++) {
    greys[i] = (rgba[4 * i] * 54 + rgba[4 * i + 1] * 183 + rgba[4 * i + 2] * 19) >> 8;
  }
  return greys;
}

/** Brightest twentieth, share of burnt-out pixels, fine against coarse edges, change since the picture before. */
export function measure({ data, width, height }, before) {
  const greys = grey(data);
  const counts = new Uint32Array(256);
  let [burnt, fine, coarse, change] = [0, 0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      counts[greys[i]]++;
      burnt += greys[i] > 250;
      change += before ? Math.abs(greys[i] - before.greys[i]) : 0;
      if (x + 4 < width) {
        fine += (greys[i + 1] - greys[i]) ** 2;
        coarse += (greys[i + 4] - greys[i]) ** 2;
      }
    }
  }
  let light = 255;
  for (let left = greys.length / 20; light > 0 && left > counts[light]; light--) {
    left -= counts[light];
  }
  const size = greys.length;
  return {
    greys,
    light,
    glare: burnt / size,
    sharpness: fine / (coarse || 1),
    contrast: Math.sqrt(coarse / size),
    motion: change / size,
  };
}

/** The one hint that helps most, empty for a good picture. */
export function hint({ light, glare, sharpness, contrast, motion }) {
  if (light < LIMITS.dark) return 'tooDark';
  if (glare > LIMITS.glare) return 'tooBright';
  if (motion > LIMITS.motion) return 'holdStill';
  return sharpness < LIMITS.sharp || contrast < LIMITS.contrast ? 'blurred' : '';
}

/** Says a thing only when it has been so for a while. */
export class Calm {
  #latest;
  #since = 0;
  #said;

  constructor(patience) {
    this.patience = patience;
  }

  hear(thing, now) {
    if (thing !== this.#latest) {
      this.#latest = thing;
      this.#since = now;
    }
    if (now - this.#since >= this.patience) {
      this.#said = thing;
    }
    return this.#said;
  }
}

const HINT_MILLIS = 600;
const COUNT = 3;

/** What to say of what is seen at one look after the other, and how long it is until a picture is taken. */
export class Clock {
  #calm = new Calm(HINT_MILLIS);
  #good = 0;
  #last = 0;

  /** The seconds left are more than are counted as long as the picture has not been good for a moment. */
  hear(found, now) {
    const said = this.#calm.hear(found, now);
    // Only what is good counts: a look that is not stops the clock, and a hint that is said turns it back.
    if (!found) this.#good += now - (this.#last || now);
    if (said !== '') this.#good = found ? 0 : this.#good;
    this.#last = now;
    const left = COUNT - (this.#good - HINT_MILLIS) / 1000;
    return { said, left: said === '' ? left : Infinity };
  }
}

/* Pictures. */

/** The oval in a picture of this size: in its middle, whole, and three quarters as wide as high. */
export function oval(pictureWidth, pictureHeight) {
  const height = Math.min(0.84 * pictureHeight, 1.2 * pictureWidth);
  const width = 0.75 * height;
  return { x: (pictureWidth - width) / 2, y: (pictureHeight - height) / 2, width, height };
}

/** The person in a picture of this size: the oval with half its width around it, without the room beside. */
export function portrait(pictureWidth, pictureHeight) {
  const face = oval(pictureWidth, pictureHeight);
  const margin = face.width / 2;
  const [x, y] = [Math.max(0, face.x - margin), Math.max(0, face.y - margin)];
  return { x, y, width: pictureWidth - 2 * x, height: pictureHeight - 2 * y };
}

/** A part of a picture, made smaller where it is longer or wider than this. */
function jpeg(canvas, source, { x, y, width, height }, long, short = long) {
  const scale = Math.min(1, long / Math.max(width, height), short / Math.min(width, height));
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d').drawImage(source, x, y, width, height, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
}

/** A large file comes as the camera would have taken it, before a slow line or a proxy's limit; else as it is. */
async function light(file) {
  if (file.size <= LARGE_BYTES) return file;
  const image = await createImageBitmap(file).catch(() => null);
  if (!image) return file;
  const whole = { x: 0, y: 0, width: image.width, height: image.height };
  return (await jpeg(document.createElement('canvas'), image, whole, 1920, 1080)) ?? file;
}

/* The camera. */

const halt = (stream) => stream?.getTracks().forEach((track) => track.stop());

class Camera {
  #turn = 0;

  constructor(video, lost) {
    this.video = video;
    this.lost = lost;
    video.addEventListener('resize', () => this.#fit()); // a phone that is turned, too
  }

  /** The oval on the page is the one in the picture, whatever the picture's shape: a style sheet can't ask for that. */
  #fit() {
    const { videoWidth, videoHeight, parentElement } = this.video;
    if (!videoWidth) return;
    parentElement.style.setProperty('--ratio', videoWidth / videoHeight);
    parentElement.style.setProperty('--oval', this.oval.width / videoWidth);
  }

  /** Whether the picture runs; not so where somebody stopped it or started anew meanwhile. */
  async start(deviceId) {
    this.stop();
    const turn = this.#turn;
    const which = deviceId ? { deviceId: { exact: deviceId } } : { facingMode: 'user' };
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { width: { ideal: 1280 }, height: { ideal: 720 }, ...which },
    });
    if (turn !== this.#turn) {
      halt(stream);
      return false;
    }
    const { video } = this;
    video.srcObject = stream;
    const [track] = stream.getVideoTracks();
    track.addEventListener('ended', () => turn === this.#turn && this.lost());
    video.classList.toggle('facecheck-mirrored', track.getSettings().facingMode !== 'environment');
    try {
      await video.play();
    } catch (error) {
      if (turn === this.#turn) throw error;
    }
    return turn === this.#turn;
  }

  stop() {
    this.#turn++;
    halt(this.video.srcObject);
    this.video.srcObject = null;
  }

  get deviceId() {
    return this.video.srcObject?.getVideoTracks()[0]?.getSettings().deviceId;
  }

  get oval() {
    return oval(this.video.videoWidth, this.video.videoHeight);
  }

  /** The part where the oval is, small: enough to see light, edges and motion. */
  sample(canvas) {
    const { x, y, width, height } = this.oval;
    canvas.width = 180;
    canvas.height = 240;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(this.video, x, y, width, height, 0, 0, 180, 240);
    return context.getImageData(0, 0, 180, 240);
  }

  /** Shown as in a mirror, sent as it is. */
  picture(canvas) {
    const { video } = this;
    canvas.className = video.className;
    return jpeg(canvas, video, portrait(video.videoWidth, video.videoHeight), 1280);
  }
}

/* Why there is no camera. */

const policy = () => document.permissionsPolicy ?? document.featurePolicy;

/** What is known without asking, so that nobody is led to a question that never comes. */
function obstacle() {
  if (!isSecureContext) return 'insecure';
  if (policy()?.allowsFeature('camera') === false) return self === top ? 'blocked' : 'framed';
  return navigator.mediaDevices?.getUserMedia ? '' : 'unsupported';
}

function browser() {
  const name = navigator.userAgent;
  if (/iPhone|iPad|iPod/.test(name)) return 'Apple';
  if (/Firefox/.test(name)) return 'Firefox';
  if (/Chrom|Edg/.test(name)) return 'Chrome';
  return /Safari/.test(name) ? 'Safari' : 'Other';
}

async function reason({ name, message }) {
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError': {
      if (/system/i.test(message)) return 'deniedBySystem';
      // Browsers that can't be asked about the policy: in a frame it is the likeliest cause.
      if (self !== top && !policy()) return 'framed';
      const permission = await navigator.permissions?.query({ name: 'camera' }).catch(() => null);
      return permission?.state === 'prompt' ? 'dismissed' : `denied${browser()}`;
    }
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'noCamera';
    case 'NotReadableError':
    case 'AbortError':
      return 'inUse';
    default:
      return 'failed';
  }
}

/* The page. */

const FRAME_MILLIS = 150;
const LATE_MILLIS = 8000;
const UPLOAD_MILLIS = 120_000;
const LARGE_BYTES = 1_000_000;

const wait = (millis) => new Promise((done) => setTimeout(done, millis));

class Page {
  #turn = 0;
  #beside = document.createElement('canvas');

  constructor(root, picture) {
    this.root = root;
    this.form = root.querySelector('form');
    this.file = root.querySelector('input[type=file]');
    this.status = root.querySelector('.facecheck-status');
    this.count = root.querySelector('.facecheck-count');
    this.bar = root.querySelector('progress');
    this.choice = root.querySelector('select');
    this.texts = Object.fromEntries(root.dataset.texts.split('\n').map((line) => line.split(/=(.*)/s)));
    this.wanted = root.dataset.wanted ? '' : (picture?.wanted ?? '');
    this.auto = root.dataset.auto === 'true';
    this.load();
    this.camera = new Camera(root.querySelector('video'), () => this.fail('failed'));
    root.addEventListener('click', ({ target }) => this[target.dataset?.step]?.());
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !this.part('pause').hidden) {
        event.preventDefault(); // A dialog around the page stays open.
        this.pause();
      }
    });
    this.choice.addEventListener('change', () => this.start(this.choice.value));
    this.file.addEventListener('change', () => delete root.dataset.taken);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.use();
    });
    this.open(picture);
  }

  part(step) {
    return this.root.querySelector(`[data-step=${step}]`);
  }

  say(key, value = '') {
    const text = this.texts[key]?.replace('{0}', value) ?? key;
    if (this.status.textContent !== text) {
      this.status.textContent = text;
    }
  }

  /** Shows what belongs to a state; whatever waited for something in the state before does so in vain. */
  enter(state, key = '', focus = null) {
    this.#turn++;
    this.root.dataset.state = state;
    for (const part of this.root.querySelectorAll('[data-when]')) {
      part.hidden = !part.dataset.when.split(' ').includes(state);
    }
    this.count.textContent = '';
    this.part('pause').hidden = true;
    this.say(key);
    focus?.focus();
    // Where focus has scrolled to a button, the picture above it comes into view with it.
    const frame = this.root.querySelector('.facecheck-frame');
    if (focus && !frame.hidden) frame.scrollIntoView({ block: 'nearest' });
    return this.#turn;
  }

  isOver(turn) {
    return turn !== this.#turn;
  }

  open(picture) {
    this.root.querySelector('.facecheck-scriptless').hidden = true;
    this.root.querySelector('.facecheck-camera').hidden = false;
    const news = this.root.querySelector('.facecheck-news');
    const seconds = Number(news?.dataset.wait ?? 0);
    const first = obstacle();
    if (picture && /^(token|trouble|busy)$/.test(news?.dataset.news)) {
      // The picture was not at fault: it can be sent again as it is.
      this.file.files = picture.files;
      if (picture.taken) {
        this.root.querySelector('canvas').replaceWith(picture.canvas);
        this.root.dataset.taken = '';
      }
      this.enter(picture.taken ? 'preview' : 'ready');
    } else if (seconds > 0) {
      this.lock(seconds);
    } else if (first) {
      this.fail(first, false);
    } else {
      this.enter('ready');
    }
    news?.focus();
  }

  async lock(seconds) {
    const turn = this.enter('locked');
    const language = this.root.lang || undefined;
    const end = new Date(Date.now() + seconds * 1000);
    this.say('until', end.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' }));
    await wait(seconds * 1000);
    if (!this.isOver(turn)) {
      this.enter('ready', 'unlocked', this.part('start'));
    }
  }

  fail(key, takeFocus = true) {
    this.camera.stop();
    const hopeless = /^(insecure|blocked|unsupported)$/.test(key);
    const state = key === 'framed' ? 'framed' : hopeless ? 'hopeless' : 'failed';
    this.root.dataset.reason = key;
    this.enter(state, key, takeFocus ? this.status : null);
  }

  async start(deviceId) {
    delete this.root.dataset.taken;
    const turn = this.enter('starting', 'starting', this.status);
    wait(LATE_MILLIS).then(() => this.isOver(turn) || this.say('waiting'));
    try {
      if (await this.camera.start(deviceId)) {
        await this.offerCameras();
        this.look();
      }
    } catch (error) {
      const why = await reason(error);
      if (!this.isOver(turn)) this.fail(why);
    }
  }

  async offerCameras() {
    const all = await navigator.mediaDevices.enumerateDevices().catch(() => []);
    const cameras = all.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId);
    this.choice.parentElement.classList.toggle('facecheck-single', cameras.length < 2);
    this.choice.replaceChildren(
      ...cameras.map(({ label, deviceId }, i) => {
        const now = deviceId === this.camera.deviceId;
        return new Option(label || `${i + 1}`, deviceId, now, now);
      }),
    );
  }

  async look() {
    const turn = this.enter('looking', 'look', this.part('take'));
    const clock = new Clock();
    let [before, counting] = [null, false];
    this.patient = this.auto;
    while (!this.isOver(turn)) {
      if (this.isOutOfSight()) return this.leave();
      const image = this.camera.sample(this.#beside);
      before = measure(image, before);
      const found = await this.judge(image, hint(before));
      if (this.isOver(turn)) return;
      const { said, left } = clock.hear(found, performance.now());
      if (!this.patient || left > COUNT) {
        if (counting) this.countDown('');
        counting = false;
        if (said !== undefined) this.say(said || 'look');
        this.root.dataset.hint = said ?? '';
      } else {
        if (left <= 0 && !found) return this.take(true);
        if (!counting) this.say('counting', COUNT);
        counting = true;
        this.countDown(Math.max(Math.ceil(left), 1));
      }
      await wait(FRAME_MILLIS);
    }
  }

  /** The number is for the eyes; it was said once for the ears. */
  countDown(left) {
    this.count.textContent = left;
    const button = this.part('pause');
    if (!left && button === document.activeElement) {
      this.root.querySelector('button:not([hidden])')?.focus();
    }
    button.hidden = !left;
  }

  /**
   * Loads the detector while the person reads. It says a hint's key, a sentence, or nothing for a good picture. Where one is
   * wanted and does not come, nothing says that there is a face: no picture takes itself then.
   */
  load() {
    const { detector } = this.root.dataset;
    this.detect = detector ? () => 'look' : () => '';
    if (!detector) return;
    import(detector).then(
      (own) => {
        this.detect = own.default;
      },
      (error) => this.goWithout(error),
    );
  }

  goWithout(error) {
    console.warn('Facecheck goes on without the detector; no picture is taken by itself', error);
    this.detect = () => '';
    this.auto = false;
    this.patient = false;
  }

  /** Where the light is wrong nobody can be seen; else what the detector sees comes before what the pixels tell. */
  async judge(image, seen) {
    if (/^too/.test(seen)) return seen;
    const { camera, root, texts } = this;
    try {
      const about = { frame: camera.video, oval: camera.oval, language: root.lang, words: texts };
      return (await this.detect(image, about)) || seen;
    } catch (error) {
      if (camera.video.srcObject) this.goWithout(error);
      return seen;
    }
  }

  pause() {
    this.patient = false;
    const sending = this.root.dataset.state === 'preview';
    this.countDown('');
    this.say(sending ? 'taken' : 'look');
    this.part(sending ? 'use' : 'take').focus();
  }

  async take(byItself = false) {
    const canvas = this.root.querySelector('canvas');
    const turn = this.enter('taking');
    const jpeg = await this.camera.picture(canvas);
    this.camera.stop();
    if (this.isOver(turn)) return;
    const files = new DataTransfer();
    files.items.add(new File([jpeg], 'selfie.jpg', { type: 'image/jpeg' }));
    this.file.files = files.files;
    this.root.dataset.taken = '';
    const shown = this.enter('preview', 'taken', this.part('use'));
    this.patient = byItself;
    if (!byItself) return;
    this.say('soon', COUNT);
    for (let left = COUNT; left > 0; left--) {
      this.countDown(left);
      await wait(1000);
      if (this.isOutOfSight()) this.leave();
      if (this.isOver(shown) || !this.patient) return;
    }
    this.use();
  }

  again() {
    this.file.value = '';
    this.start();
  }

  retry() {
    this.start();
  }

  resend() {
    this.use();
  }

  async use() {
    const [file] = this.file.files;
    if (!file || this.root.dataset.state === 'sending') return;
    this.camera.stop();
    const turn = this.enter('sending', 'sending', this.status);
    this.bar.value = 0;
    const picture = await light(file);
    if (this.isOver(turn)) return;
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      this.bar.value = loaded / (total || 1);
    });
    request.upload.addEventListener('load', () => {
      if (this.isOver(turn)) return;
      this.bar.removeAttribute('value');
      this.say('checking');
    });
    request.addEventListener('loadend', () => this.isOver(turn) || this.conclude(request));
    request.open('POST', this.form.action);
    // As a document, for text would have to be trusted as HTML.
    request.responseType = 'document';
    request.timeout = UPLOAD_MILLIS;
    // What it really is, the server sees; it answers in the language that is on the page.
    request.setRequestHeader('Content-Type', picture.type === 'image/png' ? 'image/png' : 'image/jpeg');
    request.setRequestHeader('Facecheck-Token', this.form.elements.token.value);
    request.setRequestHeader('Accept-Language', this.root.lang || navigator.language);
    request.send(picture);
  }

  conclude(request) {
    const onward = request.status === 201 && request.getResponseHeader('Location');
    const next = request.response?.querySelector('.facecheck[data-texts]');
    if (onward) {
      this.say('done');
      // A session that ran out has forgotten what was wanted; this page has not.
      const { pathname, search, hash } = new URL(this.wanted || onward, request.responseURL);
      const detail = pathname + search + hash;
      const verified = new CustomEvent('facecheck-verified', { bubbles: true, cancelable: true, detail });
      if (this.root.dispatchEvent(verified)) location.replace(detail);
    } else if (next) {
      if (location.pathname === new URL(this.form.action).pathname) document.title = request.response.title;
      const { taken } = this.root.dataset;
      const picture = {
        files: this.file.files,
        wanted: this.root.dataset.wanted || this.wanted,
        taken: taken !== undefined,
        canvas: this.root.querySelector('canvas'),
      };
      settle(next);
      this.root.replaceWith(document.adoptNode(next));
      begin(next, picture);
    } else if (request.status > 0 && request.status < 500 && ![408, 413].includes(request.status)) {
      // Somebody before the page answered, a login for instance: the browser shows what.
      this.form.submit();
    } else {
      this.enter('unsent', 'unsent', this.status);
    }
  }

  /** In a dialog that was closed, or a page that an application has changed. */
  isOutOfSight() {
    return !this.root.getClientRects().length;
  }

  /** Nobody looks any more; a picture that is taken or on its way stays. */
  leave() {
    const { state } = this.root.dataset;
    if (/^(starting|looking|taking)$/.test(state)) {
      this.camera.stop();
      this.enter('ready', 'paused');
    } else if (state === 'preview') {
      this.pause();
    }
  }
}

/** Makes relative addresses whole where they came from, for in another page they would mean others. */
function settle(root) {
  const { dataset, baseURI } = root;
  const [form, link] = root.querySelectorAll('form, a');
  form.action = form.action;
  link.href = link.href;
  for (const name of ['wanted', 'detector']) {
    if (dataset[name]) dataset[name] = new URL(dataset[name], baseURI);
  }
}

let page;

function begin(root, picture) {
  page = new Page(root, picture);
}

const root = globalThis.document?.querySelector('.facecheck[data-texts]');
if (root) {
  settle(root);
  begin(root);
  addEventListener('pagehide', () => page.leave());
  // From the browser's memory the page would come with a used token.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  document.addEventListener('visibilitychange', () => document.hidden && page.leave());
}
