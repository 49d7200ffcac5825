package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what the instruction names among what is seen. */
final class Finder {
  private static final double GOOD = 0.5;
  private static final double EXACT = 0.9;

  /** "Fourth row", "row 4": told by counting, not by words. */
  private static final Pattern NTH_ROW =
      Pattern.compile(
          "(?i)(?:the"
              + " )?(?:(?:\\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)"
              + " (?:row|line|card|post|item|entry|product|message|e-?mail|tile|box|result)|(?:row|line|card|item|entry)"
              + " (?:number |no\\. ?)?(\\d+))(?: .*)?");

  /** What a name is the name of: "train X55", "customer Ann Lee", "order number 1170". */
  private static final Pattern NOUN =
      Pattern.compile("^(?:(?:the )?\\p{Ll}[\\p{Ll}.-]* ){1,3}(?=[\\p{Lu}\\d#@])");

  private final Sight now;

  Finder(Sight now) {
    this.now = now;
  }

  private record Match(Thing thing, double fit) {}

  /** The thing meant, or empty when nothing shown fits well enough. */
  Optional<Thing> find(Target target) {
    return find(target, thing -> true);
  }

  Optional<Thing> find(Target target, Predicate<Thing> condition) {
    if (!target.beside().isBlank()) {
      var inRow = beside(target, condition);
      if (inRow.isPresent()) {
        return inRow;
      }
      return Optional.empty();
    }
    return choose(all(target, condition), target);
  }

  private static Optional<Thing> choose(List<Thing> found, Target target) {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int index = target.ordinal() < 0 ? found.size() - 1 : Math.max(0, target.ordinal() - 1);
    return index < found.size() ? Optional.of(found.get(index)) : Optional.empty();
  }

  /** All that fit about as well as the best, in document order. */
  List<Thing> all(Target target, Predicate<Thing> condition) {
    var matches = new ArrayList<Match>();
    for (var thing : now.things()) {
      if (condition.test(thing) && !thing.node().disabled()) {
        double fit = fit(target, thing);
        if (fit >= GOOD) {
          matches.add(new Match(thing, fit));
        }
      }
    }
    double best = matches.stream().mapToDouble(Match::fit).max().orElse(0);
    var equal = matches.stream().filter(m -> m.fit() > best - 0.02).map(Match::thing).toList();
    return Nesting.innermost(equal);
  }

  private double fit(Target target, Thing thing) {
    double words =
        target.isNameless()
            ? (Kinds.is(target.kind(), thing) ? typical(target, thing) : 0)
            : words(target, thing);
    if (words == 0) {
      return 0;
    }
    double kind = target.kind().isEmpty() || Kinds.is(target.kind(), thing) ? 0.1 : 0;
    double usable = thing.isPressable() ? 0.1 : 0;
    var dialog = now.dialog();
    double front = dialog == null || thing.isIn(dialog) ? 0 : -0.3;
    return words + kind + usable + front;
  }

  /** "A text field" is rather one for a line than one for a whole text. */
  private static double typical(Target target, Thing thing) {
    boolean area = target.kind().equals("field") && !thing.tag().equals("input");
    return area && target.ordinal() == 0 ? 0.7 : 0.8;
  }

  private static double words(Target target, Thing thing) {
    return target.wordings().stream().mapToDouble(w -> words(w, thing)).max().orElse(0);
  }

  /** How well words name a thing: 1 for its very name. */
  static double words(String wanted, Thing thing) {
    double best =
        Math.max(likeness(wanted, thing.text()), 0.98 * likeness(wanted, thing.node().name()));
    if (best < EXACT && !thing.own().isBlank()) {
      best = Math.max(best, 0.97 * likeness(wanted, thing.own()));
    }
    if (best < GOOD && !thing.hasWords() && !thing.node().hint().isBlank()) {
      best =
          Math.max(
              best, 0.6 * Icons.likeness(wanted, thing.node().hint() + " " + thing.node().name()));
    }
    if (best < GOOD && wanted.length() == 1 && thing.isPressable()) {
      best = Math.max(best, 0.6 * Icons.likeness(wanted, thing.text() + " " + thing.node().name()));
    }
    if (best < GOOD && Icons.isSign(thing.text())) {
      best = Math.max(best, 0.6 * Icons.likeness(wanted, Icons.meaning(thing.text())));
    }
    return best;
  }

  static double likeness(String wanted, String label) {
    if (wanted.isBlank() || label.isBlank() || label.length() > 20 * wanted.length() + 200) {
      return 0;
    }
    if (wanted.equals(label)) {
      return 1;
    }
    if (Texts.same(wanted, label)) {
      return 0.97;
    }
    double share = (double) wanted.length() / Math.max(wanted.length(), label.length());
    if (Texts.contains(label, wanted)) {
      boolean leads = Texts.plain(label).startsWith(Texts.plain(wanted));
      return (leads ? 0.62 : 0.55) + 0.2 * share;
    }
    if (label.length() > 1 && Texts.contains(wanted, label) && share > 0.5) {
      return 0.45 + 0.2 * label.length() / wanted.length();
    }
    return meaning(wanted, label);
  }

  private static double meaning(String wanted, String label) {
    if (label.length() > 80) {
      return 0;
    }
    Set<String> asked = Words.concepts(wanted);
    Set<String> offered = Words.concepts(label);
    return !asked.isEmpty() && asked.equals(offered) ? 0.8 : 0;
  }

  private static String number(@Nullable String digits) {
    return digits == null ? "" : digits;
  }

  /** What belongs to the row, card or entry that some words stand in. */
  private Optional<Thing> beside(Target target, Predicate<Thing> condition) {
    var bare = new Target(target.words(), target.kind(), target.ordinal(), "", target.quoted());
    var nth = NTH_ROW.matcher(target.beside());
    if (nth.matches()) {
      int ordinal =
          Texts.ordinal(target.beside()).orElse(Integer.parseInt("0" + number(nth.group(1))));
      return choose(
          all(bare, condition),
          new Target(target.words(), target.kind(), ordinal, "", target.quoted()));
    }
    for (var anchor : anchors(target.beside())) {
      var row = Rows.around(anchor, now, t -> condition.test(t) && fit(bare, t) >= GOOD);
      if (row != null) {
        var inside = new ArrayList<Match>();
        row.all()
            .filter(condition)
            .filter(t -> !t.isIn(anchor) || anchor == row)
            .forEach(t -> inside.add(new Match(t, fit(bare, t))));
        double best = inside.stream().mapToDouble(Match::fit).max().orElse(0);
        if (best >= GOOD) {
          var equal = inside.stream().filter(m -> m.fit() > best - 0.02).map(Match::thing).toList();
          return choose(own(Nesting.innermost(equal), anchor, target), target);
        }
      }
    }
    return Optional.empty();
  }

  /** Cells that no row holds together: those on the line of the anchor, else the next behind it. */
  private static List<Thing> own(List<Thing> found, Thing anchor, Target target) {
    if (found.size() < 2 || target.ordinal() != 0) {
      return found;
    }
    var beside = found.stream().filter(t -> Rows.sameLine(t, anchor)).toList();
    var behind = found.stream().filter(t -> t.order() > anchor.order()).toList();
    return !beside.isEmpty() ? beside : behind.isEmpty() ? found : behind;
  }

  /** What a row is named by: the words themselves, or the name in them ("train X55"). */
  private List<Thing> anchors(String words) {
    var named = all(Target.named(words), Thing::hasWords);
    if (named.stream().anyMatch(thing -> Texts.same(thing.text(), words))) {
      return named;
    }
    var name = NOUN.matcher(words).replaceFirst("");
    var called = all(Target.named(name), Thing::hasWords);
    boolean exact = called.stream().anyMatch(thing -> Texts.same(thing.text(), name));
    return named.isEmpty() || exact ? called : named;
  }

  /** The field that goes by these words: by its label, else by what stands before it. */
  Optional<Thing> field(Target target, Predicate<Thing> condition) {
    var fields = now.fields().stream().filter(condition).toList();
    if (target.isNameless() || target.words().matches("(?i)(?:text|input|it|answer|empty|blank)")) {
      return choose(fields, target);
    }
    return fields.stream()
        .map(field -> new Match(field, FieldNames.fit(target.words(), field, now)))
        .filter(match -> match.fit() >= GOOD)
        .max(Comparator.comparingDouble(Match::fit))
        .map(Match::thing);
  }
}
