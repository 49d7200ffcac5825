package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** "Pick the card with the greatest number" where the numbers show only once one turns them up. */
final class TurnUpSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:find|pick|choose|select|click|press|take|turn)\\b.*\\b(?:card|tile|box|door|square|button|one|envelope|cell)s?\\b.*\\b(?:greatest|largest|highest|biggest|smallest|lowest|least|most|fewest|maximum|minimum)\\b.*$|^(?:find|pick|choose|select|click|press)\\b.*\\b(?:greatest|largest|highest|biggest|smallest|lowest|maximum|minimum)\\b.*\\b(?:card|tile|number|value)s?\\b.*$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    if (!ASKED.matcher(ahead.first()).matches() || Looks.speaksIn(ahead.first())) {
      return Optional.empty();
    }
    var hidden = hidden(now);
    return hidden.isEmpty()
        ? Optional.empty()
        : Assignment.of(new TurnUpJob(hidden, Superlatives.isLeast(ahead.first())));
  }

  /** Like things that all show the same, or nothing. */
  private static List<Integer> hidden(Sight now) {
    return Peers.groups(now).stream()
        .filter(group -> group.size() > 1 && group.size() < 20)
        .filter(group -> group.stream().noneMatch(t -> t.text().matches(".*\\d.*")))
        .filter(group -> group.stream().map(Thing::text).distinct().count() == 1)
        .findFirst()
        .map(group -> group.stream().map(t -> t.node().ref()).toList())
        .orElse(List.of());
  }

  /** Turns up one after the other, then takes the best again. */
  private static final class TurnUpJob implements Job {
    private final List<Integer> cards;
    private final boolean least;
    private final List<Double> seen = new ArrayList<>();
    private Set<String> before = Set.of();
    private int turned;
    private boolean taken;

    TurnUpJob(List<Integer> cards, boolean least) {
      this.cards = cards;
      this.least = least;
    }

    @Override
    public Turn turn(Sight now) {
      if (taken) {
        return Turn.done();
      }
      if (turned > seen.size()) {
        seen.add(number(cards.get(turned - 1), now));
      }
      if (turned < cards.size()) {
        before = new HashSet<>(now.lines());
        return press(cards.get(turned++), now, "it has to be turned up first");
      }
      taken = true;
      int best = best();
      return best == cards.size() - 1 && shows(cards.get(best), now)
          ? Turn.done()
          : press(cards.get(best), now, "it shows the number asked for");
    }

    private static Turn press(int ref, Sight now, String why) {
      return now.again(ref)
          .map(t -> Turn.press(now, t, why))
          .orElseGet(() -> Turn.stuck("it is gone"));
    }

    private static boolean shows(int ref, Sight now) {
      return now.again(ref).filter(t -> t.text().matches(".*\\d.*")).isPresent();
    }

    private int best() {
      int best = 0;
      for (int i = 1; i < seen.size(); i++) {
        boolean better =
            Double.isNaN(seen.get(best))
                || (least ? seen.get(i) < seen.get(best) : seen.get(i) > seen.get(best));
        best = better ? i : best;
      }
      return best;
    }

    /** On the card itself, else what is newly said on the page. */
    private double number(int ref, Sight now) {
      var own = now.again(ref).map(Thing::text).orElse("");
      return own.matches(".*\\d.*")
          ? Texts.amount(own)
          : now.lines().stream()
              .filter(line -> !before.contains(line) && line.matches(".*\\d.*"))
              .findFirst()
              .map(Texts::amount)
              .orElse(Double.NaN);
    }
  }
}
