/* The camera as a scanner: read by the browser where it can, else frame by frame by our own server, which keeps none.
   The button shows itself only when this runs. */
"use strict";

(() => {
  const root = document.querySelector("[data-camera]");
  const scan = document.querySelector("[data-scan]");
  if (!root || !scan) return;
  const button = root.querySelector("button");
  const video = root.querySelector("video");
  const words = root.querySelector("[data-camera-words]");
  const EVERY = 350;
  const WIDEST = 560;
  const REST = 60000;
  let stream = null;
  let timer = 0;
  let ends = 0;
  let reader = null;

  const say = (what) => {
    words.textContent = what ? root.dataset[what] : "";
    words.hidden = !what;
  };

  const stop = () => {
    clearTimeout(timer);
    clearTimeout(ends);
    if (stream) for (const track of stream.getTracks()) track.stop();
    stream = null;
    video.hidden = true;
    video.srcObject = null;
    button.setAttribute("aria-pressed", "false");
  };

  const frame = () => {
    const shrink = Math.min(1, WIDEST / Math.max(video.videoWidth, video.videoHeight));
    const width = Math.round(video.videoWidth * shrink);
    const height = Math.round(video.videoHeight * shrink);
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    pen.drawImage(video, 0, 0, width, height);
    const colours = pen.getImageData(0, 0, width, height).data;
    const bright = new Uint8Array(width * height);
    for (let at = 0; at < bright.length; at += 1) {
      bright[at] = (colours[at * 4] * 77 + colours[at * 4 + 1] * 151 + colours[at * 4 + 2] * 28) >> 8;
    }
    return { width, height, bright };
  };

  const asked = async () => {
    if (reader) {
      const found = await reader.detect(video);
      return found.length ? found[0].rawValue : "";
    }
    const { width, height, bright } = frame();
    const answer = await fetch(`${root.dataset.url}?width=${width}&height=${height}`, {
      method: "POST",
      body: bright,
      headers: {
        "Content-Type": "application/octet-stream",
        "X-CSRFToken": scan.form.elements.csrfmiddlewaretoken.value,
      },
    });
    return answer.ok ? (await answer.json()).code : "";
  };

  const look = async () => {
    if (!stream) return;
    let code = "";
    try {
      if (video.videoWidth) code = await asked();
    } catch {
      code = "";
    }
    if (!stream) return;
    if (!code) {
      timer = setTimeout(look, EVERY);
      return;
    }
    stop();
    document.dispatchEvent(new CustomEvent("halte:tell", { detail: "ok" }));
    scan.value = code;
    scan.dispatchEvent(new Event("input", { bubbles: true }));
    scan.form.requestSubmit();
  };

  const start = async () => {
    say("");
    if (!window.isSecureContext || !navigator.mediaDevices) {
      say("insecure");
      return;
    }
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      say("refused");
      return;
    }
    if ("BarcodeDetector" in window) {
      const known = await window.BarcodeDetector.getSupportedFormats().catch(() => []);
      if (known.includes("qr_code")) reader = new window.BarcodeDetector({ formats: ["qr_code"] });
    }
    video.srcObject = stream;
    video.hidden = false;
    button.setAttribute("aria-pressed", "true");
    await video.play().catch(() => {});
    ends = setTimeout(stop, REST);
    look();
  };

  button.addEventListener("click", () => (stream ? stop() : start()));
  document.addEventListener("visibilitychange", () => document.hidden && stop());
  root.hidden = false;
})();
