package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.API_KEYS;
import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;
import static dev.hitlai.identity.internal.jooq.Tables.ONE_TIME_LINKS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.ClosingScheduled;
import dev.hitlai.identity.CompanyClosed;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.jooq.tables.records.CompaniesRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The end of a company: announced by an owner, done after the days of grace. */
@Component
public class Closings {
  private final DSLContext sql;
  private final Privileged privileged;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Duration grace;

  Closings(
      DSLContext sql,
      Privileged privileged,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock,
      IdentitySettings settings) {
    this.sql = sql;
    this.privileged = privileged;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
    this.grace = settings.erasureGrace();
  }

  /**
   * @param closesAt null when nobody asked for it
   * @param graceDays between the wish and the end
   */
  public record Plan(String companyName, @Nullable Instant closesAt, long graceDays) {}

  public Plan of(CurrentUser who) {
    return privileged.step(
        "closing",
        () -> {
          var company = company(who.requireCompany());
          return new Plan(company.getName(), company.getClosesAt(), grace.toDays());
        });
  }

  /**
   * Asks for it.
   *
   * @param name of the company, typed by whoever closes it
   * @throws ApiProblem VALIDATION_ERROR for {@code name}, CONFLICT when it was asked for already
   */
  public void ask(CurrentUser who, String name) {
    privileged.step(
        "closing",
        () -> {
          var company = company(who.requireCompany());
          if (!company.getName().equalsIgnoreCase(name.strip())) {
            throw ApiProblem.invalid("name", "must be the company's: " + company.getName());
          }
          if (company.getClosesAt() != null) {
            throw ApiProblem.conflict("The company is being closed already.");
          }
          Instant at = clock.instant().plus(grace);
          company.setClosesAt(at);
          company.store();
          audit.note(who, "company.closing_asked", "company", company.getId());
          events.publishEvent(
              new ClosingScheduled(company.getId(), company.getName(), who.displayName(), at));
          return true;
        });
  }

  public void cancel(CurrentUser who) {
    privileged.step(
        "closing",
        () -> {
          var company = company(who.requireCompany());
          if (company.getClosesAt() == null) {
            throw ApiProblem.conflict("Nobody asked to close the company.");
          }
          company.setClosesAt(null);
          company.store();
          audit.note(who, "company.closing_called_off", "company", company.getId());
          return true;
        });
  }

  /** Closes those whose time has come; how many. */
  int carryOut() {
    List<UUID> due =
        privileged.step(
            "closing",
            () ->
                sql.select(COMPANIES.ID)
                    .from(COMPANIES)
                    .where(COMPANIES.CLOSES_AT.le(clock.instant()))
                    .fetch(COMPANIES.ID));
    return (int) due.stream().filter(id -> privileged.step("closing", () -> close(id))).count();
  }

  private boolean close(UUID id) {
    var company = company(id);
    // Another server may have been faster, or an owner thought better of it.
    if (company.getClosesAt() == null || company.getClosesAt().isAfter(clock.instant())) {
      return false;
    }
    company.setClosesAt(null);
    company.setClosedAt(clock.instant());
    company.setSuspendedAt(clock.instant());
    company.store();
    sql.update(API_KEYS)
        .set(API_KEYS.REVOKED_AT, clock.instant())
        .where(API_KEYS.COMPANY_ID.eq(id))
        .and(API_KEYS.REVOKED_AT.isNull())
        .execute();
    sql.update(ONE_TIME_LINKS)
        .set(ONE_TIME_LINKS.USED_AT, clock.instant())
        .where(ONE_TIME_LINKS.COMPANY_ID.eq(id))
        .and(ONE_TIME_LINKS.USED_AT.isNull())
        .execute();
    events.publishEvent(new CompanyClosed(id, company.getName()));
    return true;
  }

  private CompaniesRecord company(UUID id) {
    // Not for key update: whoever writes a row of the company meanwhile, such as an invoice, would
    // wait for us and we for them.
    return sql.selectFrom(COMPANIES).where(COMPANIES.ID.eq(id)).forNoKeyUpdate().fetchSingle();
  }
}
