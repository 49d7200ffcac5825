package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.goal.Goal;
import dev.hitlai.aitester.page.Element;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Visits the main areas of the site, those of the menu first, then what they lead to. */
final class LookAroundPursuit implements Pursuit {
  /** A place that was seen from somewhere and not visited. */
  private record Place(String address, String label) {}

  private final Goal goal;
  private final int maxSteps;
  private final Deque<Place> waiting = new ArrayDeque<>();
  private final Set<String> known = new HashSet<>();
  private @Nullable String lastKey;
  private int steps;
  private int visited;

  LookAroundPursuit(Goal goal, int maxSteps) {
    this.goal = goal;
    this.maxSteps = maxSteps;
  }

  @Override
  public Goal goal() {
    return goal;
  }

  @Override
  public Optional<String> reached(Situation now) {
    if (steps > 0 && (steps >= maxSteps - 1 || waiting.isEmpty() && known.size() <= visited)) {
      return Optional.of("looked at " + visited + " pages");
    }
    return Optional.empty();
  }

  @Override
  public Optional<Move> next(Situation now) {
    steps++;
    if (!now.key().equals(lastKey)) {
      lastKey = now.key();
      note(now);
    }
    return nextPlace(now)
        .or(
            () ->
                Optional.of(
                    Move.of(
                        new Action.Finish("looked at " + visited + " pages"),
                        "everything was looked at",
                        1)));
  }

  private void note(Situation now) {
    known.add(PageReading.address(now.page().url()));
    visited++;
    now.pressable().stream()
        .filter(element -> element.link() != null)
        .sorted(Comparator.comparingInt(LookAroundPursuit::rank))
        .forEach(this::note);
  }

  private void note(Element element) {
    var link = element.link();
    if (link != null) {
      var address = PageReading.address(link.href());
      if (known.add(address)) {
        waiting.add(new Place(address, element.label()));
      }
    }
  }

  /** The menu shows the main areas, then the content, the foot last. */
  private static int rank(Element element) {
    return switch (element.context().landmark()) {
      case "navigation", "banner" -> 0;
      case "contentinfo" -> 2;
      default -> 1;
    };
  }

  private Optional<Move> nextPlace(Situation now) {
    var place = waiting.poll();
    while (place != null && now.memory().hasVisited(place.address())) {
      place = waiting.poll();
    }
    return place == null ? Optional.empty() : Optional.of(goTo(place, now));
  }

  private static Move goTo(Place place, Situation now) {
    return now.pressable().stream()
        .filter(
            e -> e.link() != null && PageReading.address(e.link().href()).equals(place.address()))
        .findFirst()
        .map(e -> Move.click(e, "\"" + place.label() + "\" has not been looked at", 0.5))
        .orElseGet(
            () ->
                Move.of(
                    new Action.Open(URI.create(place.address())),
                    "\"" + place.label() + "\" has not been looked at",
                    0.5));
  }

  @Override
  public String query() {
    return "";
  }
}
