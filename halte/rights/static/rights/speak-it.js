/* A statement is recorded in two taps: the first opens the microphone, the second ends and sends. Without this the file
   field opens the phone's own recorder. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const MOST = 60;
  const BITS = 24000;
  for (const form of document.querySelectorAll("[data-speak-it]")) {
    const [byHand, button, clock] = ["[data-by-hand]", "[data-record]", "[data-clock]"].map((part) =>
      form.querySelector(part),
    );
    const tell = (seconds) => {
      clock.textContent = `0:${String(seconds).padStart(2, "0")} / 1:00`;
    };
    const recorder = window.halteRecorder(form.querySelector("[type=file]"), {
      most: MOST,
      bits: BITS,
      onSecond: tell,
      onEnd: () => form.requestSubmit(),
    });
    if (!recorder) continue;
    byHand.hidden = true;
    button.hidden = false;
    button.addEventListener("click", async () => {
      if (button.getAttribute("aria-pressed") === "true") {
        button.disabled = true;
        recorder.stop();
        return;
      }
      if (!(await recorder.start())) {
        byHand.hidden = false;
        return;
      }
      button.setAttribute("aria-pressed", "true");
      button.classList.add("danger");
      button.querySelector("span").textContent = button.dataset.stop;
    });
  }
});
