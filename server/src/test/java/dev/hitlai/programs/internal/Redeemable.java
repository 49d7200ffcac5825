package dev.hitlai.programs.internal;

import dev.hitlai.testsupport.TestDatabase;
import java.util.UUID;

/** Looks at what terms led to. */
public final class Redeemable {
  private Redeemable() {}

  public static String quoteOf(TestDatabase database, String requestId) {
    return database.asSystem(
        sql ->
            String.valueOf(
                sql.fetchValue(
                    "select quoted_price_usd from testing.test_requests where id = ?",
                    UUID.fromString(requestId))));
  }

  public static UUID roster(TestDatabase database, UUID userId) {
    return database.asSystem(
        sql ->
            (UUID)
                sql.fetchValue("select id from testers.human_testers where user_id = ?", userId));
  }
}
