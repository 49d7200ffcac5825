package dev.hitlai.testsupport;

import dev.hitlai.identity.FeatureKey;
import java.util.UUID;

/** Opens features for a test's company, as an administrator who grants them early does. */
public final class OpenFeatures {
  private OpenFeatures() {}

  public static void grant(TestDatabase database, UUID companyId, FeatureKey... features) {
    database.asSystem(
        sql -> {
          for (var feature : features) {
            sql.execute(
                "insert into unlock.unlocked_features (company_id, feature_key, source,"
                    + " completed_tests, unlocked_at, granted_by, reason) values (?, ?, 'grant', 0,"
                    + " now(), ?, 'for a test') on conflict do nothing",
                companyId,
                feature.code(),
                UUID.randomUUID());
          }
          return true;
        });
  }

  public static void revoke(TestDatabase database, UUID companyId, FeatureKey feature) {
    database.asSystem(
        sql ->
            sql.execute(
                "update unlock.unlocked_features set revoked_at = now(), revoke_reason = 'over'"
                    + " where company_id = ? and feature_key = ? and source = 'grant'",
                companyId,
                feature.code()));
  }
}
