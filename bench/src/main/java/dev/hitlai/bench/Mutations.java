package dev.hitlai.bench;

import dev.hitlai.aitester.Box;
import dev.hitlai.aitester.Evidence;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Finding.Occurrence;
import dev.hitlai.aitester.gate.RunEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ways in which a finding that is true becomes one that is made up, each in one place. */
final class Mutations {
  private static final Pattern QUOTE = Pattern.compile("“[^“”]{1,400}”");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\d.,:#/_-])\\d+(?:\\.\\d+)?(?![\\d])");
  private static final Pattern PLACE = Pattern.compile("nth-of-type\\((\\d+)\\)");
  private static final List<String> LABELS =
      List.of(
          "Proceed to payment gateway",
          "Accept all offers",
          "Your wishlist awaits",
          "Newsletter frequency",
          "Upgrade membership",
          "Download the brochure",
          "Chat with an advisor",
          "Compare all plans");
  private static final List<String> PHRASES =
      List.of(
          "Please rethink this part of the site.",
          "The element may not meet the expectations of users.",
          "This makes the site feel less professional.",
          "Better wording and structure would be beneficial.",
          "Work on the clarity of this feature.",
          "Visitors may leave because of this problem.",
          "This issue should be resolved as soon as possible.",
          "Try to follow modern design principles.",
          "The overall impression suffers from this.",
          "Optimise this area to achieve higher engagement.");

  private final Random random;

  Mutations(long seed) {
    random = new Random(seed);
  }

  /** What was changed, and what is left of the evidence. */
  record Mutant(Kind kind, Finding finding, RunEvidence evidence) {}

  enum Kind {
    SELECTOR,
    QUOTE,
    COUNT,
    COORDINATE,
    CONTRAST,
    URL,
    BOILERPLATE,
    DROPPED_STEP
  }

  /** Empty when the finding has nothing of the kind. */
  Optional<Mutant> of(Kind kind, Finding finding, RunEvidence evidence) {
    return switch (kind) {
      case SELECTOR -> selector(finding).map(one -> new Mutant(kind, one, evidence));
      case QUOTE -> replaced(finding, QUOTE, _ -> "“" + pick(LABELS) + "”", kind, evidence);
      case COUNT -> replaced(finding, NUMBER, match -> other(match.group()), kind, evidence);
      case COORDINATE -> coordinate(finding).map(one -> new Mutant(kind, one, evidence));
      case CONTRAST -> contrast(finding).map(one -> new Mutant(kind, one, evidence));
      case URL -> Optional.of(new Mutant(kind, elsewhere(finding), evidence));
      case BOILERPLATE -> Optional.of(new Mutant(kind, boilerplate(finding), evidence));
      case DROPPED_STEP -> dropped(finding, evidence);
    };
  }

  private Optional<Finding> selector(Finding finding) {
    var selector = finding.selector();
    if (selector == null || selector.equals("html") || selector.equals("body")) {
      return Optional.empty();
    }
    var places = PLACE.matcher(selector);
    String changed;
    if (random.nextBoolean() && places.find()) {
      int place = Integer.parseInt(places.group(1)) + 20 + random.nextInt(30);
      changed =
          new StringBuilder(selector)
              .replace(places.start(1), places.end(1), "" + place)
              .toString();
    } else if (selector.endsWith("\"]")) {
      changed = selector.substring(0, selector.length() - 2) + "-more\"]";
    } else {
      changed = selector + (selector.endsWith(")") ? " > em.detail" : "-detail");
    }
    return Optional.of(
        with(
            finding,
            finding.title(),
            finding.description(),
            finding.recommendation(),
            finding.url(),
            changed,
            finding.evidence()));
  }

  private String other(String number) {
    double value = Double.parseDouble(number);
    double changed = Math.rint(value * (1.6 + random.nextDouble())) + 3;
    return number.contains(".")
        ? String.valueOf(changed + 0.37).substring(0, 4)
        : String.valueOf((long) changed);
  }

  private Optional<Mutant> replaced(
      Finding finding,
      Pattern what,
      java.util.function.Function<MatchResult, String> by,
      Kind kind,
      RunEvidence evidence) {
    var text = finding.title() + "\n" + finding.description();
    var masked =
        kind == Kind.COUNT
            ? QUOTE.matcher(text).replaceAll(match -> " ".repeat(match.group().length()))
            : text;
    var found = what.matcher(masked).results().toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var one = pick(found);
    var changed = text.substring(0, one.start()) + by.apply(one) + text.substring(one.end());
    int line = changed.indexOf('\n');
    return Optional.of(
        new Mutant(
            kind,
            with(
                finding,
                changed.substring(0, line),
                changed.substring(line + 1),
                finding.recommendation(),
                finding.url(),
                finding.selector(),
                finding.evidence()),
            evidence));
  }

  private Optional<Finding> coordinate(Finding finding) {
    var box = finding.evidence().box();
    if (box == null || box.isEmpty()) {
      return Optional.empty();
    }
    double right = 400 + box.width() + random.nextInt(900);
    double down = 200 + box.height() + random.nextInt(2500);
    var moved = new Box(box.x() + right, box.y() + down, box.width(), box.height());
    var evidence = finding.evidence();
    return Optional.of(
        with(
            finding,
            finding.title(),
            finding.description(),
            finding.recommendation(),
            finding.url(),
            finding.selector(),
            new Evidence(evidence.screenshot(), moved, evidence.html(), evidence.measured())));
  }

  private Optional<Finding> contrast(Finding finding) {
    if (!(finding.evidence().measured().get("contrast") instanceof Number contrast)
        || !finding.rule().contains("contrast")) {
      return Optional.empty();
    }
    double changed = Math.round(contrast.doubleValue() * (1.3 + random.nextDouble()) * 100) / 100.0;
    var measured = new TreeMap<>(finding.evidence().measured());
    measured.put("contrast", changed);
    var title =
        finding.title().replaceFirst("\\d+(\\.\\d+)?:1", changed + ":1"); // The same lie in both.
    var evidence = finding.evidence();
    return Optional.of(
        with(
            finding,
            title,
            finding.description(),
            finding.recommendation(),
            finding.url(),
            finding.selector(),
            new Evidence(evidence.screenshot(), evidence.box(), evidence.html(), measured)));
  }

  private Finding elsewhere(Finding finding) {
    var url =
        finding
            .url()
            .replaceFirst(
                "(https?://[^/]+).*",
                "$1/"
                    + pick(List.of("offers/autumn", "press/2019", "team/board", "pricing/teams"))
                    + random.nextInt(100));
    return with(
        finding,
        finding.title(),
        finding.description(),
        finding.recommendation(),
        url,
        finding.selector(),
        finding.evidence());
  }

  private Finding boilerplate(Finding finding) {
    return random.nextBoolean()
        ? with(
            finding,
            finding.title(),
            pick(PHRASES),
            finding.recommendation(),
            finding.url(),
            finding.selector(),
            finding.evidence())
        : with(
            finding,
            finding.title(),
            finding.description(),
            pick(PHRASES),
            finding.url(),
            finding.selector(),
            finding.evidence());
  }

  private static Optional<Mutant> dropped(Finding finding, RunEvidence evidence) {
    if (!(finding.evidence().measured().get("step") instanceof Number index)) {
      return Optional.empty();
    }
    var left =
        evidence.steps().stream()
            .filter(step -> step.index() != index.intValue() || !step.url().equals(finding.url()))
            .toList();
    return Optional.of(
        new Mutant(
            Kind.DROPPED_STEP,
            finding,
            new RunEvidence(
                evidence.pages(),
                left,
                evidence.pictures(),
                evidence.words(),
                evidence.notKept())));
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static Finding with(
      Finding of,
      String title,
      String description,
      String recommendation,
      String url,
      @Nullable String selector,
      Evidence evidence) {
    var places = new ArrayList<Occurrence>();
    for (var place : of.occurrences()) {
      boolean own = place.url().equals(of.url()) && Objects.equals(place.selector(), of.selector());
      places.add(own ? new Occurrence(url, selector, place.persona()) : place);
    }
    return new Finding(
        of.id(),
        of.fingerprint(),
        of.rule(),
        title,
        description,
        of.severity(),
        of.category(),
        of.wcag(),
        url,
        selector,
        places,
        of.personas(),
        recommendation,
        of.confidence(),
        of.source(),
        of.effort(),
        evidence,
        of.decisionTrail());
  }
}
