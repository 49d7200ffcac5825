package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.Decision.Observation;
import dev.hitlai.aitester.mind.Decision.Option;
import dev.hitlai.aitester.mind.choice.Noise;
import dev.hitlai.aitester.mind.choice.ScanOrder;
import dev.hitlai.aitester.mind.choice.SnifAct;
import dev.hitlai.aitester.page.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Follows scent over the options of a page until one is taken or the page is left. */
final class Forager {
  /** Below this similarity an option promises nothing and is no candidate. */
  static final double NO_SCENT = 0.2;

  /** Two options this close look equally right. */
  private static final double ALIKE = 0.04;

  private final Noise noise;

  Forager(Noise noise) {
    this.noise = noise;
  }

  /** An option as this person judged it: what it promises and its information scent. */
  private record Judged(Element element, double similarity, double scent) {
    Option option() {
      return new Option(element.label(), element.selector(), Math.min(1, similarity));
    }
  }

  /**
   * The next move, or empty when everything was looked at and nothing promises the goal.
   *
   * @param similarity 0 to 1 of an option to what is looked for
   */
  Optional<Move> forage(Situation now, String query, ToDoubleFunction<Element> similarity) {
    var judged = new ArrayList<Judged>();
    double utility = 0;
    for (var element : inScanOrder(now)) {
      var last = judge(element, query, now, similarity);
      judged.add(last);
      var best = best(judged);
      var utilities =
          SnifAct.utilities(
              utility,
              judged.size(),
              last.scent(),
              best.map(Judged::scent).orElse(SnifAct.FLOOR),
              now.persona().patience(),
              back(now, judged));
      var move = utilities.best();
      if (move == SnifAct.Move.CLICK && best.isPresent()) {
        return Optional.of(take(best.get(), judged, now));
      }
      if (move == SnifAct.Move.BACK) {
        return Optional.of(goBack(judged));
      }
      utility = utilities.read();
    }
    return best(judged).map(best -> take(best, judged, now));
  }

  /** New options first: what stood on earlier pages too has been seen. */
  private static List<Element> inScanOrder(Situation now) {
    var open =
        now.pressable().stream()
            .filter(element -> !now.memory().hasChosen(now.key(), element))
            .filter(element -> !now.seemsDead(element))
            .filter(element -> !leadsToKnownPage(element, now))
            .toList();
    return ScanOrder.of(open, now.persona());
  }

  private static boolean leadsToKnownPage(Element element, Situation now) {
    var link = element.link();
    return link != null
        && now.memory().hasVisited(PageReading.address(link.href()))
        && !link.href().contains("#");
  }

  private Judged judge(
      Element element, String query, Situation now, ToDoubleFunction<Element> similarity) {
    if (now.memory().hasFailed(element) || !now.notices(element)) {
      return new Judged(element, 0, SnifAct.FLOOR);
    }
    var value = similarity.applyAsDouble(element);
    var noisy = noise.gaussian("scent|" + query + "|" + Memory.option(element) + "|" + now.key());
    return new Judged(element, value, SnifAct.scent(value, noisy * now.eyes().doubt()));
  }

  private static Optional<Judged> best(List<Judged> judged) {
    return judged.stream()
        .filter(one -> one.similarity() >= NO_SCENT)
        .max(Comparator.comparingDouble(Judged::scent));
  }

  /** A page gets as many looks as the person is patient before it is compared with the last one. */
  private static double back(Situation now, List<Judged> judged) {
    var previous = now.memory().previous();
    if (previous.isEmpty() || judged.size() <= now.persona().patience() * 2) {
      return Double.NEGATIVE_INFINITY;
    }
    return SnifAct.back(previous.get().meanWithoutFollowed(), mean(judged));
  }

  private static double mean(List<Judged> judged) {
    return judged.stream().mapToDouble(Judged::scent).average().orElse(0);
  }

  private Move take(Judged best, List<Judged> judged, Situation now) {
    now.memory()
        .consider(
            new Memory.Stop(
                now.key(),
                PageReading.address(now.page().url()),
                judged.stream()
                    .filter(one -> one != best)
                    .mapToDouble(Judged::scent)
                    .average()
                    .orElse(0),
                Memory.option(best.element())));
    var reason = "\"%s\" looks closest to it".formatted(best.element().label());
    return new Move(
        new Action.Click(best.element()),
        reason,
        Math.min(1, best.similarity()),
        considered(judged),
        alike(best, judged),
        judged.stream().map(Judged::element).toList());
  }

  private static Move goBack(List<Judged> judged) {
    return new Move(
        new Action.Back(),
        "this page promises less than the one before",
        0,
        considered(judged),
        List.of(
            new Observation(
                Observation.Kind.BACKTRACKED, "The way led nowhere", considered(judged))),
        judged.stream().map(Judged::element).toList());
  }

  private static List<Option> considered(List<Judged> judged) {
    return judged.stream()
        .sorted(Comparator.comparingDouble(Judged::similarity).reversed())
        .limit(10)
        .map(Judged::option)
        .toList();
  }

  private static List<Observation> alike(Judged best, List<Judged> judged) {
    var rivals =
        judged.stream()
            .filter(one -> one != best)
            .filter(one -> one.similarity() >= 0.5 && best.similarity() >= 0.5)
            .filter(one -> Math.abs(one.similarity() - best.similarity()) < ALIKE)
            .filter(one -> !sameDestination(one.element(), best.element()))
            .filter(
                one ->
                    PageReading.isContent(one.element().context().landmark())
                        == PageReading.isContent(best.element().context().landmark()))
            .toList();
    if (rivals.isEmpty()) {
      return List.of();
    }
    var options = new ArrayList<Option>();
    options.add(best.option());
    rivals.stream().limit(3).map(Judged::option).forEach(options::add);
    var detail =
        "\"%s\" and \"%s\" look equally right"
            .formatted(options.get(0).label(), options.get(1).label());
    return List.of(new Observation(Observation.Kind.AMBIGUOUS, detail, options));
  }

  private static boolean sameDestination(Element one, Element other) {
    var left = one.link();
    var right = other.link();
    return left != null && right != null
        ? left.href().equals(right.href())
        : one.label().equalsIgnoreCase(other.label());
  }
}
