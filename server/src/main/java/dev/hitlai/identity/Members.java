package dev.hitlai.identity;

import static dev.hitlai.identity.internal.jooq.Tables.COMPANY_MEMBERS;
import static dev.hitlai.identity.internal.jooq.Tables.USERS;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to a company. */
@Component
public class Members {
  private final DSLContext sql;

  Members(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * @param id of the membership
   */
  public record Member(
      UUID id, UUID userId, String email, String displayName, CompanyRole role, Instant since) {}

  /** All of them, owners first, then by name. */
  @Transactional(readOnly = true)
  public List<Member> of(UUID companyId) {
    return sql.select(
            COMPANY_MEMBERS.ID,
            COMPANY_MEMBERS.USER_ID,
            USERS.EMAIL,
            USERS.DISPLAY_NAME,
            COMPANY_MEMBERS.ROLE,
            COMPANY_MEMBERS.CREATED_AT)
        .from(COMPANY_MEMBERS)
        .join(USERS)
        .on(USERS.ID.eq(COMPANY_MEMBERS.USER_ID))
        .where(COMPANY_MEMBERS.COMPANY_ID.eq(companyId))
        .orderBy(
            COMPANY_MEMBERS.ROLE.eq(CompanyRole.OWNER.value()).desc(),
            USERS.DISPLAY_NAME,
            COMPANY_MEMBERS.ID)
        .fetch(
            row ->
                new Member(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    CompanyRole.of(row.value5()),
                    row.value6()));
  }

  /** Those with at least that role: whom to tell of something. */
  @Transactional(readOnly = true)
  public List<Member> atLeast(UUID companyId, CompanyRole role) {
    return of(companyId).stream().filter(member -> member.role().isAtLeast(role)).toList();
  }
}
