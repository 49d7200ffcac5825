package dev.hitlai.testing.internal.people;

import dev.hitlai.identity.AuthMethod;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import dev.hitlai.testers.TesterRequirements;
import dev.hitlai.testsupport.TestDatabase;
import java.util.List;
import java.util.UUID;

/** Testers of a test's own: they speak a language that nobody else speaks or asks for. */
final class Roster {
  private final TestDatabase database;
  private final String language = "x-" + UUID.randomUUID();

  Roster(TestDatabase database) {
    this.database = database;
  }

  TesterRequirements only() {
    return new TesterRequirements(
        List.of(language), List.of(), List.of(), List.of(), List.of(), null, null, null);
  }

  /**
   * @param waitingSince ISO-8601
   * @param rating null for none
   */
  CurrentUser tester(String name, String waitingSince, Double rating) {
    UUID user = UUID.randomUUID();
    UUID tester = UUID.randomUUID();
    String email = user + "@example.org";
    database.asSystem(
        sql -> {
          sql.execute(
              "insert into identity.users (id, email, display_name, user_type, password_hash)"
                  + " values (?, ?, ?, 'tester', 'none')",
              user,
              email,
              name);
          return sql.execute(
              "insert into testers.human_testers (id, user_id, display_name, languages,"
                  + " waiting_since, average_rating, availability)"
                  + " values (?, ?, ?, array[?], cast(? as timestamptz), cast(? as numeric),"
                  + " cast('{\"maxOpen\": 10}' as jsonb))",
              tester,
              user,
              name,
              language,
              waitingSince,
              rating);
        });
    return CurrentUser.person(
        user, email, name, UserType.TESTER, null, null, tester, AuthMethod.SESSION);
  }

  void makeExpert(CurrentUser tester) {
    database.asSystem(
        sql ->
            sql.execute(
                "update testers.human_testers set is_expert = true where id = ?",
                tester.requireTester()));
  }

  static CurrentUser admin() {
    return CurrentUser.person(
        UUID.randomUUID(),
        "admin@example.org",
        "Admin",
        UserType.ADMIN,
        null,
        null,
        null,
        AuthMethod.SESSION);
  }
}
