package dev.hitlai.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.TableLike;

/**
 * Collects what {@link PersonalRecords} hand out: a file for each table that says something of the
 * person. Which columns go out is said by name, so that a new one never leaks by itself.
 */
public final class PersonalFiles {
  private final DSLContext sql;
  private final Map<String, List<Map<String, Object>>> files = new LinkedHashMap<>();

  public PersonalFiles(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * Adds a file; inside the transaction of the export.
   *
   * @param name of the file, such as {@code sign-ins}
   * @param whose which rows are the person's
   */
  public PersonalFiles add(
      String name, TableLike<?> table, Condition whose, SelectField<?>... columns) {
    files.put(name, sql.select(columns).from(table).where(whose).fetchMaps());
    return this;
  }

  /** The same in an order. */
  public PersonalFiles add(
      String name,
      TableLike<?> table,
      Condition whose,
      SortField<?> order,
      SelectField<?>... columns) {
    files.put(name, sql.select(columns).from(table).where(whose).orderBy(order).fetchMaps());
    return this;
  }

  /** Adds a file of rows that are kept elsewhere than in a table. */
  public PersonalFiles add(String name, List<Map<String, Object>> rows) {
    files.put(name, List.copyOf(rows));
    return this;
  }

  /** All of them, by name. */
  public Map<String, List<Map<String, Object>>> all() {
    return Map.copyOf(files);
  }
}
