/* The page was opened to be printed: one tap, one sheet. */
"use strict";

window.addEventListener("load", () => window.print());
