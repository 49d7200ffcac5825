package dev.hitlai.bench;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.browser.Actuator;
import dev.hitlai.aitester.browser.BrowserPool.Browsing;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.browser.SessionSettings;
import dev.hitlai.aitester.mind.Decision;
import dev.hitlai.aitester.mind.Mind;
import dev.hitlai.aitester.mind.OfflineMindFactory;
import dev.hitlai.aitester.page.PageView;
import dev.hitlai.aitester.perception.Perception;
import dev.hitlai.bench.SeenSite.Place;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through missions on one site in one body. A browser is asked only where nobody has been
 * before; it walks the known part of the way again first.
 */
final class PersonaWalk implements AutoCloseable {
  static final int MOST_STEPS = 60;

  private final Browsing browsing;
  private final SessionSettings settings;
  private Place start;
  private @Nullable BrowserSession session;
  private @Nullable Place standing;
  private int asked;
  private int different;

  /**
   * @param ended how it ended: done, elsewhere (believed done), gave up, out of steps
   * @param seconds predicted time on task
   * @param why the last reason
   */
  record Result(String ended, double seconds, int steps, String why, List<String> way) {
    boolean done() {
      return ended.equals("done");
    }
  }

  /** An action on the way and where it led. */
  private record Taken(Action action, Place place) {}

  PersonaWalk(Browsing browsing, SessionSettings settings, @Nullable Place known) {
    this.browsing = browsing;
    this.settings = settings;
    start =
        known == null
            ? Place.of(new Outcome(Outcome.Kind.NAVIGATED, "", List.of()), open())
            : known;
  }

  Place start() {
    return start;
  }

  /** How many actions were carried out in the browser. */
  int asked() {
    return asked;
  }

  /** How many pages looked otherwise when they were come to again. */
  int different() {
    return different;
  }

  Result walk(PersonaMission mission, Persona persona, long seed) {
    var address = settings.start();
    var mind = new OfflineMindFactory().create(mission.text(), persona, address, MOST_STEPS, seed);
    var way = new ArrayList<Taken>();
    var trace = new ArrayList<String>();
    var place = start;
    double seconds = 0;
    while (true) {
      var decision = mind.decide(place.view());
      seconds += decision.predictedSeconds();
      var action = decision.action();
      trace.add(
          "%.1f s %s · %s"
              .formatted(decision.predictedSeconds(), action.describe(), decision.reason()));
      if (action instanceof Action.Finish
          || action instanceof Action.GiveUp
          || way.size() >= MOST_STEPS) {
        return new Result(
            ended(action, mission, place), seconds, way.size(), decision.reason(), trace);
      }
      place = after(place, way, action, SeenSite.key(action, mission.text()));
      way.add(new Taken(action, place));
      learn(mind, decision, place, way.size(), persona, address);
    }
  }

  private static String ended(Action last, PersonaMission mission, Place place) {
    return switch (last) {
      case Action.Finish _ -> mission.isDoneOn(place.view()) ? "done" : "elsewhere";
      case Action.GiveUp _ -> "gave up";
      default -> "out of steps";
    };
  }

  private static void learn(
      Mind mind, Decision decision, Place after, int index, Persona persona, URI address) {
    var step =
        new StepRecord(
            index,
            0,
            persona.name(),
            decision.subGoal(),
            decision.action(),
            after.outcome(),
            address.toString(),
            null,
            null,
            decision.reason(),
            decision.scent(),
            decision.predictedSeconds(),
            0,
            mind.mood().sentiment(),
            null);
    mind.learn(step, after.view());
  }

  private Place after(Place place, List<Taken> way, Action action, String key) {
    var known = place.next().get(key);
    return known == null ? explore(place, way, action, key) : known;
  }

  private Place explore(Place place, List<Taken> way, Action action, String key) {
    if (standing != place) {
      goTo(way);
    }
    var found = act(action);
    place.next().put(key, found);
    standing = found;
    return found;
  }

  private void goTo(List<Taken> way) {
    compare(start.view(), open());
    for (var step : way) {
      compare(step.place().view(), act(step.action()).view());
    }
  }

  private void compare(PageView then, PageView now) {
    if (!then.fingerprint().equals(now.fingerprint())) {
      different++;
    }
  }

  private Place act(Action action) {
    asked++;
    var here = java.util.Objects.requireNonNull(session);
    here.release();
    var outcome = new Actuator(here).perform(action);
    here.hold();
    return Place.of(outcome, Perception.of(here));
  }

  private PageView open() {
    close();
    var fresh = browsing.open(settings);
    session = fresh;
    fresh.open(settings.start().toString());
    fresh.settle();
    fresh.keepIncidents();
    fresh.hold();
    return Perception.of(fresh);
  }

  @Override
  public void close() {
    standing = null;
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
