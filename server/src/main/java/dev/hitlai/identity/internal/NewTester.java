package dev.hitlai.identity.internal;

import dev.hitlai.identity.TesterSignedUp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person says of themselves who wants to test. */
public record NewTester(
    String email,
    String password,
    String displayName,
    @Nullable Integer age,
    @Nullable String gender,
    @Nullable String locationCountry,
    String techLiteracy,
    @Nullable String primaryDevice,
    List<String> languages,
    @Nullable Integer yearsOfTestingExperience,
    List<String> previousPlatforms) {
  public NewTester {
    languages = List.copyOf(languages);
    previousPlatforms = List.copyOf(previousPlatforms);
  }

  TesterSignedUp signedUp(UUID userId) {
    return new TesterSignedUp(
        userId,
        displayName.strip(),
        age,
        gender,
        locationCountry,
        techLiteracy,
        primaryDevice,
        languages,
        yearsOfTestingExperience,
        previousPlatforms);
  }
}
