/* One recording of a voice at a time, for the pages that ask for one: small, as Opus where the browser can.

   halteRecorder(input, { most, bits, onSecond, onEnd }) gives null where nothing can be recorded here, else { start,
   stop }. start() answers whether the microphone opened. What was recorded becomes the file of the input, then onEnd is
   called; after `most` seconds it ends by itself. */
"use strict";

window.halteRecorder = (input, { most, bits, onSecond, onEnd }) => {
  if (!input || !window.MediaRecorder || !navigator.mediaDevices || !window.DataTransfer) return null;
  const KINDS = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus"];
  let recorder = null;
  let clock = 0;

  const stop = () => {
    clearInterval(clock);
    if (recorder && recorder.state !== "inactive") recorder.stop();
  };
  const start = async () => {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
    } catch {
      return false;
    }
    const pieces = [];
    let seconds = 0;
    const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
    recorder = new MediaRecorder(stream, { audioBitsPerSecond: bits, ...(mimeType && { mimeType }) });
    recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
    recorder.addEventListener("stop", () => {
      for (const track of stream.getTracks()) track.stop();
      const made = new DataTransfer();
      made.items.add(new File(pieces, "voice", { type: recorder.mimeType }));
      input.files = made.files;
      onEnd();
    });
    recorder.start();
    onSecond(0);
    clock = setInterval(() => {
      seconds += 1;
      onSecond(seconds);
      if (seconds >= most) stop();
    }, 1000);
    return true;
  };
  return { start, stop };
};
