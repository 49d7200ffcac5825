package dev.hitlai.unlock.web;

import dev.hitlai.identity.Companies;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.identity.Users;
import dev.hitlai.unlock.internal.Unlocks.Unlock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A feature granted early: to whom, by whom and why. */
public record GrantRow(
    UUID id,
    UUID companyId,
    String company,
    String feature,
    String reason,
    String by,
    Instant at,
    @Nullable Instant revokedAt,
    @Nullable String revokeReason) {
  static List<GrantRow> all(List<Unlock> grants, Companies companies, Users users) {
    var named = companies.all(grants.stream().map(Unlock::companyId).distinct().toList());
    var people = users.all(grants.stream().map(Unlock::grantedBy).distinct().toList());
    return grants.stream()
        .map(
            grant -> {
              UUID company = Objects.requireNonNull(grant.companyId());
              var person = people.get(Objects.requireNonNull(grant.grantedBy()));
              return new GrantRow(
                  grant.id(),
                  company,
                  named.containsKey(company) ? named.get(company).name() : "A company",
                  FeatureKey.of(Objects.requireNonNull(grant.feature())).label(),
                  Objects.requireNonNull(grant.reason()),
                  person == null ? "Somebody who left" : person.displayName(),
                  grant.unlockedAt(),
                  grant.revokedAt(),
                  grant.revokeReason());
            })
        .toList();
  }
}
