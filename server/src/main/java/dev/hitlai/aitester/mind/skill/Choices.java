package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The options and boxes of a page that a wish speaks of. */
final class Choices {
  private static final Pattern NEGATED =
      Pattern.compile(
          "(?i)(?:\\b(?:without|no|not|none|never|nor|except|skip|refuse|decline|leave out|instead"
              + " of|only on one|single)\\b|(?<!have|has|had|did)n['’]t\\b)[^.;]*$");
  private static final Pattern UNDONE_AFTER =
      Pattern.compile(
          "(?i)\\b(?:should|must|shall|may|can|will|would|need|is|are|do|does)"
              + " ?(?:not\\b|n['’]t\\b)");
  private static final Set<String> ASIDE = Set.of("should", "must", "shall", "may", "not", "be");
  private static final Pattern AROUND =
      Pattern.compile(
          "(?i)\\b(?:includ\\p{L}+|add|please|yes|optional(?:ly)?|extra|i|i'd|we|would|like|want|need"
              + "|my|our|me|us|also|with|wanted|needed|required)\\b");
  private static final Pattern UNDONE =
      Pattern.compile(
          "(?i)\\b(?:untick|uncheck|clear|deselect|turn off|switch off|remove)\\b[^.;]*$");

  private final Wish wish;
  private final List<Slot> slots;
  private final List<Matching.Placed> placed = new ArrayList<>();
  private final Set<Mention> used = new HashSet<>();

  Choices(Wish wish, List<Slot> slots) {
    this.wish = wish;
    this.slots = slots;
    var parts = new TimeParts(wish, slots);
    placed.addAll(parts.placed());
    used.addAll(parts.used());
    for (var slot : slots) {
      if (slot.kind() == Slot.Kind.OPTIONS && !isPlaced(slot)) {
        option(slot);
      }
    }
    for (var slot : slots) {
      if (slot.kind() == Slot.Kind.BOX) {
        box(slot);
      }
    }
  }

  List<Matching.Placed> placed() {
    return placed;
  }

  Set<Mention> used() {
    return used;
  }

  private boolean isPlaced(Slot slot) {
    return placed.stream().anyMatch(one -> one.slot().ref() == slot.ref());
  }

  private void place(Slot slot, String value) {
    placed.add(new Matching.Placed(slot, value));
  }

  private void option(Slot slot) {
    record Named(String option, MatchResult at) {}
    var named =
        slot.offers().stream()
            .flatMap(option -> said(option).map(at -> new Named(option, at)).stream())
            .filter(one -> !one.option().matches("\\d{1,3}") || isCounted(slot, one.at()))
            .sorted(Comparator.comparingInt((Named one) -> -one.option().length()))
            .toList();
    var apart =
        named.stream()
            .filter(
                one ->
                    named.stream()
                        .noneMatch(
                            other ->
                                other.option().length() > one.option().length()
                                    && other.at().start() <= one.at().start()
                                    && other.at().end() >= one.at().end()))
            .filter(one -> !isNegated(one.at().start()))
            .toList();
    var exact = apart.stream().filter(one -> Texts.same(one.at().group(), one.option())).toList();
    var only = exact.size() == 1 ? exact : apart; // "Bills" is less meant by "bill"
    if (slot.takesSeveral() && only.size() > 1) {
      only.forEach(
          one -> {
            take(one.at());
            place(slot, one.option());
          });
    } else if (only.size() == 1) {
      take(only.getFirst().at());
      place(slot, only.getFirst().option());
    } else if (apart.size() > 1) {
      apart.stream()
          .filter(one -> tie(slot, one.at()) > 1)
          .max(Comparator.comparingDouble(one -> tie(slot, one.at())))
          .ifPresent(
              one -> {
                take(one.at());
                place(slot, one.option());
              });
    } else {
      meant(slot).ifPresent(option -> place(slot, option));
    }
  }

  /** "2 nights" is "two nights" as well. */
  private Optional<MatchResult> said(String option) {
    var number = Pattern.compile("(?<![\\d:.])\\d{1,2}(?= \\p{L})").matcher(option);
    var head = option.split("\\s*[·(–—|,:]")[0].strip(); // "Savings · 8,400.50"
    return wish.at(option)
        .or(
            () ->
                head.length() > 2 && !head.equals(option) && isOnlyHead(head)
                    ? wish.at(head)
                    : Optional.empty())
        .or(
            () ->
                number.find()
                    ? Texts.word(Integer.parseInt(number.group()))
                        .flatMap(word -> wish.at(number.replaceFirst(word)))
                    : Optional.empty());
  }

  /** No other option begins so. */
  private boolean isOnlyHead(String head) {
    return slots.stream()
            .flatMap(one -> one.offers().stream())
            .filter(o -> o.startsWith(head))
            .count()
        == 1;
  }

  /** A number is an option of a list only where the list is spoken of beside it. */
  private boolean isCounted(Slot slot, MatchResult at) {
    return tie(slot, at) > 1 || slot.name().isBlank() && isOnlyCount(slot);
  }

  /** The only list of numbers, without a name, for the only number that is said. */
  private boolean isOnlyCount(Slot slot) {
    return slots.stream()
            .filter(one -> one.kind() == Slot.Kind.NUMBER || isNumbers(one))
            .allMatch(one -> one == slot)
        && isNumbers(slot)
        && wish.mentions().stream()
                .filter(one -> one.kind() == Mention.Kind.NUMBER && !one.isDoubtful(wish.words()))
                .count()
            == 1;
  }

  private static boolean isNumbers(Slot slot) {
    return slot.kind() == Slot.Kind.OPTIONS
        && slot.offers().stream().allMatch(o -> o.matches("\\d{1,3}"));
  }

  /** How near the words of the wish bring an option to its list; 0 when it is no value of it. */
  private double tie(Slot slot, MatchResult at) {
    return wish.mentions().stream()
        .filter(one -> one.start() <= at.start() && one.end() >= at.end())
        .findFirst()
        .map(one -> new Anchors(wish.words()).tie(one, slot))
        .orElse(0.0);
  }

  /** Another form of the same words: "medium" for "Medium size". */
  private Optional<String> meant(Slot slot) {
    var said = Words.concepts(wish.words());
    var meant =
        slot.offers().stream()
            .filter(option -> !Words.concepts(option).isEmpty() && !option.matches(".*\\d.*"))
            .filter(option -> said.containsAll(Words.concepts(option)))
            .toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  private void take(MatchResult at) {
    wish.mentions().stream()
        .filter(one -> one.start() < at.end() && at.start() < one.end())
        .forEach(used::add);
  }

  private boolean isNegated(int place) {
    var clause = clauseBefore(place);
    return NEGATED.matcher(clause).find() && clause.lastIndexOf(" but ") < 0;
  }

  private String clauseBefore(int place) {
    var before = wish.words().substring(0, place);
    int from = Math.max(before.lastIndexOf(". "), before.lastIndexOf(", but "));
    return from < 0 ? before : before.substring(from);
  }

  /** A box that a clause speaks of, and whether it is wanted by it. */
  private record Said(boolean wanted, double fit) {}

  private void box(Slot slot) {
    var named = Words.concepts(matter(slot.name()));
    if (named.isEmpty()) {
      return;
    }
    Said best = null;
    int from = 0;
    for (var clause : wish.words().split("(?<=[.;,]) |(?= but )")) {
      var said = said(clause, from, slot, named);
      if (said != null && (best == null || said.fit() > best.fit())) {
        best = said;
      }
      from +=
          clause.length()
              + (clause.endsWith(".") || clause.endsWith(",") || clause.endsWith(";") ? 1 : 0);
    }
    if (best != null) {
      place(slot, String.valueOf(best.wanted()));
    }
  }

  private @Nullable Said said(String clause, int from, Slot slot, Set<String> named) {
    var said = Words.concepts(clause);
    var shared = named.stream().filter(said::contains).toList();
    boolean whole = shared.size() == named.size();
    boolean about =
        !said.isEmpty()
            && UNDONE_AFTER.matcher(clause).find()
            && 2 * shared.size() >= said.stream().filter(one -> !ASIDE.contains(one)).count()
            && shared.stream().anyMatch(this::isOwn);
    if (!whole && !about && !(shared.contains(head(slot.name())) && isOwn(head(slot.name())))) {
      return null;
    }
    int at = from + firstOf(clause, Set.copyOf(shared));
    var upTo = clauseBefore(Math.min(wish.words().length(), at));
    boolean against = about || NEGATED.matcher(upTo).find() || UNDONE.matcher(upTo).find();
    boolean other =
        slot.name().matches("(?i).*\\b(?:both|two)\\b.*")
            && clause.matches("(?i).*\\b(?:one|single)\\b.*");
    return new Said(!against && !other, (whole ? 2 : 0) + (about ? 1 : 0) + (against ? 0.5 : 0));
  }

  /** "Breakfast included", "I want a receipt": what it is about. */
  private static String matter(String label) {
    var matter = AROUND.matcher(label).replaceAll(" ").strip();
    return Words.concepts(matter).isEmpty() ? label : matter;
  }

  /** The last word of a label says most. */
  private static String head(String label) {
    return Words.concepts(label).stream().reduce("", (first, last) -> last);
  }

  /** Long enough to mean something, and on no other box or list. */
  private boolean isOwn(String concept) {
    return concept.length() > 3
        && slots.stream().filter(one -> Words.concepts(one.name()).contains(concept)).count() == 1;
  }

  private static int firstOf(String clause, Set<String> concepts) {
    var match = Pattern.compile("[\\p{L}\\p{N}]+").matcher(clause);
    while (match.find()) {
      if (Words.concepts(match.group()).stream().anyMatch(concepts::contains)) {
        return match.start();
      }
    }
    return clause.length();
  }
}
