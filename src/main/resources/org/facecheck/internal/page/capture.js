// Makes the page's plain form a live camera. The form goes on to work without it, and where somebody else answers: the
// picture that is taken becomes its file. What is sent otherwise is the bare picture. Nothing leaves the page but that.

/* What a picture looks like. Pure functions; hints for the person, never a gate. */

/**
 * Chosen on the scenes of DetectorScenesTest. Light is asked of the brightest parts: a dark face in good light is not too dark.
 * Motion is in parts of the contrast, so that a hand may sway before a wall and before shelves alike.
 */
export const LIMITS = { black: 16, dark: 60, burnt: 0.25, behind: 45, side: 0.7, sharp: 0.075, contrast: 3, motion: 0.95 };

/** Where a face is, as long as no detector says so: the middle of the oval. In parts of the picture. */
const MIDDLE = { x: 0.25, y: 0.22, width: 0.5, height: 0.56 };

function grey(rgba) {
  const greys = new Uint8Array(rgba.length / 4);
  for (let i = 0; i < greys.length; i++) {
    greys[i] = (rgba[4 * i] * 54 + rgba[4 * i + 1] * 183 + rgba[4 * i + 2] * 19) >> 8;
  }
  return greys;
}

/** Sums of a part of the picture; what is outside of it is the difference to the whole. */
function sums(greys, width, { x, y, width: wide, height: high }) {
  let [sum, burnt, left] = [0, 0, 0];
  for (let row = y; row < y + high; row++) {
    for (let column = x; column < x + wide; column++) {
      const value = greys[row * width + column];
      sum += value;
      burnt += value > 250;
      left += column < x + wide / 2 ? value : 0;
    }
  }
  return { sum, burnt, left, size: wide * high };
}

/** A part that is given in parts of the picture, in whole pixels and inside of it. */
function pixels(part, width, height) {
  const [left, right] = [part.x, part.x + part.width].map((at) => Math.round(Math.min(1, Math.max(0, at)) * width));
  const [top, bottom] = [part.y, part.y + part.height].map((at) => Math.round(Math.min(1, Math.max(0, at)) * height));
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/**
 * Brightest twentieth; of the face its share of burnt-out pixels, its light against that around it and that of its one half
 * against the other; fine against coarse edges; change since the picture before.
 */
export function measure({ data, width, height }, before, part) {
  const greys = grey(data);
  const counts = new Uint32Array(256);
  let [fine, coarse, change] = [0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      counts[greys[i]]++;
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
  const whole = sums(greys, width, { x: 0, y: 0, width, height });
  const face = sums(greys, width, pixels(part ?? MIDDLE, width, height));
  // Of the oval's middle: where half of a face is in the dark, a detector finds the other half.
  const middle = sums(greys, width, pixels(MIDDLE, width, height));
  const contrast = Math.sqrt(coarse / size);
  return {
    greys,
    light,
    burnt: face.burnt / face.size,
    behind: (whole.sum - face.sum) / Math.max(1, size - face.size) - face.sum / face.size,
    side: Math.abs(2 * middle.left - middle.sum) / (middle.sum || 1),
    sharpness: fine / (coarse || 1),
    contrast,
    motion: change / size / (contrast || 1),
  };
}

/** The one hint that helps most, empty for a good picture. */
export function hint({ light, burnt, behind, side, sharpness, contrast, motion }) {
  if (light < LIMITS.black) return 'black';
  if (light < LIMITS.dark) return 'tooDark';
  if (burnt > LIMITS.burnt) return 'tooBright';
  if (behind > LIMITS.behind) return 'backLight';
  if (side > LIMITS.side) return 'sideLight';
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
const RING_MILLIS = 1000;

/** What to say of one look after the other, and how far the ring has closed that ends with a picture. */
export class Clock {
  #calm = new Calm(HINT_MILLIS);
  #good = 0;
  #last = 0;

  /** The ring is between 0 and 1, and below 0 as long as the picture is not good. */
  hear(found, now) {
    const said = this.#calm.hear(found, now);
    // Only what is good counts: a look that is not stops the clock, and a hint that is said turns it back.
    if (!found) this.#good += now - (this.#last || now);
    if (said !== '') this.#good = found ? 0 : this.#good;
    this.#last = now;
    return { said, ring: said === '' ? Math.min(1, (this.#good - HINT_MILLIS) / RING_MILLIS) : -1 };
  }
}

/* Pictures. */

/** The oval in a picture of this size: in its middle, whole, and three quarters as wide as high. */
export function oval(pictureWidth, pictureHeight) {
  const height = Math.min(0.84 * pictureHeight, 1.2 * pictureWidth);
  const width = 0.75 * height;
  return { x: (pictureWidth - width) / 2, y: (pictureHeight - height) / 2, width, height };
}

/** The person in a picture of this size: the oval with half its width around it. */
export function portrait(pictureWidth, pictureHeight) {
  const face = oval(pictureWidth, pictureHeight);
  const margin = face.width / 2;
  const [x, y] = [Math.max(0, face.x - margin), Math.max(0, face.y - margin)];
  return { x, y, width: pictureWidth - 2 * x, height: pictureHeight - 2 * y };
}

/** Tells the style sheet a picture's shape and where its oval is. */
function fit(element, width, height, ovalWidth) {
  element.style.setProperty('--ratio', width / height);
  element.style.setProperty('--oval', ovalWidth / width);
}

/** A part of a picture, made smaller where it is longer or wider than this. */
function jpeg(canvas, source, { x, y, width, height }, long, short = long) {
  const scale = Math.min(1, long / Math.max(width, height), short / Math.min(width, height));
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  // What one could see through is seen on white, and would be black in a JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, x, y, width, height, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.92));
}

/**
 * A file as the camera would have taken it, whatever kind of picture the browser can show: upright, clean, and light enough for a
 * slow line and a proxy's limit. What it can't show is sent as it is, and the server says what to do.
 */
async function clean(file) {
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

  /** The oval on the page is the one in the picture, whatever the picture's shape. */
  #fit() {
    const { videoWidth, videoHeight, parentElement } = this.video;
    if (videoWidth) fit(parentElement, videoWidth, videoHeight, this.oval.width);
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
    const part = portrait(video.videoWidth, video.videoHeight);
    fit(canvas, part.width, part.height, this.oval.width);
    return jpeg(canvas, video, part, 1280);
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
/** How long a picture that took itself is shown before it is sent. */
const UNDO_MILLIS = 3000;
const LATE_MILLIS = 8000;
const UPLOAD_MILLIS = 120_000;

const show = (part) => part.scrollIntoView({ block: 'nearest' });

const wait = (millis) => new Promise((done) => setTimeout(done, millis));

/** Out of what this tab keeps: nothing where a policy or the person's settings forbid that. */
function inTab(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}

/** Whoever has said "Wait" is not hurried again in this tab; where nothing can be kept, on this page. */
let unhurried = false;

class Page {
  #turn = 0;
  #beside = document.createElement('canvas');

  constructor(root, picture) {
    this.root = root;
    this.form = this.find('form');
    this.file = this.find('input[type=file]');
    this.status = this.find('.facecheck-status');
    this.stage = this.find('.facecheck-camera');
    this.bar = this.find('progress');
    this.ways = this.find('.facecheck-elsewhere');
    this.consent = this.find('[name=consent]');
    if (this.consent) this.consent.checked = picture?.agreed ?? false;
    this.choice = this.find('select');
    this.texts = Object.fromEntries(root.dataset.texts.split('\n').map((line) => line.split(/=(.*)/s)));
    this.wanted = root.dataset.wanted ? '' : (picture?.wanted ?? '');
    this.auto = root.dataset.auto === 'true';
    this.load();
    this.camera = new Camera(this.find('video'), () => this.fail('failed'));
    root.addEventListener('click', ({ target }) => this[target.dataset?.step]?.());
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !this.part('pause').hidden) {
        event.preventDefault(); // A dialog around the page stays open.
        this.pause();
      }
    });
    this.file.accept = 'image/*'; // of any kind, since the script makes a JPEG of it
    this.choice.addEventListener('change', () => this.start(this.choice.value));
    this.file.addEventListener('change', () => delete root.dataset.taken);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.use();
    });
    this.open(picture);
  }

  find(selector) {
    return this.root.querySelector(selector);
  }

  part(step) {
    return this.find(`[data-step=${step}]`);
  }

  say(key, value = '') {
    const text = this.texts[key]?.replace('{0}', value) ?? key;
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  /** Shows what belongs to a state; whatever waited for something in the state before does so in vain. */
  enter(state, key = '', focus = null) {
    this.#turn++;
    this.root.dataset.state = state;
    for (const part of this.root.querySelectorAll('[data-when]')) {
      part.hidden = !part.dataset.when.split(' ').includes(state);
    }
    this.close(-1);
    this.ways.hidden = true;
    this.unfold(false);
    this.say(key);
    if (focus) this.attend(focus);
    return this.#turn;
  }

  /** The way by a file is a link that unfolds, as long as there is a camera. */
  unfold(open = true) {
    const folded = this.file.closest('details');
    if (folded) folded.open = open;
  }

  /** Focus alone would scroll the picture away that the button is about. */
  attend(part) {
    part.focus({ preventScroll: true });
    show(this.stage.offsetHeight > innerHeight ? this.find('.facecheck-frame') : this.stage);
  }

  isOver(turn) {
    return turn !== this.#turn;
  }

  open(picture) {
    this.find('.facecheck-scriptless').hidden = true;
    const news = this.find('.facecheck-news');
    const seconds = Number(news?.dataset.wait ?? 0);
    const first = obstacle();
    if (picture && /^(token|trouble|busy)$/.test(news?.dataset.news)) {
      // The picture was not at fault: it can be sent again as it is.
      this.file.files = picture.files;
      if (picture.taken) {
        this.find('canvas').replaceWith(picture.canvas);
        this.root.dataset.taken = '';
      }
      this.enter(picture.taken ? 'unsent' : 'ready');
    } else if (seconds > 0) {
      this.lock(seconds);
    } else if (first) {
      this.fail(first, false);
    } else {
      this.enter('ready');
    }
    if (picture && !picture.taken) this.unfold();
    news?.focus();
  }

  async lock(seconds) {
    const turn = this.enter('locked');
    const end = new Date(Date.now() + seconds * 1000);
    this.say('until', end.toLocaleTimeString(this.root.lang || undefined, { timeStyle: 'short' }));
    await wait(seconds * 1000);
    if (!this.isOver(turn)) this.enter('ready', 'unlocked', this.part('start'));
  }

  fail(key, takeFocus = true) {
    this.camera.stop();
    const hopeless = /^(insecure|blocked|unsupported)$/.test(key);
    const state = key === 'framed' ? 'framed' : hopeless ? 'hopeless' : 'failed';
    this.root.dataset.reason = key;
    this.enter(state, key, takeFocus ? this.status : null);
    // Where the camera can't be had here, what people do have is offered at once.
    this.unfold();
    this.ways.hidden = !/^(noCamera|inUse|failed|unsupported|deniedBySystem)$/.test(key);
    this.ways.lastElementChild.textContent = this.root.dataset.wanted || this.wanted || this.form.action;
    if (takeFocus) show(this.part('retry'));
  }

  async start(deviceId) {
    if (this.consent?.checked === false) {
      this.say('consent');
      return this.consent.focus();
    }
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
    this.choice.closest('p').classList.toggle('facecheck-single', cameras.length < 2);
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
    let before = null;
    this.patient = this.auto && !unhurried && !inTab((tab) => tab.getItem('facecheck-wait'));
    while (!this.isOver(turn)) {
      if (this.isOutOfSight()) return this.leave();
      const image = this.camera.sample(this.#beside);
      before = measure(image, before, this.face);
      const found = await this.judge(image, hint(before));
      if (this.isOver(turn)) return;
      const { said, ring } = clock.hear(found, performance.now());
      if (!this.patient || ring < 0) {
        this.close(-1);
        if (said !== undefined) this.say(said || 'look');
        this.root.dataset.hint = said ?? '';
      } else {
        if (ring === 1 && !found) return this.take(true);
        this.say('counting');
        this.close(ring);
      }
      await wait(ring > 0 ? Math.min(FRAME_MILLIS, (1 - ring) * RING_MILLIS) : FRAME_MILLIS);
    }
  }

  /** The ring is for the eyes, which are at the oval; for the ears it was said once. */
  close(ring) {
    const counting = ring >= 0;
    this.root.classList.toggle('facecheck-counting', counting);
    this.root.style.setProperty('--ring', Math.max(ring, 0));
    this.offerPause(counting);
  }

  /** Whoever is at the button that goes away comes to the one that stays. */
  offerPause(offered) {
    const button = this.part('pause');
    if (!offered && button === document.activeElement) {
      this.find('button:not([hidden])')?.focus({ preventScroll: true });
    }
    button.hidden = !offered;
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
      (own) => (this.detect = own.default),
      (error) => this.goWithout(error),
    );
  }

  goWithout(error) {
    console.warn('Facecheck goes on without the detector; no picture is taken by itself', error);
    this.detect = () => '';
    this.auto = this.patient = false;
  }

  /**
   * Where the light is wrong nobody can be seen; else what the detector sees comes before what the pixels tell. Where it says
   * where the face is, light is asked of that at the next look.
   */
  async judge(image, seen) {
    if (/^(too|black)/.test(seen)) return seen;
    const { camera, root, texts } = this;
    try {
      const { oval } = camera;
      const found = await this.detect(image, { frame: camera.video, oval, language: root.lang, words: texts });
      const { say, face } = typeof found === 'object' && found ? found : { say: found };
      this.face = face && {
        x: (face.x - oval.x) / oval.width,
        y: (face.y - oval.y) / oval.height,
        width: face.width / oval.width,
        height: face.height / oval.height,
      };
      return /Light$/.test(seen) && /^(nobody|straight)$/.test(say) ? seen : say || seen;
    } catch (error) {
      if (camera.video.srcObject) this.goWithout(error);
      return seen;
    }
  }

  pause() {
    unhurried = true;
    inTab((tab) => tab.setItem('facecheck-wait', 'yes'));
    this.stay();
  }

  /** Nothing happens by itself from now on. */
  stay() {
    this.patient = false;
    const shown = this.root.dataset.state === 'preview';
    this.close(-1);
    this.bar.hidden = true;
    this.say(shown ? 'taken' : 'look');
    this.attend(this.part(shown ? 'use' : 'take'));
  }

  async take(byItself = false) {
    const canvas = this.find('canvas');
    const turn = this.enter('taking', 'holdStill');
    const jpeg = await this.camera.picture(canvas);
    this.camera.stop();
    if (this.isOver(turn)) return;
    const files = new DataTransfer();
    files.items.add(new File([jpeg], 'selfie.jpg', { type: 'image/jpeg' }));
    this.file.files = files.files;
    this.root.dataset.taken = '';
    const shown = this.enter('preview', 'taken', this.part('use'));
    this.patient = byItself;
    if (byItself) this.sendSoon(shown);
  }

  /** Time to look at the picture; the bar that fills goes on as that of the sending. */
  async sendSoon(shown) {
    this.say('soon', UNDO_MILLIS / 1000);
    this.offerPause(true);
    this.bar.hidden = false;
    const begun = performance.now();
    for (let part = 0; part < 1; part = (performance.now() - begun) / UNDO_MILLIS) {
      this.bar.value = part;
      await wait(FRAME_MILLIS);
      if (this.isOutOfSight()) this.leave();
      if (this.isOver(shown) || !this.patient) return;
    }
    this.use();
  }

  /** Also of a picture on its way, which is not waited for any more. */
  async again() {
    this.file.value = '';
    delete this.root.dataset.taken;
    const turn = this.enter('starting', 'starting', this.status);
    if (this.sent) {
      this.sent.abort();
      this.sent = null;
      // It may have used up the page's token, or have led to a pass.
      const page = this.ask('GET', { 'Facecheck-Script': 'capture' });
      await new Promise((done) => {
        page.addEventListener('loadend', done);
        page.send();
      });
      if (this.isOver(turn)) return;
      const token = pageOf(page)?.querySelector('.facecheck [name=token]');
      // The new token may be for another tab; this page goes on to what it was opened for.
      this.wanted = this.root.dataset.wanted || this.wanted;
      if (page.status !== 200 && page.status > 0) return this.conclude(page);
      if (token) this.form.elements.token.value = token.value;
    }
    this.start();
  }

  retry() {
    this.start();
  }

  /** No countdown goes on behind a file. What unfolds it is the click itself, afterwards; on a phone that is below the window. */
  async byFile() {
    const left = this.leave('');
    await wait(0);
    if (left) this.file.focus();
    show(this.file.closest('details'));
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
    this.sent = null;
    this.find('.facecheck-news')?.remove();
    // What the camera took is clean already.
    const taken = this.root.dataset.taken !== undefined;
    const picture = taken ? file : await clean(file);
    if (this.isOver(turn)) return;
    const request = this.ask('POST', {
      // What it really is, the server sees.
      'Content-Type': picture.type === 'image/png' ? 'image/png' : 'image/jpeg',
      'Facecheck-Token': this.form.elements.token.value,
      ...(this.consent?.checked && { 'Facecheck-Consent': this.consent.value }),
      // For the words of the answer: who has chosen a file can't move closer.
      ...(taken && { 'Facecheck-Source': 'camera' }),
    });
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      this.bar.value = loaded / (total || 1);
    });
    request.upload.addEventListener('load', () => {
      if (this.isOver(turn)) return;
      this.bar.removeAttribute('value');
      this.say('checking');
    });
    request.addEventListener('loadend', () => this.isOver(turn) || this.conclude(request));
    this.sent = request;
    request.send(picture);
  }

  /** A request to the capture page, which answers in the language that is on this one. */
  ask(method, headers) {
    const request = new XMLHttpRequest();
    request.open(method, this.form.action);
    // As a document, for text would have to be trusted as HTML.
    request.responseType = 'document';
    request.timeout = UPLOAD_MILLIS;
    const language = this.root.lang || navigator.language;
    for (const [name, value] of Object.entries({ 'Accept-Language': language, ...headers })) {
      request.setRequestHeader(name, value);
    }
    return request;
  }

  conclude(request) {
    const destination = request.status === 201 && request.getResponseHeader('Location');
    const next = pageOf(request)?.querySelector('.facecheck[data-texts]');
    if (destination) {
      this.say('done');
      // A session that ran out has forgotten what was wanted; this page has not.
      const { pathname, search, hash } = new URL(this.wanted || placeLeft() || destination, request.responseURL);
      const detail = pathname + search + hash;
      const verified = new CustomEvent('facecheck-verified', { bubbles: true, cancelable: true, detail });
      if (this.root.dispatchEvent(verified)) location.replace(detail);
    } else if (next) {
      if (location.pathname === new URL(this.form.action).pathname) document.title = request.response.title;
      const picture = {
        files: this.file.files,
        wanted: this.root.dataset.wanted || this.wanted,
        agreed: this.consent?.checked,
        taken: this.root.dataset.taken !== undefined,
        canvas: this.find('canvas'),
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

  /** Nobody looks any more. */
  leave(key = 'paused') {
    const { state } = this.root.dataset;
    if (/^(starting|looking|taking)$/.test(state)) {
      this.camera.stop();
      return this.enter('ready', key);
    }
    if (state === 'preview') this.stay();
  }
}

/** Where stepup.js led the person away from, if this page was opened there. */
function placeLeft() {
  const place = inTab((tab) => tab.getItem('facecheck-place'));
  return place?.split('#')[0] === document.referrer ? place : '';
}

/** The page in an answer. Without a type it is read as XML, and what the browser writes about errors there breaks the policy. */
function pageOf(request) {
  return /html/.test(request.getResponseHeader('Content-Type')) ? request.response : null;
}

/** Makes relative addresses whole. */
function settle(root) {
  const { dataset, baseURI } = root;
  const form = root.querySelector('form');
  form.action = form.action;
  for (const link of root.querySelectorAll('a')) link.href = link.href;
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
