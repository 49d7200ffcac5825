package dev.hitlai.identity;

import static dev.hitlai.identity.internal.jooq.Tables.USERS;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names and addresses of people, as far as the one who asks may see them. */
@Component
public class Users {
  private final DSLContext sql;

  Users(DSLContext sql) {
    this.sql = sql;
  }

  /** A person, for other modules. */
  public record User(UUID id, String email, String displayName, UserType type) {}

  @Transactional(readOnly = true)
  public Optional<User> find(UUID id) {
    return Optional.ofNullable(all(List.of(id)).get(id));
  }

  /** The address of an account, once the person has shown that it is theirs. */
  @Transactional(readOnly = true)
  public Optional<String> provenEmail(UUID id) {
    return sql.select(USERS.EMAIL)
        .from(USERS)
        .where(USERS.ID.eq(id).and(USERS.EMAIL_VERIFIED_AT.isNotNull()))
        .fetchOptional(USERS.EMAIL);
  }

  /** The platform's administrators, those whose account is in use. */
  @Transactional(readOnly = true)
  public List<User> administrators() {
    return sql.select(USERS.ID, USERS.EMAIL, USERS.DISPLAY_NAME)
        .from(USERS)
        .where(USERS.USER_TYPE.eq(UserType.ADMIN.value()))
        .and(USERS.DISABLED_AT.isNull())
        .orderBy(USERS.ID)
        .fetch(row -> new User(row.value1(), row.value2(), row.value3(), UserType.ADMIN));
  }

  /** Those of them that exist and may be seen. */
  @Transactional(readOnly = true)
  public Map<UUID, User> all(Collection<UUID> ids) {
    return sql.select(USERS.ID, USERS.EMAIL, USERS.DISPLAY_NAME, USERS.USER_TYPE)
        .from(USERS)
        .where(USERS.ID.in(ids))
        .fetchMap(
            USERS.ID,
            row -> new User(row.value1(), row.value2(), row.value3(), UserType.of(row.value4())));
  }
}
