package dev.hitlai.aitester.browser;

import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.action.Outcome.Incident;
import dev.hitlai.aitester.action.Outcome.IncidentKind;

/**
 * Classifies what an action caused.
 *
 * @param address where the page was before
 * @param tabs how many tabs were open before
 */
record Aftermath(BrowserSession session, PageScript script, String address, int tabs) {
  /** From a second on, people notice that they wait (Nielsen, "Response times", 1993). */
  private static final long SLOW_MILLIS = 1000;

  /** Nobody calls a button dead at once; a second look also catches what is late. */
  private static final int SECOND_LOOK_MILLIS = 250;

  private static final double NOTICED_SHIFT = 0.05;

  Outcome outcome() {
    var journal = session.journal();
    if (journal.slowestMillis() > SLOW_MILLIS) {
      journal.note(IncidentKind.SLOW_RESPONSE, journal.slowestAddress(), journal.slowestMillis());
    }
    if (session.tabCount() > tabs) {
      return newTab();
    }
    var now = session.page().url();
    if (!session.settings().hosts().allows(now)) {
      journal.note(IncidentKind.HOST_NOT_ALLOWED, now);
      session.back();
      return error("led to another site, which is not followed: " + now);
    }
    if (now.startsWith("chrome-error:")) {
      session.back();
      return error("the page could not be loaded");
    }
    return compared(now);
  }

  private Outcome compared(String now) {
    var change = script.compare();
    if (!change.fresh() && change.words().isEmpty() && now.equals(address)) {
      session.pump(SECOND_LOOK_MILLIS);
      change = script.compare();
    }
    if (session.tabCount() > tabs) {
      return newTab();
    }
    script.rest();
    note(change);
    int status = session.journal().documentStatus();
    if (change.fresh() && status >= 400) {
      return error(now + " answered with " + status);
    }
    now = session.page().url();
    if (change.fresh() || !now.equals(address)) {
      return outcome(Outcome.Kind.NAVIGATED, now.equals(address) ? "the page loaded again" : now);
    }
    if (!change.words().isEmpty()) {
      return outcome(Outcome.Kind.CHANGED, change.words());
    }
    var refused = session.journal().refused();
    if (refused.isPresent()) {
      return error("leads to another site, which is not followed: " + refused.get());
    }
    return session.journal().incidents().stream()
        .filter(Aftermath::isEffect)
        .findFirst()
        .map(effect -> outcome(Outcome.Kind.CHANGED, effect.detail()))
        .orElseGet(() -> outcome(Outcome.Kind.NOTHING, "nothing happened"));
  }

  /** Answers that don't show on the page itself. */
  private static boolean isEffect(Incident incident) {
    return incident.kind() == IncidentKind.DIALOG
        || incident.kind() == IncidentKind.DOWNLOAD
        || incident.kind() == IncidentKind.NEW_TAB;
  }

  private void note(PageScript.Change change) {
    if (change.shift() > NOTICED_SHIFT) {
      session
          .journal()
          .note(IncidentKind.LAYOUT_SHIFT, change.shifted() == null ? "" : change.shifted());
    }
    if (change.focusLost()) {
      session
          .journal()
          .note(IncidentKind.FOCUS_LOST, "what had the focus is gone, and nothing else got it");
    }
    change.lostInput().forEach(field -> session.journal().note(IncidentKind.INPUT_LOST, field));
  }

  private Outcome newTab() {
    awaitAddress();
    var opened = session.page().url();
    if (opened.startsWith("chrome-error:")
        || opened.equals("about:blank")
        || !session.settings().hosts().allows(opened)) {
      session.closeNewestTab();
      return outcome(Outcome.Kind.CHANGED, "opened a new tab, which is not followed");
    }
    return outcome(Outcome.Kind.NAVIGATED, opened);
  }

  /** A new tab starts empty and gets its address a moment later. */
  private void awaitAddress() {
    for (int i = 0; i < 20 && session.page().url().equals("about:blank"); i++) {
      session.pump(50);
    }
  }

  Outcome nothing(String detail) {
    return outcome(Outcome.Kind.NOTHING, detail);
  }

  Outcome error(String detail) {
    return outcome(Outcome.Kind.ERROR, detail);
  }

  private Outcome outcome(Outcome.Kind kind, String detail) {
    return new Outcome(kind, detail, session.journal().incidents());
  }
}
