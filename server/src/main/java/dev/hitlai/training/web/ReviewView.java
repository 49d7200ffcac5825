package dev.hitlai.training.web;

import dev.hitlai.testing.AiFinding;
import dev.hitlai.training.internal.review.Labels;
import dev.hitlai.training.internal.review.Reviews;
import dev.hitlai.web.view.Option;
import dev.hitlai.web.view.Say;
import dev.hitlai.web.view.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A finding as a reviewer sees it.
 *
 * @param why why it comes now
 * @param measured names and values
 * @param voices what others said, for whoever decides between them
 * @param picture address of the screenshot; null when there is none
 */
public record ReviewView(
    String id,
    String title,
    String description,
    String recommendation,
    Severity severity,
    String category,
    String sure,
    String why,
    String url,
    @Nullable String selector,
    @Nullable String html,
    List<String[]> measured,
    String seenBy,
    String mission,
    List<String> trail,
    @Nullable String picture,
    List<Option> beside,
    List<String> voices,
    @Nullable String escalation,
    boolean adjudication) {

  static ReviewView of(Reviews.Item item, String base) {
    var output = item.output();
    var finding = item.finding();
    var facts = finding.facts();
    var measured =
        new TreeMap<>(finding.measured())
            .entrySet().stream()
                .map(one -> new String[] {one.getKey(), Objects.toString(one.getValue())})
                .toList();
    return new ReviewView(
        output.id().toString(),
        facts.title(),
        facts.description(),
        facts.recommendation(),
        Severity.valueOf(facts.severity().toUpperCase(Locale.ROOT)),
        facts.category(),
        Say.percent(output.calibrated()),
        output.wanted() > 1
            ? "Two reviewers look at this one."
            : "Priority %s of 1.".formatted(Say.decimal(output.priority(), 2)),
        Objects.requireNonNullElse(finding.url(), facts.site()),
        finding.selector(),
        finding.html(),
        measured,
        seenBy(finding.seenBy()),
        finding.seenBy().mission(),
        finding.trail(),
        finding.screenshotId() == null ? null : base + "/" + output.id() + "/screenshot",
        item.beside().stream()
            .map(other -> Option.of(other.issueId().toString(), other.facts().title()))
            .toList(),
        item.said().stream().map(ReviewView::voice).toList(),
        output.escalationReason(),
        output.state().equals("adjudication"));
  }

  private static String seenBy(AiFinding.SeenBy seen) {
    return "%s, %d, %s tech literacy, %s · %s, %s"
        .formatted(
            seen.persona().replace('_', ' '),
            seen.age(),
            seen.techLiteracy(),
            seen.eyesight().replace('_', ' '),
            seen.device(),
            seen.browser());
  }

  private static String voice(Labels.Said said) {
    return "%s%s (reliability %s)"
        .formatted(
            ReviewWords.verdict(said.type()),
            said.severity() == null ? "" : ", " + said.severity(),
            Say.percent(said.weight()));
  }
}
