package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;
import static dev.hitlai.identity.internal.jooq.Tables.COMPANY_MEMBERS;
import static dev.hitlai.identity.internal.jooq.Tables.USERS;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import dev.hitlai.identity.AuthMethod;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Standing;
import dev.hitlai.identity.TesterIds;
import dev.hitlai.identity.UserType;
import java.time.Instant;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads the principal of a person as they are right now. */
@Component
class Principals {
  private final DSLContext sql;
  private final Privileged privileged;
  private final ObjectProvider<TesterIds> testers;

  Principals(DSLContext sql, Privileged privileged, ObjectProvider<TesterIds> testers) {
    this.sql = sql;
    this.privileged = privileged;
    this.testers = testers;
  }

  /**
   * What a request showed.
   *
   * @param companyId the company it is about; null: the first the person joined
   * @param only whether no other company will do: whoever doesn't belong to it acts for none
   * @param since when the login was; what is older than the password counts no more
   */
  record Claim(
      UUID userId, @Nullable UUID companyId, boolean only, Instant since, AuthMethod method) {
    /** The same login, for that company alone. */
    Claim within(@Nullable UUID company) {
      return new Claim(userId, company, true, since, method);
    }
  }

  /** Null when there is no such account any more, or it may not be used. */
  @Nullable CurrentUser load(Claim claim) {
    return privileged
        .step("authentication", () -> java.util.Optional.ofNullable(read(claim)))
        .orElse(null);
  }

  private @Nullable CurrentUser read(Claim claim) {
    Record row = row(claim);
    if (row == null
        || outdated(claim, row.get(USERS.PASSWORD_CHANGED_AT))
        || outdated(claim, row.get(USERS.LOGINS_ENDED_AT))) {
      return null;
    }
    var type = UserType.of(row.get(USERS.USER_TYPE));
    String role = row.get(COMPANY_MEMBERS.ROLE);
    return CurrentUser.person(
        claim.userId(),
        row.get(USERS.EMAIL),
        row.get(USERS.DISPLAY_NAME),
        type,
        type == UserType.COMPANY ? row.get(COMPANY_MEMBERS.COMPANY_ID) : null,
        type == UserType.COMPANY && role != null ? CompanyRole.of(role) : null,
        type == UserType.TESTER ? testerId(claim.userId()) : null,
        claim.method(),
        standing(row, type));
  }

  private static Standing standing(Record row, UserType type) {
    boolean member = type == UserType.COMPANY && row.get(COMPANY_MEMBERS.ROLE) != null;
    return new Standing(
        row.get(USERS.EMAIL_VERIFIED_AT) != null,
        member
            && row.get(COMPANIES.SECOND_FACTOR_REQUIRED)
            && row.get(USERS.TOTP_CONFIRMED_AT) == null,
        row.get(USERS.ERASURE_DUE_AT),
        member ? row.get(COMPANIES.CLOSES_AT) : null,
        member ? row.get(COMPANIES.NAME) : null);
  }

  private @Nullable Record row(Claim claim) {
    Condition preferred =
        claim.companyId() == null
            ? noCondition()
            : COMPANY_MEMBERS.COMPANY_ID.eq(claim.companyId());
    return sql.select(
            USERS.EMAIL,
            USERS.DISPLAY_NAME,
            USERS.USER_TYPE,
            USERS.PASSWORD_CHANGED_AT,
            USERS.LOGINS_ENDED_AT,
            USERS.EMAIL_VERIFIED_AT,
            USERS.TOTP_CONFIRMED_AT,
            USERS.ERASURE_DUE_AT,
            COMPANIES.SECOND_FACTOR_REQUIRED,
            COMPANIES.CLOSES_AT,
            COMPANIES.NAME,
            COMPANY_MEMBERS.COMPANY_ID,
            COMPANY_MEMBERS.ROLE)
        .from(USERS)
        .leftJoin(COMPANY_MEMBERS.join(COMPANIES).on(COMPANIES.ID.eq(COMPANY_MEMBERS.COMPANY_ID)))
        .on(
            COMPANY_MEMBERS
                .USER_ID
                .eq(USERS.ID)
                .and(COMPANIES.SUSPENDED_AT.isNull())
                .and(asked(claim)))
        .where(USERS.ID.eq(claim.userId()))
        .and(USERS.DISABLED_AT.isNull())
        .orderBy(
            org.jooq.impl.DSL.when(preferred, inline(0)).otherwise(inline(1)),
            COMPANY_MEMBERS.CREATED_AT)
        .limit(1)
        .fetchOne();
  }

  private static Condition asked(Claim claim) {
    if (!claim.only()) {
      return noCondition();
    }
    return claim.companyId() == null
        ? org.jooq.impl.DSL.falseCondition()
        : COMPANY_MEMBERS.COMPANY_ID.eq(claim.companyId());
  }

  private static boolean outdated(Claim claim, @Nullable Instant end) {
    return end != null && claim.since().isBefore(end);
  }

  private @Nullable UUID testerId(UUID userId) {
    TesterIds roster = testers.getIfAvailable();
    return roster == null ? null : roster.of(userId);
  }
}
