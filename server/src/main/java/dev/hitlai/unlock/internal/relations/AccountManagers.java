package dev.hitlai.unlock.internal.relations;

import static dev.hitlai.unlock.internal.jooq.Tables.ACCOUNT_MANAGERS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import dev.hitlai.identity.Users;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who of us looks after which company. */
@Component
public class AccountManagers {
  private final DSLContext sql;
  private final Users users;
  private final Audit audit;

  AccountManagers(DSLContext sql, Users users, Audit audit) {
    this.sql = sql;
    this.users = users;
    this.audit = audit;
  }

  /** What the company sees of the person. */
  public record Contact(UUID userId, String name, String email, String introduction) {}

  @Transactional(readOnly = true)
  public Optional<Contact> of(UUID companyId) {
    return sql.selectFrom(ACCOUNT_MANAGERS)
        .where(ACCOUNT_MANAGERS.COMPANY_ID.eq(companyId))
        .fetchOptional(
            row ->
                new Contact(
                    row.getUserId(), row.getDisplayName(), row.getEmail(), row.getIntroduction()));
  }

  /**
   * Makes an administrator the company's account manager, instead of whoever was before.
   *
   * @throws ApiProblem when that person is no administrator
   */
  @Transactional
  public void assign(CurrentUser by, UUID companyId, UUID userId, String introduction) {
    var person =
        users
            .find(userId)
            .filter(user -> user.type() == UserType.ADMIN)
            .orElseThrow(() -> ApiProblem.invalid("userId", "must be one of our people"));
    if (introduction.length() > 1000) {
      throw ApiProblem.invalid("introduction", "must have at most 1,000 characters");
    }
    sql.deleteFrom(ACCOUNT_MANAGERS).where(ACCOUNT_MANAGERS.COMPANY_ID.eq(companyId)).execute();
    sql.insertInto(ACCOUNT_MANAGERS)
        .set(ACCOUNT_MANAGERS.COMPANY_ID, companyId)
        .set(ACCOUNT_MANAGERS.USER_ID, userId)
        .set(ACCOUNT_MANAGERS.DISPLAY_NAME, person.displayName())
        .set(ACCOUNT_MANAGERS.EMAIL, person.email())
        .set(ACCOUNT_MANAGERS.INTRODUCTION, introduction.strip())
        .set(ACCOUNT_MANAGERS.ASSIGNED_BY, by.userId())
        .execute();
    audit.note(by, "account_manager.assigned", "company", companyId);
  }
}
