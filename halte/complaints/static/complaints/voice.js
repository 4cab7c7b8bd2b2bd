/* Records a voice on the page, two minutes at most. Without this the file field opens the phone's own recorder. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const MOST = 120;
  const BITS = 32000;
  const box = document.querySelector("[data-voice]");
  if (!box) return;
  const file = box.querySelector("input[type=file]");
  const part = (name) => box.querySelector(`[data-voice-${name}]`);
  const [start, stop, hear, time] = ["start", "stop", "hear", "time"].map(part);
  const recorder = window.halteRecorder(file, {
    most: MOST,
    bits: BITS,
    onSecond: (seconds) => {
      time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} / 2:00`;
    },
    onEnd: () => {
      start.hidden = false;
      stop.hidden = true;
      hear.hidden = false;
    },
  });
  if (!recorder) return;
  start.addEventListener("click", async () => {
    if (!(await recorder.start())) return;
    start.hidden = true;
    stop.hidden = false;
  });
  stop.addEventListener("click", recorder.stop);
  hear.addEventListener("click", async () => {
    const player = new AudioContext();
    const source = player.createBufferSource();
    source.buffer = await player.decodeAudioData(await file.files[0].arrayBuffer());
    source.connect(player.destination);
    source.start();
  });
  /* The browser says "no file chosen" in its own language; the label beside it says it in the reader's. */
  file.classList.add("unseen");
  file.addEventListener("change", () => {
    time.textContent = file.files[0] ? "\u2713" : "";
  });
  part("keys").hidden = false;
});
