/* Records a voice on the page, two minutes at most. Without this the file field opens the phone's own recorder. */
"use strict";

(() => {
  const LONGEST = 120;
  const START = () => {
    const box = document.querySelector("[data-voice]");
    const file = box && box.querySelector("input[type=file]");
    if (!file || !window.MediaRecorder || !navigator.mediaDevices || !window.DataTransfer) return;
    const part = (name) => box.querySelector(`[data-voice-${name}]`);
    const [start, stop, hear, time] = ["start", "stop", "hear", "time"].map(part);
    let recorder = null;
    let clock = 0;
    let seconds = 0;

    const tell = () => {
      time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} / 2:00`;
    };
    const keep = (pieces, kind) => {
      const made = new DataTransfer();
      made.items.add(new File(pieces, "voice", { type: kind }));
      file.files = made.files;
      hear.hidden = false;
    };
    const end = () => {
      clearInterval(clock);
      if (recorder && recorder.state !== "inactive") recorder.stop();
      start.hidden = false;
      stop.hidden = true;
    };
    const tick = () => {
      seconds += 1;
      tell();
      if (seconds >= LONGEST) end();
    };
    start.addEventListener("click", async () => {
      let stream;
      try {
        stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      } catch {
        return;
      }
      const pieces = [];
      recorder = new MediaRecorder(stream, { audioBitsPerSecond: 32000 });
      recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
      recorder.addEventListener("stop", () => {
        for (const track of stream.getTracks()) track.stop();
        keep(pieces, recorder.mimeType);
      });
      recorder.start();
      seconds = 0;
      tell();
      clock = setInterval(tick, 1000);
      start.hidden = true;
      stop.hidden = false;
    });
    stop.addEventListener("click", end);
    hear.addEventListener("click", async () => {
      const player = new AudioContext();
      const source = player.createBufferSource();
      source.buffer = await player.decodeAudioData(await file.files[0].arrayBuffer());
      source.connect(player.destination);
      source.start();
    });
    part("keys").hidden = false;
  };
  document.addEventListener("DOMContentLoaded", START);
})();
