package dev.hitlai.unlock.internal.relations;

import static dev.hitlai.unlock.internal.jooq.Tables.DEVELOPMENT_REQUESTS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What partners ask to develop together with us. */
@Component
public class DevelopmentRequests {
  public static final List<String> STATUSES =
      List.of("proposed", "accepted", "in_progress", "delivered", "declined");

  private final DSLContext sql;
  private final Notifications notifications;
  private final Clock clock;

  DevelopmentRequests(DSLContext sql, Notifications notifications, Clock clock) {
    this.sql = sql;
    this.notifications = notifications;
    this.clock = clock;
  }

  /**
   * @param answer what we said to it; null before
   */
  public record Request(
      UUID id,
      UUID companyId,
      String title,
      String description,
      String status,
      @Nullable String answer,
      Instant at) {}

  /** Of the company that asks, or of all for an administrator; the newest first. */
  @Transactional(readOnly = true)
  public List<Request> all() {
    return sql.selectFrom(DEVELOPMENT_REQUESTS)
        .orderBy(DEVELOPMENT_REQUESTS.CREATED_AT.desc())
        .limit(200)
        .fetch(
            row ->
                new Request(
                    row.getId(),
                    row.getCompanyId(),
                    row.getTitle(),
                    row.getDescription(),
                    row.getStatus(),
                    row.getAnswer(),
                    row.getCreatedAt()));
  }

  @Transactional
  public void propose(CurrentUser by, String title, String description) {
    if (title.isBlank() || title.strip().length() > 200) {
      throw ApiProblem.invalid("title", "must have 1 to 200 characters");
    }
    if (description.isBlank() || description.strip().length() > 5000) {
      throw ApiProblem.invalid("description", "must have 1 to 5,000 characters");
    }
    UUID id =
        sql.insertInto(DEVELOPMENT_REQUESTS)
            .set(DEVELOPMENT_REQUESTS.COMPANY_ID, by.requireCompany())
            .set(DEVELOPMENT_REQUESTS.TITLE, title.strip())
            .set(DEVELOPMENT_REQUESTS.DESCRIPTION, description.strip())
            .set(DEVELOPMENT_REQUESTS.CREATED_BY, by.userId())
            .returning(DEVELOPMENT_REQUESTS.ID)
            .fetchSingle(DEVELOPMENT_REQUESTS.ID);
    tell(
        new Audience.Administrators(),
        "development.proposed:" + id,
        "A partner proposes: " + title.strip(),
        description.strip(),
        "/admin/roadmap");
  }

  /** Moves a request and tells the partner, with our answer. */
  @Transactional
  public void answer(CurrentUser by, UUID id, String status, String answer) {
    if (!STATUSES.contains(status)) {
      throw ApiProblem.invalid("status", "must be one of " + String.join(", ", STATUSES));
    }
    if (answer.strip().length() > 2000) {
      throw ApiProblem.invalid("answer", "must have at most 2,000 characters");
    }
    var row =
        sql.selectFrom(DEVELOPMENT_REQUESTS)
            .where(DEVELOPMENT_REQUESTS.ID.eq(id))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> ApiProblem.notFound("No request has this id."));
    row.setStatus(status);
    row.setAnswer(answer.isBlank() ? null : answer.strip());
    row.setAnsweredBy(by.userId());
    row.setAnsweredAt(clock.instant());
    row.store();
    tell(
        new Audience.Company(row.getCompanyId()),
        "development.answered:" + id + ":" + clock.instant(),
        row.getTitle() + ": " + status.replace('_', ' '),
        answer.isBlank() ? "We changed its status." : answer.strip(),
        "/company/partnership");
  }

  private void tell(Audience audience, String key, String title, String text, String path) {
    notifications.tell(
        new Notice(
            key.substring(0, key.indexOf(':')),
            key,
            NoticeKind.PROGRAMS,
            audience,
            title,
            List.of(text),
            new Notice.Action("Open", path),
            Map.of()));
  }
}
