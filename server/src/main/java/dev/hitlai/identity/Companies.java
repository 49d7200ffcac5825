package dev.hitlai.identity;

import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Companies as other modules see them. */
@Component
public class Companies {
  private final DSLContext sql;

  Companies(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * @param plan free, starter, pro or enterprise
   */
  public record Company(UUID id, String name, String plan) {}

  @Transactional(readOnly = true)
  public Optional<Company> find(UUID id) {
    return Optional.ofNullable(all(List.of(id)).get(id));
  }

  /** Those of them that exist and may be seen. */
  @Transactional(readOnly = true)
  public Map<UUID, Company> all(Collection<UUID> ids) {
    return sql.select(COMPANIES.ID, COMPANIES.NAME, COMPANIES.PLAN_TYPE)
        .from(COMPANIES)
        .where(COMPANIES.ID.in(ids))
        .fetchMap(COMPANIES.ID, row -> new Company(row.value1(), row.value2(), row.value3()));
  }

  /** Those whose name holds the text, newest first; everybody's newest for an empty text. */
  @Transactional(readOnly = true)
  public List<Company> search(String text, int limit) {
    return sql.select(COMPANIES.ID, COMPANIES.NAME, COMPANIES.PLAN_TYPE)
        .from(COMPANIES)
        .where(COMPANIES.NAME.containsIgnoreCase(text.strip()))
        .orderBy(COMPANIES.CREATED_AT.desc(), COMPANIES.ID)
        .limit(limit)
        .fetch(row -> new Company(row.value1(), row.value2(), row.value3()));
  }
}
