package dev.hitlai.testing.web.tester;

import dev.hitlai.testing.internal.people.AssignmentStatus;
import dev.hitlai.testing.internal.people.TesterBoard;
import dev.hitlai.testing.web.pages.Words;
import dev.hitlai.web.view.Tone;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tester's piece of work in a list.
 *
 * @param href of its own page
 * @param workHref where one goes on; null when there is nothing to go on with
 * @param rating the company's stars, empty without
 */
public record WorkRow(
    UUID id,
    String href,
    @Nullable String workHref,
    String title,
    String mission,
    String host,
    String persona,
    String device,
    boolean review,
    boolean offered,
    boolean accepted,
    String statusLabel,
    Tone tone,
    Instant since,
    @Nullable Instant expiresAt,
    String rating) {

  static WorkRow of(TesterBoard.Item item) {
    var work = item.assignment();
    var run = item.run();
    return new WorkRow(
        work.id(),
        "/tester/tests/" + work.id(),
        workHref(work.id(), work.review(), work.status()),
        run == null ? "A test that you gave back" : run.title(),
        run == null ? "" : run.mission(),
        run == null ? "" : host(run.url()),
        run == null ? "" : run.persona(),
        run == null ? "" : run.platform().equals("mobile") ? "Phone" : "Computer",
        work.review(),
        work.status() == AssignmentStatus.OFFERED,
        work.status() == AssignmentStatus.ACCEPTED,
        Words.title(work.status().code()),
        tone(work.status()),
        work.offeredAt(),
        work.status() == AssignmentStatus.OFFERED ? work.expiresAt() : null,
        run == null || run.rating() == null
            ? ""
            : run.rating() + " of 5" + (run.ratingCounts() ? "" : " (annulled)"));
  }

  private static @Nullable String workHref(UUID id, boolean review, AssignmentStatus status) {
    return switch (status) {
      case ACCEPTED, IN_PROGRESS ->
          review ? "/tester/review/" + id : "/tester/tests/" + id + "/execute";
      case OFFERED, SUBMITTED, DECLINED, ABANDONED, EXPIRED -> null;
    };
  }

  private static Tone tone(AssignmentStatus status) {
    return switch (status) {
      case OFFERED -> Tone.ACCENT;
      case ACCEPTED, IN_PROGRESS -> Tone.INFO;
      case SUBMITTED -> Tone.SUCCESS;
      case DECLINED, ABANDONED, EXPIRED -> Tone.NEUTRAL;
    };
  }

  private static String host(String url) {
    String host = URI.create(url).getAuthority();
    return host == null ? url : host;
  }
}
