// Finds faces in the camera's picture, so that the page takes one by itself only of one face in the right place. It runs in
// the browser and sends nothing. A hint for the person and a gate for automatic capture; who it is, the service decides.
//
// The network is the "tiny face detector" of the npm package @vladmandic/face-api (MIT): six convolutions, most of them split
// in depth (each channel by itself) and width (all channels of one pixel), and at the end five boxes a cell of 32 pixels.
// Its forward pass is written out here: WebAssembly, eval and a worker from a string would each need a hole in the page's
// Content-Security-Policy. It runs on the page's own thread, in pieces of a few milliseconds, so that no click waits for it.

/** Chosen on one half of the scenes of DetectorScenesTest, judged on the other. Lengths are parts of the oval. */
export const LIMITS = {
  seen: 0.4, // score from which on a box is somebody
  clear: 0.65, // score, on the average of some looks, from which on it is a face that can be recognised
  other: 0.3, // score from which on a second box is another person
  near: 0.37, // height of the box, which goes from the brows to the chin: about as much as two fifths from the hair on
  far: 0.85,
  aside: 0.2, // distance of the middles, across
  above: 0.18, // and along
  shift: 0.15, // movement between two looks, in heights of the box
};

/* The network. */

/** Of each array of weights, in the order of the file: how many, and what a byte of it means (value = byte × scale + min). */
const WEIGHTS = [
  [27 * 16, 0.009007044399485869, -1.2069439495311063],
  [16, 0.005263455241334205, -0.9211046672334858],
  [9 * 16, 0.004001977630690033, -0.5042491814669441],
  [16 * 32, 0.013836609615999109, -1.411334180831909],
  [32, 0.0015159862590771096, -0.30926119685173037],
  [9 * 32, 0.002666276225856706, -0.317286870876948],
  [32 * 64, 0.015265831292844286, -1.6792414422128714],
  [64, 0.0020280554598453, -0.37113414915168985],
  [9 * 64, 0.006100742489683862, -0.8907084034938438],
  [64 * 128, 0.016276211832083907, -2.0508026908425725],
  [128, 0.003394414279975143, -0.7637432129944072],
  [9 * 128, 0.006716050119961009, -0.8059260143953211],
  [128 * 256, 0.021875603993733724, -2.8875797271728514],
  [256, 0.0041141652009066415, -0.8187188749804216],
  [9 * 256, 0.008423839597141042, -0.9013508368940915],
  [256 * 512, 0.030007277283014035, -3.8709387695088107],
  [512, 0.008402082966823203, -1.4871686851277068],
  [512 * 25, 0.028336129469030042, -4.675461362389957],
  [25, 0.002268134028303857, -0.41053225912299807],
];

/** Red, green and blue of the average training picture. */
const MEAN = [117.001, 114.697, 97.404];

/** Width and height of the five boxes of a cell before the network has stretched them, in cells. */
const ANCHORS = [
  [1.603231, 2.094468],
  [6.041143, 7.080126],
  [2.882459, 3.518061],
  [4.266906, 5.178857],
  [9.041765, 10.66308],
];

const CELL = 32;

/** Pixels that the network is given: a picture of any shape is made about as large as this. */
const PIXELS = 288 * 160;

/** Pixels between two pauses, a multiple of three: even before a browser has compiled this, they take a few milliseconds. */
const STRIP = 96;

/** Two boxes that overlap by more than this, as a part of what they cover together, are one face. */
const SAME = 0.4;

/** Unlike Math.max it has no case for a zero's sign, and costs half. */
const larger = (a, b) => (a > b ? a : b);

/** What the network does to each sum ("leaky"). It keeps their order, so that the largest of four is bent alone. */
const bent = (x) => (x > 0 ? x : 0.1 * x);

/** The weights of one layer, those of four outputs side by side: in the order in which they are read. */
function dense(weights, inputs, outputs, bias) {
  const padded = Math.ceil(outputs / 4) * 4;
  const ordered = new Float32Array(padded * inputs);
  for (let i = 0; i < inputs; i++) {
    for (let o = 0; o < outputs; o++) {
      ordered[(o - (o % 4)) * inputs + 4 * i + (o % 4)] = weights[i * outputs + o];
    }
  }
  const biases = new Float32Array(padded);
  biases.set(bias);
  return { weights: ordered, bias: biases, inputs, outputs: padded };
}

export class Network {
  #layers;
  #size = '';
  #buffers = [];

  /** @param bytes the file of weights */
  constructor(bytes) {
    const total = WEIGHTS.reduce((sum, [count]) => sum + count, 0);
    if (bytes.length !== total) throw new Error(`${total} weights expected, ${bytes.length} found`);
    let at = 0;
    const arrays = WEIGHTS.map(([count, scale, min]) => {
      const part = Float32Array.from(bytes.subarray(at, at + count), (byte) => byte * scale + min);
      at += count;
      return part;
    });
    this.#layers = [dense(arrays[0], 27, 16, arrays[1])];
    for (let layer = 1, channels = 16; layer <= 5; layer++, channels *= 2) {
      const [depth, width, bias] = arrays.slice(3 * layer - 1, 3 * layer + 2);
      this.#layers.push({ depth, ...dense(width, channels, 2 * channels, bias) });
    }
    this.#layers.push(dense(arrays[17], 512, 25, arrays[18]));
  }

  /** A buffer for each use, made once for a size of picture: making them anew would take a third of the time. */
  #buffer(use, length) {
    return (this.#buffers[use] ??= new Float32Array(length));
  }

  /**
   * The boxes of one picture, in its pixels: their middle, size, and score from 0 to 1.
   * @param pause asked often; it may return a promise, and the page may do something else meanwhile
   */
  async boxes({ data, width, height }, pause) {
    const size = `${width}x${height}`;
    if (size !== this.#size) [this.#size, this.#buffers] = [size, []];
    let [planes, w, h] = [await this.#first(data, width, height, pause), width, height];
    for (let layer = 1; layer <= 5; layer++) {
      const { depth, ...wide } = this.#layers[layer];
      // The pool before: halves the size, but for the last one, which the network moves by one pixel at a time.
      planes = this.#pool(2 * layer, planes, w, h, wide.inputs);
      await pause();
      [w, h] = [w / 2, h / 2];
      const deep = this.#deep(2 * layer + 1, planes, w, h, wide.inputs, depth);
      await pause();
      planes = await this.#wide(20 + layer, deep, w * h, wide, pause);
    }
    planes = this.#slide(30, planes, w, h, 512);
    return decode(await this.#wide(31, planes, w * h, this.#layers[6], pause), w, h);
  }

  /** The first convolution, three by three over all colours. Around the picture is a frame of zeros, as the network was trained. */
  async #first(data, width, height, pause) {
    const line = (width + 2) * 3;
    const framed = this.#buffer(0, (height + 2) * line + 6);
    for (let y = 0, from = 0; y < height; y++) {
      let to = (y + 1) * line + 3;
      for (let x = 0; x < width; x++, from += 4, to += 3) {
        framed[to] = (data[from] - MEAN[0]) / 255;
        framed[to + 1] = (data[from + 1] - MEAN[1]) / 255;
        framed[to + 2] = (data[from + 2] - MEAN[2]) / 255;
      }
    }
    const out = this.#buffer(1, (width * height + 2) * 16);
    for (let y = 0; y < height; y++) {
      multiply(this.#layers[0], { input: framed, at: y * line, step: 3, rows: 3, line }, out, y * width * 16, width);
      await pause();
    }
    return out;
  }

  /** Of each two by two pixels the largest, with a frame of zeros around them for what comes next. */
  #pool(use, input, width, height, channels) {
    const out = this.#buffer(use, (width / 2 + 2) * (height / 2 + 2) * channels);
    const line = width * channels;
    let to = (width / 2 + 3) * channels;
    for (let y = 0; y < height; y += 2, to += 2 * channels) {
      for (let x = 0; x < width; x += 2) {
        let from = y * line + x * channels;
        for (const end = from + channels; from < end; from++) {
          const above = larger(input[from], input[from + channels]);
          out[to++] = bent(larger(above, larger(input[from + line], input[from + line + channels])));
        }
      }
    }
    return out;
  }

  /** Likewise, with each pixel as the first of four; the size stays, and there is no frame. */
  #slide(use, input, width, height, channels) {
    const out = this.#buffer(use, (width * height + 2) * channels);
    let to = 0;
    for (let y = 0; y < height; y++) {
      const down = y + 1 < height ? width * channels : 0;
      for (let x = 0; x < width; x++) {
        const right = x + 1 < width ? channels : 0;
        for (let c = 0, from = to; c < channels; c++, from++) {
          const above = larger(input[from], input[from + right]);
          out[to++] = bent(larger(above, larger(input[from + down], input[from + down + right])));
        }
      }
    }
    return out;
  }

  /** Three by three, each channel by itself, of pixels that have a frame. */
  #deep(use, input, width, height, channels, weights) {
    const out = this.#buffer(use, (width * height + 2) * channels);
    const line = (width + 2) * channels;
    const right = 2 * channels;
    let to = 0;
    for (let y = 0; y < height; y++) {
      for (let x = 0, from = y * line; x < width; x++) {
        for (let c = 0; c < channels; c++, from++, to++) {
          const below = from + line;
          const last = below + line;
          out[to] =
            input[from] * weights[c] +
            input[from + channels] * weights[c + channels] +
            input[from + right] * weights[c + right] +
            input[below] * weights[c + 3 * channels] +
            input[below + channels] * weights[c + 4 * channels] +
            input[below + right] * weights[c + 5 * channels] +
            input[last] * weights[c + 6 * channels] +
            input[last + channels] * weights[c + 7 * channels] +
            input[last + right] * weights[c + 8 * channels];
        }
      }
    }
    return out;
  }

  async #wide(use, input, pixels, layer, pause) {
    const { inputs, outputs } = layer;
    const out = this.#buffer(use, (pixels + 2) * outputs);
    for (let pixel = 0; pixel < pixels; pixel += STRIP) {
      const source = { input, at: pixel * inputs, step: inputs, rows: 1, line: 0 };
      multiply(layer, source, out, pixel * outputs, Math.min(STRIP, pixels - pixel));
      await pause();
    }
    return out;
  }
}

/**
 * The sums of one layer, for three pixels and four outputs at once: the fastest of what was tried. Pixels that are no multiple of
 * three cost one or two more, for which the buffers have room. A pixel's inputs are in so many rows, a line apart, each in one piece; the next pixel's are a step further.
 */
function multiply({ weights, bias, inputs, outputs }, { input, at, step, rows, line }, out, start, pixels) {
  const run = inputs / rows;
  for (let pixel = 0; pixel < pixels; pixel += 3) {
    const to = start + pixel * outputs;
    for (let o = 0; o < outputs; o += 4) {
      let a0 = bias[o];
      let a1 = bias[o + 1];
      let a2 = bias[o + 2];
      let a3 = bias[o + 3];
      let b0 = a0;
      let b1 = a1;
      let b2 = a2;
      let b3 = a3;
      let c0 = a0;
      let c1 = a1;
      let c2 = a2;
      let c3 = a3;
      let w = o * inputs;
      for (let row = 0; row < rows; row++) {
        let from = at + pixel * step + row * line;
        for (const end = from + run; from < end; from++, w += 4) {
          const a = input[from];
          const b = input[from + step];
          const c = input[from + 2 * step];
          const w0 = weights[w];
          const w1 = weights[w + 1];
          const w2 = weights[w + 2];
          const w3 = weights[w + 3];
          a0 += a * w0;
          a1 += a * w1;
          a2 += a * w2;
          a3 += a * w3;
          b0 += b * w0;
          b1 += b * w1;
          b2 += b * w2;
          b3 += b * w3;
          c0 += c * w0;
          c1 += c * w1;
          c2 += c * w2;
          c3 += c * w3;
        }
      }
      out[to + o] = a0;
      out[to + o + 1] = a1;
      out[to + o + 2] = a2;
      out[to + o + 3] = a3;
      const second = to + outputs + o;
      out[second] = b0;
      out[second + 1] = b1;
      out[second + 2] = b2;
      out[second + 3] = b3;
      const third = second + outputs;
      out[third] = c0;
      out[third + 1] = c1;
      out[third + 2] = c2;
      out[third + 3] = c3;
    }
  }
}

const sigmoid = (x) => 1 / (1 + Math.exp(-x));

/** Boxes out of the last layer, the surest first, and of those that mean the same face only that. */
function decode(out, columns, rows) {
  const found = [];
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at += 28) {
      ANCHORS.forEach(([width, height], anchor) => {
        const [x, y, w, h, score] = out.subarray(at + 5 * anchor, at + 5 * anchor + 5);
        found.push({
          x: (column + sigmoid(x)) * CELL,
          y: (row + sigmoid(y)) * CELL,
          width: Math.exp(w) * width * CELL,
          height: Math.exp(h) * height * CELL,
          score: sigmoid(score),
        });
      });
    }
  }
  const faces = [];
  for (const box of found.filter(({ score }) => score > 0.1).sort((a, b) => b.score - a.score)) {
    if (!faces.some((face) => overlap(face, box) > SAME)) faces.push(box);
  }
  return faces;
}

function overlap(a, b) {
  const across = Math.min(a.x + a.width / 2, b.x + b.width / 2) - Math.max(a.x - a.width / 2, b.x - b.width / 2);
  const along = Math.min(a.y + a.height / 2, b.y + b.height / 2) - Math.max(a.y - a.height / 2, b.y - b.height / 2);
  const common = Math.max(0, across) * Math.max(0, along);
  return common / (a.width * a.height + b.width * b.height - common);
}

/* What to do about it. */

/** How far the picture is moved for one look after the other, in pixels of the network, so that no cell's border is always in the face. */
const PLACES = [
  [0, 0],
  [5, 3],
  [-3, 5],
  [3, -5],
  [-5, -3],
];

/**
 * The key of the word that helps most, empty for one face in the right place. Left and right are the person's own: the page
 * shows them as in a mirror.
 * @param before the face that was there at the last look
 */
export function judge(faces, oval, before) {
  const [face, ...more] = faces.filter(({ score }) => score >= LIMITS.other).sort((a, b) => b.score - a.score);
  if (!face || face.score < LIMITS.seen) return { word: 'nobody' };
  // What a single look says depends on where the face lies in the network's cells: the average is of a look at each place.
  face.scores = [face.score, ...(before?.scores ?? [])].slice(0, PLACES.length);
  face.clear = face.scores.reduce((sum, score) => sum + score) / face.scores.length;
  const say = (word) => ({ word, face });
  if (more.length) return say('alone');
  if (face.height < LIMITS.near * oval.height) return say('closer');
  const across = (face.x - oval.x - oval.width / 2) / oval.width;
  const along = (face.y - oval.y - oval.height / 2) / oval.height;
  if (Math.abs(across) > LIMITS.aside) return say(across < 0 ? 'left' : 'right');
  if (Math.abs(along) > LIMITS.above) return say(along < 0 ? 'down' : 'up');
  if (face.height > LIMITS.far * oval.height) return say('back');
  if (face.clear < LIMITS.clear) return say('straight');
  const moved = before ? Math.hypot(face.x - before.x, face.y - before.y) / face.height : 0;
  return say(moved > LIMITS.shift ? 'holdStill' : '');
}

/* The page's hook. */

const { port1, port2 } = new MessageChannel();
const waiting = [];
port1.onmessage = () => waiting.shift()();

/** For how long the page's thread is held without a pause. */
const HELD_MILLIS = 8;

let begun = 0;

/** Until whatever else waits for the page's thread has had its turn, unless it had one just now. */
function pause() {
  if (performance.now() - begun < HELD_MILLIS) return null;
  return new Promise((done) => {
    waiting.push(() => {
      begun = performance.now();
      done();
    });
    port2.postMessage(null);
  });
}

async function load() {
  const response = await fetch(new URL('detector.bin', import.meta.url));
  if (!response.ok) throw new Error(`the detector's weights: ${response.status}`);
  return new Network(new Uint8Array(await response.arrayBuffer()));
}

// Fetched as soon as the page has imported this, while the person reads.
const network = load();
network.catch(() => {}); // whoever looks hears of it

const canvas = document.createElement('canvas');
let before = null;

let looks = 0;

/** The faces in a picture, in its own pixels. */
export async function faces(picture, width, height) {
  const [right, down] = PLACES[looks++ % PLACES.length];
  const scale = Math.sqrt(PIXELS / (width * height));
  canvas.width = Math.max(1, Math.round((width * scale) / CELL)) * CELL;
  canvas.height = Math.max(1, Math.round((height * scale) / CELL)) * CELL;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.imageSmoothingQuality = 'medium';
  context.drawImage(picture, right, down, canvas.width, canvas.height);
  const found = await (await network).boxes(context.getImageData(0, 0, canvas.width, canvas.height), pause);
  const [across, along] = [width / canvas.width, height / canvas.height];
  return found.map(({ x, y, width, height, score }) => ({
    x: (x - right) * across,
    y: (y - down) * along,
    width: width * across,
    height: height * along,
    score,
  }));
}

/** What the page asks some times a second. */
export default async function detect(image, { frame, oval }) {
  const { word, face } = judge(await faces(frame, frame.videoWidth, frame.videoHeight), oval, before);
  before = face ?? null;
  const { x, y, width, height } = face ?? {};
  return { say: word, face: face && { x: x - width / 2, y: y - height / 2, width, height } };
}
