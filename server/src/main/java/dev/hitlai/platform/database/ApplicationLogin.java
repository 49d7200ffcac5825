package dev.hitlai.platform.database;

import dev.hitlai.platform.StartFailure;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Makes sure that row-level security binds the application; without it tenants would mix. */
final class ApplicationLogin {
  private static final String CHECK =
      """
      select r.rolsuper or r.rolbypassrls
             or exists (select from pg_tables t
                        where t.schemaname = any (string_to_array(?, ',')) and t.schemaname <> 'public'
                          and pg_has_role(current_user, t.tableowner, 'usage')),
             pg_has_role(current_user, 'hitlai_app', 'usage')
      from pg_roles r
      where r.rolname = current_user
      """;

  private ApplicationLogin() {}

  static void requireBound(DataSource dataSource, DatabaseAddress address) {
    try (var connection = dataSource.getConnection();
        var query = connection.prepareStatement(CHECK)) {
      query.setString(1, DatabaseAddress.SCHEMAS);
      try (var row = query.executeQuery()) {
        row.next();
        if (row.getBoolean(1)) {
          throw new StartFailure(
              "The application's login for %s owns tables or bypasses row-level security; give HITLAI_DATABASE_APP_URL a plain member of hitlai_app."
                  .formatted(address.describe()));
        }
        if (!row.getBoolean(2)) {
          throw new StartFailure(
              "The application's login for %s is no member of hitlai_app; run: grant hitlai_app to the login."
                  .formatted(address.describe()));
        }
      }
    } catch (SQLException e) {
      throw new StartFailure(
          "Can't use the database %s as the application: %s"
              .formatted(address.describe(), ExternalDatabase.firstLine(e)),
          e);
    }
  }
}
