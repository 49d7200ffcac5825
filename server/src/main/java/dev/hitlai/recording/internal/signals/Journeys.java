package dev.hitlai.recording.internal.signals;

import dev.hitlai.recording.internal.signals.Story.PageView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the way through pages tells: left at once, gone back, scrolled up and down, waited. */
final class Journeys implements Detector {
  @Override
  public List<Signal> find(Story story, SignalSettings settings) {
    var signals = new ArrayList<Signal>();
    ways(story.pages(), settings, signals);
    for (var page : story.pages()) {
      scrolling(story, page, settings, signals);
      slow(page, settings, signals);
    }
    shifts(story, settings, signals);
    return signals;
  }

  private static void ways(List<PageView> pages, SignalSettings settings, List<Signal> signals) {
    for (int i = 1; i + 1 < pages.size(); i++) {
      var before = pages.get(i - 1);
      var page = pages.get(i);
      var after = pages.get(i + 1);
      if (!bare(after.url()).equals(bare(before.url()))
          || bare(page.url()).equals(bare(before.url()))) {
        continue;
      }
      long stayed = after.start() - page.start();
      boolean quick = stayed < settings.bounce().toMillis();
      signals.add(
          Signal.ofPage(
              quick ? SignalKind.BACKTRACK : SignalKind.U_TURN,
              page.id(),
              page.start(),
              after.start(),
              quick ? "not_what_was_expected" : "dead_end",
              "Went from %s back to where they came from after %.1f s."
                  .formatted(bare(page.url()), stayed / 1000.0)));
    }
  }

  private static void scrolling(
      Story story, PageView page, SignalSettings settings, List<Signal> signals) {
    long way = 0;
    int turns = 0;
    int last = 0;
    int direction = 0;
    for (var scroll : story.scrolls()) {
      if (!Objects.equals(scroll.pageId(), page.id())) {
        continue;
      }
      int step = scroll.y() - last;
      way += Math.abs(step);
      if (step != 0 && Integer.signum(step) == -direction) {
        turns++;
      }
      direction = step == 0 ? direction : Integer.signum(step);
      last = scroll.y();
    }
    double screens = way / (double) Math.max(200, page.viewportHeight());
    if (screens >= settings.scrollScreens() && turns >= settings.scrollTurns()) {
      signals.add(
          Signal.ofPage(
              SignalKind.EXCESSIVE_SCROLLING,
              page.id(),
              page.start(),
              page.end(),
              "hard_to_find",
              "Scrolled %.0f screens on %s and turned %d times."
                  .formatted(screens, bare(page.url()), turns)));
    }
  }

  private static void slow(PageView page, SignalSettings settings, List<Signal> signals) {
    if (page.lcp() != null && page.lcp() > settings.slowPaint().toMillis()) {
      boolean server = page.ttfb() != null && page.ttfb() > page.lcp() / 2;
      signals.add(
          Signal.ofPage(
              SignalKind.SLOW_PAGE,
              page.id(),
              page.start(),
              page.end(),
              server ? "slow_server" : "heavy_page",
              "%s showed its main content after %.1f s%s."
                  .formatted(
                      bare(page.url()),
                      page.lcp() / 1000,
                      server ? ", mostly waiting for the server" : "")));
    } else if (page.inp() != null && page.inp() > settings.slowAnswer().toMillis()) {
      signals.add(
          Signal.ofPage(
              SignalKind.SLOW_PAGE,
              page.id(),
              page.start(),
              page.end(),
              "busy_scripts",
              "%s answered input after %.0f ms.".formatted(bare(page.url()), page.inp())));
    }
  }

  private static void shifts(Story story, SignalSettings settings, List<Signal> signals) {
    long silentUntil = 0;
    for (var shift : story.shifts()) {
      boolean beneath = shift.distance() != null && shift.distance() == 0;
      if (beneath
          && shift.click() == null
          && shift.score() >= settings.shift()
          && shift.at() > silentUntil) {
        silentUntil = shift.at() + 1000;
        signals.add(
            Signal.ofPage(
                SignalKind.LAYOUT_SHIFT,
                shift.pageId(),
                shift.at(),
                shift.at(),
                "late_content",
                "The page moved beneath the pointer (score %.2f).".formatted(shift.score())));
      }
    }
  }

  /** An address without query and place on the page. */
  private static String bare(String url) {
    return url.replaceAll("[?#].*", "");
  }
}
