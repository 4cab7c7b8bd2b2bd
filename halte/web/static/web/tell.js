/* A result that is heard and felt; the page shows the same in colour, sign and words. */
"use strict";

(() => {
  const TONES = { ok: [[880, 0.12]], kept: [[620, 0.1], [620, 0.1]], no: [[200, 0.35]] };
  const BUZZES = { ok: [40], kept: [40, 60, 40], no: [220, 80, 220] };
  const LOUD = 0.25;
  let sound = null;

  const play = (notes) => {
    if (!window.AudioContext) return;
    sound = sound || new AudioContext();
    if (sound.state === "suspended") sound.resume().catch(() => {});
    let start = sound.currentTime + 0.01;
    for (const [pitch, length] of notes) {
      const voice = sound.createOscillator();
      const volume = sound.createGain();
      voice.frequency.value = pitch;
      volume.gain.setValueAtTime(LOUD, start);
      volume.gain.exponentialRampToValueAtTime(0.001, start + length);
      voice.connect(volume).connect(sound.destination);
      voice.start(start);
      voice.stop(start + length);
      start += length + 0.05;
    }
  };

  document.addEventListener("halte:tell", (event) => {
    const what = event.detail;
    if (!TONES[what]) return;
    if (navigator.vibrate) navigator.vibrate(BUZZES[what]);
    play(TONES[what]);
  });
})();
