package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.USERS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.AccountSafetyChanged;
import dev.hitlai.identity.AccountSafetyChanged.Change;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.jooq.tables.records.UsersRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes a second factor away from somebody who lost it together with the recovery codes. Whoever
 * does it says how they made sure that it is that person; every login ends, and the person is told
 * at the address of the account.
 */
@Component
public class LostSecondFactors {
  private static final String STEP = "lost second factor";
  private static final String ACTION = "user.second_factor_removed";
  private static final int SHORTEST = 10;
  private static final int LONGEST = 500;

  private final DSLContext sql;
  private final Privileged privileged;
  private final RecoveryCodes codes;
  private final Endings endings;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  LostSecondFactors(
      DSLContext sql,
      Privileged privileged,
      RecoveryCodes codes,
      Endings endings,
      Audit audit,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.privileged = privileged;
    this.codes = codes;
    this.endings = endings;
    this.audit = audit;
    this.events = events;
  }

  /**
   * @param since when it was set up; null when there is none
   * @param removals earlier ones, the latest first
   */
  public record Factor(
      String name, String email, @Nullable Instant since, List<Audit.Reasoned> removals) {}

  /**
   * @throws ApiProblem when there is no such person
   */
  public Factor of(UUID person) {
    return privileged.step(
        STEP,
        () -> {
          var account = account(person);
          return new Factor(
              account.getDisplayName(),
              account.getEmail(),
              account.getTotpConfirmedAt(),
              audit.reasons(ACTION, person));
        });
  }

  /**
   * @param reason how the administrator made sure who asked; stays in the record
   * @throws ApiProblem VALIDATION_ERROR for {@code reason}, CONFLICT when there is none or it is
   *     the administrator's own
   */
  public void remove(CurrentUser by, UUID person, String reason) {
    String why = reason.strip();
    if (why.length() < SHORTEST || why.length() > LONGEST) {
      throw ApiProblem.invalid(
          "reason", "must say how you made sure who asks, in 10 to 500 characters");
    }
    if (by.userId().equals(person)) {
      throw ApiProblem.conflict("Your own second factor is removed by another administrator.");
    }
    privileged.step(
        STEP,
        () -> {
          var account = account(person);
          if (account.getTotpConfirmedAt() == null) {
            throw ApiProblem.conflict("This account has no second factor.");
          }
          account.setTotpSecret(null);
          account.setTotpConfirmedAt(null);
          account.setTotpLastStep(null);
          account.store();
          codes.forget(person);
          endings.all(person, "admin");
          audit.note(by, ACTION, "user", person, why);
          events.publishEvent(
              new AccountSafetyChanged(
                  person,
                  account.getEmail(),
                  account.getDisplayName(),
                  Change.SECOND_FACTOR_REMOVED));
          return true;
        });
  }

  private UsersRecord account(UUID person) {
    return sql.selectFrom(USERS)
        .where(USERS.ID.eq(person))
        .and(USERS.ERASED_AT.isNull())
        .forUpdate()
        .fetchOptional()
        .orElseThrow(() -> ApiProblem.notFound("Nobody has this id."));
  }
}
