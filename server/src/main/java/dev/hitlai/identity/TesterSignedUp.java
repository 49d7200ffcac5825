package dev.hitlai.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person signed up to test. The roster listens inside the same transaction, so that there is
 * never an account without its profile.
 *
 * @param age years
 * @param locationCountry ISO 3166 code of two letters
 * @param techLiteracy low, medium or high
 */
public record TesterSignedUp(
    UUID userId,
    String displayName,
    @Nullable Integer age,
    @Nullable String gender,
    @Nullable String locationCountry,
    String techLiteracy,
    @Nullable String primaryDevice,
    List<String> languages,
    @Nullable Integer yearsOfTestingExperience,
    List<String> previousPlatforms) {
  public TesterSignedUp {
    languages = List.copyOf(languages);
    previousPlatforms = List.copyOf(previousPlatforms);
  }
}
