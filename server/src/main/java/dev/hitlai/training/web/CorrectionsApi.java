package dev.hitlai.training.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.training.internal.review.Output;
import dev.hitlai.training.internal.review.Reviews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reviews of the AI's findings, for programs of testers and administrators. */
@RestController
@Tag(name = "Learning")
class CorrectionsApi {
  private final Reviews reviews;
  private final ReviewScreens screens;
  private final Clock clock;

  CorrectionsApi(Reviews reviews, ReviewScreens screens, Clock clock) {
    this.reviews = reviews;
    this.screens = screens;
    this.clock = clock;
  }

  /**
   * @param outputId of the queue
   * @param verdict approve, false_positive, hallucination, severity_adjustment, wording_improvement
   *     or duplicate
   */
  record CorrectionBody(
      @Nullable UUID outputId,
      @Nullable String verdict,
      @Nullable String reason,
      @Nullable String severity,
      @Nullable String wording,
      @Nullable String duplicateOf) {}

  record Kept(UUID id) {}

  @Operation(
      summary = "Say what is true of a finding of the AI",
      description = "409 when you said something of it already, or somebody else holds it.")
  @PostMapping("/api/corrections")
  @ResponseStatus(HttpStatus.CREATED)
  @Access(tester = true, admin = true)
  ApiData<Kept> correct(
      @AuthenticationPrincipal CurrentUser user, @RequestBody CorrectionBody body) {
    if (body.outputId() == null) {
      throw ApiProblem.invalid("outputId", "is needed");
    }
    var form =
        new WordForm(
            Objects.toString(body.verdict(), ""),
            "",
            Objects.toString(body.reason(), ""),
            Objects.toString(body.severity(), ""),
            Objects.toString(body.wording(), ""),
            Objects.toString(body.duplicateOf(), ""),
            "");
    return ApiData.of(
        new Kept(reviews.say(screens.reviewer(user), body.outputId(), form.word(clock))));
  }

  /**
   * @param probability that it is right, by the version that is live
   */
  record QueueItem(
      UUID outputId,
      String site,
      String title,
      String description,
      String severity,
      String category,
      double probability,
      double priority,
      int reviewersWanted) {
    static QueueItem of(Output output) {
      var facts = output.facts();
      return new QueueItem(
          output.id(),
          facts.site(),
          facts.title(),
          facts.description(),
          facts.severity(),
          facts.category(),
          output.calibrated(),
          output.priority(),
          output.wanted());
    }
  }

  @Operation(
      summary = "Findings to review, the most informative first",
      description = "By uncertainty, novelty and exposure. Looking at the list takes nothing.")
  @GetMapping("/api/corrections/queue")
  @Access(tester = true, admin = true)
  ApiData<List<QueueItem>> queue(
      @AuthenticationPrincipal CurrentUser user, @RequestParam(defaultValue = "20") int limit) {
    return ApiData.of(
        reviews.waiting(screens.reviewer(user), Math.clamp(limit, 1, 100)).stream()
            .map(QueueItem::of)
            .toList());
  }

  /**
   * @param ranked two to four outputs of one run, the most useful first
   */
  record RankingBody(@Nullable List<UUID> ranked, @Nullable String reason) {}

  @Operation(summary = "Put findings of one run in order")
  @PostMapping("/api/rankings")
  @ResponseStatus(HttpStatus.CREATED)
  @Access(tester = true, admin = true)
  ApiData<Kept> rank(@AuthenticationPrincipal CurrentUser user, @RequestBody RankingBody body) {
    if (body.ranked() == null || body.ranked().stream().anyMatch(Objects::isNull)) {
      throw ApiProblem.invalid("ranked", "must name two to four different findings");
    }
    return ApiData.of(
        new Kept(
            reviews.rank(
                screens.reviewer(user), body.ranked(), Objects.toString(body.reason(), ""))));
  }
}
