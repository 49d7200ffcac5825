package dev.hitlai.programs.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiList;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.PageRequest;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.programs.internal.Application;
import dev.hitlai.programs.internal.ApplicationFilter;
import dev.hitlai.programs.internal.ApplicationList;
import dev.hitlai.programs.internal.PriorityScore;
import dev.hitlai.programs.internal.Review;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Applications, for reviewers. */
@RestController
@RequestMapping("/api/admin/applications")
@Access(admin = true)
@Tag(name = "Programs")
class AdminApplicationsApi {
  private final ApplicationList list;
  private final Review review;

  AdminApplicationsApi(ApplicationList list, Review review) {
    this.list = list;
    this.review = review;
  }

  /**
   * An application.
   *
   * @param type early_adopter or founding_tester
   * @param scoreParts what the priority score is the sum of
   * @param answers what was entered; left out in lists
   */
  record ApplicationAnswer(
      UUID id,
      String type,
      String tier,
      String status,
      String name,
      @Nullable String companyName,
      String email,
      int priorityScore,
      List<PriorityScore.Part> scoreParts,
      @Nullable String notes,
      @Nullable String reason,
      @Nullable Instant reviewedAt,
      @Nullable Instant reapplyAfter,
      Instant submittedAt,
      @Nullable Map<String, String> answers) {
    static ApplicationAnswer of(Application application, @Nullable Map<String, String> answers) {
      return new ApplicationAnswer(
          application.id(),
          application.program().code(),
          application.tier().code(),
          application.status().code(),
          application.name(),
          application.organisation(),
          application.email(),
          application.score().total(),
          application.score().parts(),
          application.notes(),
          application.reason(),
          application.reviewedAt(),
          application.reapplyAfter(),
          application.submittedAt(),
          answers);
    }
  }

  /**
   * A decision.
   *
   * @param action approve, reject or waitlist
   * @param notes among reviewers
   * @param reason as the applicant reads it; needed to reject
   */
  record ReviewBody(@Nullable String action, @Nullable String notes, @Nullable String reason) {
    Review.Decision decision() {
      return new Review.Decision(
          action(action == null ? "" : action),
          notes == null ? "" : notes,
          reason == null ? "" : reason);
    }

    static Review.Action action(String word) {
      return switch (word.toLowerCase(Locale.ROOT)) {
        case "approve" -> Review.Action.APPROVE;
        case "reject" -> Review.Action.REJECT;
        case "waitlist" -> Review.Action.WAITLIST;
        default -> throw ApiProblem.invalid("action", "must be approve, reject or waitlist");
      };
    }
  }

  @GetMapping
  @Operation(summary = "Applications, open ones first, by priority")
  ApiList<ApplicationAnswer> all(
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String type,
      PageRequest page) {
    var filter = ApplicationFilter.strict(status, type);
    return ApiList.of(
        list.list(filter, page.limit(), page.offset()).stream()
            .map(application -> ApplicationAnswer.of(application, null))
            .toList(),
        list.count(filter),
        page);
  }

  @GetMapping("/{id}")
  @Operation(summary = "An application with everything that was entered")
  ApiData<ApplicationAnswer> one(@PathVariable UUID id) {
    var application = list.find(id);
    var answers = new LinkedHashMap<String, String>();
    list.answers(application).forEach((question, answer) -> answers.put(question.name(), answer));
    return ApiData.of(ApplicationAnswer.of(application, answers));
  }

  @PostMapping("/{id}/review")
  @Operation(
      summary = "Decide about an application",
      description =
          "approve holds a spot and mails the invitation; when the tier is full the answer is 409"
              + " NO_SPOTS_AVAILABLE, the application waits from then on and the applicant is"
              + " offered the next tier. waitlist: approved when a spot comes free. reject needs a"
              + " reason.")
  ApiData<ApplicationAnswer> review(
      @PathVariable UUID id,
      @RequestBody ReviewBody body,
      @AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(ApplicationAnswer.of(review.decide(user, id, body.decision()), null));
  }
}
