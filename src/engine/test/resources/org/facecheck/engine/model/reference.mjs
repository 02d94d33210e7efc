// Runs the published library, TensorFlow.js on the CPU, on the pixels that the test wrote: NAME.in, floats of 32 bits, to NAME.out.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

// The library is built for browsers and asks for Node's "util" in a way that its bundle does not have; without "process" it takes
// no platform, and the little that it needs of one is given to it here.
const node = globalThis.process;
delete globalThis.process;
const api = await import('./face-api.mjs');
globalThis.process = node;
const tf = api.tf;
tf.env().setPlatform('test', {
  now: () => performance.now(),
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder().decode(bytes),
  isTypedArray: (value) => ArrayBuffer.isView(value) && !(value instanceof DataView),
});
class None {}
api.env.setEnv({
  Canvas: None, CanvasRenderingContext2D: None, Image: None, ImageData: None, Video: None,
  createCanvasElement: () => new None(), createImageElement: () => new None(), createVideoElement: () => new None(),
});
await tf.setBackend('cpu');
await tf.ready();

const bytes = (file) => {
  const read = readFileSync(file);
  return read.buffer.slice(read.byteOffset, read.byteOffset + read.length);
};
const load = async (net, name) => {
  const manifest = JSON.parse(readFileSync(`${name}-weights_manifest.json`, 'utf8'));
  await net.loadFromWeightMap(tf.io.decodeWeights(bytes(`${name}.bin`), manifest[0].weights));
  return net;
};
const pixels = (name, side) => tf.tensor(new Float32Array(bytes(`${name}.in`)), [side, side, 3], 'float32');
const write = (name, values) => writeFileSync(`${name}.out`, new Uint8Array(Float32Array.from(values).buffer));

const recognition = await load(api.nets.faceRecognitionNet, 'face_recognition_model');
write('embedding', await recognition.computeFaceDescriptor(pixels('embedding', 150)));
write('noise', await recognition.computeFaceDescriptor(pixels('noise', 150)));
const landmarks = await load(api.nets.faceLandmark68Net, 'face_landmark_68_model');
write('landmarks', (await landmarks.forward(pixels('landmarks', 112))).dataSync());
const detector = await load(api.nets.tinyFaceDetector, 'tiny_face_detector_model');
write('detector', (await detector.forward(pixels('detector', 416), 416)).dataSync());

if (existsSync('liveness.json')) {
  const graph = JSON.parse(readFileSync('liveness.json', 'utf8'));
  const liveness = await tf.loadGraphModel({
    load: async () => ({
      format: 'graph-model', modelTopology: graph.modelTopology, weightSpecs: graph.weightsManifest[0].weights,
      weightData: bytes('liveness.bin'),
    }),
  });
  // Its pixels go from 0 to 1, and nothing is taken off.
  write('liveness', liveness.execute(pixels('liveness', 32).div(255).expandDims(0)).dataSync());
}
