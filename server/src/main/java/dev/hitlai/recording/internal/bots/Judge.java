package dev.hitlai.recording.internal.bots;

import dev.hitlai.recording.internal.bots.Judgement.Figures;
import dev.hitlai.recording.internal.bots.Judgement.Reason;
import dev.hitlai.recording.internal.signals.Story;
import dev.hitlai.recording.internal.signals.Story.Click;
import dev.hitlai.recording.internal.signals.Story.Flags;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Weighs what speaks for a program: each finding adds to the log-odds, which begin far on the side
 * of a person. Nothing alone but a browser that says it is driven makes it likely; people with
 * switches, readers and password managers do some of it, too.
 */
final class Judge {
  private static final double BEFOREHAND = -4.5;
  private static final int WEBDRIVER = 1;
  private static final int NO_PLUGINS = 2;
  private static final int HEADLESS = 4;
  private static final int NO_SIZE = 8;
  private static final int NO_LANGUAGES = 16;
  private static final int ENOUGH_CLICKS = 3;
  private static final int SET_BY_SCRIPT = 8;
  private static final int WITHOUT_KEYS = 32;
  private static final int PASTED_OR_FILLED = 1 | 2;

  private final Story story;
  private final int markers;
  private final List<Reason> reasons = new ArrayList<>();

  private Judge(Story story, int markers) {
    this.story = story;
    this.markers = markers;
  }

  /**
   * Judges a session.
   *
   * @param markers what the browser says of itself, bits as on the wire
   */
  static Judgement judge(Story story, int markers) {
    return new Judge(story, markers).judge();
  }

  private Judgement judge() {
    var figures = figures();
    browser();
    timing(figures);
    clicks();
    paths();
    typing();
    scrolling();
    double odds = BEFOREHAND + reasons.stream().mapToDouble(Reason::weight).sum();
    reasons.sort(Comparator.comparingDouble(Reason::weight).reversed());
    return new Judgement(
        1 / (1 + Math.exp(-odds)), Math.min(1, figures.interactions() / 20.0), reasons, figures);
  }

  private Figures figures() {
    var times = actions();
    var gaps = new ArrayList<Long>();
    for (int i = 1; i < times.size(); i++) {
      gaps.add(times.get(i) - times.get(i - 1));
    }
    double seconds = times.isEmpty() ? 0 : (times.getLast() - times.getFirst()) / 1000.0;
    double minutes = Math.max(seconds, 1) / 60;
    return new Figures(
        times.size(),
        seconds,
        Pace.of(gaps),
        story.clicks().size() / minutes,
        story.scrolls().size() / minutes,
        keys().size() / minutes);
  }

  /** Clicks, fields and keys, not the samples of pointer and scrolling. */
  private List<Long> actions() {
    var fields =
        story.forms().stream()
            .filter(f -> f.type().equals("change") || f.type().equals("submit"))
            .map(Story.FormEvent::at);
    return Stream.of(
            story.clicks().stream().map(Click::at), fields, keys().stream().map(Story.Key::at))
        .flatMap(times -> times)
        .sorted()
        .toList();
  }

  private List<Story.Key> keys() {
    return story.keys().stream().filter(key -> key.down() && !key.repeat()).toList();
  }

  private void browser() {
    if (has(WEBDRIVER)) {
      add("webdriver", 4, "The browser says that a program drives it.");
    }
    if (has(HEADLESS)) {
      add("headless", 4, "The browser runs without a screen.");
    }
    if (has(NO_SIZE)) {
      add("no_window", 1.5, "The window has no outer size.");
    }
    if (has(NO_LANGUAGES)) {
      add("no_languages", 1.5, "The browser knows no language.");
    }
    if (has(NO_PLUGINS)) {
      add("no_plugins", 0.7, "The browser has neither plugins nor touch.");
    }
  }

  private boolean has(int marker) {
    return (markers & marker) != 0;
  }

  private void timing(Figures figures) {
    var clicks = story.clicks().stream().map(Click::at).toList();
    var gaps = new ArrayList<Long>();
    for (int i = 1; i < clicks.size(); i++) {
      gaps.add(clicks.get(i) - clicks.get(i - 1));
    }
    var pace = Pace.of(gaps);
    if (pace.count() >= 4 && pace.unevenness() < 0.12) {
      add(
          "uniform_timing",
          3,
          "Clicks follow each other every %.2f s, almost to the beat."
              .formatted(pace.mean() / 1000));
    } else if (pace.count() >= 6 && pace.unevenness() < 0.22) {
      add("even_timing", 1.5, "Clicks follow each other more evenly than people's do.");
    }
    int leaps = 0;
    for (int i = 1; i < story.clicks().size(); i++) {
      var from = story.clicks().get(i - 1);
      var to = story.clicks().get(i);
      double way = Math.hypot(to.viewX() - from.viewX(), to.viewY() - from.viewY());
      // Fitts: no hand gets 150 px away and presses within a tenth of a second.
      leaps += way > 150 && to.at() - from.at() < 120 ? 1 : 0;
    }
    if (leaps >= 2) {
      add("superhuman_speed", 3, "%d clicks came faster than a hand gets there.".formatted(leaps));
    } else if (figures.interactions() >= 15 && pace.count() >= 5 && pace.mean() < 250) {
      add(
          "superhuman_speed",
          2,
          "%.0f actions a minute are more than a person's.".formatted(figures.perMinute()));
    }
    if (clicks.size() >= 6 && pace.most() < 1500) {
      add("no_hesitation", 1.5, "No pause before any of %d clicks.".formatted(clicks.size()));
    }
  }

  private void clicks() {
    var mouse =
        story.clicks().stream().filter(c -> !c.is(Flags.TOUCH) && !c.is(Flags.KEYBOARD)).toList();
    long scripted = story.clicks().stream().filter(c -> c.is(Flags.SCRIPTED)).count();
    if (scripted >= 2) {
      add(
          "scripted_clicks",
          Math.min(4, 1.0 + scripted),
          "%d clicks were made by a script.".formatted(scripted));
    }
    if (mouse.size() < ENOUGH_CLICKS) {
      return;
    }
    long teleported = mouse.stream().filter(c -> c.is(Flags.TELEPORTED) || !moved(c)).count();
    double share = teleported / (double) mouse.size();
    if (share > 0.6) {
      add(
          "missing_pointer",
          3,
          "Before %d of %d clicks no pointer moved there.".formatted(teleported, mouse.size()));
    }
    var placed = mouse.stream().filter(c -> c.placeX() != null && c.placeY() != null).toList();
    long centred = placed.stream().filter(Judge::isCentred).count();
    if (placed.size() >= 4 && centred > 0.7 * placed.size()) {
      add(
          "dead_centre",
          3,
          "%d of %d clicks hit their element exactly in the middle."
              .formatted(centred, placed.size()));
    }
  }

  private static boolean isCentred(Click click) {
    return click.placeX() != null
        && click.placeY() != null
        && Math.abs(click.placeX() - 500) <= 12
        && Math.abs(click.placeY() - 500) <= 25;
  }

  /** Whether a movement came near the click in the two seconds before it, or rested there. */
  private boolean moved(Click click) {
    for (var movement : story.movements()) {
      if (movement.start() > click.at() || movement.points().length < 6) {
        continue;
      }
      int[] p = movement.points();
      for (int i = 0; i + 2 < p.length; i += 3) {
        long at = movement.start() + p[i + 2];
        if (at <= click.at()
            && click.at() - at < 60_000
            && Math.hypot(p[i] - click.viewX(), p[i + 1] - click.viewY()) < 80) {
          return true;
        }
      }
    }
    return false;
  }

  private void paths() {
    int straight = 0;
    int even = 0;
    int looked = 0;
    int jumps = 0;
    int steps = 0;
    for (var movement : story.movements()) {
      int[] p = movement.points();
      var path = Path.of(p);
      jumps += path.jumps();
      steps += path.steps();
      if (movement.touch() || path.steps() < 4 || path.chord() < 120) {
        continue;
      }
      looked++;
      straight += path.straightness() > 0.998 ? 1 : 0;
      even += path.speed().unevenness() < 0.15 ? 1 : 0;
    }
    if (looked >= 3 && straight > 0.7 * looked) {
      add(
          "straight_paths",
          2.5,
          "%d of %d ways of the pointer are straight as a ruler.".formatted(straight, looked));
    }
    if (looked >= 3 && even > 0.7 * looked) {
      add(
          "even_speed",
          2.5,
          "The pointer neither speeds up nor slows down on %d of %d ways.".formatted(even, looked));
    }
    if (steps >= 4 && jumps > 0.5 * steps) {
      add("teleporting", 2.5, "The pointer jumps instead of moving, %d times.".formatted(jumps));
    }
  }

  private void typing() {
    var gaps = new ArrayList<Long>();
    var held = new ArrayList<Long>();
    Story.Key last = null;
    for (var key : story.keys()) {
      if (key.down() && !key.repeat()) {
        if (last != null && key.at() - last.at() < 2000) {
          gaps.add(key.at() - last.at());
        }
        last = key;
      } else if (!key.down() && last != null) {
        held.add(key.at() - last.at());
      }
    }
    var pace = Pace.of(gaps);
    if (pace.count() >= 8 && pace.unevenness() < 0.2) {
      add("even_typing", 3, "Keys follow each other evenly, every %.0f ms.".formatted(pace.mean()));
    } else if (pace.count() >= 8 && pace.mean() < 40) {
      add(
          "fast_typing",
          3,
          "%.0f ms from key to key are faster than the fastest typists.".formatted(pace.mean()));
    }
    var hold = Pace.of(held);
    if (hold.count() >= 8 && hold.most() < 15) {
      add(
          "untouched_keys",
          2,
          "No key was held down for longer than %.0f ms.".formatted(hold.most()));
    }
    long entered = story.forms().stream().filter(f -> f.type().equals("input")).count();
    long odd =
        story.forms().stream()
            .filter(f -> f.type().equals("input"))
            .filter(
                f ->
                    (f.flags() & (SET_BY_SCRIPT | WITHOUT_KEYS)) != 0
                        && (f.flags() & PASTED_OR_FILLED) == 0)
            .count();
    if (odd >= 2 && odd > 0.6 * entered) {
      add(
          "typed_without_keys",
          3,
          "%d fields were filled without a key, paste or autofill.".formatted(odd));
    }
  }

  private void scrolling() {
    var steps = new ArrayList<Integer>();
    var gaps = new ArrayList<Long>();
    for (int i = 1; i < story.scrolls().size(); i++) {
      int step = Math.abs(story.scrolls().get(i).y() - story.scrolls().get(i - 1).y());
      if (step > 0) {
        steps.add(step);
        gaps.add(story.scrolls().get(i).at() - story.scrolls().get(i - 1).at());
      }
    }
    if (steps.size() >= 5
        && Pace.of(steps).unevenness() < 0.05
        && Pace.of(gaps).unevenness() < 0.2) {
      add(
          "even_scrolling",
          2.5,
          "%d scrolls, each as far and as long after the last as the others."
              .formatted(steps.size()));
    }
  }

  private void add(String name, double weight, String sentence) {
    reasons.add(new Reason(name, weight, sentence));
  }
}
