// Everything here makes pages nicer; none of it is needed to use them.
import { startBell } from "./bell.js";
import { startConfirm, startDialogs } from "./dialog.js";
import { startCopy } from "./copy.js";
import { startForms } from "./forms.js";
import { startLive } from "./live.js";
import { startRefresh } from "./refresh.js";
import { startReplays } from "./replay.js";
import { startReview } from "./review.js";
import { startShortcuts } from "./shortcuts.js";
import { startTables } from "./tables.js";
import { startTheme } from "./theme.js";
import { startTimers } from "./timer.js";
import { startTimes } from "./time.js";
import { startToasts } from "./toast.js";

const perContent = [startCopy, startDialogs, startForms, startLive, startRefresh, startReplays, startReview, startTables, startTimers, startTimes, startToasts];

startTheme();
startConfirm();
startShortcuts();
startBell(document);
perContent.forEach((start) => start(document));

// What htmx brings in later gets the same.
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) perContent.forEach((start) => start(event.detail.elt));
});

// A part that was fetched anew holds new times and tables, but goes on refreshing itself.
document.addEventListener("refreshed", (event) => { startTimes(event.target); startTables(event.target); });

// The player is large and stands on one page only.
if (document.querySelector("[data-recording]")) import("./recording.js").then((player) => player.startRecording(document.querySelector("[data-recording]")));

document.querySelector("[data-focus]")?.focus();
