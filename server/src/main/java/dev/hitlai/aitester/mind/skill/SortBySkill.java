package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Sort the table by price, highest first": by a list of orders, else by the column's head. */
final class SortBySkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:sort|order|arrange)\\b.*?\\bby\\s+(?:the"
              + " )?(.+?)(?:\\s+column)?((?:,|\\s+(?:in|from))?\\s*(?:ascending|descending|lowest|highest|low"
              + " to high|high to low|a to z|z to"
              + " a|increasing|decreasing|newest|oldest|largest|smallest)\\b.*)?$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var asked = ASKED.matcher(ahead.first());
    boolean byHand =
        ahead.first().matches("(?i).*\\bby (?:drag|mov|shift|swap|re-?order)\\w*ing\\b.*");
    if (!asked.matches() || byHand) {
      return Optional.empty();
    }
    var column = ahead.plain(asked.group(1));
    var order = asked.group(2) == null ? "" : asked.group(2);
    boolean falling =
        order.matches(
            "(?i).*\\b(?:descending|highest|high to low|z to a|decreasing|newest|largest)\\b.*");
    var select =
        now.matching(t -> t.tag().equals("select"))
            .filter(t -> !option(t, column, falling).isEmpty())
            .findFirst();
    if (select.isPresent()) {
      var option = option(select.get(), column, falling);
      int ref = select.get().node().ref();
      return Assignment.of(
          new Once(
              sight ->
                  sight
                      .again(ref)
                      .map(
                          t ->
                              Turn.act(
                                  new Action.Select(sight.element(t), option),
                                  "this order is asked for"))));
    }
    var jobs = new ArrayList<Job>(List.of(new PressJob(Target.named(column))));
    if (falling) {
      jobs.add(new PressJob(Target.named(column)));
    }
    return Assignment.of(new Sequence(jobs));
  }

  private static String option(Thing select, String column, boolean falling) {
    var control = select.control();
    if (control == null || control.field() == null) {
      return "";
    }
    var named = control.field().options().stream().filter(o -> Texts.contains(o, column)).toList();
    return named.stream()
        .filter(
            o ->
                o.matches(
                        "(?i).*\\b(?:descending|high(?:est)? (?:to|first)|z to a|newest|desc)\\b.*")
                    == falling)
        .findFirst()
        .orElse(named.isEmpty() ? "" : named.getFirst());
  }
}
