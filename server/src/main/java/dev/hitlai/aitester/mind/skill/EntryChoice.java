package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which of several like things is meant: by what it says, by its figures, by its place. */
final class EntryChoice {
  private static final double LEAST = 0.35;
  private static final double MOSTLY = 0.7;
  private static final double SAME = 0.01;

  private final Errand errand;
  private final Limits limits;
  private final Set<String> wanted;
  private final Set<String> denied;

  EntryChoice(Errand errand) {
    this.errand = errand;
    limits = Limits.in(errand.wanted());
    wanted = new HashSet<>(errand.concepts());
    denied = errand.denied();
    errand.strongDeeds().forEach(deed -> wanted.removeAll(Words.concepts(deed)));
    wanted.removeIf(Superlatives::speaksIn);
  }

  /** Empty when none of them is meant, or it can't be told which. */
  Optional<Entry> of(List<Entry> entries) {
    var weights = weights(entries);
    var fitting =
        entries.stream()
            .filter(limits::holds)
            .filter(one -> !one.denies(wanted) && !isOther(one))
            .toList();
    double best = fitting.stream().mapToDouble(one -> score(one, weights)).max().orElse(0);
    var equal = fitting.stream().filter(one -> score(one, weights) > best - SAME).toList();
    boolean measured = limits.applies(entries);
    if (measured && limits.extreme().isPresent()) {
      return limits.best(equal);
    }
    if (best < LEAST && !measured) {
      return byPlace(equal);
    }
    return equal.size() == 1 ? Optional.of(equal.getFirst()) : byPlace(equal);
  }

  /** It says most of what is asked for: no other that is not shown yet will say more. */
  boolean isWhole(Entry entry) {
    var said = entry.concepts();
    long met = wanted.stream().filter(said::contains).count();
    return errand.ordinal().isPresent()
        || limits.extreme().isPresent()
        || wanted.isEmpty()
        || met >= MOSTLY * wanted.size();
  }

  /** Of several controls in an entry: the one beside what looks like the value that is given. */
  Optional<Thing> in(Entry entry, List<Thing> controls, Sight now) {
    var inside = controls.stream().filter(t -> t.isIn(entry.part())).toList();
    var kinds =
        errand.wish(now).mentions().stream()
            .map(Mention::kind)
            .filter(kind -> kind != Mention.Kind.NAME)
            .collect(Collectors.toSet());
    var like =
        Entry.around(inside).stream()
            .filter(
                one ->
                    Wish.in(one.words()).mentions().stream()
                        .anyMatch(said -> kinds.contains(said.kind())))
            .map(Entry::control)
            .toList();
    return inside.size() == 1
        ? Optional.of(inside.getFirst())
        : like.size() == 1 ? Optional.of(like.getFirst()) : Optional.empty();
  }

  /** "The second of them", "the last". */
  private Optional<Entry> byPlace(List<Entry> equal) {
    var ordinal = errand.ordinal();
    if (ordinal.isEmpty() || equal.size() < 2) {
      return Optional.empty();
    }
    int index = ordinal.getAsInt() < 0 ? equal.size() - 1 : ordinal.getAsInt() - 1;
    return index < equal.size() ? Optional.of(equal.get(index)) : Optional.empty();
  }

  /** What few of them speak of tells most; what all or none speak of tells nothing. */
  private Map<String, Double> weights(List<Entry> entries) {
    var weights = new HashMap<String, Double>();
    for (var concept : wanted) {
      long met = entries.stream().filter(one -> one.concepts().contains(concept)).count();
      if (met > 0 && met < entries.size()) {
        weights.put(concept, Math.log(1 + (double) entries.size() / met));
      }
    }
    return weights;
  }

  private double score(Entry entry, Map<String, Double> weights) {
    var said = entry.concepts();
    double met =
        weights.entrySet().stream()
            .filter(one -> said.contains(one.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    long against = denied.stream().filter(said::contains).count();
    return met + (isNamed(entry, weights) ? 1 : 0) - 2.0 * against;
  }

  /** The request says its very words. */
  private boolean isNamed(Entry entry, Map<String, Double> weights) {
    return entry
        .part()
        .all()
        .map(Thing::own)
        .filter(own -> isTelling(own, weights))
        .anyMatch(this::isSaid);
  }

  /** What all of them say tells none from the others. */
  private static boolean isTelling(String own, Map<String, Double> weights) {
    var named = Words.concepts(own);
    return named.isEmpty() || named.stream().anyMatch(weights::containsKey);
  }

  /** One or two letters are a name only as they are written: size M. */
  private boolean isSaid(String own) {
    if (own.length() > 2) {
      return Texts.contains(errand.wanted(), own) && !errand.deeds().contains(Texts.plain(own));
    }
    return own.matches("(?![AI]$)\\p{Lu}{1,2}")
        && Pattern.compile("(?<!\\p{L})" + own + "(?!\\p{L})").matcher(errand.wanted()).find();
  }

  /** Another one is told by its very name. */
  private boolean isOther(Entry entry) {
    return errand.clauses().quotations().stream()
        .filter(quoted -> !Texts.contains(entry.words(), quoted))
        .anyMatch(quoted -> Words.coverage(quoted, entry.words()) > 0.3);
  }
}
