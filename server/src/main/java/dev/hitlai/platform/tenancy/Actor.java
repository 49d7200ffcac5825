package dev.hitlai.platform.tenancy;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks the database. Row-level security shows rows by it:
 *
 * <ul>
 *   <li>{@code ADMIN} a platform administrator, {@code SYSTEM} a named background job or an
 *       authentication step: everything;
 *   <li>{@code COMPANY} a member of a company: that company's rows;
 *   <li>{@code TESTER} a person on the roster: the own profile and the runs assigned to them;
 *   <li>{@code VISITOR} nobody we know: only the platform's catalogue (shipped personas, presets,
 *       prices).
 * </ul>
 *
 * @param role what kind of asker this is
 * @param name the job's name for {@code SYSTEM}, else the role in lower case; for logs only
 * @param userId the person, when there is one
 * @param companyId the tenant; required for {@code COMPANY}
 * @param testerId the roster row; required for {@code TESTER}
 */
public record Actor(
    Role role,
    String name,
    @Nullable UUID userId,
    @Nullable UUID companyId,
    @Nullable UUID testerId) {

  /** The values that {@code hitlai.role} takes, in lower case. */
  public enum Role {
    ADMIN,
    SYSTEM,
    COMPANY,
    TESTER,
    VISITOR
  }

  public Actor {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(name, "name");
    if (role == Role.COMPANY) {
      Objects.requireNonNull(companyId, "A company's actor names the company.");
    } else if (companyId != null) {
      throw new IllegalArgumentException("Only a company's actor carries a company.");
    }
    if (role == Role.TESTER) {
      Objects.requireNonNull(testerId, "A tester's actor names the tester.");
    } else if (testerId != null) {
      throw new IllegalArgumentException("Only a tester's actor carries a tester.");
    }
  }

  /** A background job or an authentication step, which sees everything; say which. */
  public static Actor system(String job) {
    return new Actor(Role.SYSTEM, job, null, null, null);
  }

  /** A platform administrator, who sees everything. */
  public static Actor admin(UUID userId) {
    return new Actor(Role.ADMIN, "admin", Objects.requireNonNull(userId), null, null);
  }

  /** A member of a company (user null: a program with the company's key). */
  public static Actor company(@Nullable UUID userId, UUID companyId) {
    return new Actor(Role.COMPANY, "company", userId, companyId, null);
  }

  /** A person on the roster of testers. */
  public static Actor tester(UUID userId, UUID testerId) {
    return new Actor(Role.TESTER, "tester", Objects.requireNonNull(userId), null, testerId);
  }

  /** Nobody we know; also what a transaction gets when nothing was said. */
  public static Actor visitor() {
    return new Actor(Role.VISITOR, "visitor", null, null, null);
  }

  /** Whether row-level security hides nothing from this actor. */
  public boolean seesEverything() {
    return switch (role) {
      case ADMIN, SYSTEM -> true;
      case COMPANY, TESTER, VISITOR -> false;
    };
  }
}
