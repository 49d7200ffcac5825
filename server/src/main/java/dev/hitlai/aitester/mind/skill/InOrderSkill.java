package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * "Click the numbers in ascending order", "press the buttons from 1 to 5", "in alphabetical order".
 */
final class InOrderSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:click|press|tap|select|hit|touch|choose|pick)\\b.*\\b(?:in (?:\\w+ )*order(?!"
              + " (?:no\\b|number|#?\\d|Q))|ascending|descending|(?:starting|beginning)"
              + " (?:with|from|at) the"
              + " (?:smallest|lowest|least|largest|highest|greatest|biggest)|from (?:the"
              + " )?(?:smallest|lowest|least|largest|highest|greatest|biggest|low|high|small|large)(?:"
              + " number| one| value)? to|from (?:\\d+|[a-z]) (?:to|through) (?:\\d+|[a-z])|one"
              + " after (?:another|the other)|alphabetically)\\b.*");

  private static final Pattern LISTED =
      Pattern.compile(
          "(?i)^(?:click|press|tap|select|hit|choose)\\b.*?\\b(?:in (?:this|the"
              + " following|that|exactly this) (?:order|sequence)|one after the other|in"
              + " turn)\\s*[:,]?\\s*(.{3,})$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var list = LISTED.matcher(ahead.first());
    if (list.matches()) {
      var names = ChooseSkill.items(list.group(1), ahead);
      if (names.size() > 1 && !isOrder(list.group(1))) {
        return Assignment.of(
            new Sequence(
                names.stream().map(name -> (Job) new PressJob(Target.named(name))).toList()));
      }
    }
    if (!ASKED.matcher(ahead.first()).matches()) {
      return Optional.empty();
    }
    boolean falling =
        ahead
            .first()
            .matches(
                "(?i).*\\b(?:descending|decreasing|falling|reverse|(?:from|with|at)(?: the)?"
                    + " (?:large|largest|high|highest|greatest|biggest)\\b|from [2-9]\\d* to"
                    + " 1\\b|(?:largest|highest|greatest|biggest) (?:number |one"
                    + " )?(?:first|to)\\b).*");
    boolean letters =
        ahead.first().matches("(?i).*\\b(?:alphabet\\w*|from [a-z] (?:to|through) [a-z])\\b.*");
    return Assignment.of(new InOrderJob(falling, letters));
  }

  /** "Starting with the smallest": how they are ordered, no list of them. */
  private static boolean isOrder(String words) {
    return words.matches(
        "(?i).*\\b(?:starting|beginning|(?:small|low|great|larg|high|bigg)est|ascending|descending)\\b.*");
  }

  private static final class InOrderJob implements Job {
    private final boolean falling;
    private final boolean letters;
    private final Set<String> pressed = new HashSet<>();

    InOrderJob(boolean falling, boolean letters) {
      this.falling = falling;
      this.letters = letters;
    }

    @Override
    public Turn turn(Sight now) {
      var order =
          letters
              ? Comparator.comparing(Thing::text)
              : Comparator.comparingDouble((Thing t) -> Texts.amount(t.text()));
      var all = new ArrayList<>(candidates(now));
      all.sort(falling ? order.reversed() : order);
      return all.stream()
          .filter(t -> pressed.add(t.text()))
          .findFirst()
          .map(t -> Turn.press(now, t, "it comes next"))
          .orElseGet(Turn::done);
    }

    private List<Thing> candidates(Sight now) {
      var form = letters ? "\\p{L}[\\p{L} ]{0,20}" : "-?\\d{1,6}";
      return Nesting.innermost(
          now.matching(
                  t ->
                      t.text().matches(form)
                          && !t.isField()
                          && !t.text().matches("(?i)submit|ok|reset"))
              .toList());
    }
  }
}
