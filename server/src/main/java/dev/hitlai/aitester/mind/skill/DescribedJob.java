package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Presses the control that shares most with a description; rare words tell more than common. */
final class DescribedJob implements Job {
  /** Where a thing is, or what it is drawn as, tells nothing about it. */
  private static final String PLACES =
      "menu|list|page|button|link|tab|row|box|field|icon|dialog|form";

  private static final double LEAST_SHARE = 0.3;
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");

  private final String words;

  /** What is to be written is no name of anything. */
  private static final Pattern SPOKEN =
      Pattern.compile(
          "(?i)\\b(?:comment|reply|answer|post|write|say|type|add|leave|respond|note|send|enter|text|message|words?|saying|with)"
              + " Q\\d+");

  private final List<String> names;
  private final List<String> proper;
  private final BriefJob details;
  private boolean pressed;
  private boolean asked;

  DescribedJob(Clauses ahead) {
    words = ahead.plain(ahead.first());
    names = ahead.quotedIn(SPOKEN.matcher(ahead.first()).replaceAll(""));
    proper =
        Wish.of(ahead, 1).mentions().stream()
            .filter(one -> one.kind() == Mention.Kind.NAME && one.text().contains(" "))
            .map(Mention::text)
            .toList();
    details = new BriefJob(ahead, ahead.texts().size() > 1);
  }

  private record Candidate(Thing thing, Set<String> label, Set<String> around, Thing card) {
    boolean speaksOf(String concept) {
      return label.contains(concept) || around.contains(concept);
    }
  }

  @Override
  public boolean fits(Sight now) {
    return find(now).isPresent();
  }

  @Override
  public Turn turn(Sight now) {
    if (pressed) {
      asked = asked || details.fits(now); // the press may have opened a form for the rest
      return asked ? details.turn(now) : Turn.done();
    }
    pressed = true;
    return find(now)
        .map(t -> Turn.press(now, Handles.of(t, now), "the words describe it best"))
        .orElseGet(() -> Turn.stuck("nothing is like “" + words + "”"));
  }

  private Optional<Thing> find(Sight now) {
    var candidates = candidates(now);
    var wanted = concepts(words);
    wanted.removeIf(word -> Superlatives.speaksIn(word) || word.matches(PLACES));
    var weights = weights(wanted, candidates);
    double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    double best = candidates.stream().mapToDouble(one -> score(one, weights)).max().orElse(0);
    var equal = candidates.stream().filter(one -> score(one, weights) > best - 0.01).toList();
    if (best <= 0 || best < LEAST_SHARE * all || isOther(equal, now)) {
      return Optional.empty();
    }
    return decide(equal);
  }

  /** What is told by its very name is not taken for something that only resembles it. */
  private boolean isOther(List<Candidate> found, Sight now) {
    boolean asks = now.fields().stream().anyMatch(f -> f.takesText() && f.value().isBlank());
    var told = names.isEmpty() && !asks ? proper : names;
    return !told.isEmpty()
        && found.stream()
            .noneMatch(one -> told.stream().anyMatch(name -> speaksOf(one.card(), name)));
  }

  private static boolean speaksOf(Thing card, String name) {
    return Texts.contains(texts(card), name)
        || Words.concepts(texts(card)).containsAll(Words.concepts(name));
  }

  private Optional<Thing> decide(List<Candidate> equal) {
    if (Superlatives.speaksIn(words) && equal.size() > 1) {
      return Extremes.of(equal.stream().map(Candidate::card).toList(), words)
          .flatMap(
              card ->
                  equal.stream()
                      .filter(one -> one.card() == card)
                      .map(Candidate::thing)
                      .findFirst());
    }
    var ordinal = Texts.ordinal(words);
    if (ordinal.isPresent() && equal.size() > 1) {
      int index = ordinal.getAsInt() < 0 ? equal.size() - 1 : ordinal.getAsInt() - 1;
      return index < equal.size() ? Optional.of(equal.get(index).thing()) : Optional.empty();
    }
    return equal.size() == 1 ? Optional.of(equal.getFirst().thing()) : Optional.empty();
  }

  /** Words that few candidates speak of weigh most; those of none weigh, too, against all. */
  private static Map<String, Double> weights(Set<String> wanted, List<Candidate> candidates) {
    var weights = new HashMap<String, Double>();
    for (var concept : wanted) {
      long met = candidates.stream().filter(one -> one.speaksOf(concept)).count();
      weights.put(concept, met == 0 ? 0.7 : Math.log(1 + (double) candidates.size() / met));
    }
    return weights;
  }

  private static double score(Candidate one, Map<String, Double> weights) {
    double sum =
        weights.entrySet().stream()
            .filter(entry -> one.speaksOf(entry.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    double labelled = one.label().stream().filter(weights::containsKey).count();
    return sum + (one.label().isEmpty() ? 0 : 0.5 * labelled / one.label().size());
  }

  private static List<Candidate> candidates(Sight now) {
    var controls =
        now.matching(t -> t.isPressable() && !t.takesText() && !t.tag().equals("select"))
            .filter(t -> !t.node().disabled() && t.label().length() < 100)
            .filter(t -> !isPartOf(t.parent(), t))
            .filter(t -> now.dialog() == null || t.isIn(now.dialog()))
            .toList();
    var found = new ArrayList<Candidate>();
    for (var control : controls) {
      var card = card(control, controls);
      found.add(new Candidate(control, concepts(names(control)), concepts(texts(card)), card));
    }
    return found;
  }

  /** The hand over the whole shows over its parts as well. */
  private static boolean isPartOf(@Nullable Thing whole, Thing part) {
    return whole != null && whole.node().pointer() && part.control() == null;
  }

  /** Its words, its name, and what its picture means. */
  static String names(Thing thing) {
    var picture = thing.text().length() <= 2 ? Icons.meaning(thing.text()) : "";
    return thing.text()
        + " "
        + thing.node().name()
        + " "
        + (thing.hasWords() && picture.isEmpty() ? "" : thing.node().hint() + " " + picture);
  }

  private static String texts(Thing card) {
    return card.all()
        .map(t -> t.own() + " " + (t.isField() ? t.value() : t.node().name()))
        .reduce("", (one, other) -> one + " " + other);
  }

  /** The largest part of the page around it that holds nothing of its kind besides. */
  private static Thing card(Thing control, List<Thing> controls) {
    var twins = controls.stream().filter(t -> t != control && isTwin(t, control)).toList();
    var card = control;
    while (!twins.isEmpty() && card.parent() != null) {
      var wider = card.parent();
      if (twins.stream().anyMatch(twin -> twin.isIn(wider))) {
        break;
      }
      card = wider;
    }
    return card;
  }

  private static boolean isTwin(Thing one, Thing other) {
    return one.tag().equals(other.tag())
        && (isInSister(one, other)
            || Texts.same(one.label(), other.label())
            || one.label().isBlank() && other.label().isBlank());
  }

  /** Each is in a part of its own of one list, in the same place. */
  private static boolean isInSister(Thing one, Thing other) {
    var part = one.parent();
    var sister = other.parent();
    return part != null
        && sister != null
        && part != sister
        && part.parent() == sister.parent()
        && part.tag().equals(sister.tag())
        && part.children().size() > 1
        && part.children().indexOf(one) == sister.children().indexOf(other);
  }

  private static Set<String> concepts(String text) {
    var concepts = new HashSet<>(Words.concepts(text));
    NUMBER.matcher(text).results().forEach(match -> concepts.add(match.group()));
    return concepts;
  }

  /** How the best of several is told from the others. */
  static final class Extremes {
    private static final Pattern PRICE =
        Pattern.compile("[€$£]\\s?(\\d[\\d.,]*)|(\\d[\\d.,]*)\\s?(?:€|EUR|USD)");

    private Extremes() {}

    /** The one with the greatest or least number of the kind that the words ask for. */
    static Optional<Thing> of(List<Thing> cards, String words) {
      boolean least = Superlatives.isLeast(words);
      var order = Comparator.comparingDouble((Thing card) -> number(card, words));
      return cards.stream()
          .filter(card -> !Double.isNaN(number(card, words)))
          .min(least ? order : order.reversed());
    }

    private static double number(Thing card, String words) {
      var text = card.text().isBlank() ? texts(card) : card.text();
      var price = PRICE.matcher(text);
      boolean ofPrice = words.matches("(?i).*\\b(?:cheap|expensive|dear|price|cost|afford).*");
      if (ofPrice && price.find()) {
        return Texts.amount(price.group(1) != null ? price.group(1) : price.group(2));
      }
      return Texts.amount(text.replaceAll("#\\d+", " "));
    }
  }
}
